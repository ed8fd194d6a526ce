//! Pages about the app itself.

mod example;
pub mod link;
pub mod not_found;
pub mod own;
pub mod page;
pub mod privacy;
