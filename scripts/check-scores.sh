#!/bin/sh
# Compares the scores with mirt, girth and adaptivetesting: installs them in a virtual environment,
# scores random sheets with each and with examples/score.rs, and prints the differences. It needs Python
# 3.11 or newer, and the network once. With --write it also writes tests/fixtures/references.json, which
# tests/references.rs reads.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"
wanted=tests/fixtures/references.txt
installed=$tools/references

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail "there is no Python 3.11 or newer" "install it as python3 (Debian: apt-get install python3 python3-venv)"
if ! cmp -s "$wanted" "$installed/.installed-from"; then
    rm -rf "$installed"
    timed "make a virtual environment" python3 -m venv "$installed"
    timed "install mirt, girth and adaptivetesting" "$installed/bin/python" -m pip install \
        --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r "$wanted"
    cp "$wanted" "$installed/.installed-from"
fi
cargo build --quiet --release --locked --offline --example score
exec "$installed/bin/python" -B tests/fixtures/references.py "${CARGO_TARGET_DIR:-target}/release/examples/score" "$@"
