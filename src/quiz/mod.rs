//! What fits you: items, answers, the session that asks, scoring, verdict and the reasons for it.
//! Knows no storage, no clock, no address, and no words for a visitor beyond the quiz file's own.

mod agreement;
mod answers;
mod check;
mod counterfactual;
mod diagonals;
mod explain;
mod figures;
mod form;
mod grid;
mod posterior;
mod quarter;
mod response;
mod retake;
mod score;
mod session;
mod tally;
mod today;
mod verdict;

pub use crate::quiz::agreement::{Agreement, Difference, agreement};
pub use crate::quiz::answers::{Answer, Answers};
pub use crate::quiz::counterfactual::{
    ChangeSet, Counterfactual, MOST_SETS, Step, what_would_change,
};
pub use crate::quiz::explain::{Reason, reasons};
pub use crate::quiz::figures::{Figures, FormFigures};
pub use crate::quiz::form::{
    Behaviour, Form, Item, ItemKind, Limit, Model, Pair, Parameters, Quiz, Rating,
};
pub use crate::quiz::quarter::Quarter;
pub use crate::quiz::response::Response;
pub use crate::quiz::retake::{Moved, RELIABLE, ReliableChange, moved, reliable_change};
pub use crate::quiz::score::{Change, Fit, Scorer, fit};
pub use crate::quiz::session::{Effect, Event, Input, Progress, Session, Stage};
pub use crate::quiz::today::Today;
pub use crate::quiz::verdict::{
    Balance, EARLY_ANSWERS, EARLY_P, EARLY_SE, Verdict, may_finish_early,
};
