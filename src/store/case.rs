//! The case as a record. Handles keys and the case of `growth`; the storage is elsewhere.

use crate::growth::{Case, Edit};
use crate::store::address::RecordKind;
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo, record};
use crate::text_merge::Edited;

impl<K: KeyValue> Repository<K> {
    /// The case for the ladder of this page, if one is stored.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read or is newer.
    pub fn case(&self) -> Result<Option<Case>, StoreError> {
        let key = self.case_key();
        match self.storage().get(&key)? {
            Some(text) => decode(&key, &text).map(Some),
            None => Ok(None),
        }
    }

    /// Saves the case and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// As for [`Repository::save_attempt`].
    pub fn save_case(&self, case: &Case) -> Result<(), StoreError> {
        let key = self.case_key();
        if let Some(old) = self.storage().get(&key)? {
            decode(&key, &old)?;
        }
        self.write(&key, &encode(case)?)
    }

    /// Applies edits to lines of the case, on top of what is saved by then. Returns the outcome of each
    /// edit, in the same order. No line that another tab has written is lost.
    ///
    /// # Errors
    /// As for [`Repository::save_case`]; nothing is written in that case.
    pub fn edit_case(&self, edits: &[Edit], now: f64) -> Result<Vec<Edited>, StoreError> {
        let mut case = self.case()?.unwrap_or_default();
        let done: Vec<Edited> = edits.iter().map(|edit| case.edit(edit)).collect();
        if done.iter().any(Edited::is_written) {
            case.changed = now;
            self.save_case(&case)?;
        }
        Ok(done)
    }

    /// Removes the case, if one is stored, and returns how to undo that.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn remove_case(&self) -> Result<Option<Undo>, TransactionError> {
        match self.case()? {
            Some(_) => {
                let mut keys = vec![self.case_key()];
                // Records of layout 1 too: otherwise they would be migrated later. The cases of other
                // ladders stay.
                let own = self.layout().address(RecordKind::Case, "case");
                for (key, text) in self.ours()? {
                    let address = self.address_of(&key, &text);
                    if address.is_some_and(|one| one == own) {
                        keys.push(key);
                    }
                }
                self.remove_keys(&keys).map(Some)
            }
            None => Ok(None),
        }
    }

    fn case_key(&self) -> String {
        self.key_of(RecordKind::Case, "case")
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
