//! When a backup is due, and which notices were seen. Both belong to this browser alone, one key per
//! value. Handles times and records; backup contents and the user interface are elsewhere.

use serde::Deserialize;

use crate::store::address::{Address, RecordKind, is_id};
use crate::store::inventory::Glance;
use crate::store::layout::{Key, Layout};
use crate::store::value::SingleValue;
use crate::store::{KeyValue, Repository, StoreError, is_plausible, record};

/// A week in milliseconds.
const DUE_AFTER: f64 = 7.0 * 86_400_000.0;
const MADE: &str = "made";
const PUT_OFF: &str = "put-off";

/// Reads a stored time.
pub(super) fn time_of(key: &str, text: &str) -> Result<f64, StoreError> {
    let time = SingleValue::decode(key, text)?.number();
    time.ok_or_else(|| record::unreadable(key, "value: it is no time".to_owned()))
}

/// The single layout 1 record that held all of this, as its present values.
pub(super) fn of_old(key: &str, text: &str) -> Result<Vec<(Address, SingleValue)>, StoreError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct OldTimes {
        made: Option<f64>,
        asked: Option<f64>,
        #[serde(default)]
        notices_seen: Vec<String>,
    }
    let old: OldTimes = record::decode(key, text, 1)?;
    if let Some(strange) = old.notices_seen.iter().find(|notice| !is_id(notice)) {
        let why = format!("noticesSeen: “{strange}” is no notice’s name");
        return Err(record::unreadable(key, why));
    }
    let layout = Layout::of_nothing();
    let times = [(MADE, old.made), (PUT_OFF, old.asked)].into_iter();
    let times = times.filter_map(|(id, time)| Some((id.to_owned(), RecordKind::Backup, time?)));
    let times =
        times.map(|(id, kind, time)| (layout.address(kind, &id), SingleValue::Number(time)));
    let notices = old.notices_seen.iter();
    let notices = notices.map(|id| {
        (
            layout.address(RecordKind::Notice, id),
            SingleValue::Flag(true),
        )
    });
    Ok(times.chain(notices).collect())
}

impl<K: KeyValue> Repository<K> {
    /// Whether a backup is due: something changed since the last one, a week has passed since it, and
    /// the user was not asked within a week. If there is no backup yet, the week runs from the oldest
    /// record. Settings alone do not need a backup. A time in the future is ignored: a wrong clock must
    /// not suppress the question. False if storage is unavailable, or if a newer app wrote one of the
    /// times.
    pub fn backup_due(&self, now: f64) -> bool {
        self.is_due(now).unwrap_or(false)
    }

    fn is_due(&self, now: f64) -> Result<bool, StoreError> {
        let known = |time: &f64| is_plausible(*time, now);
        let passed = |since: f64| now - since >= DUE_AFTER;
        let asked = self.time(PUT_OFF)?.filter(known);
        if asked.is_some_and(|asked| !passed(asked)) {
            return Ok(false);
        }
        let (mut oldest, mut newest, mut undated) = (f64::INFINITY, f64::NEG_INFINITY, false);
        for (key, text) in self.ours()? {
            if let Key::Known(address) = self.layout().read(&key)
                && matches!(
                    address.kind,
                    RecordKind::Attempt
                        | RecordKind::Opinion
                        | RecordKind::Case
                        | RecordKind::Mark
                        | RecordKind::Evidence
                        | RecordKind::Plan
                        | RecordKind::CheckIn
                        | RecordKind::View
                )
            {
                let seen = Glance::at(&text);
                let (begun, changed) = (seen.begun(), seen.changed());
                undated |= begun.is_some_and(|begun| !known(&begun));
                oldest = begun
                    .filter(known)
                    .map_or(oldest, |begun| oldest.min(begun));
                newest = changed
                    .filter(known)
                    .map_or(newest, |time| newest.max(time));
            }
        }
        Ok(match self.time(MADE)?.filter(known) {
            Some(made) => newest > made && passed(made),
            None => undated || (newest.is_finite() && passed(oldest)),
        })
    }

    /// Records that a backup was created at `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// As for [`Repository::save_attempt`].
    pub fn note_backup(&self, now: f64) -> Result<(), StoreError> {
        self.note(RecordKind::Backup, MADE, SingleValue::Number(now))
    }

    /// Records that the visitor was asked at `now` and does not want a backup yet.
    ///
    /// # Errors
    /// As for [`Repository::note_backup`].
    pub fn put_off(&self, now: f64) -> Result<(), StoreError> {
        self.note(RecordKind::Backup, PUT_OFF, SingleValue::Number(now))
    }

    /// Whether a notice that is shown once was seen. True if storage is unavailable or the record
    /// cannot be read: otherwise a notice that cannot be dismissed would reappear on every page.
    pub fn notice_seen(&self, notice: &str) -> bool {
        let key = self.key_of(RecordKind::Notice, notice);
        !matches!(self.storage().get(&key), Ok(None))
    }

    /// Records that a notice was seen; its id has 1 to 40 of a–z, 0–9 and “-”.
    ///
    /// # Errors
    /// As for [`Repository::note_backup`].
    pub fn note_seen(&self, notice: &str) -> Result<(), StoreError> {
        match is_id(notice) {
            true => self.note(RecordKind::Notice, notice, SingleValue::Flag(true)),
            false => Err(StoreError::NotKept),
        }
    }

    /// One of the two times, if it is stored and can be read.
    fn time(&self, id: &str) -> Result<Option<f64>, StoreError> {
        let key = self.key_of(RecordKind::Backup, id);
        match self.storage().get(&key)?.map(|text| time_of(&key, &text)) {
            None | Some(Err(StoreError::Unreadable { .. })) => Ok(None),
            Some(Ok(time)) => Ok(Some(time)),
            Some(Err(error)) => Err(error),
        }
    }

    /// Whether a time of layout 1 is later than the one stored now. A time in the future is not.
    pub(super) fn is_later(&self, address: &Address, value: &SingleValue) -> bool {
        let told = |time: Option<f64>| time.filter(|time| is_plausible(*time, self.now()));
        let kept = self.time(&address.id).ok().flatten();
        kept.is_none() || told(value.number()) > told(kept)
    }

    fn note(&self, kind: RecordKind, id: &str, value: SingleValue) -> Result<(), StoreError> {
        let key = self.key_of(kind, id);
        let text = value.encode()?;
        if let Some(old) = self.storage().get(&key)? {
            match kind {
                RecordKind::Backup => time_of(&key, &old).map(drop)?,
                _ => SingleValue::decode(&key, &old).map(drop)?,
            }
        }
        self.write(&key, &text)
    }
}
