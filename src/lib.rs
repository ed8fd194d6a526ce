//! Ladder Explorer: a pure core, and the browser code in `web`. See ARCHITECTURE.md; the table in
//! `tests/architecture.rs` lists which folders each folder may use.

pub mod growth;
pub mod guard;
pub mod guide;
pub mod import;
pub mod ladder;
pub mod pack;
pub mod quiz;
pub mod route;
pub mod search;
pub mod share;
pub mod store;
pub mod studio;
pub mod table_text;
pub mod text_merge;
#[cfg(any(feature = "browser", feature = "prerender"))]
pub mod web;
