#!/bin/sh
# Renders the ladders of a folder into a site of their own, with the programs of the last build.
# Usage: sh scripts/pages-of.sh CONTENT OUT, where CONTENT has a site.json and the files it names.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
content=$(CDPATH='' cd -- "${1:?'the folder with site.json'}" && pwd)
out=${2:?'the folder to write'}
[ -d "$root/target/shell" ] || fail "there is no build yet" "./dev build"
[ ! -e "$out" ] || fail "$out is there already" "name a folder that is not there yet"
mkdir -p "$(dirname -- "$out")"
cp -R "$root/target/shell" "$out"
out=$(CDPATH='' cd -- "$out" && pwd)
for file in quiz.json quiz-1.json quiz-figures.json; do
    [ -e "$content/$file" ] || fail "$content lacks $file" "cp ladders/$file $content/"
done
cd "$root"
cargo run --locked --quiet --offline --profile pages --bin prerender --features prerender --target-dir target/prerender -- "$out" "$content"
node scripts/share-images.mjs "$out"
