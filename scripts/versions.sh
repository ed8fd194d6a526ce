# All pinned versions of tools. Change a number here, run ./dev test, commit.
# wasm-bindgen is pinned by Cargo.lock (its command line must match the crate exactly).
TRUNK_VERSION=0.21.14
CARGO_DENY_VERSION=0.20.2     # only for ./dev test
LLVM_VERSION=22               # Debian's lld and llvm packages, used only for the Debian tool chain
# npm packages are pinned by lock files: scripts/npm (wasm-opt, esbuild, share images), tests/e2e and tests/engines (browser tests).
