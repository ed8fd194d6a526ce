//! How it looks: the only room that knows Leptos and the browser. Nothing above knows it.
//!
//! Pages are rendered natively, once per address. The quiz and the results are [`live`]: mounted in
//! the browser. The few choices on other pages are [`touches`]; two pages have a [`workshop`]; the search
//! is a program of its own. Everything else stays the HTML it is.

#[cfg(not(erase_components))]
compile_error!(
    "build with --cfg erase_components, as .cargo/config.toml does; if RUSTFLAGS is set, add it there"
);

pub mod browser;
pub mod components;
pub mod document;
#[cfg(target_arch = "wasm32")]
pub mod finding;
pub mod live;
pub mod pages;
pub mod share_image;
pub mod site;
pub mod state;
pub mod touches;
pub mod words;
pub mod workshop;

pub use components::ENTRIES;
#[cfg(target_arch = "wasm32")]
pub use live::{start_data, start_quiz, start_results};
