//! Ladder Explorer, room by room. Arrows point at what a room may know:
//! `main → app → {store, quiz, guide, search, route} → ladder`.
//!
//! - [`ladder`]: what a ladder says. - [`guide`]: what stands around it. - [`quiz`]: what fits you.
//! - [`journal`]: where you stand. - [`store`]: what is kept. - [`search`]: what is found.
//! - [`exchange`]: what crosses the border. - [`route`]: every address.
//! - [`pack`]: what one site is made from.
//! - [`guard`]: what text must pass before it is parsed.
//! - `app`: how it looks; only there are Leptos and the browser known.
pub mod growth;
pub mod guard;
pub mod guide;
pub mod ladder;
pub mod pack;
pub mod quiz;
pub mod route;
pub mod search;
pub mod share;
pub mod store;
pub mod text_merge;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod web;
