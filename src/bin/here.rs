//! Starts notes and marks in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::here::start();
}
