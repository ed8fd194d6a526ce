//! One sitting of the quiz as it is kept: the answers, never the result.
//! Knows the record's format and its versions; knows nothing of scoring.

use serde::{Deserialize, Serialize};

use super::{StoreError, record};
use crate::quiz::Answers;

/// The stable name of an attempt: it stands in its key and in the address of its result.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AttemptId(String);

impl AttemptId {
    /// An id from the time in milliseconds since 1970 and some chance, so that two tabs differ.
    pub fn new(now: f64, chance: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (time, salt) = (now.max(0.0) as u64, (chance.abs().fract() * 1e9) as u64);
        Self(format!("{time:x}-{salt:x}"))
    }

    /// Reads an id from an address: 1 to 40 of `0–9`, `a–f` and `-`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=40).contains(&text.len())
            && text
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f' | b'-'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AttemptId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| {
            format!("“{text}” is no attempt’s name; it has 1 to 40 of 0–9, a–f and “-”")
        })
    }
}

impl From<AttemptId> for String {
    fn from(id: AttemptId) -> Self {
        id.0
    }
}

/// One sitting: which quiz, which form, the answers, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable name.
    pub id: AttemptId,
    /// The quiz's id.
    pub quiz: String,
    /// The quiz's version: answers are never read with another one's parameters.
    pub quiz_version: u32,
    /// The form's id.
    pub form: String,
    /// The answers.
    pub answers: Answers,
    /// When it was begun, in milliseconds since 1970.
    pub started: f64,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
    /// When the result was asked for; none while it is under way.
    #[serde(default)]
    pub finished: Option<f64>,
}

impl Attempt {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;

    /// Reads a record's text.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a record of a newer app; [`StoreError::Unreadable`] for anything
    /// else, also where the name inside is not the one in the key.
    pub fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let attempt: Self = record::decode(key, text, Self::SCHEMA)?;
        if key.rsplit('/').next() == Some(attempt.id.as_str()) {
            Ok(attempt)
        } else {
            Err(StoreError::Unreadable {
                key: key.to_owned(),
                why: format!("it holds another attempt, {}", attempt.id.as_str()),
            })
        }
    }

    /// The record's text.
    ///
    /// # Errors
    /// [`StoreError::NotKept`] if it cannot be written as JSON, as with a time that is no number.
    pub fn encode(&self) -> Result<String, StoreError> {
        // JSON has no word for what is not finite: it would be written as `null` and never read again.
        let times = [Some(self.started), Some(self.changed), self.finished];
        if times.into_iter().flatten().any(|time| !time.is_finite()) {
            return Err(StoreError::NotKept);
        }
        serde_json::to_string(self).map_err(|_| StoreError::NotKept)
    }
}

/// What can be told of an attempt without reading its answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// When it was begun, in milliseconds since 1970.
    pub started: f64,
    /// Whether its result was asked for.
    pub finished: bool,
}

impl Outline {
    /// Reads the outline of a record's text, unless a newer app wrote it or it cannot be read.
    pub(super) fn decode(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Fields {
            schema: u32,
            started: f64,
            #[serde(default)]
            finished: Option<f64>,
        }
        let fields: Fields = serde_json::from_str(text).ok()?;
        (fields.schema <= Attempt::SCHEMA).then_some(Self {
            started: fields.started,
            finished: fields.finished.is_some(),
        })
    }
}
