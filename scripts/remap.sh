# Flags of the browser build that keep paths of this machine out of it, so that builds on different
# machines are identical. Sourced; `trunk serve` uses .cargo/config.toml alone, since its build stays on
# this machine.
remap_flags() {
    # These flags replace those in .cargo/config.toml.
    sed -n 's/^rustflags = \[\(.*\)\]$/\1/p' "$root/.cargo/config.toml" | tr ',' '\n' | sed 's/^ *"\(.*\)" *$/\1/'
    for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
        printf '%s\n' "--remap-path-prefix=$registry=/crates"
    done
    # If several flags match a path, the last one counts.
    sysroot=$(rustc --print sysroot)
    printf '%s\n' "--remap-path-prefix=$sysroot/lib/rustlib/src/rust=/rustc" \
        "--remap-path-prefix=/usr/src/rustc-$(rustc --version | cut -d' ' -f2)=/rustc" \
        "--remap-path-prefix=$root=/app" \
        "--remap-path-prefix=${CARGO_TARGET_DIR:-$root/target}=/target"
}
# Cargo splits the flags at this character, so a folder's name may contain a space.
flags=$(remap_flags)
CARGO_ENCODED_RUSTFLAGS=$(printf '%s' "$flags" | tr '\n' '\037')
export CARGO_ENCODED_RUSTFLAGS
