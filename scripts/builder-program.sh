#!/bin/sh
# Compiles the builder into target/builder-program: its wasm, and the JavaScript around it. It runs in Node
# (builder.sh) and as the worker of the Studio (after-build.sh). Usage: sh scripts/builder-program.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"
out=target/builder-program
wasm=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/builder.wasm

. "$root/scripts/remap.sh"
cargo build --locked --quiet --release --target wasm32-unknown-unknown --bin builder --features prerender
wasm-bindgen --target web --no-typescript --out-dir "$out" "$wasm"
wasm-opt -Oz -o "$out/builder_bg.wasm" "$out/builder_bg.wasm"
scripts/npm/node_modules/.bin/esbuild "$out/builder.js" --minify --format=esm --log-level=warning --allow-overwrite --outfile="$out/builder.js"
