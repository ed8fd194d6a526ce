//! The search: its page, its entries, and its program.

pub mod entries;
pub mod page;
mod site_pages;
#[cfg(target_arch = "wasm32")]
pub mod program;
