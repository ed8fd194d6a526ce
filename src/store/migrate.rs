//! Records of layout 1 on their way to the present keys, one at a time: the new text is written and
//! read back, only then the old one goes. A run that is cut anywhere is finished by the next one, and
//! an old tab may write again at any time. Knows keys and records; knows nothing of who calls.

use std::collections::BTreeMap;

use crate::store::address::{Address, RecordKind};
use crate::store::inventory::{RecordState, is_sealed, state_of_value};
use crate::store::join::joined;
use crate::store::layout::{Key, Layout};
use crate::store::undo::TransactionError;
use crate::store::value::SingleValue;
use crate::store::{KeyValue, Repository, Settings, StoreError, backup_due, old};

/// What each key is to hold.
type Changes = BTreeMap<String, Option<String>>;

/// The settings of layout 1: their text, and the values in it.
type OldSettings = (String, Vec<(Address, SingleValue)>);

/// What came of taking in all records of layout 1.
#[derive(Debug, Default)]
pub struct Migration {
    /// How many were moved.
    pub moved: usize,
    /// Why some of them still wait where they were, each for its own reason.
    pub waiting: Vec<TransactionError>,
}

/// A record of layout 1 that was taken in, and whose old text is still there.
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
    /// The keys of layout 1 whose records this version knows, in the order of the keys.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn old_keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.storage().keys()?;
        keys.retain(|key| self.old_address(key).is_some());
        keys.sort();
        Ok(keys)
    }

    /// Migrates every record of layout 1 that it can. Two texts of one record are joined;
    /// where one record cannot say all of both, each stays where it is.
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

    /// Writes what a record of layout 1 is now, and leaves the old text where it is; none where the
    /// record stays as it is. In a locked journal the old text goes by [`Repository::remove_old`] once the new
    /// one is encrypted.
    ///
    /// # Errors
    /// When the storage fails. Everything is then as it was.
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

    /// Removes a record of layout 1 that was taken in, unless it holds another text by now.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn remove_old(&self, taken: &MovedRecord) -> Result<(), StoreError> {
        self.clear_if(&taken.key, &taken.text)
    }

    fn clear_if(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.storage().get(key)? {
            Some(there) if there == text => self.clear(key),
            _ => Ok(()),
        }
    }

    /// Takes in the settings of layout 1. They were written after those of this layout, since these
    /// are never written before the old ones were taken in: so each value counts. The old record goes
    /// last, so a run that is cut is finished by the next.
    ///
    /// # Errors
    /// When the storage fails, or a setting here cannot be read or is newer. The old settings then stay,
    /// and count.
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

    /// The settings of layout 1 with their text, if they are there and can be read. What cannot be
    /// read stays, and the inventory lists it.
    ///
    /// # Errors
    /// When the storage refuses.
    pub(super) fn old_settings(&self) -> Result<Option<OldSettings>, StoreError> {
        let key = Layout::old_key(old::SETTINGS);
        let Some(text) = self.storage().get(&key)? else {
            return Ok(None);
        };
        let values = Settings::of_old(self.layout(), &key, &text);
        Ok(values.ok().map(|values| (text, values)))
    }

    /// Which record a key of layout 1 belongs to, as far as this version knows.
    fn old_address(&self, key: &str) -> Option<Address> {
        match self.layout().read(key) {
            Key::Old(name) => old::address(self.layout(), &name).ok(),
            _ => None,
        }
    }

    /// The text of a record of layout 1; none where it is locked with another lock.
    fn old_text(&self, key: &str) -> Result<Option<String>, TransactionError> {
        let text = self.storage().get(key)?;
        Ok(text.filter(|text| !is_sealed(text)))
    }

    /// What is to be written for a record of layout 1; none where it stays as it is.
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

    /// The values of one record, each under a key of its own; none where one of them meets a record
    /// that is newer or cannot be read.
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

    /// The key at which a text of a record is set aside, or is already.
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

    /// Makes the changes, then removes the old text. Where there is no room for both, the old one goes
    /// first; it comes back if the new one finds no room either.
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
            // The way back is tried once more; if it fails again, the error holds what was there.
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
