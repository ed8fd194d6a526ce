//! Starts the enhancements of a page in the browser; knows nothing else. Natively there is nothing to mount.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "browser"))]
    ladder_explorer::web::enhancements::start();
}
