//! What text of unknown origin must pass before anything parses it, and where in it a fault lies.
//! Knows bytes only: no record, no pack, no file.

mod limits;
mod path;
mod tame;

pub use limits::{Excess, Limits, Measure};
pub use path::path_at;
pub use tame::tame;
