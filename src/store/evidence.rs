//! Entries of the journal and items of the plan as records of this page's ladder. Handles keys and the
//! records of `growth`; the storage is elsewhere.

use std::collections::BTreeMap;

use crate::growth::{Entry, GrowthId, Journal, PlanItem, newest_first};
use crate::store::address::RecordKind;
use crate::store::growth::{LadderRecord, encode};
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo, record};

/// A stored entry, or why it cannot be read. What cannot be read stays where it is.
pub type EvidenceEntry = Result<Entry, StoreError>;

/// A stored item of the plan, or why it cannot be read. What cannot be read stays where it is.
pub type PlanEntry = Result<PlanItem, StoreError>;

impl LadderRecord for Entry {
    const KIND: RecordKind = RecordKind::Evidence;
    const NEWEST: u32 = Self::SCHEMA;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }

    fn time(&self) -> f64 {
        self.changed
    }

    fn renew(&mut self) {
        self.schema = Self::SCHEMA;
    }

    fn fault(&self) -> Option<String> {
        let fault = self.check().err().map(|fault| fault.to_string());
        fault.or_else(|| unsaid_time(self.created))
    }
}

impl LadderRecord for PlanItem {
    const KIND: RecordKind = RecordKind::Plan;
    const NEWEST: u32 = Self::SCHEMA;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }

    fn time(&self) -> f64 {
        self.changed
    }

    fn renew(&mut self) {
        self.schema = Self::SCHEMA;
    }

    fn fault(&self) -> Option<String> {
        let fault = self.check().err().map(|fault| fault.to_string());
        fault.or_else(|| unsaid_time(self.created))
    }
}

fn unsaid_time(created: f64) -> Option<String> {
    let is_time = record::are_times(&[Some(created)]);
    (!is_time).then(|| "it does not say when it was written".to_owned())
}

/// The journal and the plan of a ladder. They fail as the other records of a ladder do, such as
/// [`Repository::marks`], [`Repository::save_mark`] and [`Repository::remove_mark`].
impl<K: KeyValue> Repository<K> {
    /// Every entry on this page's ladder, as [`newest_first`], with those that cannot be read at the end.
    pub fn evidence(&self) -> Result<Vec<EvidenceEntry>, StoreError> {
        let mut entries = self.entries_of_ladder::<Entry>()?;
        entries.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => newest_first(a, b),
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(entries)
    }

    /// Saves an entry and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// Also [`StoreError::Full`] for a new entry if there are [`Journal::MOST`].
    pub fn save_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        let id = entry.id.as_str();
        let key = self.key_of(RecordKind::Evidence, id);
        if self.storage().get(&key)?.is_none() {
            self.has_room_for(1)?;
        }
        self.save_ladder_record(id, entry, |_| Ok(()))
    }

    /// Changes an entry on top of what is saved by then, at the time `now`, in milliseconds since 1970.
    /// Returns what `change` returned; none if the entry no longer exists. An entry that `change` leaves
    /// as it is is not written.
    ///
    /// # Errors
    /// As for saving it; nothing is written in that case.
    pub fn edit_entry<R>(
        &self,
        id: &GrowthId,
        now: f64,
        change: impl FnOnce(&mut Entry) -> R,
    ) -> Result<Option<R>, StoreError> {
        let Some(mut entry) = self.ladder_record::<Entry>(id.as_str())? else {
            return Ok(None);
        };
        let before = entry.clone();
        let told = change(&mut entry);
        if entry != before {
            entry.changed = now;
            self.save_entry(&entry)?;
        }
        Ok(Some(told))
    }

    /// Adds entries, all or nothing. An entry whose id is there already is left out, so adding twice is
    /// adding once.
    ///
    /// # Errors
    /// If the storage fails; [`StoreError::Full`] also if there would be more than [`Journal::MOST`],
    /// and [`StoreError::NotKept`] if one could not be read back. Nothing is added in these cases.
    pub fn add_entries(&self, entries: &[Entry]) -> Result<Undo, TransactionError> {
        let mut new = BTreeMap::new();
        for entry in entries {
            let key = self.key_of(RecordKind::Evidence, entry.id.as_str());
            if self.storage().get(&key)?.is_none() {
                new.insert(key, Some(encode(entry)?));
            }
        }
        self.has_room_for(new.len())?;
        self.apply(new)
    }

    /// Removes an entry, if it is stored, and returns how to undo that.
    pub fn remove_entry(&self, id: &GrowthId) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<Entry>(id.as_str())
    }

    /// Every item of the plan for this page's ladder: the latest quarter first, and within it in the
    /// order in which they were written; those that cannot be read are at the end.
    pub fn plan(&self) -> Result<Vec<PlanEntry>, StoreError> {
        let mut items = self.entries_of_ladder::<PlanItem>()?;
        items.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => (b.quarter.cmp(&a.quarter))
                .then(a.created.total_cmp(&b.created))
                .then(a.id.cmp(&b.id)),
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(items)
    }

    /// Saves an item of the plan and reads it back: `Ok` means it is stored. Ask
    /// [`PlanItem::fits_into`] first.
    pub fn save_plan_item(&self, item: &PlanItem) -> Result<(), StoreError> {
        self.save_ladder_record(item.id.as_str(), item, |_| Ok(()))
    }

    /// Changes an item of the plan as [`Repository::edit_entry`] does an entry.
    pub fn edit_plan_item<R>(
        &self,
        id: &GrowthId,
        now: f64,
        change: impl FnOnce(&mut PlanItem) -> R,
    ) -> Result<Option<R>, StoreError> {
        let Some(mut item) = self.ladder_record::<PlanItem>(id.as_str())? else {
            return Ok(None);
        };
        let before = item.clone();
        let told = change(&mut item);
        if item != before {
            item.changed = now;
            self.save_plan_item(&item)?;
        }
        Ok(Some(told))
    }

    /// Removes an item of the plan, if it is stored, and returns how to undo that.
    pub fn remove_plan_item(&self, id: &GrowthId) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<PlanItem>(id.as_str())
    }

    fn has_room_for(&self, more: usize) -> Result<(), StoreError> {
        let folder = self.key_of(RecordKind::Evidence, "");
        let keys = self.storage().keys()?;
        let count = keys.iter().filter(|key| key.starts_with(&folder)).count();
        Journal::has_room(count, more).map_err(|_| StoreError::Full)
    }
}
