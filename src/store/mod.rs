//! What is kept: records over one seam, [`KeyValue`], each under a key of its own.
//! Knows no browser, no signal, no page; never writes over what it could not read.

mod attempt;
mod case;
mod error;
mod key_value;
mod opinion;
mod record;
mod settings;
mod shelf;
mod today;

pub use attempt::{Attempt, AttemptId, Outline};
pub use error::StoreError;
pub use key_value::{KeyValue, Memory};
pub use opinion::{Opinion, OpinionEntry, OpinionId};
pub use settings::Settings;
pub use shelf::{Entry, Shelf};
pub use today::Today;
