//! How a record's text is read: first its size, then its version, then the rest; and the limits on a
//! field. Independent of the kind of record and the storage.

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

/// Reads a few fields of any text.
pub(super) fn peek<T: DeserializeOwned>(text: &str) -> Option<T> {
    Limits::RECORD.check(text).ok()?;
    is_group(text).then(|| serde_json::from_str(text).ok())?
}

/// Whether a text is an object, if it is JSON at all. Serde would also accept a list with its values in
/// the order of the fields.
fn is_group(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// Writes a record, unless it would be too large to be read back.
///
/// # Errors
/// [`StoreError::NotKept`].
pub(super) fn encode<T: Serialize>(record: &T) -> Result<String, StoreError> {
    serde_json::to_string(record)
        .ok()
        .filter(|text| Limits::RECORD.check(text).is_ok())
        .ok_or(StoreError::NotKept)
}

/// The error for an unreadable text under `key`, with the reason.
pub(super) fn unreadable(key: &str, why: String) -> StoreError {
    StoreError::Unreadable {
        key: key.to_owned(),
        why: escape_hidden(&why),
    }
}

/// The error for a locked record under `key`.
pub(super) fn locked(key: &str) -> StoreError {
    unreadable(key, "it is locked; unlock it first".to_owned())
}

/// Whether each time can be written: JSON cannot express numbers that are not finite, so they would be
/// written as `null` and could not be read back.
pub(super) fn are_times(times: &[Option<f64>]) -> bool {
    times.iter().flatten().all(|time| time.is_finite())
}

/// Returns an error if a field has too many characters.
pub(super) fn fits(field: &str, text: Option<&str>, longest: usize) -> Result<(), String> {
    TooLong::check(text.unwrap_or_default(), longest)
        .map_err(|excess| format!("its {field} is {excess}"))
}

/// The beginning of a text for a list, with “…” if it continues; none if it is blank.
pub(super) fn beginning(text: &str, most: usize) -> Option<String> {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    (!text.trim().is_empty()).then_some(shown)
}
