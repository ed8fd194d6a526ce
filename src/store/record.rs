//! How a record's text is read: its version first, then the rest.
//! Knows no kind of record and no place.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::StoreError;

/// The one field that every version of every record has.
#[derive(Deserialize)]
struct Header {
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
    let unreadable = |error: serde_json::Error| StoreError::Unreadable {
        key: key.to_owned(),
        why: error.to_string(),
    };
    let Header { schema } = serde_json::from_str(text).map_err(unreadable)?;
    if schema > newest {
        return Err(StoreError::Newer {
            key: key.to_owned(),
            version: schema,
        });
    }
    serde_json::from_str(text).map_err(unreadable)
}
