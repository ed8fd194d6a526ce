//! A fault in a ladder file, as a sentence with its location and the remedy. The presentation is
//! elsewhere.

use std::fmt;

use serde::Serialize;

/// One fault in a ladder or quiz file: its location, what is wrong, and the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The location as a path, such as `levels[3].code`.
    pub place: String,
    /// What is wrong there, and the remedy, in one sentence.
    pub problem: String,
}

impl Fault {
    /// A fault at `place`.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            problem: problem.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for Fault {}
