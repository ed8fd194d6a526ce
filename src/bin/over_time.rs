//! Mounts the time axis of My growth in the browser. Natively it does nothing.

fn main() {
    #[cfg(feature = "browser")]
    ladder_explorer::web::growth::start_over_time();
}
