//! How a record's text is read: its size first, its version, then the rest; and what a field may
//! hold. Knows no kind of record, and not where it is stored.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::guard::{Limits, escape_hidden, path_at};
use crate::store::StoreError;
use crate::text_merge::TooLong;

/// The one field that every version of every record has.
#[derive(Deserialize)]
struct SchemaHeader {
    schema: u32,
}

/// Reads a record of at most version `newest`.
///
/// # Errors
/// [`StoreError::Newer`] for a record of a newer app, [`StoreError::Unreadable`] for anything else.
pub(super) fn decode<T: DeserializeOwned>(
    key: &str,
    text: &str,
    newest: u32,
) -> Result<T, StoreError> {
    let fault = |error: serde_json::Error| {
        let path = path_at(text, error.line(), error.column());
        let why = if path.is_empty() {
            error.to_string()
        } else {
            format!("{path}: {error}")
        };
        unreadable(key, why)
    };
    Limits::RECORD
        .check(text)
        .map_err(|excess| unreadable(key, excess.to_string()))?;
    if !is_group(text) {
        return Err(unreadable(key, "it does not begin with “{”".to_owned()));
    }
    let SchemaHeader { schema } = serde_json::from_str(text).map_err(fault)?;
    if schema > newest {
        return Err(StoreError::Newer {
            key: key.to_owned(),
            version: schema,
        });
    }
    serde_json::from_str(text).map_err(fault)
}

/// Reads a few fields of a text that may be anything.
pub(super) fn peek<T: DeserializeOwned>(text: &str) -> Option<T> {
    Limits::RECORD.check(text).ok()?;
    is_group(text).then(|| serde_json::from_str(text).ok())?
}

/// Whether a text is a group of named values, if it is JSON at all. Serde would take a list for one,
/// its values in the order of the fields.
fn is_group(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// Writes a record, unless it would be too large to be read again.
///
/// # Errors
/// [`StoreError::NotKept`].
pub(super) fn encode<T: Serialize>(record: &T) -> Result<String, StoreError> {
    serde_json::to_string(record)
        .ok()
        .filter(|text| Limits::RECORD.check(text).is_ok())
        .ok_or(StoreError::NotKept)
}

/// That the text under `key` is no record, and why.
pub(super) fn unreadable(key: &str, why: String) -> StoreError {
    StoreError::Unreadable {
        key: key.to_owned(),
        why: escape_hidden(&why),
    }
}

/// That the record under `key` is locked.
pub(super) fn locked(key: &str) -> StoreError {
    unreadable(key, "it is locked; unlock it first".to_owned())
}

/// Whether each time can be written: JSON has no word for what is not finite, so it would be
/// written as `null` and never read again.
pub(super) fn are_times(times: &[Option<f64>]) -> bool {
    times.iter().flatten().all(|time| time.is_finite())
}

/// Says so where a field holds more characters than it may.
pub(super) fn fits(field: &str, text: Option<&str>, longest: usize) -> Result<(), String> {
    TooLong::check(text.unwrap_or_default(), longest)
        .map_err(|excess| format!("its {field} is {excess}"))
}

/// The beginning of a text for a list, with “…” where it goes on; none where it has no letter.
pub(super) fn beginning(text: &str, most: usize) -> Option<String> {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    (!text.trim().is_empty()).then_some(shown)
}
