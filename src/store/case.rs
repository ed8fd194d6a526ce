//! The case as a record. Knows keys and the case of `growth`; knows nothing of where text is kept.

use crate::growth::{Case, Edit};
use crate::store::address::RecordKind;
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo, record};
use crate::text_merge::Edited;

impl<K: KeyValue> Repository<K> {
    /// The case for the ladder of this page, if one is kept.
    ///
    /// # Errors
    /// When the storage refuses, or the record cannot be read or is newer.
    pub fn case(&self) -> Result<Option<Case>, StoreError> {
        let key = self.case_key();
        match self.storage().get(&key)? {
            Some(text) => decode(&key, &text).map(Some),
            None => Ok(None),
        }
    }

    /// Saves the case and reads it back: `Ok` means it is kept.
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

    /// Writes what was typed into lines of the case, on top of what is saved by then; what came of
    /// each edit, in their order. No line that another tab has written is lost.
    ///
    /// # Errors
    /// As for [`Repository::save_case`]; nothing is written then.
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
    /// When the storage refuses, or the record cannot be read: then it stays.
    pub fn remove_case(&self) -> Result<Option<Undo>, TransactionError> {
        match self.case()? {
            Some(_) => {
                let mut keys = vec![self.case_key()];
                // Also where it waits in layout 1, or else it would be taken in later.
                for (key, text) in self.ours()? {
                    let address = self.address_of(&key, &text);
                    if address.is_some_and(|one| {
                        one.kind == RecordKind::Case && one.quarantined.is_none()
                    }) {
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

/// The record's text, unless its time is none or it would be too large to be read again.
pub(super) fn encode(case: &Case) -> Result<String, StoreError> {
    if record::are_times(&[Some(case.changed)]) {
        record::encode(case)
    } else {
        Err(StoreError::NotKept)
    }
}
