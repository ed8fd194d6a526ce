//! What text of unknown origin must pass before anything parses it, and where in it a fault lies.
//! Knows bytes only: no record, no pack, no file.

mod encoding;
mod limits;
mod path;
mod tame;

pub(crate) use encoding::place_behind;
pub use encoding::{NotText, text_of};
pub use limits::{Excess, Limits, Measure};
pub use path::path_at;
pub use tame::tame;
