#!/bin/sh
# Fuzzes every parser, each for the given number of seconds (default 2; further arguments are the
# targets to run). It fails on a panic, on more than 100 ms of processor time to read one text, or on
# memory beyond the limits in fuzz/src/bounds.rs; the text is then saved in target/fuzz/findings. Runs
# of a minute or more save texts that reached new code in target/fuzz/corpus, for the next run.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
seconds=${1:-2}
[ $# = 0 ] || shift
[ $# -gt 0 ] || set -- ladder guide quiz backup record link evidence import
case $seconds in '' | *[!0-9]*) fail "fuzz.sh does not know $seconds" "scripts/fuzz.sh [SECONDS] [TARGET…]" ;; esac
cd "$root/fuzz"
work=${CARGO_TARGET_DIR:-$root/target}/fuzz
host=$(rustc -vV | sed -n 's/^host: //p')

# The flags of `cargo fuzz`, without a sanitizer: that would need nightly Rust, and the fuzzed code has
# no `unsafe`. Flags for a target are not passed to build scripts.
flags="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Ccodegen-units=1"
for part in inline-8bit-counters pc-table trace-compares; do
    flags="$flags -Cllvm-args=-sanitizer-coverage-$part"
done
cargo fetch --locked --offline >/dev/null 2>&1 || timed "fetch what the fuzz targets need" cargo fetch --locked
say "fuzz targets (compiled the first time only, about two minutes)"
RUSTFLAGS=$flags cargo build --quiet --release --locked --offline --target "$host" --target-dir "$work" ||
    fail "the fuzz targets do not compile" "see above; libFuzzer needs a C++ compiler (Debian: build-essential)"

# Initial texts: the content that ships, and one record of every version that shipped.
seed() { mkdir -p "$work/seeds/$1" && cat >"$work/seeds/$1/$2"; }
rm -rf "$work/seeds"
seed ladder shipped <"$root/ladders/technical-leadership.json"
seed guide shipped <"$root/ladders/guide.json"
seed quiz shipped <"$root/ladders/quiz.json"
seed link none </dev/null
seed evidence table <<'END'
date,did,outcome,links,witnesses,competencies
2026-05-04,"Ran it, ""twice""",'=1,https://example.org/a,Ada,"risk, reach"
END
seed evidence list <<'END'
- 2026-05-04: Ran it\
  twice &amp; \*more

  Nobody noticed.

  - Links: <https://example.org/a>
  - Seen by: Ada
  - Competencies: risk, reach
END
fixtures=$root/tests/fixtures
printf '{"format":"ladder-explorer-evidence","version":1,"entries":[%s]}' "$(cat "$fixtures/evidence-v1.json")" |
    seed evidence json
seed backup v1 <"$fixtures/backup-v1.json"
for record in attempt-v1:attempt/19aa5c1d280-2f6b1c3 attempt-v2:attempt/19aa5c1d280-2f6b1c3 \
    opinion-v1:opinion/0f93120c663cd5b8 settings-v1:aside/settings/visitor \
    evidence-v1:evidence/tl/19aa5c1d280-2f6b1c3 plan-v1:plan/tl/19aa5c1d280-3a7c2d4 \
    case-v1:case/tl/case attempt-v2:aside/attempt/19aa5c1d280-2f6b1c3; do
    { printf '%s\n' "${record#*:}" && cat "$fixtures/${record%%:*}.json"; } |
        seed record "$(printf '%s' "$record" | tr ':/' '--')"
done

# One seed for each file of tests/fixtures/import, with its name in the first line.
for file in "$fixtures"/import/*; do
    { printf '%s\n' "${file##*/}" && cat "$file"; } | seed import "${file##*/}"
done

# A short run does not start with everything that long runs have found.
corpus=$work/corpus
if [ "$seconds" -lt 60 ]; then
    corpus=$work/brief
    rm -rf "$corpus"
fi
longest() { case $1 in ladder | guide | backup) echo 262144 ;; quiz | record | evidence | import) echo 65536 ;; link) echo 8192 ;; esac; }
failed=
for target in "$@"; do
    [ -d "$work/seeds/$target" ] || fail "there is no fuzz target $target" "ladder, guide, quiz, backup, record, link, evidence or import"
    mkdir -p "$corpus/$target" "$work/findings/$target" "$work/logs"
    log=$work/logs/$target.log
    words=
    [ ! -f "$root/fuzz/$target.dict" ] || words=-dict=$root/fuzz/$target.dict
    if "$work/$host/release/$target" $words -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -len_control=0 \
        -max_len="$(longest "$target")" -print_final_stats=1 -artifact_prefix="$work/findings/$target/" \
        "$corpus/$target" "$work/seeds/$target" >"$log" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
        reached=$(sed -n 's/^#.*cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
        say "   $target: $runs texts in $seconds s, $reached edges reached, nothing found"
    else
        grep -E "panicked at|memory grew|took |SUMMARY|Test unit written" "$log" >&2 || tail -n 20 "$log" >&2
        failed="$failed $target"
    fi
done
[ -z "$failed" ] || fail "found something in:$failed" \
    "read $work/logs; run one text again: $work/$host/release/TARGET FILE"
