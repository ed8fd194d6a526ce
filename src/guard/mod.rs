//! What text of unknown origin must pass before anything parses it, and where in it a fault lies.
//! Knows bytes only: no record, no pack, no file.

mod encoding;
mod limits;
mod path;
mod tame;

pub(crate) use crate::guard::encoding::place_behind;
pub use crate::guard::encoding::{NotText, text_of};
pub use crate::guard::limits::{Excess, Limits, Measure};
pub use crate::guard::path::path_at;
pub use crate::guard::tame::tame;
