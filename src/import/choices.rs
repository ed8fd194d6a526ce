//! Answers to what an import asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Answers by the id of their question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Choices {
    answers: BTreeMap<String, String>,
}

impl Choices {
    /// The answer to a question.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.answers.get(id).map(String::as_str)
    }

    /// Answers a question, instead of any answer before.
    pub fn set(&mut self, id: impl Into<String>, answer: impl Into<String>) {
        self.answers.insert(id.into(), answer.into());
    }

    /// Every answer with its id, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let answers = self.answers.iter();
        answers.map(|(id, answer)| (id.as_str(), answer.as_str()))
    }
}
