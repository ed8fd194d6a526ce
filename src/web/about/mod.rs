//! Pages about the app itself.

pub mod gallery;
pub mod link;
pub mod not_found;
pub mod page;
pub mod privacy;
