//! Migration of layout 1 records to the present keys, one at a time: the new text is written and read
//! back, and only then is the old one removed. The next run completes an interrupted one, and an old
//! tab may write again at any time. Handles keys and records; callers are elsewhere.

use std::collections::BTreeMap;

use crate::store::address::{Address, RecordKind};
use crate::store::inventory::{RecordState, is_sealed, state_of_value};
use crate::store::join::joined;
use crate::store::layout::{Key, Layout};
use crate::store::undo::TransactionError;
use crate::store::value::SingleValue;
use crate::store::{KeyValue, Repository, Settings, StoreError, backup_due, old};

/// The new content of each key.
type Changes = BTreeMap<String, Option<String>>;

/// The settings of layout 1: their text, and its values.
type OldSettings = (String, Vec<(Address, SingleValue)>);

/// The outcome of migrating all records of layout 1.
#[derive(Debug, Default)]
pub struct Migration {
    /// How many were moved.
    pub moved: usize,
    /// Why the remaining records were not moved, one reason each.
    pub waiting: Vec<TransactionError>,
}

/// A migrated record of layout 1 whose old text is still stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRecord {
    key: String,
    text: String,
    keys: Vec<String>,
}

impl MovedRecord {
    /// The keys that hold it now.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

impl<K: KeyValue> Repository<K> {
    /// The keys of layout 1 whose records this version can migrate, in the order of the keys.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn old_keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.storage().keys()?;
        let folder = Layout::old_key("");
        keys.retain(|key| key.starts_with(&folder) && self.old_address(key).is_some());
        keys.sort();
        Ok(keys)
    }

    /// Migrates every record of layout 1 that it can. Two texts of one record are merged; if they
    /// cannot be merged, each stays where it is.
    pub fn migrate(&self) -> Migration {
        let mut taken = Migration::default();
        let keys = match self.old_keys() {
            Ok(keys) => keys,
            Err(error) => {
                taken.waiting.push(error.into());
                return taken;
            }
        };
        for key in keys {
            let settled = self.old_text(&key).and_then(|text| match text {
                Some(text) => match self.changes(&key, &text)? {
                    Some(changes) => self.settle(&key, &text, changes).map(|()| true),
                    None => Ok(false),
                },
                None => Ok(false),
            });
            match settled {
                Ok(moved) => taken.moved += usize::from(moved),
                Err(error) => taken.waiting.push(error),
            }
        }
        taken
    }

    /// Writes a record of layout 1 under its present key and leaves the old text in place. None if the
    /// record cannot be migrated. In a locked journal, [`Repository::remove_old`] removes the old text
    /// once the new one is encrypted.
    ///
    /// # Errors
    /// If the storage fails. Everything is then unchanged.
    pub fn migrate_record(&self, key: &str) -> Result<Option<MovedRecord>, TransactionError> {
        let Some(text) = self.old_text(key)? else {
            return Ok(None);
        };
        let Some(changes) = self.changes(key, &text)? else {
            return Ok(None);
        };
        let keys = changes.keys().cloned().collect();
        self.apply(changes)?;
        Ok(Some(MovedRecord {
            key: key.to_owned(),
            text,
            keys,
        }))
    }

    /// Removes a migrated record of layout 1, unless its text has changed since.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn remove_old(&self, taken: &MovedRecord) -> Result<(), StoreError> {
        self.clear_if(&taken.key, &taken.text)
    }

    fn clear_if(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.storage().get(key)? {
            Some(there) if there == text => self.clear(key),
            _ => Ok(()),
        }
    }

    /// Migrates the settings of layout 1. Each value overwrites the present one: this layout's settings
    /// are only written after the old ones are migrated, so old settings that exist are newer. The old
    /// record is removed last, so that the next run completes an interrupted one.
    ///
    /// # Errors
    /// If the storage fails, or a setting here cannot be read or is newer. The old settings then stay
    /// in effect.
    pub(super) fn migrate_settings(&self) -> Result<(), StoreError> {
        let Some((text, values)) = self.old_settings()? else {
            return Ok(());
        };
        for (address, value) in values {
            let key = self.layout().key(&address);
            if let Some(here) = self.storage().get(&key)? {
                Settings::decode(&address.id, &key, &here)?;
            }
            self.write(&key, &value.encode()?)?;
        }
        self.clear_if(&Layout::old_key(old::SETTINGS), &text)
    }

    /// The settings of layout 1 with their text, if they exist and can be read. Unreadable settings
    /// stay, and the inventory lists them.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub(super) fn old_settings(&self) -> Result<Option<OldSettings>, StoreError> {
        let key = Layout::old_key(old::SETTINGS);
        let Some(text) = self.storage().get(&key)? else {
            return Ok(None);
        };
        let values = Settings::of_old(self.layout(), &key, &text);
        Ok(values.ok().map(|values| (text, values)))
    }

    /// The record that a key of layout 1 belongs to, if this version knows it.
    fn old_address(&self, key: &str) -> Option<Address> {
        match self.layout().read(key) {
            Key::Old(name) => old::address(self.layout(), &name).ok(),
            _ => None,
        }
    }

    /// The text of a record of layout 1; none if it is locked with another lock.
    fn old_text(&self, key: &str) -> Result<Option<String>, TransactionError> {
        let text = self.storage().get(key)?;
        Ok(text.filter(|text| !is_sealed(text)))
    }

    /// The changes that migrate a record of layout 1; none if it cannot be migrated.
    fn changes(&self, key: &str, text: &str) -> Result<Option<Changes>, TransactionError> {
        let Some(address) = self.old_address(key) else {
            return Ok(None);
        };
        if old::is_several(&address) {
            let values = match address.kind {
                RecordKind::Backup => backup_due::of_old(key, text),
                _ => Settings::of_old(self.layout(), key, text),
            };
            return match values {
                Ok(values) => self.apart(values),
                Err(_) => Ok(None),
            };
        }
        let key = self.layout().key(&address);
        let change = |key: String, text: String| Some(Changes::from([(key, Some(text))]));
        Ok(match self.storage().get(&key)? {
            Some(here) if here != text => match address.quarantined {
                Some(_) => self
                    .free_slot(&address, text)?
                    .and_then(|key| change(key, text.to_owned())),
                None => joined(&address, &here, text).and_then(|both| change(key, both)),
            },
            _ => change(key, text.to_owned()),
        })
    }

    /// The values of one record, each under its own key. None if one of those keys holds a record that
    /// is newer or cannot be read.
    fn apart(
        &self,
        values: Vec<(Address, SingleValue)>,
    ) -> Result<Option<Changes>, TransactionError> {
        let mut changes = Changes::new();
        for (address, value) in values {
            let key = self.layout().key(&address);
            if let Some(here) = self.storage().get(&key)? {
                if state_of_value(&address, &here) != RecordState::Readable {
                    return Ok(None);
                }
                if address.kind == RecordKind::Notice
                    || (address.kind == RecordKind::Backup && !self.is_later(&address, &value))
                {
                    continue;
                }
            }
            changes.insert(key, Some(value.encode()?));
        }
        Ok(Some(changes))
    }

    /// The key for quarantining a text of a record, or the key where it already is.
    fn free_slot(&self, address: &Address, text: &str) -> Result<Option<String>, StoreError> {
        for place in address.quarantine_slots() {
            let key = self.layout().key(&place);
            match self.storage().get(&key)? {
                Some(there) if there != text => {}
                _ => return Ok(Some(key)),
            }
        }
        Ok(None)
    }

    /// Applies the changes, then removes the old text. If there is no room for both, the old one is
    /// removed first, and restored if there is no room for the new one either.
    fn settle(&self, key: &str, text: &str, mut changes: Changes) -> Result<(), TransactionError> {
        let done = match self.apply(changes.clone()) {
            Ok(_) => return Ok(self.clear_if(key, text)?),
            Err(TransactionError::NothingChanged(StoreError::Full)) => {
                changes.insert(key.to_owned(), None);
                self.apply(changes).map(drop)
            }
            Err(error) => Err(error),
        };
        match done {
            // Undoing is tried once more; if it fails again, the error holds the previous texts.
            Err(TransactionError::NotUndone { why, undo }) => {
                let former = undo.former();
                let former = former.map(|(key, text)| (key.to_owned(), text.map(str::to_owned)));
                match self.apply(former.collect()) {
                    Ok(_) => Err(why.into()),
                    Err(_) => Err(TransactionError::NotUndone { why, undo }),
                }
            }
            done => done,
        }
    }
}
