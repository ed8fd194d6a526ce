//! The fit quiz: items, answers, the session, scoring, the verdict and what would change it. Independent of
//! storage, clock and addresses; has no texts for visitors except those of the quiz file.

mod agreement;
mod answers;
mod check;
mod counterfactual;
mod figures;
mod finding;
mod form;
mod grid;
mod people;
mod posterior;
mod progress;
mod quarter;
mod response;
mod retake;
mod score;
mod session;
mod table;
mod themes;
mod today;
mod verdict;
mod versions;

pub use agreement::{Agreement, Difference, agreement};
pub use answers::{Answer, Answers};
pub use counterfactual::{ChangeSet, Counterfactual, MOST_SETS, Step, what_would_change};
pub use figures::{Figures, FormFigures};
pub use finding::{FEWEST_ANSWERS, Finding};
pub use form::{
    Behaviour, Form, GapLabels, Item, ItemKind, Limit, Model, Pair, Parameters, Quiz, Rating, Theme,
};
pub use people::{PEOPLE_ANSWERS, PEOPLE_LEAD, PeopleFit};
pub use progress::{Input, Progress};
pub use quarter::Quarter;
pub use response::Response;
pub use retake::{Moved, RELIABLE, ReliableChange, moved, reliable_change};
pub use score::{Change, Fit, Scorer, fit, fit_with_people, score};
pub use session::{Effect, Event, Session, Stage};
pub use themes::{OtherWay, ThemeTally, exceptions, pull, tally};
pub use today::Today;
pub use verdict::{Balance, EARLY_ANSWERS, EARLY_P, EARLY_SE, Verdict, may_finish_early};
pub use versions::{QuizVersion, Quizzes};
