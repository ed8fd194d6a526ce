#!/bin/sh
# Prints the size of each file of dist, raw and after gzip -9.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root/dist" 2>/dev/null || { echo "error: there is no dist; run ./dev build" >&2; exit 1; }
gz() { gzip -9c "$1" | wc -c; }
printf '%9s %9s  %s\n' raw gzip-9 file
find . -type f | sort | while read -r file; do
    printf '%9d %9d  %s\n' "$(wc -c <"$file")" "$(gz "$file")" "${file#./}"
done
