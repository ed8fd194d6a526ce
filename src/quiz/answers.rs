//! The answers of one session: everything that is stored, and the only input of a result. Scoring is
//! elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::quiz::{Form, Item, Quiz, Response};

/// One answer: a category, or “not sure / never had the chance”, which drops the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Option<u8>", into = "Option<u8>")]
pub enum Answer {
    /// 0 to 4. In a pair 4 is “much more the broad side”, whichever side was on the left of the page;
    /// in a rating 4 is “energises me”.
    Category(u8),
    /// Asked, and left open on purpose. Stored as `null`.
    NotSure,
}

impl Answer {
    /// The category, unless the item was left open.
    pub const fn category(self) -> Option<u8> {
        match self {
            Self::Category(category) => Some(category),
            Self::NotSure => None,
        }
    }
}

impl TryFrom<Option<u8>> for Answer {
    type Error = String;

    fn try_from(stored: Option<u8>) -> Result<Self, String> {
        match stored {
            None => Ok(Self::NotSure),
            Some(category @ 0..=4) => Ok(Self::Category(category)),
            Some(other) => Err(format!(
                "an answer is 0 to 4, or null for “not sure”; {other} is neither"
            )),
        }
    }
}

impl From<Answer> for Option<u8> {
    fn from(answer: Answer) -> Self {
        answer.category()
    }
}

/// Answers by item id. An item that is absent was not asked yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// Sets an answer; a second one to the same item replaces the first.
    pub fn set(&mut self, item: &str, answer: Answer) {
        self.0.insert(item.to_owned(), answer);
    }

    /// Merges the answers of `later`, which take precedence.
    pub fn take_over(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// The answer to an item, if it was asked.
    pub fn get(&self, item: &str) -> Option<Answer> {
        self.0.get(item).copied()
    }

    /// The ids of every item answered or left open.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The first item of `form`, by position, that was neither answered nor left open.
    pub fn first_open(&self, form: &Form) -> Option<usize> {
        form.items.iter().position(|id| self.get(id).is_none())
    }

    /// The items of `form` that are still to be asked, in its order. For a form that continues a
    /// shorter one these are the items that the shorter one did not have: nothing is asked twice.
    pub fn remaining<'a>(&self, form: &'a Form) -> impl Iterator<Item = &'a str> {
        let ids = form.items.iter().map(String::as_str);
        ids.filter(|id| self.get(id).is_none())
    }

    /// The answers that count towards the score: answered items of `form` with their parameters.
    pub fn responses<'a>(&self, quiz: &'a Quiz, form: &Form) -> Vec<(&'a Item, Response)> {
        form.items
            .iter()
            .filter_map(|id| {
                let category = self.get(id)?.category()?;
                let item = quiz.item(id)?;
                Some((
                    item,
                    Response {
                        parameters: *quiz.parameters(item)?,
                        category,
                    },
                ))
            })
            .collect()
    }
}
