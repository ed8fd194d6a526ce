#!/bin/sh
# Installs every tool that the build needs, in its pinned version, into .tools/; installed tools stay. A
# second run installs nothing, is fast and needs no network.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"
cd "$root"

have cargo || fail "cargo is not on the PATH" "install Rust from https://rustup.rs, then run this again"
have npm || fail "npm is not on the PATH" "install Node.js 20 or newer (Debian: apt-get install nodejs npm)"

# 1. The wasm32 target: from rustup if it may download, else from Debian's own Rust.
. "$root/scripts/toolchain.sh"
# Debian's library is checked each time: it is rebuilt after an upgrade of Rust or a change of its
# build.
debians_library=$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib/built-for
if ! has_wasm_target || [ -f "$debians_library" ]; then
    if [ "${RUSTUP_AUTO_INSTALL:-1}" = 0 ]; then
        sh scripts/debian-wasm-target.sh
        . "$root/scripts/toolchain.sh"
    elif have rustup; then
        timed "fetch the tool chain and the target that rust-toolchain.toml names" \
            rustup target add wasm32-unknown-unknown
    else
        fail "this Rust has no wasm32-unknown-unknown target" \
            "install your distribution's package for it, or Rust from https://rustup.rs"
    fi
fi

# 2. Trunk and wasm-bindgen. They run a few times per build, so they are optimised for a fast build
#    (install_crate in scripts/lib.sh).
# If a mirror of the registry lags behind, it lacks crates from a recent lock file. Then other versions
# of these crates are used; the version of wasm-bindgen is still the one in Cargo.lock.
install_bindgen() {
    if install_crate "$@" --locked; then return; fi
    echo "its own lock file does not hold here; again without it"
    install_crate "$@"
}

if ! is_version trunk "$TRUNK_VERSION"; then
    timed "install trunk $TRUNK_VERSION, about 5 minutes on 2 cores" \
        install_crate trunk --version "$TRUNK_VERSION" --locked --no-default-features --features rustls
fi
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
if ! is_version wasm-bindgen "$bindgen"; then
    timed "install wasm-bindgen $bindgen, about 2 minutes on 2 cores" \
        install_bindgen wasm-bindgen-cli --version "$bindgen" --bin wasm-bindgen
fi
rm -rf "$tools/build"

# 3. What the build uses from npm, pinned by its lock file: wasm-opt, esbuild, and the renderer of the
#    link preview pictures.
if ! npm_ready scripts/npm; then
    timed "install wasm-opt, esbuild and the fonts of the share images" npm --prefix scripts/npm ci --ignore-scripts
    cp scripts/npm/package-lock.json scripts/npm/node_modules/.installed-from
fi

# 4. The crates in Cargo.lock, so that no build needs the network.
cargo fetch --locked --offline >/dev/null 2>&1 ||
    timed "fetch the crates that Cargo.lock names" cargo fetch --locked
