//! What a visitor chose for every page: the title scheme, the rung they are on, a reminder.
//! Knows the record's format; knows nothing of which schemes exist.

use serde::{Deserialize, Serialize};

use super::{StoreError, record};
use crate::ladder::Rung;

/// Choices that hold on every page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the title scheme, once one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_scheme: Option<String>,
    /// The rung the visitor said they are on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// Whether “/” opens the search; it does unless this says no (WCAG 2.2, 2.1.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slash_key: Option<bool>,
    /// From when on a visit reminds of taking the quiz again, in milliseconds since 1970; only
    /// where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind_at: Option<f64>,
}

impl Settings {
    /// The version this app writes. Version 1 had no `remindAt`, and an app that knows no more
    /// would drop it when it saves.
    pub const SCHEMA: u32 = 2;

    /// Takes over what `other` says and this does not; whether both agree in the rest.
    pub fn join(&mut self, other: Self) -> bool {
        let agree = fill(&mut self.title_scheme, other.title_scheme)
            & fill(&mut self.rung, other.rung)
            & fill(&mut self.slash_key, other.slash_key);
        fill(&mut self.remind_at, other.remind_at) & agree
    }

    /// Reads a record's text, of this version or an older one.
    pub(super) fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let mut settings: Self = record::decode(key, text, Self::SCHEMA)?;
        settings.schema = Self::SCHEMA;
        Ok(settings)
    }

    /// The record's text, unless the reminder is no time.
    pub(super) fn encode(&self) -> Result<String, StoreError> {
        if !record::are_times(&[self.remind_at]) {
            return Err(StoreError::NotKept);
        }
        record::encode(self)
    }
}

/// Fills a field that is open; whether nothing of `other` is left over.
fn fill<T: PartialEq>(field: &mut Option<T>, other: Option<T>) -> bool {
    match (&*field, other) {
        (_, None) => true,
        (None, other) => {
            *field = other;
            true
        }
        (Some(here), Some(other)) => *here == other,
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            title_scheme: None,
            rung: None,
            slash_key: None,
            remind_at: None,
        }
    }
}
