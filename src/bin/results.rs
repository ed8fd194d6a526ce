//! Mounts the results in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::results::start();
}
