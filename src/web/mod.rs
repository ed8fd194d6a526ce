//! The user interface: the only folder that uses Leptos and the browser. Nothing outside it depends on
//! it.
//!
//! One folder for each feature: its pages, rendered natively once per address; its island, mounted in
//! the browser; its styles. [`island`] has what islands share, [`enhancements`] the small reactions of
//! the other pages, [`dom`] every call to the browser.

#[cfg(not(erase_components))]
compile_error!(
    "build with --cfg erase_components, as .cargo/config.toml does; if RUSTFLAGS is set, add it there"
);

pub mod about;
pub mod compare;
pub mod components;
pub mod data;
pub mod document;
pub mod dom;
pub mod enhancements;
pub mod frame;
pub mod growth;
pub mod guide;
pub mod here;
pub mod home;
pub mod island;
pub mod ladder;
pub mod pages;
pub mod quiz;
#[cfg(feature = "prerender")]
pub mod render;
pub mod results;
pub mod search;
pub mod share_image;
pub mod site;
pub mod state;
pub mod words;
