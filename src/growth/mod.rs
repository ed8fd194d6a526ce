//! Notes of evidence for a level, and a passport for a planned return. Independent of storage, clock
//! and pages; has no texts for visitors.

mod case;
mod join;

pub use case::Case;
pub use join::{Edit, Field};
