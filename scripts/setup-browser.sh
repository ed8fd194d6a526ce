#!/bin/sh
# Brings what the browser tests need: their npm packages, and a Chromium.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root"

if ! npm_ready tests/e2e; then
    timed "install the browser tests' packages" npm --prefix tests/e2e ci --ignore-scripts
    cp tests/e2e/package-lock.json tests/e2e/node_modules/.installed-from
fi

# Chromium: the system's, else Debian's package, else the test tool's own download.
install_chromium() {
    as_root apt-get update
    as_root apt-get install -y --no-install-recommends chromium fonts-liberation
}
if ! have chromium && ! have chromium-browser && ! have google-chrome; then
    if have apt-get && [ "$(id -u)" = 0 ] || { have apt-get && have sudo; }; then
        timed "install Debian's chromium" install_chromium
    else
        timed "fetch the test tool's own Chromium" npm --prefix tests/e2e exec -- playwright install chromium
    fi
fi
