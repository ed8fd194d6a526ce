# Chooses the Rust tool chain that has the wasm target. Sourced after scripts/setup.sh has run.
if [ "${RUSTUP_AUTO_INSTALL:-1}" = 0 ] && [ -z "${RUSTUP_TOOLCHAIN:-}" ] && have rustup &&
    ! has_wasm_target && rustup toolchain list | grep -q '^debian'; then
    RUSTUP_TOOLCHAIN=debian
    export RUSTUP_TOOLCHAIN
fi

# Debian's tool chain has no rustfmt; any other installed one is used for that.
rustfmt_cargo() {
    if cargo fmt --version >/dev/null 2>&1; then
        cargo "$@"
        return
    fi
    for chain in $(rustup toolchain list | cut -d' ' -f1); do
        if RUSTUP_TOOLCHAIN=$chain cargo fmt --version >/dev/null 2>&1; then
            RUSTUP_TOOLCHAIN=$chain cargo "$@"
            return
        fi
    done
    fail "no rustfmt on this machine" "rustup component add rustfmt, or install your distribution's rustfmt"
}
