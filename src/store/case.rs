//! The notes of an older case as a record: read, and written only where two of them are merged. Handles
//! keys and the case of `growth`; the storage is elsewhere.

use crate::growth::Case;
use crate::store::address::RecordKind;
use crate::store::{KeyValue, Repository, StoreError, record};

impl<K: KeyValue> Repository<K> {
    /// The case for the ladder of this page, if one is stored.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read or is newer.
    pub fn case(&self) -> Result<Option<Case>, StoreError> {
        let key = self.key_of(RecordKind::Case, "case");
        match self.storage().get(&key)? {
            Some(text) => decode(&key, &text).map(Some),
            None => Ok(None),
        }
    }
}

/// Reads a record's text.
pub(super) fn decode(key: &str, text: &str) -> Result<Case, StoreError> {
    record::decode(key, text, Case::SCHEMA)
}

/// The record's text, unless its time is not finite or it would be too large to be read back.
pub(super) fn encode(case: &Case) -> Result<String, StoreError> {
    if record::are_times(&[Some(case.changed)]) {
        record::encode(case)
    } else {
        Err(StoreError::NotKept)
    }
}
