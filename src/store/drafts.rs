//! What is chosen and not yet final: the levels that the visitor looks at, and what a case leaves out.
//! Records of the kind draft belong to no ladder, so their ids have the ladder's, after what they are.

use crate::growth::{Aim, CaseChoice};
use crate::store::address::RecordKind;
use crate::store::growth::{LadderRecord, excess};
use crate::store::{KeyValue, Repository, StoreError};

/// What the id of a choice of levels begins with.
pub(super) const AIM: &str = "aim.";
/// What the id of a choice about a case begins with.
pub(super) const CASE: &str = "case.";

impl LadderRecord for Aim {
    const KIND: RecordKind = RecordKind::Draft;
    const NEWEST: u32 = Self::SCHEMA;

    fn id(&self) -> Option<&str> {
        None
    }

    fn time(&self) -> f64 {
        0.0
    }

    fn renew(&mut self) {
        self.schema = Self::SCHEMA;
    }

    fn fault(&self) -> Option<String> {
        self.check().err().map(excess)
    }
}

impl LadderRecord for CaseChoice {
    const KIND: RecordKind = RecordKind::Draft;
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

impl<K: KeyValue> Repository<K> {
    /// The levels that the visitor chose on this page's ladder, if they chose any.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn aim(&self) -> Result<Option<Aim>, StoreError> {
        self.ladder_record(&self.aim_id())
    }

    /// Saves the levels that the visitor chose, and reads them back: `Ok` means they are stored.
    ///
    /// # Errors
    /// As for [`Repository::save_mark`].
    pub fn save_aim(&self, aim: &Aim) -> Result<(), StoreError> {
        self.save_ladder_record(&self.aim_id(), aim, |_| Ok(()))
    }

    fn aim_id(&self) -> String {
        format!("{AIM}{}", self.layout().ladder())
    }

    /// What the visitor decided about the case for a level of this page's ladder, if they did.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read or is newer.
    pub fn case_choice(&self, level: &str) -> Result<Option<CaseChoice>, StoreError> {
        self.ladder_record(&self.case_id(level))
    }

    /// Saves what the visitor decided about the case for a level and reads it back: `Ok` means it is
    /// stored.
    ///
    /// # Errors
    /// As for [`Repository::save_mark`].
    pub fn save_case_choice(&self, level: &str, choice: &CaseChoice) -> Result<(), StoreError> {
        self.save_ladder_record(&self.case_id(level), choice, |_| Ok(()))
    }

    /// Changes what is decided about the case for a level on top of what is saved by then, at the time
    /// `now`, in milliseconds since 1970. Returns what `change` returned. What `change` leaves as it is
    /// is not written.
    ///
    /// # Errors
    /// As for [`Repository::save_case_choice`]; nothing is written in that case.
    pub fn edit_case_choice<R>(
        &self,
        level: &str,
        now: f64,
        change: impl FnOnce(&mut CaseChoice) -> R,
    ) -> Result<R, StoreError> {
        let before = self.case_choice(level)?.unwrap_or_default();
        let mut choice = before.clone();
        let told = change(&mut choice);
        if choice != before {
            choice.changed = now;
            self.save_case_choice(level, &choice)?;
        }
        Ok(told)
    }

    fn case_id(&self, level: &str) -> String {
        format!("{CASE}{}.{level}", self.layout().ladder())
    }
}
