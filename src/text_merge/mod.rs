//! Lines of text that several tabs may write: merging two texts of one line, and the state of each line
//! in a tab. Independent of records, storage and pages.

mod edited;
mod known;

pub use edited::{Edited, Room, TooLong};
pub use known::Lines;
