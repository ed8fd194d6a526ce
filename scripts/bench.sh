#!/bin/sh
# Measures one full rescoring and the complete explanation of a result with criterion, compiled as for
# the browser. The last lines are the medians. Arguments are passed to criterion: a name, or a baseline.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root/benches"
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/bench
export CARGO_TARGET_DIR
cargo fetch --locked --offline >/dev/null 2>&1 ||
    timed "fetch what the benchmarks need" cargo fetch --locked
say "benchmarks (compiled the first time only, about a minute)"
began=$(mktemp)
trap 'rm -f "$began"' EXIT
cargo bench --quiet --locked --offline -- "$@"
say "medians, in microseconds"
find "$CARGO_TARGET_DIR/criterion" -path '*/new/estimates.json' -newer "$began" | sort | while read -r file; do
    name=${file#"$CARGO_TARGET_DIR/criterion/"}
    median=$(sed 's/.*"median":{[^}]*},"point_estimate":\([0-9.]*\).*/\1/' "$file")
    printf '%-28s %8.1f\n' "${name%/new/estimates.json}" "$(awk "BEGIN { print $median / 1000 }")"
done
