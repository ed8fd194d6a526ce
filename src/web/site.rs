//! What every page is made from: the ladder and the quiz, parsed once and kept for good.
//! Knows no route and no visitor.

use crate::guide::Guide;
use crate::ladder::Ladder;
use crate::pack::{FIGURES, FileFaults, GUIDE, LADDER, Pack, QUIZ, SITE};
use crate::quiz::{Figures, Quiz};

/// The content behind every page of one build.
#[derive(Clone, Copy)]
pub struct Site {
    /// The id under which browsers keep what visitors write.
    pub id: &'static str,
    /// The ladder shown.
    pub ladder: &'static Ladder,
    /// What is around it.
    pub guide: &'static Guide,
    /// The quiz asked.
    pub quiz: &'static Quiz,
    /// What each of its forms buys.
    pub figures: &'static Figures,
}

impl Site {
    /// The form that is chosen at first.
    pub const FORM: &'static str = "standard";

    /// The content that ships with the app.
    ///
    /// # Errors
    /// Every fault in one of the five files of `ladders/`, each with its place.
    pub fn load() -> Result<Self, FileFaults> {
        let pack = Pack::read(|name| match name {
            LADDER => Ok(&include_bytes!("../../ladders/technical-leadership.json")[..]),
            SITE => Ok(&include_bytes!("../../ladders/site.json")[..]),
            GUIDE => Ok(&include_bytes!("../../ladders/guide.json")[..]),
            QUIZ => Ok(&include_bytes!("../../ladders/quiz.json")[..]),
            FIGURES => Ok(&include_bytes!("../../ladders/quiz-figures.json")[..]),
            _ => Err("is not part of this build".to_owned()),
        })?;
        Ok(Self {
            id: Box::leak(pack.site.into_boxed_str()),
            ladder: Box::leak(Box::new(pack.ladder)),
            guide: Box::leak(Box::new(pack.guide)),
            quiz: Box::leak(Box::new(pack.quiz)),
            figures: Box::leak(Box::new(pack.figures)),
        })
    }
}
