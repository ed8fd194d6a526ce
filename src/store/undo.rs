//! Many keys changed as one: all of them, or none; and the way back.
//! Knows keys, texts and how two texts of one record are joined; not why they change.

use std::collections::BTreeMap;
use std::fmt;

use crate::store::address::{Address, RecordKind};
use crate::store::inventory::{is_sealed, units};
use crate::store::join::joined;
use crate::store::layout::{Key, Layout};
use crate::store::{AttemptId, KeyValue, Repository, StoreError, old, record};

/// What some keys held before they were changed, so that [`Repository::undo`] can bring it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    pub(super) steps: Vec<KeyChange>,
}

/// One key: what it held, and what it was made to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyChange {
    pub(super) key: String,
    pub(super) before: Option<String>,
    /// None where a failure left something else there than was meant.
    pub(super) after: Option<Option<String>>,
}

impl Undo {
    /// Each key that was changed, with what it held; none where it held nothing.
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
    /// It failed, and every key holds what it held before.
    NothingChanged(StoreError),
    /// It failed, and the storage failed again on the way back.
    NotUndone {
        /// What failed first.
        why: StoreError,
        /// The keys that do not hold what they held. Try [`Repository::undo`] with this again, and
        /// offer the texts in it as a file.
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
    /// Brings back what was there before a change, all of it or nothing. What was written since stays:
    /// it is joined with what comes back, or where one record cannot say both, it alone is there.
    ///
    /// # Errors
    /// When the storage fails. Keep the `Undo` and try again.
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

    /// Removes what is under one key of ours, whatever it is.
    ///
    /// # Errors
    /// When the key is another app's, or the storage fails. Everything is then as it was.
    pub fn remove_key(&self, key: &str) -> Result<Undo, TransactionError> {
        if !self.layout().is_ours(key) {
            let why = "it is no key of this app".to_owned();
            return Err(record::unreadable(key, why).into());
        }
        self.apply(BTreeMap::from([(key.to_owned(), None)]))
    }

    /// Removes what is under some keys of ours: all of it or nothing.
    ///
    /// # Errors
    /// As for [`Repository::remove_key`].
    pub fn remove_keys(&self, keys: &[String]) -> Result<Undo, TransactionError> {
        let ours = keys.iter().filter(|key| self.layout().is_ours(key));
        self.apply(ours.map(|key| (key.clone(), None)).collect())
    }

    /// Removes everything of ours: also what is newer, cannot be read, was set aside, or locks the
    /// rest. What another copy of the app has locked in layout 1 is not ours.
    ///
    /// # Errors
    /// When the storage fails. Everything is then as it was.
    pub fn remove_all(&self) -> Result<Undo, TransactionError> {
        let is_ours = |key: &str, text: &str| {
            !matches!(self.layout().read(key), Key::Old(_)) || !is_sealed(text)
        };
        let ours = self.ours()?.into_iter();
        let ours = ours.filter(|(key, text)| is_ours(key, text));
        self.apply(ours.map(|(key, _)| (key, None)).collect())
    }

    /// Removes an attempt, whatever its text is, with the opinions on it.
    ///
    /// # Errors
    /// When the storage fails. Everything is then as it was.
    pub fn remove_attempt_whole(&self, id: &AttemptId) -> Result<Undo, TransactionError> {
        #[derive(serde::Deserialize)]
        struct About {
            attempt: String,
        }
        let mut gone = BTreeMap::new();
        for (key, text) in self.ours()? {
            // Also where it waits in layout 1, or else it would be taken in later.
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

    /// Which record a text of ours belongs to, also one of layout 1; none for what another copy of the
    /// app has locked there.
    pub(super) fn address_of(&self, key: &str, text: &str) -> Option<Address> {
        match self.layout().read(key) {
            Key::Known(address) => Some(address),
            Key::Old(name) if !is_sealed(text) => old::address(self.layout(), &name).ok(),
            _ => None,
        }
    }

    /// Makes each key hold a text, or nothing: all of them or none. Each is read back.
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

    /// Brings back what each key held. It fits: it did before, and the keys are taken in an order
    /// in which none needs more room than there was at the start or at the end.
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

    /// Makes one key hold a text or nothing, and reads it back.
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

/// What goes makes room for what comes; what locks the rest comes first and goes last.
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
