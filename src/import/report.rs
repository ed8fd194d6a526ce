//! What an import says of itself: counts, what was left out, and what has to be confirmed. Sentences for
//! people; what is shown is safe to show.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::guard::escape_hidden;

/// What was read, what was not, and what has to be confirmed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// What is in the ladder.
    pub read: Counts,
    /// What is not, or not as it was, in the order of the files.
    pub dropped: Vec<Dropped>,
    /// What the file did not say, with the answer that was taken. Answered guesses are not here.
    pub guessed: Vec<Guess>,
}

/// The size of a ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Levels.
    pub levels: usize,
    /// Competencies.
    pub competencies: usize,
    /// Cells of levels and of steps.
    pub cells: usize,
    /// Statements within cells.
    pub items: usize,
    /// Examples within cells.
    pub examples: usize,
}

/// A part of a file that is not in the ladder, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// The file and the place in it.
    pub place: String,
    /// The text, cut if it is long.
    pub text: String,
    /// Why it was left out, or what became of it.
    pub why: String,
}

/// A question that a file left open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The id under which [`Choices`](crate::import::Choices) answer it.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer that was taken; the id of an offer, if there are any.
    pub answer: String,
    /// The answers to choose from; none where the answer is a text.
    pub options: Vec<Offer>,
    /// What else can be answered on a command line; empty for nothing.
    pub also: String,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What [`Choices`](crate::import::Choices) name it.
    pub id: String,
    /// What it means.
    pub words: String,
}

/// Why nothing was read: sentences with the file, the place and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// At least one.
    pub sentences: Vec<String>,
}

impl Refusal {
    pub(super) fn one(sentence: impl AsRef<str>) -> Self {
        Self {
            sentences: vec![escape_hidden(sentence.as_ref())],
        }
    }

    pub(super) fn all(sentences: impl Iterator<Item = String>) -> Self {
        Self {
            sentences: sentences.map(|one| escape_hidden(&one)).collect(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentences.join("\n"))
    }
}

impl std::error::Error for Refusal {}
