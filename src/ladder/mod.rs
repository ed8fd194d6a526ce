//! What a ladder says: levels, competencies, expectations, titles, and where each comes from.
//! Knows no quiz, no store, no browser, and no words of its own for a visitor.

mod carry_over;
mod check;
mod clause;
mod code;
mod compare;
mod comparison;
mod excerpt;
mod fault;
mod likeness;
mod once;
mod pack;
mod parting;
mod reading;
mod relation;
mod taking;

pub use crate::ladder::carry_over::{Carried, CarryOver, carry_over};
pub(crate) use crate::ladder::check::{is_slug, known_sources, listed_source, words};
pub use crate::ladder::clause::clauses;
pub use crate::ladder::code::{LevelCode, Rung, Track};
pub use crate::ladder::compare::{Piece, difference};
pub use crate::ladder::comparison::{Clause, Comparison, Counts, Line, Row, compare};
pub use crate::ladder::excerpt::{CompetencyLine, Excerpt, LevelLine};
pub use crate::ladder::fault::Fault;
pub(crate) use crate::ladder::once::once;
pub use crate::ladder::pack::{
    Basis, BasisNote, Clash, Competency, Dimension, Evidence, Expectation, HandsOn, Idea, Ladder,
    Lean, Level, Licence, Phase, Source, TitleScheme, TrackNote, Weight,
};
pub use crate::ladder::parting::{Parting, parting, parting_by_weight, twins_apart};
pub(crate) use crate::ladder::reading::{FileKind, read_json};
pub use crate::ladder::relation::Relation;
pub use crate::ladder::taking::{Asked, let_go, take_on};
