//! Starts the hours and the case in the browser; knows nothing else. Natively there is nothing to start.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "browser"))]
    ladder_explorer::web::guide::start();
}
