//! The answers of one session: everything that is stored, and the only input of a result. Scoring is
//! elsewhere.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::quiz::{Form, Item, Quiz, Response};

/// One answer: a category, which counts, or one of three that drop the item from the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 0 to 4. In a pair 4 is “much more the broad side”, whichever side was on the left of the page;
    /// in a rating 4 is “energises me”.
    Category(u8),
    /// Neither side of a pair appeals; “both alike” is category 2. Stored as `"neither"`.
    Neither,
    /// Not sure. Stored as `null`. In a quiz without [`Answer::Never`] it means that too.
    NotSure,
    /// Never had the chance. Stored as `"never"`.
    Never,
}

impl Answer {
    /// The category, unless the answer counts for no side.
    pub const fn category(self) -> Option<u8> {
        match self {
            Self::Category(category) => Some(category),
            Self::Neither | Self::NotSure | Self::Never => None,
        }
    }

    /// The word for an answer that counts for no side, in records and in text for comparison.
    pub const fn gap(self) -> Option<&'static str> {
        match self {
            Self::Category(_) => None,
            Self::Neither => Some("neither"),
            Self::NotSure => Some("unsure"),
            Self::Never => Some("never"),
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Category(category) => to.serialize_u8(*category),
            Self::NotSure => to.serialize_unit(),
            Self::Neither | Self::Never => to.serialize_str(self.gap().unwrap_or_default()),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an answer: 0 to 4, “neither”, “never”, or null for “not sure”")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Answer, E> {
        match u8::try_from(number) {
            Ok(category @ 0..=4) => Ok(Answer::Category(category)),
            _ => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Answer, E> {
        let mut known = [Answer::Neither, Answer::NotSure, Answer::Never].into_iter();
        let found = known.find(|answer| answer.gap() == Some(word));
        found.ok_or_else(|| E::invalid_value(Unexpected::Str(word), &self))
    }

    fn visit_unit<E: Error>(self) -> Result<Answer, E> {
        Ok(Answer::NotSure)
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

    /// The answers that count for a side: answered items of `form` with their parameters.
    pub fn responses<'a>(&self, quiz: &'a Quiz, form: &Form) -> Vec<(&'a Item, Response)> {
        self.counted(quiz, form, false)
    }

    /// The answered ratings of people work, which count for neither side.
    pub fn people_responses<'a>(&self, quiz: &'a Quiz, form: &Form) -> Vec<(&'a Item, Response)> {
        self.counted(quiz, form, true)
    }

    fn counted<'a>(&self, quiz: &'a Quiz, form: &Form, people: bool) -> Vec<(&'a Item, Response)> {
        form.items
            .iter()
            .filter_map(|id| {
                let category = self.get(id)?.category()?;
                let item = quiz.item(id)?;
                let parameters = *quiz.parameters(item)?;
                (quiz.is_people(item) == people).then_some((
                    item,
                    Response {
                        parameters,
                        category,
                    },
                ))
            })
            .collect()
    }
}
