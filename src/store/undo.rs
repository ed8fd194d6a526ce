//! Changes many keys as one: all of them or none, with an undo. Handles keys, texts and the merging of
//! two texts of one record; the reasons for a change are elsewhere.

use std::collections::BTreeMap;
use std::fmt;

use crate::store::address::{Address, RecordKind};
use crate::store::inventory::{is_sealed, units};
use crate::store::join::joined;
use crate::store::layout::{Key, Layout};
use crate::store::{AttemptId, KeyValue, Repository, StoreError, old, record};

/// The previous texts of changed keys, so that [`Repository::undo`] can restore them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    pub(super) steps: Vec<KeyChange>,
}

/// One key: its text before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyChange {
    pub(super) key: String,
    pub(super) before: Option<String>,
    /// None if a failure left a text other than the intended one.
    pub(super) after: Option<Option<String>>,
}

impl Undo {
    /// Each key that was changed, with its previous text; none if it had none.
    pub fn former(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let steps = self.steps.iter();
        steps.map(|step| (step.key.as_str(), step.before.as_deref()))
    }

    /// Whether nothing was changed.
    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// Why many keys could not be changed as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransactionError {
    /// It failed, and every key holds its previous text.
    NothingChanged(StoreError),
    /// It failed, and undoing it failed too.
    NotUndone {
        /// What failed first.
        why: StoreError,
        /// The keys that do not hold their previous text. Try [`Repository::undo`] with this again, and
        /// offer these texts as a file.
        undo: Undo,
    },
}

impl From<StoreError> for TransactionError {
    fn from(error: StoreError) -> Self {
        Self::NothingChanged(error)
    }
}

impl fmt::Display for TransactionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingChanged(why) => write!(f, "nothing was changed: {why}"),
            Self::NotUndone { why, undo } => write!(
                f,
                "{} records are not as they were: {why}; keep this page open and try again",
                undo.steps.len()
            ),
        }
    }
}

impl std::error::Error for TransactionError {}

impl<K: KeyValue> Repository<K> {
    /// Restores the texts before a change, all or nothing. What was written since stays: it is merged
    /// with the restored text or, if they cannot be merged, replaces it.
    ///
    /// # Errors
    /// If the storage fails. Hold on to the `Undo` and try again.
    pub fn undo(&self, undo: &Undo) -> Result<(), TransactionError> {
        let mut changes = BTreeMap::new();
        for step in &undo.steps {
            let present = self.storage().get(&step.key)?;
            let is_as_left = step.after.as_ref().is_none_or(|after| *after == present);
            match (&step.before, present) {
                (before, present) if is_as_left || present.is_none() => {
                    changes.insert(step.key.clone(), before.clone());
                }
                (Some(before), Some(present)) => {
                    if let Key::Known(address) = self.layout().read(&step.key)
                        && let Some(both) = joined(&address, &present, before)
                    {
                        changes.insert(step.key.clone(), Some(both));
                    }
                }
                _ => {}
            }
        }
        self.apply(changes).map(drop)
    }

    /// Removes the text under one key of this app, whatever it is.
    ///
    /// # Errors
    /// If the key is another app's, or the storage fails. Everything is then unchanged.
    pub fn remove_key(&self, key: &str) -> Result<Undo, TransactionError> {
        if !self.layout().is_ours(key) {
            let why = "it is no key of this app".to_owned();
            return Err(record::unreadable(key, why).into());
        }
        self.apply(BTreeMap::from([(key.to_owned(), None)]))
    }

    /// Removes the texts under some keys of this app: all or nothing.
    ///
    /// # Errors
    /// As for [`Repository::remove_key`].
    pub fn remove_keys(&self, keys: &[String]) -> Result<Undo, TransactionError> {
        let ours = keys.iter().filter(|key| self.layout().is_ours(key));
        self.apply(ours.map(|key| (key.clone(), None)).collect())
    }

    /// Removes everything of this app, including records that are newer, unreadable or quarantined, and
    /// the lock. Layout 1 records locked by another copy of the app are not included.
    ///
    /// # Errors
    /// If the storage fails. Everything is then unchanged.
    pub fn remove_all(&self) -> Result<Undo, TransactionError> {
        let is_ours = |key: &str, text: &str| {
            !matches!(self.layout().read(key), Key::Old(_)) || !is_sealed(text)
        };
        let ours = self.ours()?.into_iter();
        let ours = ours.filter(|(key, text)| is_ours(key, text));
        self.apply(ours.map(|(key, _)| (key, None)).collect())
    }

    /// Removes an attempt, whatever its text is, and the opinions on it.
    ///
    /// # Errors
    /// If the storage fails. Everything is then unchanged.
    pub fn remove_attempt_whole(&self, id: &AttemptId) -> Result<Undo, TransactionError> {
        #[derive(serde::Deserialize)]
        struct About {
            attempt: String,
        }
        let mut gone = BTreeMap::new();
        for (key, text) in self.ours()? {
            // Records of layout 1 too: otherwise they would be migrated later.
            let Some(address) = self.address_of(&key, &text) else {
                continue;
            };
            let about = || record::peek(&text).is_some_and(|on: About| on.attempt == id.as_str());
            let is_of_it = match address.kind {
                RecordKind::Attempt => address.quarantined.is_none() && address.id == id.as_str(),
                RecordKind::Opinion => address.quarantined.is_none() && about(),
                _ => false,
            };
            if is_of_it {
                gone.insert(key, None);
            }
        }
        self.apply(gone)
    }

    /// The record that a key of this app belongs to, including keys of layout 1; none for a layout 1
    /// record that another copy of the app has locked.
    pub(super) fn address_of(&self, key: &str, text: &str) -> Option<Address> {
        match self.layout().read(key) {
            Key::Known(address) => Some(address),
            Key::Old(name) if !is_sealed(text) => old::address(self.layout(), &name).ok(),
            _ => None,
        }
    }

    /// Sets or clears the text of each key: all of them or none. Each is read back.
    pub(super) fn apply(
        &self,
        changes: BTreeMap<String, Option<String>>,
    ) -> Result<Undo, TransactionError> {
        let mut steps = Vec::new();
        for (key, after) in changes {
            let before = self.storage().get(&key)?;
            if before != after {
                steps.push(KeyChange {
                    key,
                    before,
                    after: Some(after),
                });
            }
        }
        steps.sort_by_key(|step| order(self.layout(), step));
        for (done, step) in steps.iter().enumerate() {
            let after = step.after.as_ref().and_then(Option::as_deref);
            if let Err(why) = self.make(&step.key, after) {
                return Err(self.roll_back(&steps[..=done], why));
            }
        }
        Ok(Undo { steps })
    }

    /// Restores the previous text of each key. There is room for it: it fitted before, and in this
    /// order no step needs more room than there was at the start or at the end.
    fn roll_back(&self, steps: &[KeyChange], why: StoreError) -> TransactionError {
        let mut back: Vec<&KeyChange> = steps.iter().collect();
        back.sort_by_key(|step| {
            let after = step.after.as_ref().and_then(Option::as_deref);
            (
                step.before.is_some(),
                growth(after, step.before.as_deref()),
                step.key.clone(),
            )
        });
        let left: Vec<KeyChange> = back
            .into_iter()
            .filter(|step| self.make(&step.key, step.before.as_deref()).is_err())
            .cloned()
            .map(|step| KeyChange {
                after: None,
                ..step
            })
            .collect();
        if left.is_empty() {
            TransactionError::NothingChanged(why)
        } else {
            let undo = Undo { steps: left };
            TransactionError::NotUndone { why, undo }
        }
    }

    /// Sets or clears the text of one key, and reads it back.
    fn make(&self, key: &str, text: Option<&str>) -> Result<(), StoreError> {
        if self.storage().get(key)?.as_deref() == text {
            return Ok(());
        }
        match text {
            Some(text) => self.write(key, text),
            None => self.clear(key),
        }
    }
}

/// The order of changes: removals first, to make room; the lock is written first and removed last.
fn order(layout: &Layout, step: &KeyChange) -> (u8, isize, String) {
    let after = step.after.as_ref().and_then(Option::as_deref);
    let is_lock = matches!(layout.read(&step.key), Key::Known(one) if one.kind == RecordKind::Lock);
    let rank = match (after.is_some(), is_lock) {
        (true, true) => 0,
        (false, false) => 1,
        (true, false) => 2,
        (false, true) => 3,
    };
    (
        rank,
        growth(step.before.as_deref(), after),
        step.key.clone(),
    )
}

fn growth(before: Option<&str>, after: Option<&str>) -> isize {
    let size = |text: Option<&str>| {
        let size = text.map_or(0, units);
        isize::try_from(size).unwrap_or(isize::MAX)
    };
    size(after).saturating_sub(size(before))
}
