#!/bin/sh
# Trunk's post_build hook: renders every page natively, then draws the pictures that chats show.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
cargo run --quiet --bin prerender --features prerender --target-dir target/prerender
node scripts/share-images.mjs "$TRUNK_STAGING_DIR"
