#!/bin/sh
# The real-browser tests against the dist that was just built.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root/tests/e2e"
say "browser tests against dist, under a sub-path"
npm test --silent || fail "a browser test failed" \
    "see above; traces and pictures are in tests/e2e/results, one test alone: npx playwright test -g 'its name'"
