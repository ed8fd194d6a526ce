//! The repository of records: saving, reading back, listing, removing. Handles keys and records;
//! storage and user interface are elsewhere.

use crate::store::address::RecordKind;
use crate::store::layout::Layout;
use crate::store::{Attempt, AttemptId, KeyValue, Outline, StoreError, TextField};
use crate::text_merge::Edited;

/// A stored record, or why it cannot be read. What cannot be read stays where it is.
pub type AttemptEntry = Result<Attempt, StoreError>;

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Records on top of a storage.
pub struct Repository<K> {
    storage: K,
    layout: Layout,
    now: f64,
}

impl<K: KeyValue> Repository<K> {
    /// The repository in `storage`, with its keys in `layout`.
    pub const fn new(storage: K, layout: Layout) -> Self {
        Self {
            storage,
            layout,
            now: f64::INFINITY,
        }
    }

    /// The repository at the time `now`, in milliseconds since 1970. A stored time more than a day
    /// after it is not trusted.
    pub fn at(self, now: f64) -> Self {
        Self { now, ..self }
    }

    /// Saves an attempt under its own key and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// If storage is unavailable or full, or if the key holds a record that cannot be read or that a
    /// newer app wrote. In each case the old text is unharmed.
    pub fn save_attempt(&self, attempt: &Attempt) -> Result<(), StoreError> {
        let key = self.attempt_key(&attempt.id);
        if let Some(old) = self.storage.get(&key)? {
            Attempt::decode(&key, &old)?;
        }
        self.write(&key, &attempt.encode()?)
    }

    /// One attempt, if it is stored.
    ///
    /// # Errors
    /// If storage is unavailable or the record cannot be read.
    pub fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let key = self.attempt_key(id);
        match self.storage.get(&key)? {
            Some(text) => Attempt::decode(&key, &text).map(Some),
            None => Ok(None),
        }
    }

    /// Writes a name or a note on top of what is saved by then; `before` is the value when it was read.
    /// None if the attempt no longer exists. What another tab has written is not lost.
    ///
    /// # Errors
    /// As for [`Repository::save_attempt`]; nothing is written in that case.
    pub fn edit_attempt(
        &self,
        id: &AttemptId,
        which: TextField,
        (before, text): (&str, &str),
        now: f64,
    ) -> Result<Option<Edited>, StoreError> {
        let Some(mut attempt) = self.attempt(id)? else {
            return Ok(None);
        };
        let edited = attempt.edit(which, before, text);
        if edited.is_written() {
            attempt.changed = now;
            self.save_attempt(&attempt)?;
        }
        Ok(Some(edited))
    }

    /// Every attempt, the newest first, with those that cannot be read at the end.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn attempts(&self) -> Result<Vec<AttemptEntry>, StoreError> {
        let mut entries = Vec::new();
        self.each(RecordKind::Attempt, |key, text| {
            entries.push(Attempt::decode(key, text))
        })?;
        entries.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => b.started.total_cmp(&a.started).then(b.id.cmp(&a.id)),
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(entries)
    }

    /// The outline of the attempt that was begun last, if any can be read.
    ///
    /// # Errors
    /// If storage is unavailable.
    pub fn newest(&self) -> Result<Option<Outline>, StoreError> {
        let mut newest: Option<Outline> = None;
        let folders = [
            self.key_of(RecordKind::Attempt, ""),
            Layout::old_key("attempt/"),
        ];
        for key in self.storage.keys()? {
            if folders.iter().any(|folder| key.starts_with(folder))
                && let Some(text) = self.storage.get(&key)?
            {
                let outline = Outline::decode(&text);
                let later =
                    |one: &Outline| newest.is_none_or(|before| one.started > before.started);
                newest = outline.filter(later).or(newest);
            }
        }
        Ok(newest)
    }

    /// Visits every record of a kind with its key and its text, in any order.
    pub(super) fn each(
        &self,
        kind: RecordKind,
        mut visit: impl FnMut(&str, &str),
    ) -> Result<(), StoreError> {
        let folder = self.key_of(kind, "");
        for key in self.storage.keys()? {
            if key.starts_with(&folder)
                && let Some(text) = self.storage.get(&key)?
            {
                visit(&key, &text);
            }
        }
        Ok(())
    }

    /// Removes an attempt and returns it, so that removing can be undone.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn remove_attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let attempt = self.attempt(id)?;
        self.storage.remove(&self.attempt_key(id))?;
        Ok(attempt)
    }

    pub(super) const fn storage(&self) -> &K {
        &self.storage
    }

    pub(super) fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage.set(key, text)?;
        if self.storage.get(key)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(StoreError::NotKept)
        }
    }

    /// Removes the text under a key and checks that it is gone.
    pub(super) fn clear(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove(key)?;
        match self.storage.get(key)? {
            None => Ok(()),
            Some(_) => Err(StoreError::NotKept),
        }
    }

    pub(super) const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The time of this repository, in milliseconds since 1970.
    pub(super) const fn now(&self) -> f64 {
        self.now
    }

    /// The key of one record of a kind.
    pub(super) fn key_of(&self, kind: RecordKind, id: &str) -> String {
        self.layout.key(&self.layout.address(kind, id))
    }

    fn attempt_key(&self, id: &AttemptId) -> String {
        self.key_of(RecordKind::Attempt, id.as_str())
    }
}

/// Whether a stored time is plausible at the time `now`, both in milliseconds since 1970. A wrong clock
/// may have written a time in the future.
pub fn is_plausible(time: f64, now: f64) -> bool {
    time <= now + DAY
}
