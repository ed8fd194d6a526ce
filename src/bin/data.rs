//! Mounts the page My data in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::data::start();
}
