//! What fits you: items, answers, scoring, verdict and the reasons for it.
//! Knows no storage, no clock, no address, and no words for a visitor beyond the quiz file's own.

mod agreement;
mod answers;
mod check;
mod explain;
mod form;
mod grid;
mod response;
mod score;
mod verdict;

pub use agreement::{Agreement, Difference, agreement};
pub use answers::{Answer, Answers};
pub use explain::{Reason, reasons};
pub use form::{Behaviour, Form, Item, ItemKind, Limit, Model, Pair, Parameters, Quiz, Rating};
pub use response::Response;
pub use score::{Fit, fit};
pub use verdict::{Balance, Verdict};
