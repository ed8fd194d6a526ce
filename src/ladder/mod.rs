//! The content of a ladder: levels, competencies, expectations, titles, and their sources. Independent
//! of quiz, store and browser; has no texts for visitors of its own.

mod carry_over;
mod check;
mod clause;
mod code;
mod compare;
mod comparison;
mod divergence;
mod excerpt;
mod fault;
mod likeness;
mod once;
mod pack;
mod reading;
mod relation;
mod transition;

pub use carry_over::{Carried, CarryOver, carry_over};
pub(crate) use check::{is_slug, known_sources, listed_source, words};
pub use clause::clauses;
pub use code::{LevelCode, Rung, Track};
pub use compare::{TextPiece, difference};
pub use comparison::{Clause, ClauseCounts, ComparedLine, ComparedRow, Comparison, compare};
pub use divergence::{Divergence, divergences, divergences_by_weight, twins_apart};
pub use excerpt::{CompetencyLine, Excerpt, LevelLine};
pub use fault::Fault;
pub(crate) use once::once;
pub use pack::{
    Basis, BasisNote, Clash, Competency, Dimension, Evidence, Expectation, HandsOn, Idea, Ladder,
    Lean, Level, Licence, Phase, Source, TitleScheme, TrackNote, Weight,
};
pub(crate) use reading::{FileKind, read_json};
pub use relation::Relation;
pub use transition::{Shift, let_go, take_on};
