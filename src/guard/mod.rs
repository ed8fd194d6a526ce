//! What text of unknown origin must pass before anything parses it, and where in it a fault lies.
//! Knows bytes only: no record, no pack, no file.

mod encoding;
mod escape;
mod limits;
mod path;

pub(crate) use encoding::place_behind;
pub use encoding::{NotText, text_of};
pub use escape::escape_hidden;
pub use limits::{Excess, Limits, Measure};
pub use path::path_at;
