//! What every page is made from: the ladder and the quiz, parsed once and kept for good.
//! Knows no route and no visitor.

use crate::guide::Guide;
use crate::ladder::{Fault, Ladder};
use crate::quiz::Quiz;

/// The content behind every page of one build.
#[derive(Clone, Copy)]
pub struct Site {
    /// The ladder shown.
    pub ladder: &'static Ladder,
    /// What stands around it.
    pub guide: &'static Guide,
    /// The quiz asked.
    pub quiz: &'static Quiz,
}

impl Site {
    /// The form that visitors are asked.
    pub const FORM: &'static str = "standard";

    /// The content that ships with the app.
    ///
    /// # Errors
    /// Every fault in the three files of `ladders/`, each with its place.
    pub fn load() -> Result<Self, Vec<Fault>> {
        let ladder = Ladder::parse(include_str!("../../ladders/technical-leadership.json"))?;
        let guide = Guide::parse(include_str!("../../ladders/guide.json"), &ladder)?;
        let quiz = Quiz::parse(include_str!("../../ladders/quiz.json"))?;
        Ok(Self {
            ladder: Box::leak(Box::new(ladder)),
            guide: Box::leak(Box::new(guide)),
            quiz: Box::leak(Box::new(quiz)),
        })
    }
}
