#!/bin/sh
# Prints how many answer sheets per second examples/score.rs scores on one core: 20,000 random Standard
# sheets.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"
cargo build --quiet --release --locked --offline --example score
score=target/release/examples/score
sheets=$(mktemp)
trap 'rm -f "$sheets"' EXIT
ids=$("$score" --items standard | tr ',' '\n' | sed -n 's/^"id":"\(.*\)"$/\1/p' | tr '\n' ' ')
awk -v ids="$ids" 'BEGIN {
    srand(7); n = split(ids, id, " ")
    for (s = 0; s < 20000; s++) {
        line = ""
        for (i = 1; i <= n; i++) line = line (i > 1 ? "," : "") "\"" id[i] "\":" int(5 * rand())
        print "{\"form\":\"standard\",\"answers\":{" line "}}"
    }
}' >"$sheets"
began=$(date +%s%N)
scored=$("$score" <"$sheets" | wc -l)
ended=$(date +%s%N)
echo "$scored sheets scored, $((scored * 1000000000 / (ended - began))) a second"
