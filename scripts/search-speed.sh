#!/bin/sh
# Prints the time of the search per keystroke on one core: examples/search_speed.rs types its queries.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"
cargo run --quiet --release --locked --offline --example search_speed
