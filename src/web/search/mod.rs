//! The search: its page, its entries, and its program.

pub mod entries;
pub mod page;
#[cfg(feature = "browser")]
pub mod program;
pub mod said;
mod site_pages;
