//! What every page is made from: the ladder and the quiz, parsed once and kept for good.
//! Knows no route and no visitor.

use crate::guide::Guide;
use crate::ladder::{Fault, Ladder};
use crate::quiz::{Figures, Quiz};
use crate::store::Layout;

/// The content behind every page of one build.
#[derive(Clone, Copy)]
pub struct Site {
    /// The id under which browsers keep what visitors write.
    pub id: &'static str,
    /// The ladder shown.
    pub ladder: &'static Ladder,
    /// What stands around it.
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
    /// Every fault in the five files of `ladders/`, each with its place.
    pub fn load() -> Result<Self, Vec<Fault>> {
        let ladder = Ladder::parse(include_str!("../../ladders/technical-leadership.json"))?;
        let guide = Guide::parse(include_str!("../../ladders/guide.json"), &ladder)?;
        let id = Layout::site_of(include_str!("../../ladders/site.json"), &ladder.id)
            .map_err(|fault| vec![fault])?;
        let quiz = Quiz::parse(include_str!("../../ladders/quiz.json"))?;
        let figures: Figures = serde_json::from_str(include_str!(
            "../../ladders/quiz-figures.json"
        ))
        .map_err(|error| {
            vec![Fault::new(
                "quiz-figures.json",
                format!(
                    "{error}; write it anew: cargo run --release --example simulate -- --write"
                ),
            )]
        })?;
        if (figures.quiz.as_str(), figures.quiz_version) != (quiz.id.as_str(), quiz.version) {
            return Err(vec![Fault::new(
                "quiz-figures.json",
                "belongs to another version of the quiz; write it anew: cargo run --release --example simulate -- --write",
            )]);
        }
        Ok(Self {
            id: Box::leak(id.into_boxed_str()),
            figures: Box::leak(Box::new(figures)),
            ladder: Box::leak(Box::new(ladder)),
            guide: Box::leak(Box::new(guide)),
            quiz: Box::leak(Box::new(quiz)),
        })
    }
}
