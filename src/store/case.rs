//! The case as a record. Knows keys and the journal's case; knows nothing of where text is kept.

use super::{KeyValue, RestoreError, Shelf, StoreError, Undo, record};
use crate::journal::{Case, Edit};
use crate::lines::Edited;

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
        self.write(KEY, &encode(case)?)
    }

    /// Writes what was typed into lines of the case, on top of what is kept by then; what came of
    /// each edit, in their order. No line that another tab has written is lost.
    ///
    /// # Errors
    /// As for [`Shelf::save_case`]; nothing is written then.
    pub fn edit_case(&self, edits: &[Edit], now: f64) -> Result<Vec<Edited>, StoreError> {
        let mut case = self.case()?.unwrap_or_default();
        let done: Vec<Edited> = edits.iter().map(|edit| case.edit(edit)).collect();
        if done.iter().any(Edited::is_written) {
            case.changed = now;
            self.save_case(&case)?;
        }
        Ok(done)
    }

    /// Removes the case, if one is kept, and says how that is undone.
    ///
    /// # Errors
    /// When the place refuses, or the record cannot be read: then it stays.
    pub fn remove_case(&self) -> Result<Option<Undo>, RestoreError> {
        match self.case()? {
            Some(_) => self.remove_key(KEY).map(Some),
            None => Ok(None),
        }
    }
}

/// Reads a record's text.
pub(super) fn decode(text: &str) -> Result<Case, StoreError> {
    record::decode(KEY, text, Case::SCHEMA)
}

/// The record's text, unless its time is none or it would be too large to be read again.
pub(super) fn encode(case: &Case) -> Result<String, StoreError> {
    if record::are_times(&[Some(case.changed)]) {
        record::encode(case)
    } else {
        Err(StoreError::NotKept)
    }
}
