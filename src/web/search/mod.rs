//! The search: its page, its entries, and its program.

pub mod entries;
pub mod page;
pub mod said;
mod site_pages;
#[cfg(target_arch = "wasm32")]
pub mod program;
