//! What crosses the border: links for wikis, and frames for pages elsewhere. Pure text in and out.
//! Knows no page, no store, no browser.

mod case;
mod link;

pub use case::{CaseLine, case_markdown};
pub use link::Link;
