//! What is to become of many records, worked out before any of them is touched.
//! Knows every state a record can be in; writes nothing.

use std::collections::BTreeMap;

use super::address::Address;
use super::inventory::{State, state_at};
use super::layout::{Key, Layout};
use super::merge::{Merged, Side, merge};
use super::{KeyValue, Shelf, StoreError, record};

/// What our keys hold, and what they shall hold.
pub(super) struct Plan {
    layout: Layout,
    now: f64,
    present: BTreeMap<String, String>,
    changes: BTreeMap<String, Option<String>>,
}

/// What a record of a backup meets here.
pub(super) enum Meeting {
    /// Nothing stands there.
    New,
    /// The same text stands there, or stands aside already.
    Same,
    /// A newer app's record stands there, which stays as it is.
    NewerHere(u32),
    /// Another text stands there.
    Other(Merged),
}

impl Plan {
    /// What our keys hold, and no change yet.
    pub(super) fn of<K: KeyValue>(shelf: &Shelf<K>) -> Result<Self, StoreError> {
        Ok(Self {
            layout: shelf.layout().clone(),
            now: shelf.now(),
            present: shelf.ours()?.into_iter().collect(),
            changes: BTreeMap::new(),
        })
    }

    /// The key of a record.
    pub(super) fn key(&self, address: &Address) -> String {
        self.layout.key(address)
    }

    /// What a key will hold.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.changes.get(key) {
            Some(change) => change.as_deref(),
            None => self.present.get(key).map(String::as_str),
        }
    }

    /// Each record of this version that stands here now.
    pub(super) fn records(&self) -> Vec<(Address, String)> {
        let known = |(key, text): (&String, &String)| match self.layout.read(key) {
            Key::Known(address) => Some((address, text.clone())),
            _ => None,
        };
        self.present.iter().filter_map(known).collect()
    }

    pub(super) fn set(&mut self, key: &str, text: Option<String>) {
        self.changes.insert(key.to_owned(), text);
    }

    pub(super) fn changes(self) -> BTreeMap<String, Option<String>> {
        self.changes
    }

    /// Puts a text of a record aside, unless it stands there already.
    pub(super) fn put_aside(&mut self, address: &Address, text: &str) -> Result<(), StoreError> {
        if self.stands_aside(address, text) {
            return Ok(());
        }
        let mut keys = address.asides().map(|place| self.layout.key(&place));
        let free = keys.find(|key| self.text(key).is_none());
        let key = free.ok_or(StoreError::Full)?;
        self.set(&key, Some(text.to_owned()));
        Ok(())
    }

    /// Whether a text of a record will stand aside.
    fn stands_aside(&self, address: &Address, text: &str) -> bool {
        let changed = self.changes.iter();
        let changed = changed.filter_map(|(key, text)| Some((key, text.as_ref()?)));
        let unchanged = self.present.iter();
        let unchanged = unchanged.filter(|(key, _)| !self.changes.contains_key(*key));
        let mut same = unchanged.chain(changed).filter(|(_, there)| *there == text);
        same.any(|(key, _)| match self.layout.read(key) {
            Key::Known(place) => place.aside.is_some() && place.in_use() == address.in_use(),
            _ => false,
        })
    }

    /// What the text of a record meets here. Changes nothing.
    ///
    /// # Errors
    /// When what stands here is locked.
    pub(super) fn meet(&self, address: &Address, text: &str) -> Result<Meeting, StoreError> {
        if address.aside.is_some() {
            return Ok(if self.stands_aside(address, text) {
                Meeting::Same
            } else {
                Meeting::New
            });
        }
        let key = self.layout.key(address);
        let Some(here) = self.text(&key) else {
            return Ok(Meeting::New);
        };
        if here == text {
            return Ok(Meeting::Same);
        }
        let meeting = match (state_at(address, here), state_at(address, text)) {
            (State::Sealed, _) => {
                return Err(record::locked(&key));
            }
            (State::Newer { version }, _) => Meeting::NewerHere(version),
            (State::Readable, State::Readable) => {
                Meeting::Other(merge(address, (here, text), self.now)?)
            }
            (State::Unreadable { .. }, State::Readable | State::Newer { .. }) => {
                Meeting::Other(Merged::only(Side::Backup, here, text))
            }
            _ => Meeting::Other(Merged::only(Side::Here, here, text)),
        };
        Ok(meeting)
    }

    /// Brings the text of a record together with what stands here. Neither is lost: both are in
    /// the record, or one of them is set aside. A newer record stays, and then nothing is done.
    pub(super) fn merge(&mut self, address: &Address, text: &str) -> Result<(), StoreError> {
        match self.meet(address, text)? {
            Meeting::Same | Meeting::NewerHere(_) => Ok(()),
            Meeting::New if address.aside.is_some() => self.put_aside(address, text),
            Meeting::New => {
                self.set(&self.layout.key(address), Some(text.to_owned()));
                Ok(())
            }
            Meeting::Other(merged) => {
                let key = self.layout.key(address);
                let here = self.text(&key).unwrap_or_default().to_owned();
                match merged.merge.aside {
                    Some(Side::Here) => self.put_aside(address, &here)?,
                    Some(Side::Backup) => self.put_aside(address, text)?,
                    None => {}
                }
                self.set(&key, Some(merged.text));
                Ok(())
            }
        }
    }

    /// Brings a record to the text of a backup. What cannot be read is set aside, not lost; a
    /// newer record stays.
    pub(super) fn replace(&mut self, address: &Address, text: &str) -> Result<(), StoreError> {
        match self.meet(address, text)? {
            Meeting::Other(_) => {
                self.clear(address)?;
                self.set(&self.layout.key(address), Some(text.to_owned()));
                Ok(())
            }
            _ => self.merge(address, text),
        }
    }

    /// Takes a record away, to aside where it cannot be read.
    ///
    /// # Errors
    /// When it is locked.
    pub(super) fn clear(&mut self, address: &Address) -> Result<(), StoreError> {
        let key = self.layout.key(address);
        let Some(here) = self.text(&key).map(str::to_owned) else {
            return Ok(());
        };
        match state_at(address, &here) {
            State::Readable => {}
            State::Unreadable { .. } => self.put_aside(address, &here)?,
            State::Sealed => {
                return Err(record::locked(&key));
            }
            _ => return Ok(()),
        }
        self.set(&key, None);
        Ok(())
    }
}
