//! When a backup is due, and which notices were seen: what belongs to this browser alone.
//! Knows times and records; knows neither what a backup holds nor how somebody is asked.

use serde::{Deserialize, Serialize};

use super::address::{Address, Key, Kind};
use super::inventory::{Glance, State, state_at};
use super::{KeyValue, Shelf, StoreError, record};

/// A week in milliseconds.
const WEEK: f64 = 7.0 * 86_400_000.0;
const ID: &str = "last";

/// The record of backups and notices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Keeping {
    /// The version of this record's format.
    pub schema: u32,
    /// When a backup was made last, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<f64>,
    /// When the visitor put a backup off last, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<f64>,
    /// The notices that are shown once and were seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices_seen: Vec<String>,
}

impl Keeping {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The most notices, and the most letters of one's name.
    const MOST_NOTICES: usize = 60;

    const fn new() -> Self {
        Self {
            schema: Self::SCHEMA,
            made: None,
            asked: None,
            notices_seen: Vec::new(),
        }
    }

    /// Reads a record's text.
    pub(super) fn decode(text: &str) -> Result<Self, StoreError> {
        let key = Address::new(Kind::Backup, ID).key();
        let keeping: Self = record::decode(&key, text, Self::SCHEMA)?;
        keeping.check().map_err(|why| record::unreadable(&key, why))
    }

    fn encode(&self) -> Result<String, StoreError> {
        if record::are_times(&[self.made, self.asked]) && self.clone().check().is_ok() {
            record::encode(self)
        } else {
            Err(StoreError::NotKept)
        }
    }

    fn check(self) -> Result<Self, String> {
        if self.notices_seen.len() > Self::MOST_NOTICES {
            return Err(format!(
                "noticesSeen: has more than {} entries",
                Self::MOST_NOTICES
            ));
        }
        for notice in &self.notices_seen {
            record::fits("notice", Some(notice), Self::MOST_NOTICES)?;
        }
        Ok(self)
    }
}

impl<K: KeyValue> Shelf<K> {
    /// Whether a backup is due: something was changed since the last one, a week has passed since
    /// it, and nobody was asked within a week. Where none was made yet, the week runs from the
    /// oldest record. Settings alone are not worth a backup. False where the place refuses, or
    /// where a newer app keeps this record.
    pub fn backup_due(&self, now: f64) -> bool {
        self.is_due(now).unwrap_or(false)
    }

    fn is_due(&self, now: f64) -> Result<bool, StoreError> {
        let keeping = self.keeping()?.unwrap_or_else(Keeping::new);
        // A clock that was set back must not silence the question for ever.
        let passed = |since: f64| (now - since).abs() >= WEEK;
        if keeping.asked.is_some_and(|asked| !passed(asked)) {
            return Ok(false);
        }
        let (mut oldest, mut newest) = (f64::INFINITY, f64::NEG_INFINITY);
        for (key, text) in self.ours()? {
            if let Key::Known(address) = Key::of(&key)
                && matches!(address.kind, Kind::Attempt | Kind::Opinion | Kind::Case)
            {
                let seen = Glance::at(&text);
                oldest = seen.begun().map_or(oldest, |begun| oldest.min(begun));
                newest = seen.changed().map_or(newest, |changed| newest.max(changed));
            }
        }
        let since = keeping.made.unwrap_or(oldest);
        let changed = keeping
            .made
            .map_or(newest.is_finite(), |made| newest > made);
        Ok(changed && passed(since))
    }

    /// Notes that a backup was made `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// As for [`Shelf::save_attempt`]; what cannot be read is set aside first.
    pub fn note_backup(&self, now: f64) -> Result<(), StoreError> {
        self.change_keeping(|keeping| keeping.made = Some(now))
    }

    /// Notes that the visitor was asked `now` and does not want a backup yet.
    ///
    /// # Errors
    /// As for [`Shelf::note_backup`].
    pub fn put_off(&self, now: f64) -> Result<(), StoreError> {
        self.change_keeping(|keeping| keeping.asked = Some(now))
    }

    /// Whether a notice that is shown once was seen; true where the place refuses, so that a
    /// notice which cannot be put away does not come back on every page.
    pub fn notice_seen(&self, notice: &str) -> bool {
        match self.keeping() {
            Ok(keeping) => keeping.is_some_and(|k| k.notices_seen.iter().any(|n| n == notice)),
            Err(_) => true,
        }
    }

    /// Notes that a notice was seen.
    ///
    /// # Errors
    /// As for [`Shelf::note_backup`].
    pub fn note_seen(&self, notice: &str) -> Result<(), StoreError> {
        self.change_keeping(|keeping| {
            if !keeping.notices_seen.iter().any(|seen| seen == notice) {
                keeping.notices_seen.push(notice.to_owned());
            }
        })
    }

    /// The record, if there is one that can be read.
    fn keeping(&self) -> Result<Option<Keeping>, StoreError> {
        let key = Address::new(Kind::Backup, ID).key();
        match self.place().get(&key)?.map(|text| Keeping::decode(&text)) {
            None | Some(Err(StoreError::Unreadable { .. })) => Ok(None),
            Some(Ok(keeping)) => Ok(Some(keeping)),
            Some(Err(error)) => Err(error),
        }
    }

    fn change_keeping(&self, change: impl FnOnce(&mut Keeping)) -> Result<(), StoreError> {
        let address = Address::new(Kind::Backup, ID);
        let key = address.key();
        let mut keeping = self.keeping()?.unwrap_or_else(Keeping::new);
        change(&mut keeping);
        let text = keeping.encode()?;
        if let Some(old) = self.place().get(&key)? {
            match state_at(&address, &old) {
                State::Unreadable { .. } => drop(self.move_aside(&address, &old)?),
                State::Sealed => return Err(record::locked(&key)),
                _ => {}
            }
        }
        self.write(&key, &text)
    }
}
