#!/bin/sh
# The wasm32 target where rustup may not download: Debian's own Rust, and its standard library built
# once for wasm. Creates a rustup tool chain called "debian" that `dev` selects.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/scripts/lib.sh"

have apt-get || fail "rustup may not fetch here (RUSTUP_AUTO_INSTALL=0) and this is no Debian" \
    "allow it once: rustup target add wasm32-unknown-unknown"

packages="rustc-web cargo-web rust-web-src rust-web-clippy lld-$LLVM_VERSION"

install_packages() {
    as_root apt-get update
    # shellcheck disable=SC2086 # a list of names
    as_root apt-get install -y --no-install-recommends $packages
}
# shellcheck disable=SC2086
dpkg -s $packages >/dev/null 2>&1 || timed "install Debian's Rust ($packages), about 20 s" install_packages

rustc=/usr/bin/rustc
sysroot=$($rustc --print sysroot)
host=$($rustc -vV | sed -n 's/^host: //p')
version=$($rustc --version | cut -d' ' -f2)
# If the way of building the library changes, change the text after the version.
built_for="$version, crates in /rust/deps"
wasm_lib=$sysroot/lib/rustlib/wasm32-unknown-unknown/lib

build_library() {
    work=$tools/wasm-std
    rm -rf "$work" && mkdir -p "$work"
    cp -r "/usr/src/rustc-$version/library" "$work/library"
    (
        cd "$work/library"
        export RUSTC="$rustc" RUSTC_BOOTSTRAP=1
        /usr/bin/cargo fetch --locked --manifest-path sysroot/Cargo.toml
        # Its crates get the same path prefix as in Rust's own builds, not their path on this machine.
        flags="-Cembed-bitcode=yes -Zforce-unstable-if-unmarked"
        flags=$(printf '%s' "$flags" | tr ' ' '\037')
        for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
            flags=$(printf '%s\037--remap-path-prefix=%s=/rust/deps' "$flags" "$registry")
        done
        PATH=/usr/lib/llvm-$LLVM_VERSION/bin:$PATH CARGO_ENCODED_RUSTFLAGS=$flags \
            /usr/bin/cargo build --locked --release --manifest-path sysroot/Cargo.toml \
            --target wasm32-unknown-unknown --features compiler-builtins-mem --target-dir "$work/target"
    )
    as_root mkdir -p "$wasm_lib" "$sysroot/lib/rustlib/$host/bin"
    # Two builds of one library in the same folder would be ambiguous.
    as_root find "$wasm_lib" -name '*.rlib' -delete
    as_root cp "$work/target/wasm32-unknown-unknown/release/deps/"*.rlib "$wasm_lib/"
    as_root ln -sf "/usr/lib/llvm-$LLVM_VERSION/bin/lld" "$sysroot/lib/rustlib/$host/bin/rust-lld"
    printf '%s\n' "$built_for" | as_root tee "$wasm_lib/built-for" >/dev/null
    # Code compiled against another build of the library cannot be linked with this one.
    rm -rf "$work" "$root/target/wasm32-unknown-unknown"
}
[ "$(cat "$wasm_lib/built-for" 2>/dev/null)" = "$built_for" ] ||
    timed "build Rust's standard library for wasm32, about 40 s" build_library

rustup toolchain list | grep -q '^debian' || rustup toolchain link debian "$sysroot"
