# Shared by the scripts: messages, the location of tools, errors. Sourced, never run; the caller first
# sets $root to the project's folder.
tools=$root/.tools
PATH=$tools/bin:$root/scripts/npm/node_modules/.bin:$PATH
export PATH
. "$root/scripts/versions.sh"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

# fail "what went wrong" "the remedy"
fail() {
    printf '\n\033[1;31merror:\033[0m %s\n\033[1mremedy:\033[0m %s\n' "$1" "$2" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Whether the present Rust can build for the browser.
has_wasm_target() { [ -d "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/wasm32-unknown-unknown/lib" ]; }

# Whether a folder's npm packages match its lock file.
npm_ready() {
    [ -d "$1/node_modules" ] && cmp -s "$1/package-lock.json" "$1/node_modules/.installed-from"
}

# timed "what" command...: prints what runs, writes its output to a log, and shows the log if it fails.
timed() {
    what=$1
    shift
    mkdir -p "$tools/logs"
    log=$tools/logs/$(printf '%s' "$what" | tr -c 'a-zA-Z0-9' '-').log
    say "$what"
    began=$(date +%s)
    if "$@" >"$log" 2>&1; then
        say "   done in $(($(date +%s) - began)) s"
    else
        tail -n 40 "$log" >&2
        fail "this step failed: $what" "read $log; when a download failed, check the network and run the same command again"
    fi
}

# install_crate name options...: installs a tool from crates.io into .tools, optimised for a fast build,
# not for speed.
install_crate() {
    cargo install "$@" --root "$tools" --force \
        --config profile.release.opt-level=1 --config profile.release.lto=false \
        --config profile.release.codegen-units=256 --config profile.release.debug=0 \
        --target-dir "$tools/build"
}

# Whether a program is installed in a version.
is_version() { [ "$("$1" --version 2>/dev/null | cut -d' ' -f2)" = "$2" ]; }

# as_root command...: runs a command directly as root, or with sudo for other users.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else return 1; fi
}
