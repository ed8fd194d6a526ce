#!/bin/sh
# Checks that no file of dist, or of the folder given, contains a path of the machine that built it.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
dist=${1:-$root/dist}
[ -d "$dist" ] || fail "there is no $dist" "./dev build"
paths=$(mktemp)
trap 'rm -f "$paths"' EXIT
for folder in "$HOME" "$root" "${CARGO_HOME:-$HOME/.cargo}" "${RUSTUP_HOME:-$HOME/.rustup}" \
    "${CARGO_TARGET_DIR:-$root/target}" "$(rustc --print sysroot)" "$(pwd -P)"; do
    # The root folder and /usr exist on every machine.
    case $folder in /usr | / | '') ;; *) printf '%s/\n' "$folder" ;; esac
done >"$paths"
printf '%s\n' /usr/src/ /registry/src/ /.rustup/ /.cargo/ >>"$paths"
# What draws the pictures of shared links was built elsewhere, and names folders of that machine.
found=$(grep -raoF --exclude-dir=pictures -f "$paths" "$dist" | sort | uniq -c | sort -rn)
if [ -n "$found" ]; then
    printf '%s\n' "$found" | head -n 20 >&2
    fail "files of ${dist##*/} name folders of this machine (how often, file, folder)" \
        "give the folder another name in scripts/remap.sh, or find out who writes it"
fi
say "no file of ${dist##*/} names a folder of this machine"
