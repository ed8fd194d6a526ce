#!/bin/sh
# The bytes of dist, raw and gzip -9, file by file, and what the home page loads until it is alive.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root/dist" 2>/dev/null || { echo "error: there is no dist; run ./dev build" >&2; exit 1; }
gz() { gzip -9c "$1" | wc -c; }
printf '%9s %9s  %s\n' raw gzip-9 file
find . -type f | sort | while read -r file; do
    printf '%9d %9d  %s\n' "$(wc -c <"$file")" "$(gz "$file")" "${file#./}"
done
# Three scripts start programs; the home page names the one it loads.
start=$(grep -o 'start-[0-9a-f]*\.js' index.html | head -n 1)
total=0
for file in index.html "$start" page-*.js page-*.wasm; do
    total=$((total + $(gz "$file")))
done
printf '\nthe home page until it is alive: %d bytes, gzip -9\n' "$total"
