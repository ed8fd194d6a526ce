//! The case as a record. Knows keys and the journal's case; knows nothing of where text is kept.

use super::{KeyValue, Shelf, StoreError, record};
use crate::journal::Case;

const KEY: &str = "ladder-explorer/v1/journal/case";

impl<K: KeyValue> Shelf<K> {
    /// The case, if one is kept.
    ///
    /// # Errors
    /// When the place refuses, or the record cannot be read or is newer.
    pub fn case(&self) -> Result<Option<Case>, StoreError> {
        match self.place().get(KEY)? {
            Some(text) => decode(&text).map(Some),
            None => Ok(None),
        }
    }

    /// Saves the case and reads it back: `Ok` means it is kept.
    ///
    /// # Errors
    /// As for [`Shelf::save_attempt`].
    pub fn save_case(&self, case: &Case) -> Result<(), StoreError> {
        if let Some(old) = self.place().get(KEY)? {
            decode(&old)?;
        }
        let text = serde_json::to_string(case).map_err(|_| StoreError::NotKept)?;
        self.write(KEY, &text)
    }

    /// Removes the case and hands it back, so that removing can be undone.
    ///
    /// # Errors
    /// When the place refuses, or the record cannot be read: then it stays.
    pub fn remove_case(&self) -> Result<Option<Case>, StoreError> {
        let case = self.case()?;
        self.place().remove(KEY)?;
        Ok(case)
    }
}

fn decode(text: &str) -> Result<Case, StoreError> {
    record::decode(KEY, text, Case::SCHEMA)
}
