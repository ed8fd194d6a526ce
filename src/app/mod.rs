//! How it looks: the only room that knows Leptos and the browser. Nothing above knows it.
//!
//! Pages are rendered natively, once per address; the parts that need the visitor's own state are
//! [`live`] and come alive in the browser. Everything else stays the HTML it is.

#[cfg(not(erase_components))]
compile_error!(
    "build with --cfg erase_components, as .cargo/config.toml does; if RUSTFLAGS is set, add it there"
);

pub mod browser;
pub mod components;
pub mod document;
pub mod live;
pub mod pages;
pub mod site;
pub mod state;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use live::{start, start_quiz};
