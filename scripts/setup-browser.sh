#!/bin/sh
# Installs what the browser tests need: their npm packages, a Chromium, a Firefox and a WebKit.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root"

for folder in tests/e2e tests/engines; do
    npm_ready "$folder" && continue
    timed "install the packages of $folder" npm --prefix "$folder" ci --ignore-scripts
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-from"
done

can_install() { have apt-get && { [ "$(id -u)" = 0 ] || have sudo; }; }
is_debian() { [ "$(. /etc/os-release 2>/dev/null && echo "$ID")" = debian ]; }

install_packages() {
    as_root apt-get update && as_root apt-get install -y --no-install-recommends "$@"
}

# Chromium: the system's, else Debian's package, else the test tool's own download.
if ! have chromium && ! have chromium-browser && ! have google-chrome; then
    if can_install; then
        timed "install Debian's chromium" install_packages chromium fonts-liberation
    else
        timed "fetch the test tool's own Chromium" npm --prefix tests/e2e exec -- playwright install chromium
    fi
fi

# The tests in tests/e2e use Debian's headless shell of Chromium if possible: it is twice as fast. The
# journeys use the full browser.
if is_debian && can_install && ! have chromium-headless-shell; then
    mkdir -p "$tools/logs"
    say "install chromium-headless-shell for the browser tests"
    install_packages chromium-headless-shell >"$tools/logs/install-headless-shell.log" 2>&1 ||
        say "   it cannot be installed; the tests take chromium, and longer"
fi

# Firefox and WebKit: Debian's packages, else the test tool's own downloads. An engine that cannot be
# installed is skipped: the tests report that, and nothing else fails.
playwright() { node "$root/tests/engines/node_modules/playwright-core/cli.js" "$@"; }
is_there() { node "$root/tests/engines/find.mjs" "$1" >/dev/null 2>&1; }
install_engine() {
    if is_debian && can_install; then
        install_packages $2
    elif can_install; then
        playwright install --with-deps "$1"
    else
        playwright install "$1"
    fi
}
bring_engine() {
    is_there "$1" && return
    mkdir -p "$tools/logs"
    say "install $1 for the tests in three engines"
    if install_engine "$1" "$2" >"$tools/logs/install-$1.log" 2>&1 && is_there "$1"; then
        say "   done"
    else
        say "   LEFT OUT: $1 cannot be installed here; read $tools/logs/install-$1.log"
    fi
}
bring_engine firefox firefox-esr
bring_engine webkit "webkit2gtk-driver xvfb"
