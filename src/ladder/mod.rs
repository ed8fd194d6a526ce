//! The content of a ladder: levels, competencies, expectations, titles, and their sources. Independent
//! of quiz, store and browser; has no texts for visitors of its own.

mod advice;
mod build;
mod carry_over;
mod check;
mod clause;
mod compare;
mod comparison;
mod divergence;
mod draft;
mod drawing;
mod excerpt;
mod expectation;
mod fault;
mod file;
mod format_one;
mod likeness;
mod once;
mod pack;
mod reading;
mod relation;
mod side;
mod step;
mod structure;
mod transition;

pub(crate) use build::{MOST_COMPETENCIES, MOST_LEVELS, MOST_TRACKS, is_reserved, is_taken};
pub use carry_over::{Carried, CarryOver, carry_over};
pub(crate) use check::{is_slug, known_sources, listed_source, words};
pub use clause::clauses;
pub use compare::{TextPiece, difference};
pub use comparison::{
    CellWords, Clause, ClauseCounts, ComparedLine, ComparedRow, Comparison, compare,
};
pub use divergence::{Divergence, divergences, divergences_by_weight, levels_apart};
pub use drawing::{MapLayout, MapStop, layout};
pub use excerpt::{CompetencyLine, Excerpt, LevelLine, RungLine};
pub use fault::Fault;
pub use file::{
    Band, BasisNote, CellFile, CellItem, CellNote, Change, Clash, CompetencyFile, Direction, Draft,
    Fact, GroupFile, Idea, ItemFile, LevelFile, Licence, NoneFile, Scale, SidesFile, Source, Step,
    TitleScheme, TrackFile, TwinLikeness, WebLink,
};
pub(crate) use once::once;
pub use pack::{Absence, Cell, Competency, Expectation, Group, Ladder, Level, Rung, Track};
pub(crate) use reading::{FileKind, read_json};
pub use relation::Relation;
pub use side::Side;
pub use step::StepSize;
pub use structure::Lean;
pub use transition::{Shift, let_go, take_on};
