//! Lines of text that several tabs may write: what comes of two texts for one line, and what one tab
//! knows of each. Knows no record, no place and no page.

mod edited;
mod known;

pub use edited::{Edited, Room, TooLong};
pub use known::Lines;
