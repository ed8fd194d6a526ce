#!/bin/sh
# Checks the origin and licence of each crate and npm package, and counts them. Lock files are never
# updated. Known vulnerabilities are checked if their database is available.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
. "$root/scripts/toolchain.sh"
cd "$root"

if ! is_version cargo-deny "$CARGO_DENY_VERSION"; then
    timed "install cargo-deny $CARGO_DENY_VERSION, about 3 minutes on 2 cores" \
        install_crate cargo-deny --version "$CARGO_DENY_VERSION" --locked --no-default-features
    rm -rf "$tools/build"
fi
for package in benches fuzz; do
    cargo fetch --locked --offline --manifest-path "$package/Cargo.toml" >/dev/null 2>&1 ||
        timed "fetch the crates of $package" cargo fetch --locked --manifest-path "$package/Cargo.toml"
done

say "crates: sources, licences, versions"
# Exceptions in deny.toml for one of the three packages need not apply to the others.
for package in . benches fuzz; do
    cargo deny --offline --locked --log-level error --manifest-path "$package/Cargo.toml" --config deny.toml \
        check --hide-inclusion-graph -A unmatched-skip -A unnecessary-skip bans licenses sources ||
        fail "a crate of $package/Cargo.toml does not fit deny.toml" "read the first error above; take another crate, or change deny.toml with a reason"
done

say "npm packages: sources, checksums, licences"
node scripts/npm-packages.mjs scripts/npm tests/e2e tests/engines || fail "an npm package does not fit" "see above"

say "known weaknesses (advisories)"
log=$tools/logs/advisories.log
mkdir -p "$tools/logs"
if cargo deny --locked --config deny.toml check --hide-inclusion-graph advisories >"$log" 2>&1; then
    say "   none in the RustSec database"
elif grep -qE 'failed to (fetch|load|open)|unable to access|failed to clone' "$log"; then
    say "   NOT CHECKED: the RustSec database is at github.com, which does not answer here"
else
    cat "$log" >&2
    fail "a crate has a known weakness" "take the version that the advisory names: cargo update -p CRATE"
fi

# crates OPTION...: the number of third-party crates in a build.
crates() {
    cargo tree --locked --offline --prefix none --format '{p}' "$@" |
        sed 's/ (\*)$//; s/ (proc-macro)$//' | sort -u | grep -vc '^ladder-explorer'
}
browser="--target wasm32-unknown-unknown --features browser"
printf '%5s  %s\n' \
    "$(crates -e normal,no-proc-macro $browser)" "crates in the browser's programs" \
    "$(crates -e normal,build $browser)" "crates to build them, with macros" \
    "$(crates -e normal,build --features prerender)" "crates to build what writes the pages" \
    "$(crates -e normal,build)" "crates of the core alone" \
    "$(crates -e normal,build,dev)" "crates of the core and its tests" \
    "$(crates --manifest-path benches/Cargo.toml)" "crates of the benchmarks" \
    "$(crates --manifest-path fuzz/Cargo.toml)" "crates of the fuzz targets" \
    "$(grep -c '^name = ' Cargo.lock)" "packages in Cargo.lock, for every machine" \
    "$(node scripts/npm-packages.mjs --count scripts/npm)" "npm packages of the build, on this machine" \
    "$(node scripts/npm-packages.mjs --count tests/e2e tests/engines)" "npm packages of the browser tests, on this machine"
