//! Marks, check-ins, second views and what is decided about cases as records of this page's ladder. Handles keys and the records of
//! `growth`; the storage is elsewhere.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::growth::{CheckIn, GrowthId, Mark, Marks, View};
use crate::store::address::{Address, RecordKind};
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo, record};
use crate::text_merge::TooLong;

/// The marks of a ladder, and those that cannot be read. What cannot be read stays where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredMarks {
    /// The marks by their ids.
    pub marks: Marks,
    /// Why each of the others cannot be read, by its id.
    pub unreadable: BTreeMap<String, StoreError>,
}

/// A stored check-in, or why it cannot be read. What cannot be read stays where it is.
pub type CheckInEntry = Result<CheckIn, StoreError>;

/// A stored second view, or why it cannot be read. What cannot be read stays where it is.
pub type ViewEntry = Result<View, StoreError>;

/// The id of a stored record, and the record or why it cannot be read.
type WithId<T> = (String, Result<T, StoreError>);

/// A kind of record of a ladder: what reading and writing must know of it.
pub(super) trait LadderRecord: Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: RecordKind;
    /// The newest version of its format, which this app writes.
    const NEWEST: u32;
    /// Its id, if the record has it in itself too.
    fn id(&self) -> Option<&str>;
    /// When it was last changed or received.
    fn time(&self) -> f64;
    /// Takes the newest version's number.
    fn renew(&mut self);
    /// What is wrong with a field, if something is.
    fn fault(&self) -> Option<String>;
}

impl LadderRecord for Mark {
    const KIND: RecordKind = RecordKind::Mark;
    const NEWEST: u32 = Self::SCHEMA;

    fn id(&self) -> Option<&str> {
        None
    }

    fn time(&self) -> f64 {
        self.changed
    }

    fn renew(&mut self) {
        self.schema = Self::SCHEMA;
    }

    fn fault(&self) -> Option<String> {
        self.check().err().map(excess)
    }
}

impl LadderRecord for CheckIn {
    const KIND: RecordKind = RecordKind::CheckIn;
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
        self.check().err().map(excess)
    }
}

impl LadderRecord for View {
    const KIND: RecordKind = RecordKind::View;
    const NEWEST: u32 = Self::SCHEMA;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }

    fn time(&self) -> f64 {
        self.received
    }

    fn renew(&mut self) {
        self.schema = Self::SCHEMA;
    }

    fn fault(&self) -> Option<String> {
        self.check().err().map(excess)
    }
}

pub(super) fn excess((field, excess): (&'static str, TooLong)) -> String {
    format!("its {field} is {excess}")
}

/// Reads a record's text.
pub(super) fn decode<T: LadderRecord>(key: &str, text: &str) -> Result<T, StoreError> {
    let mut read: T = record::decode(key, text, T::NEWEST)?;
    if let Some(other) = read.id().filter(|id| key.rsplit('/').next() != Some(*id)) {
        let why = format!("it holds another record, {other}");
        return Err(record::unreadable(key, why));
    }
    if let Some(why) = read.fault() {
        return Err(record::unreadable(key, why));
    }
    read.renew();
    Ok(read)
}

/// The record's text, unless it could not be read back.
pub(super) fn encode<T: LadderRecord>(one: &T) -> Result<String, StoreError> {
    if one.fault().is_some() || !record::are_times(&[Some(one.time())]) {
        return Err(StoreError::NotKept);
    }
    record::encode(one)
}

/// The records of a ladder.
///
/// # Errors
/// Reading them fails only if storage is unavailable. Saving one fails as for
/// [`Repository::save_attempt`], and with [`StoreError::NotKept`] for a value that could not be read back:
/// an id with other characters, a time that is not finite, a text that is too long. Removing one fails
/// also if it cannot be read: then it stays.
impl<K: KeyValue> Repository<K> {
    /// The marks on this page's ladder.
    pub fn marks(&self) -> Result<StoredMarks, StoreError> {
        let mut found = StoredMarks::default();
        for (id, mark) in self.ladder_records::<Mark>()? {
            match mark {
                Ok(mark) => drop(found.marks.insert(id, mark)),
                Err(error) => drop(found.unreadable.insert(id, error)),
            }
        }
        Ok(found)
    }

    /// One mark on this page's ladder, if it is saved.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn mark(&self, id: &str) -> Result<Option<Mark>, StoreError> {
        self.ladder_record(id)
    }

    /// Saves a mark under its id, `<level>.<competency>`, and reads it back: `Ok` means it is stored.
    pub fn save_mark(&self, id: &str, mark: &Mark) -> Result<(), StoreError> {
        self.save_ladder_record(id, mark, |_| Ok(()))
    }

    /// Removes a mark, if one is stored, and returns how to undo that.
    pub fn remove_mark(&self, id: &str) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<Mark>(id)
    }

    /// Every check-in on this page's ladder, the newest first, with those that cannot be read at the end.
    pub fn check_ins(&self) -> Result<Vec<CheckInEntry>, StoreError> {
        let mut entries = self.entries_of_ladder::<CheckIn>()?;
        entries.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => (b.date.cmp(&a.date)).then(b.changed.total_cmp(&a.changed)),
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(entries)
    }

    /// Saves a check-in and reads it back: `Ok` means it is stored. Of a stored one only the note and
    /// what was agreed on can change.
    ///
    /// # Errors
    /// Also [`StoreError::Unreadable`] if another check-in has this id.
    pub fn save_check_in(&self, check_in: &CheckIn) -> Result<(), StoreError> {
        let id = check_in.id.as_str();
        self.save_ladder_record(id, check_in, |old| {
            if old.freezes_the_same(check_in) {
                return Ok(());
            }
            let key = self.key_of(RecordKind::CheckIn, id);
            let why = "it holds another check-in, which does not change".to_owned();
            Err(record::unreadable(&key, why))
        })
    }

    /// Changes what may be written later of a check-in, on top of what is saved by then, at the time
    /// `now`, in milliseconds since 1970. Returns what `change` returned; none if the check-in no longer
    /// exists. A check-in that `change` leaves as it is is not written.
    ///
    /// # Errors
    /// As for [`Repository::save_check_in`]; nothing is written in that case.
    pub fn edit_check_in<R>(
        &self,
        id: &GrowthId,
        now: f64,
        change: impl FnOnce(&mut CheckIn) -> R,
    ) -> Result<Option<R>, StoreError> {
        let Some(mut check_in) = self.ladder_record::<CheckIn>(id.as_str())? else {
            return Ok(None);
        };
        let before = check_in.clone();
        let told = change(&mut check_in);
        if check_in != before {
            check_in.changed = now;
            self.save_check_in(&check_in)?;
        }
        Ok(Some(told))
    }

    /// Removes a check-in, if it is stored, and returns how to undo that.
    pub fn remove_check_in(&self, id: &GrowthId) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<CheckIn>(id.as_str())
    }

    /// Every second view for this page's ladder, the newest first, with those that cannot be read at the
    /// end.
    pub fn views(&self) -> Result<Vec<ViewEntry>, StoreError> {
        let mut entries = self.entries_of_ladder::<View>()?;
        entries.sort_by(|a, b| match (a, b) {
            (Ok(a), Ok(b)) => b.received.total_cmp(&a.received).then(b.id.cmp(&a.id)),
            _ => a.is_err().cmp(&b.is_err()),
        });
        Ok(entries)
    }

    /// Saves a second view and reads it back: `Ok` means it is stored.
    pub fn save_view(&self, view: &View) -> Result<(), StoreError> {
        self.save_ladder_record(view.id.as_str(), view, |_| Ok(()))
    }

    /// Removes a second view, if it is stored, and returns how to undo that.
    pub fn remove_view(&self, id: &GrowthId) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<View>(id.as_str())
    }

    /// Every record of a kind for this page's ladder, with its id, in any order.
    fn ladder_records<T: LadderRecord>(&self) -> Result<Vec<WithId<T>>, StoreError> {
        let folder = self.key_of(T::KIND, "");
        let mut found = Vec::new();
        self.each(T::KIND, |key, text| {
            let id = key.strip_prefix(&folder).unwrap_or_default();
            found.push((id.to_owned(), decode(key, text)));
        })?;
        Ok(found)
    }

    pub(super) fn entries_of_ladder<T: LadderRecord>(
        &self,
    ) -> Result<Vec<Result<T, StoreError>>, StoreError> {
        let records = self.ladder_records()?.into_iter();
        Ok(records.map(|(_, entry)| entry).collect())
    }

    pub(super) fn ladder_record<T: LadderRecord>(&self, id: &str) -> Result<Option<T>, StoreError> {
        let key = self.key_of(T::KIND, id);
        let text = self.storage().get(&key)?;
        text.map(|text| decode(&key, &text)).transpose()
    }

    /// Saves a record, unless the stored one cannot be read or must not be replaced.
    pub(super) fn save_ladder_record<T: LadderRecord>(
        &self,
        id: &str,
        one: &T,
        may_replace: impl FnOnce(&T) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let address = self.layout().address(T::KIND, id);
        if Address::parse(&address.name()) != Ok(address) {
            return Err(StoreError::NotKept);
        }
        let key = self.key_of(T::KIND, id);
        if let Some(old) = self.storage().get(&key)? {
            may_replace(&decode(&key, &old)?)?;
        }
        self.write(&key, &encode(one)?)
    }

    pub(super) fn remove_ladder_record<T: LadderRecord>(
        &self,
        id: &str,
    ) -> Result<Option<Undo>, TransactionError> {
        let key = self.key_of(T::KIND, id);
        let Some(text) = self.storage().get(&key)? else {
            return Ok(None);
        };
        decode::<T>(&key, &text)?;
        self.remove_keys(&[key]).map(Some)
    }
}
