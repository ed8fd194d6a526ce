//! What a ladder says: levels, competencies, expectations, titles, and where each comes from.
//! Knows no quiz, no store, no browser, and no words of its own for a visitor.

mod check;
mod code;
mod compare;
mod excerpt;
mod fault;
mod pack;

pub use code::{LevelCode, Rung, Track};
pub use compare::{Piece, difference};
pub use excerpt::{CompetencyLine, Excerpt, LevelLine};
pub use fault::Fault;
pub use pack::{
    Basis, BasisNote, Clash, Competency, Dimension, Evidence, Expectation, HandsOn, Idea, Ladder,
    Lean, Level, Licence, Phase, Source, TitleScheme, TrackNote, Weight,
};
