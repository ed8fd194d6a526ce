//! Where you stand: notes of evidence for a level, and a passport for the way back.
//! Knows no storage, clock, page or sentence for a visitor.

mod case;
mod join;

pub use case::Case;
pub use join::{Edit, Field};
