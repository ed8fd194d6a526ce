//! The content of every page: the ladder and the quiz, parsed once and never freed. Independent of
//! routes and visitors.

use crate::guide::Guide;
use crate::ladder::Ladder;
use crate::pack::{FIGURES, FileFaults, GUIDE, LADDER, Pack, QUIZ, SITE};
use crate::quiz::{Figures, Quiz};

/// The content of one build.
#[derive(Clone, Copy)]
pub struct Site {
    /// The site id in the keys of a browser's stored records.
    pub id: &'static str,
    /// The ladder.
    pub ladder: &'static Ladder,
    /// The guide.
    pub guide: &'static Guide,
    /// The quiz.
    pub quiz: &'static Quiz,
    /// The accuracy of each form of the quiz.
    pub figures: &'static Figures,
}

impl Site {
    /// The form that is selected by default.
    pub const FORM: &'static str = "standard";

    /// The content that ships with the app.
    ///
    /// # Errors
    /// Every fault in one of the five files of `ladders/`, each with its location.
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
