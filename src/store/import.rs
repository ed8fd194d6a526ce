//! An import: a preview of what a backup would change, and the change itself, all or nothing. Handles
//! backups and records; the user interface is elsewhere.

use std::collections::BTreeMap;

use crate::store::address::Address;
use crate::store::backup::Backup;
use crate::store::inventory::{RecordState, state_at};
use crate::store::layout::Key;
use crate::store::undo::{TransactionError, Undo};
use crate::store::{KeyValue, Repository, StoreError, record};

/// How a backup is imported. In both modes, an existing record that is newer or cannot be read stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Import {
    /// Adds the records that are missing here. Existing records stay.
    Add,
    /// Removes the records that are not in the backup, and takes over all that are.
    Replace,
}

/// What an import would change, as numbers of records.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Preview {
    /// When the backup was created, in milliseconds since 1970.
    pub made: f64,
    /// Only in the backup.
    pub missing: usize,
    /// The same text in both.
    pub same: usize,
    /// The text here differs, and [`Import::Replace`] overwrites it.
    pub different: usize,
    /// The text here differs and stays: it is newer or cannot be read, or the backup's text cannot be
    /// read.
    pub stays: usize,
    /// Only here, and [`Import::Replace`] removes it.
    pub only_here: usize,
}

/// A record of a backup compared with the one here.
enum Meeting {
    Missing,
    Same,
    Different,
    Stays,
}

impl Backup {
    /// What the import of this backup would change.
    ///
    /// # Errors
    /// If storage is unavailable, or a record here is locked.
    pub fn preview<K: KeyValue>(&self, repository: &Repository<K>) -> Result<Preview, StoreError> {
        let mut preview = Preview {
            made: self.made,
            only_here: self.only_on(repository)?.len(),
            ..Preview::default()
        };
        for (address, text) in self.records() {
            let count = match repository.meet(address, text)? {
                Meeting::Missing => &mut preview.missing,
                Meeting::Same => &mut preview.same,
                Meeting::Different => &mut preview.different,
                Meeting::Stays => &mut preview.stays,
            };
            *count += 1;
        }
        Ok(preview)
    }

    /// The keys of the readable records that this backup does not have. This includes unmigrated
    /// records of layout 1, since they would be moved to a present key later.
    fn only_on<K: KeyValue>(&self, repository: &Repository<K>) -> Result<Vec<String>, StoreError> {
        let mut keys = Vec::new();
        for (key, text) in repository.ours()? {
            let Some(address) = repository.address_of(&key, &text) else {
                continue;
            };
            let is_old = matches!(repository.layout().read(&key), Key::Old(_));
            match state_at(&address, &text) {
                RecordState::Sealed if address.is_backed_up() => return Err(record::locked(&key)),
                RecordState::Readable
                    if address.is_backed_up() && (is_old || !self.has(&address)) =>
                {
                    keys.push(key);
                }
                _ => {}
            }
        }
        Ok(keys)
    }
}

impl<K: KeyValue> Repository<K> {
    /// Imports a backup: all of it or nothing.
    ///
    /// # Errors
    /// If the storage fails, or a record here is locked. Every key then holds its previous text, unless
    /// the error says otherwise.
    pub fn import(&self, backup: &Backup, mode: Import) -> Result<Undo, TransactionError> {
        let mut changes = BTreeMap::new();
        if mode == Import::Replace {
            changes.extend(backup.only_on(self)?.into_iter().map(|key| (key, None)));
        }
        for (address, text) in backup.records() {
            let writes = match self.meet(address, text)? {
                Meeting::Missing => true,
                Meeting::Different => mode == Import::Replace,
                Meeting::Same | Meeting::Stays => false,
            };
            if writes {
                changes.insert(self.layout().key(address), Some(text.to_owned()));
            }
        }
        self.apply(changes)
    }

    fn meet(&self, address: &Address, theirs: &str) -> Result<Meeting, StoreError> {
        let key = self.layout().key(address);
        let Some(here) = self.storage().get(&key)? else {
            return Ok(Meeting::Missing);
        };
        if here == theirs {
            return Ok(Meeting::Same);
        }
        match (state_at(address, &here), state_at(address, theirs)) {
            (RecordState::Sealed, _) => Err(record::locked(&key)),
            (RecordState::Readable, RecordState::Readable | RecordState::Newer { .. }) => {
                Ok(Meeting::Different)
            }
            _ => Ok(Meeting::Stays),
        }
    }
}
