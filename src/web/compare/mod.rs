//! The comparison of two levels: the choice of two, and a page for each pair.

mod carried;
pub mod page;
pub mod pair;
mod words;
