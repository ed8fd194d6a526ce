//! Starts the enhancements of a page in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::enhancements::start();
}
