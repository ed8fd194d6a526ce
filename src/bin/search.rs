//! Starts the search in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::search::program::start();
}
