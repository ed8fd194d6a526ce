#!/bin/sh
# The browser tests, on the present dist.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root/tests/e2e"
say "browser tests against dist, under a sub-path"
npm test --silent || fail "a browser test failed" \
    "see above; traces and pictures are in tests/e2e/results, one test alone: npx playwright test -g 'its name'"
cd "$root/tests/engines"
say "journeys in Chromium, Firefox and WebKit, and what a screen reader says"
npm test --silent || fail "a journey failed" \
    "its name begins with the engine; one alone: npm test -- --test-name-pattern='firefox: the quiz by keyboard'"
for engine in chromium firefox webkit; do
    node find.mjs "$engine" >/dev/null || say "LEFT OUT: no journey ran in $engine; sh scripts/setup-browser.sh says why"
done
