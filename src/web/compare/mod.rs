//! Two levels compared: the choice of two, and each pair.

pub mod page;
pub mod pair;
