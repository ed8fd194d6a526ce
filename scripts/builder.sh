#!/bin/sh
# Makes target/builder, which checks ladders and makes sites of them without Rust: see builder/README.md.
# `prerender` has put the assets there before, and builder-program.sh made the program. Usage: sh scripts/builder.sh
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"
out=target/builder
packages=scripts/npm/node_modules

cp target/builder-program/builder.js target/builder-program/builder_bg.wasm "$out/"
cp builder/*.mjs builder/README.md LICENSE-APACHE LICENSE-MIT "$out/"
cp ladders/LICENSE.md "$out/LICENSE-CONTENT.md"
# A module of Node is one by its package, and so are the scripts for the browser.
printf '{ "type": "module", "private": true }\n' >"$out/package.json"

mkdir -p "$out/quiz" "$out/pictures"
cp ladders/quiz*.json "$out/quiz/"
rm -f "$out/quiz/quiz.schema.json"
cp "$packages/@resvg/resvg-wasm/index.mjs" "$packages/@resvg/resvg-wasm/index_bg.wasm" "$out/pictures/"
node --input-type=module -e 'import { FONTS } from "./builder/paint.mjs"; console.log(FONTS.join("\n"))' |
    while read -r font; do cp "$packages/$font" "$out/pictures/"; done
for family in source-sans-3 source-serif-4; do
    cp "$packages/@expo-google-fonts/$family/LICENSE_FONT" "$out/pictures/LICENSE_FONT-$family"
done

cp -R builder/template "$out/template"
cp ladders/small-company.json ladders/ladder.schema.json ladders/site.schema.json "$out/template/ladders/"
