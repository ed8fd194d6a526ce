#!/bin/sh
# Builds the last commit twice from scratch, in two folders with different names, time zones and
# languages, and compares the results byte by byte. Uses the tools and npm packages of this folder.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root"
commit=$(git rev-parse HEAD)
[ -z "$(git status --porcelain)" ] || say "what is not committed is left out"
work=$(mktemp -d)

# clean_build FOLDER TARGET: a clone of the commit, built. The steps are joined by &&: `timed` tests the
# exit status, and in a tested function the shell continues after a failed step.
clean_build() {
    git clone --quiet --no-checkout "$root" "$1" &&
        git -C "$1" checkout --quiet --detach "$commit" &&
        ln -s "$tools" "$1/.tools" &&
        ln -s "$root/scripts/npm/node_modules" "$1/scripts/npm/node_modules" &&
        cd "$1" &&
        # The check runs in the clone, whose paths it looks for.
        env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u SITE_URL CARGO_TARGET_DIR="$2" \
            sh -c './dev build && sh scripts/machine-paths.sh && sh scripts/machine-paths.sh target/builder'
}

export TZ=UTC LC_ALL=C
timed "build one, in a folder of its own" clean_build "$work/one" "$work/one/target"
export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8
timed "build two, in a folder with a longer name" clean_build "$work/another place/of-the-second-build" "$work/elsewhere"

if diff -r "$work/one/dist" "$work/another place/of-the-second-build/dist" &&
    diff -r "$work/one/target/builder" "$work/another place/of-the-second-build/target/builder"; then
    files=$(find "$work/one/dist" "$work/one/target/builder" -type f | wc -l)
    rm -rf "$work"
    say "the two builds of $commit are the same: $((files)) files, byte for byte"
else
    fail "two builds of $commit differ, see above" "find what depends on the folder, the time or an order of chance; both are in $work"
fi
