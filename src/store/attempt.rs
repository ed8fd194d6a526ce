//! One stored session of the quiz: the answers, never the result. Defines the record's format and its
//! versions; scoring is elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::quiz::{Answers, Quiz, Today};
use crate::store::{StoreError, record};
use crate::text_merge::{Edited, Room, TooLong};

/// The stable id of an attempt. It is part of the record's key and of the result's address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AttemptId(String);

impl AttemptId {
    /// An id from the time in milliseconds since 1970 and a random number, so that two tabs get
    /// different ids.
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

/// The text that the visitor can write about an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// Its name.
    Name,
    /// A private note.
    Note,
}

impl TextField {
    /// The text as it is stored: a name is trimmed, and blank text becomes empty.
    pub fn kept(self, text: &str) -> &str {
        match self {
            _ if text.trim().is_empty() => "",
            Self::Name => text.trim(),
            Self::Note => text,
        }
    }

    const fn most(self) -> usize {
        match self {
            Self::Name => Attempt::LONGEST_NAME,
            Self::Note => Attempt::LONGEST_NOTE,
        }
    }

    const fn room(self) -> Room {
        match self {
            Self::Name => Room::names(self.most()),
            Self::Note => Room::lines(self.most()),
        }
    }
}

/// One session: the quiz, the form, the answers and times, and the visitor's name and note for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id.
    pub id: AttemptId,
    /// The quiz's id.
    pub quiz: String,
    /// The quiz's version. Answers are never scored with another version's parameters.
    pub quiz_version: u32,
    /// The form's id.
    pub form: String,
    /// The answers.
    pub answers: Answers,
    /// How much each behaviour occurs in a typical week at present, by behaviour id. Never scored.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub today: BTreeMap<String, Today>,
    /// The name that the visitor gave it; [`Attempt::LONGEST_NAME`] characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A private note; [`Attempt::LONGEST_NOTE`] characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was begun, in milliseconds since 1970.
    pub started: f64,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
    /// When the result was requested; none while the session is in progress.
    #[serde(default)]
    pub finished: Option<f64>,
}

impl Attempt {
    /// The version this app writes. Version 1 had no `today`, `name` and `note`; version 2 had one
    /// answer for “not sure” and “never had the chance”, and none for “neither appeals”.
    pub const SCHEMA: u32 = 3;
    /// The maximum number of characters of a name.
    pub const LONGEST_NAME: usize = 80;
    /// The maximum number of characters of a note.
    pub const LONGEST_NOTE: usize = 2_000;

    /// An attempt without answers, begun `now`, in milliseconds since 1970.
    pub fn new(id: AttemptId, quiz: &Quiz, form: &str, now: f64) -> Self {
        Self {
            schema: Self::SCHEMA,
            id,
            quiz: quiz.id.clone(),
            quiz_version: quiz.version,
            form: form.to_owned(),
            answers: Answers::default(),
            today: BTreeMap::new(),
            name: None,
            note: None,
            started: now,
            changed: now,
            finished: None,
        }
    }

    /// Names the attempt; blank text removes the name.
    ///
    /// # Errors
    /// If the text has too many characters; the attempt is then unchanged.
    pub fn set_name(&mut self, text: &str) -> Result<(), TooLong> {
        self.set(TextField::Name, text)
    }

    /// Writes the note; blank text removes it.
    ///
    /// # Errors
    /// As for [`Attempt::set_name`].
    pub fn set_note(&mut self, text: &str) -> Result<(), TooLong> {
        self.set(TextField::Note, text)
    }

    fn set(&mut self, which: TextField, text: &str) -> Result<(), TooLong> {
        let text = which.kept(text);
        TooLong::check(text, which.most())?;
        self.put(which, text);
        Ok(())
    }

    fn put(&mut self, which: TextField, text: &str) {
        let text = (!text.is_empty()).then(|| text.to_owned());
        match which {
            TextField::Name => self.name = text,
            TextField::Note => self.note = text,
        }
    }

    /// The name or the note; empty if there is none.
    pub fn words(&self, which: TextField) -> &str {
        let words = match which {
            TextField::Name => &self.name,
            TextField::Note => &self.note,
        };
        words.as_deref().unwrap_or_default()
    }

    /// Writes a name or a note, unless it is too long or would overwrite a change made elsewhere since
    /// it was `before`. Blank text removes it.
    pub fn edit(&mut self, which: TextField, before: &str, text: &str) -> Edited {
        let (before, typed) = (which.kept(before), which.kept(text));
        let edited = Edited::of(self.words(which), before, typed, &which.room());
        if let Some(text) = edited.text(typed) {
            self.put(which, text);
        }
        edited
    }

    /// Merges this attempt with another version of it, such as one saved by another tab. Where both
    /// have a value, the later change wins; all of `today` comes from the later one. An answer that
    /// only one of them has is never lost. The form is the one with more answers, since a longer form
    /// continues a shorter one.
    pub fn join(&mut self, other: Self) {
        let mut earlier = other;
        if earlier.changed > self.changed {
            std::mem::swap(self, &mut earlier);
        }
        if earlier.answers.ids().count() > self.answers.ids().count() {
            self.form = std::mem::take(&mut earlier.form);
        }
        earlier.answers.take_over(std::mem::take(&mut self.answers));
        self.answers = earlier.answers;
    }

    /// Merges two texts of one attempt, with the names, notes and `today` values of both. None if they
    /// are of different quizzes, or if two texts do not fit into one field.
    pub(super) fn joined(mut self, mut other: Self) -> Option<Self> {
        if (&self.quiz, self.quiz_version) != (&other.quiz, other.quiz_version) {
            return None;
        }
        for which in [TextField::Name, TextField::Note] {
            if !self.edit(which, "", other.words(which)).is_written() {
                return None;
            }
            let both = self.words(which).to_owned();
            other.put(which, &both);
        }
        let today = [self.today.clone(), other.today.clone()];
        self.join(other);
        for (behaviour, held) in today.into_iter().flatten() {
            self.today.entry(behaviour).or_insert(held);
        }
        Some(self)
    }

    /// Reads a record's text, of this version or an older one.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a record of a newer app; [`StoreError::Unreadable`] for anything else,
    /// including an id that differs from the one in the key.
    pub fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let mut attempt: Self = record::decode(key, text, Self::SCHEMA)?;
        if key.rsplit('/').next() != Some(attempt.id.as_str()) {
            let why = format!("it holds another attempt, {}", attempt.id.as_str());
            return Err(record::unreadable(key, why));
        }
        attempt
            .check()
            .map_err(|why| record::unreadable(key, why))?;
        // What older versions did not have is optional.
        attempt.schema = Self::SCHEMA;
        Ok(attempt)
    }

    /// The record's text.
    ///
    /// # Errors
    /// [`StoreError::NotKept`] for a value that could not be read back: a time that is not finite, a
    /// name or a note that is too long.
    pub fn encode(&self) -> Result<String, StoreError> {
        let times = [Some(self.started), Some(self.changed), self.finished];
        if self.check().is_err() || !record::are_times(&times) {
            return Err(StoreError::NotKept);
        }
        record::encode(self)
    }

    fn check(&self) -> Result<(), String> {
        record::fits("name", self.name.as_deref(), Self::LONGEST_NAME)?;
        record::fits("note", self.note.as_deref(), Self::LONGEST_NOTE)
    }
}

/// What is known of an attempt without reading its answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// When it was begun, in milliseconds since 1970.
    pub started: f64,
    /// Whether its result was requested.
    pub finished: bool,
}

impl Outline {
    /// Reads the outline from a record's text; none if a newer app wrote it or it cannot be read.
    pub(super) fn decode(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct OutlineFields {
            schema: u32,
            started: f64,
            #[serde(default)]
            finished: Option<f64>,
        }
        let fields: OutlineFields = record::peek(text)?;
        (fields.schema <= Attempt::SCHEMA).then_some(Self {
            started: fields.started,
            finished: fields.finished.is_some(),
        })
    }
}
