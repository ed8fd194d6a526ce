//! The search: its page, its entries, and its program.

pub mod entries;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod program;
pub mod said;
mod site_pages;
