//! Ladder Explorer, room by room. Arrows point at what a room may know:
//! `main → app → {store, quiz, route} → ladder`.
//!
//! - [`ladder`]: what a ladder says. - [`quiz`]: what fits you.
//! - [`store`]: what is kept. - [`route`]: every address.
//! - `app`: how it looks; only there are Leptos and the browser known.
#[cfg(any(feature = "hydrate", feature = "prerender"))]
pub mod app;
pub mod ladder;
pub mod quiz;
pub mod route;
pub mod store;
