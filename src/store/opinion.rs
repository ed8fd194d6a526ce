//! A colleague's answers about the visitor, stored with the attempt they are about. Defines the
//! record's format; receiving and comparing opinions is elsewhere.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::quiz::{Answer, Answers};
use crate::store::address::RecordKind;
use crate::store::{AttemptId, KeyValue, Repository, StoreError, record};

/// The stable id of an opinion: 16 digits derived from its content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OpinionId(String);

impl OpinionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OpinionId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let fits = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if fits {
            Ok(Self(text))
        } else {
            Err(format!(
                "“{text}” is no opinion’s name; it has 16 of 0–9 and a–f"
            ))
        }
    }
}

impl From<OpinionId> for String {
    fn from(id: OpinionId) -> Self {
        id.0
    }
}

/// What a colleague answered about the visitor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opinion {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id.
    pub id: OpinionId,
    /// The attempt it is about.
    pub attempt: AttemptId,
    /// The quiz's id.
    pub quiz: String,
    /// The quiz's version. Answers are never compared across versions.
    pub quiz_version: u32,
    /// The form's id.
    pub form: String,
    /// Who answered, if they gave a name; [`Opinion::LONGEST_NAME`] characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// When it was received, in milliseconds since 1970.
    pub received: f64,
}

/// A stored opinion, or why it cannot be read. What cannot be read stays where it is.
pub type OpinionEntry = Result<Opinion, StoreError>;

impl Opinion {
    /// The version this app writes. Version 1 had one answer for “not sure” and “never had the
    /// chance”, and none for “neither appeals”.
    pub const SCHEMA: u32 = 2;
    /// The maximum number of characters of a name; a longer one is refused when the opinion is saved.
    pub const LONGEST_NAME: usize = 80;

    /// An opinion on `attempt`, received at `now`. Its id is derived from everything but the time, so
    /// an answer that is opened twice is saved once.
    pub fn new(
        attempt: AttemptId,
        (quiz, quiz_version, form): (&str, u32, &str),
        from: Option<&str>,
        answers: Answers,
        now: f64,
    ) -> Self {
        let from = from.map(str::trim).filter(|name| !name.is_empty());
        let from = from.map(str::to_owned);
        let mut content = vec![
            attempt.as_str().to_owned(),
            quiz.to_owned(),
            quiz_version.to_string(),
            form.to_owned(),
            from.clone().unwrap_or_default(),
        ];
        content.extend(answers.ids().map(|id| {
            // “Not sure” is empty, as it was when it was the only answer of its kind.
            match answers.get(id) {
                Some(Answer::Category(category)) => format!("{id}:{category}"),
                Some(answer @ (Answer::Neither | Answer::Never)) => {
                    format!("{id}:{}", answer.gap().unwrap_or_default())
                }
                _ => format!("{id}:"),
            }
        }));
        Self {
            schema: Self::SCHEMA,
            id: OpinionId(format!("{:016x}", fnv(&content.join("\n")))),
            attempt,
            quiz: quiz.to_owned(),
            quiz_version,
            form: form.to_owned(),
            from,
            answers,
            received: now,
        }
    }

    /// Reads a record's text.
    ///
    /// # Errors
    /// As for [`Attempt::decode`](crate::store::Attempt::decode).
    pub fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let mut opinion: Self = record::decode(key, text, Self::SCHEMA)?;
        if key.rsplit('/').next() != Some(opinion.id.as_str()) {
            let why = format!("it holds another opinion, {}", opinion.id.as_str());
            return Err(record::unreadable(key, why));
        }
        opinion
            .check()
            .map_err(|why| record::unreadable(key, why))?;
        opinion.schema = Self::SCHEMA;
        Ok(opinion)
    }

    /// The record's text.
    ///
    /// # Errors
    /// [`StoreError::NotKept`] for a value that could not be read back: a time that is not finite, a
    /// name that is too long.
    pub fn encode(&self) -> Result<String, StoreError> {
        if self.check().is_err() || !record::are_times(&[Some(self.received)]) {
            return Err(StoreError::NotKept);
        }
        record::encode(self)
    }

    fn check(&self) -> Result<(), String> {
        record::fits("name", self.from.as_deref(), Self::LONGEST_NAME)
    }
}

impl<K: KeyValue> Repository<K> {
    /// Saves an opinion under its own key and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// As for [`Repository::save_attempt`].
    pub fn save_opinion(&self, opinion: &Opinion) -> Result<(), StoreError> {
        let key = self.key_of(RecordKind::Opinion, opinion.id.as_str());
        if let Some(old) = self.storage().get(&key)? {
            Opinion::decode(&key, &old)?;
        }
        self.write(&key, &opinion.encode()?)
    }

    /// Every opinion on an attempt, the newest first. Those that cannot be read are at the end, unless
    /// they are clearly about another attempt.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn opinions_on(&self, attempt: &AttemptId) -> Result<Vec<OpinionEntry>, StoreError> {
        let mut entries = Vec::new();
        self.each(RecordKind::Opinion, |key, text| {
            if may_be_about(text, attempt) {
                entries.push(Opinion::decode(key, text));
            }
        })?;
        entries.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => b.received.total_cmp(&a.received).then(b.id.cmp(&a.id)),
            (Err(_), Err(_)) => Ordering::Equal,
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(entries)
    }

    /// Removes an opinion and returns it, so that removing can be undone.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn remove_opinion(&self, id: &OpinionId) -> Result<Option<Opinion>, StoreError> {
        let key = self.key_of(RecordKind::Opinion, id.as_str());
        let opinion = match self.storage().get(&key)? {
            Some(text) => Some(Opinion::decode(&key, &text)?),
            None => None,
        };
        self.storage().remove(&key)?;
        Ok(opinion)
    }
}

/// Whether a record could be about this attempt: its text names no other.
fn may_be_about(text: &str, attempt: &AttemptId) -> bool {
    #[derive(Deserialize)]
    struct AboutAttempt {
        attempt: String,
    }
    record::peek(text).is_none_or(|about: AboutAttempt| about.attempt == attempt.as_str())
}

/// FNV-1a over 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
