//! Starts the page of hours in the browser. Natively it does nothing.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "browser"))]
    ladder_explorer::web::guide::start();
}
