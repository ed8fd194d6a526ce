//! What can be told apart before a verdict: too few answers, and one place chosen throughout. Handles
//! answers and fits; the sentences are elsewhere.

use crate::quiz::{Answers, Fit, Form, ItemKind, Quiz, Verdict};

/// The minimum number of answers that count for a side; fewer give no verdict.
pub const FEWEST_ANSWERS: usize = 6;

/// What a sheet of answers shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Fewer than [`FEWEST_ANSWERS`] answers count.
    TooFew,
    /// One and the same place, from the left, was chosen throughout: 0 to 4.
    StraightLine(u8),
    /// A verdict.
    Verdict(Verdict),
}

impl Finding {
    /// The finding on the answers to the items of a form, with their fit.
    pub fn of(quiz: &Quiz, form: &Form, answers: &Answers, fit: &Fit) -> Self {
        if fit.answers < FEWEST_ANSWERS {
            return Self::TooFew;
        }
        let mut places = answers
            .responses(quiz, form)
            .into_iter()
            .map(|(item, one)| match &item.ask {
                ItemKind::Pair(pair) => pair.mirror(one.category),
                ItemKind::Rating(_) => one.category,
            });
        match places.next() {
            Some(first) if places.all(|place| place == first) => Self::StraightLine(first),
            _ => Self::Verdict(Verdict::of(fit)),
        }
    }

    /// The verdict, if there is one.
    pub const fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Verdict(verdict) => Some(verdict),
            Self::TooFew | Self::StraightLine(_) => None,
        }
    }
}
