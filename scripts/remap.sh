# Flags of the browser build that keep the folders of this machine out of it, so that a build elsewhere
# has the same bytes. Sourced; .cargo/config.toml alone serves `trunk serve`, whose build stays here.
remap_flags() {
    # These flags take the place of those in .cargo/config.toml.
    sed -n 's/^rustflags = \[\(.*\)\]$/\1/p' "$root/.cargo/config.toml" | tr ',' '\n' | sed 's/^ *"\(.*\)" *$/\1/'
    for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
        printf '%s\n' "--remap-path-prefix=$registry=/crates"
    done
    # Of the flags that fit a path the last one counts.
    sysroot=$(rustc --print sysroot)
    printf '%s\n' "--remap-path-prefix=$sysroot/lib/rustlib/src/rust=/rustc" \
        "--remap-path-prefix=/usr/src/rustc-$(rustc --version | cut -d' ' -f2)=/rustc" \
        "--remap-path-prefix=$root=/app" \
        "--remap-path-prefix=${CARGO_TARGET_DIR:-$root/target}=/target"
}
# Cargo splits them at this sign, so that a folder may have a space in its name.
flags=$(remap_flags)
CARGO_ENCODED_RUSTFLAGS=$(printf '%s' "$flags" | tr '\n' '\037')
export CARGO_ENCODED_RUSTFLAGS
