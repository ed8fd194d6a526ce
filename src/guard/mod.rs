//! Checks text of unknown origin before it is parsed, and locates faults in it. Handles bytes only: no
//! records, packs or files.

mod encoding;
mod escape;
mod limits;
mod number;
mod path;

pub(crate) use encoding::place_behind;
pub use encoding::{Decoded, NotText, decoded, text_of};
pub use escape::escape_hidden;
pub use limits::{Excess, Limits, Measure};
pub use number::grouped;
pub use path::path_at;
