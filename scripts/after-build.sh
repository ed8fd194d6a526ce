#!/bin/sh
# Trunk's post_build hook: minifies the JavaScript, renders every page natively, and draws the pictures
# for link previews. A release build makes the builder for Node as well.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
for glue in "$TRUNK_STAGING_DIR"/*.js; do
    scripts/npm/node_modules/.bin/esbuild "$glue" --minify --format=esm --log-level=warning \
        --allow-overwrite --outfile="$glue"
done
scripts/npm/node_modules/.bin/esbuild src/web/lock/unlock.js --bundle --minify --format=esm --log-level=warning \
    --outfile="$TRUNK_STAGING_DIR/vault.js"
if [ "$TRUNK_PROFILE" = release ]; then
    sh scripts/builder-program.sh
    NODE_PATH=scripts/npm/node_modules scripts/npm/node_modules/.bin/esbuild src/web/studio/worker.js --bundle \
        --minify --format=esm --log-level=warning --alias:builder=./target/builder-program/builder.js \
        --outfile="$TRUNK_STAGING_DIR/builder.js"
    cp target/builder-program/builder_bg.wasm "$TRUNK_STAGING_DIR/"
fi
# What pages of other ladders are made from, without another build: see scripts/pages-of.sh.
rm -rf target/shell
mkdir -p target
cp -R "$TRUNK_STAGING_DIR" target/shell
# The flags of the browser build must not apply to this program: see scripts/remap.sh.
unset CARGO_ENCODED_RUSTFLAGS
rm -rf target/builder
cargo run --locked --quiet --bin prerender --features prerender --target-dir target/prerender -- \
    "$TRUNK_STAGING_DIR" ladders target/builder
node scripts/share-images.mjs "$TRUNK_STAGING_DIR"
if [ "$TRUNK_PROFILE" = release ]; then
    sh scripts/builder.sh
fi
