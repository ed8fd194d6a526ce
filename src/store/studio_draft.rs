//! The ladder that someone is making. It belongs to no ladder of the site, and there is one at a time.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::ladder::Draft;
use crate::store::address::RecordKind;
use crate::store::growth::LadderRecord;
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo, record};

/// The id of the record.
pub(super) const STUDIO: &str = "studio";

/// The record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudioDraft {
    /// The version of this record’s format.
    pub schema: u32,
    /// The name of the ladder, for the list of all records.
    pub name: String,
    /// The ladder, which may still have faults.
    pub draft: Draft,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

impl StudioDraft {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;

    /// The record of a draft, changed now.
    pub fn new(draft: Draft, now: f64) -> Self {
        Self {
            schema: Self::SCHEMA,
            name: draft.name.clone(),
            draft,
            changed: now,
        }
    }
}

impl LadderRecord for StudioDraft {
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
        None
    }
}

/// Reads a record but for its ladder, for the list of all records: pages that show it need no reader of
/// ladders.
pub(super) fn glance(key: &str, text: &str) -> Result<(), StoreError> {
    #[derive(Deserialize)]
    struct Outline {
        #[serde(rename = "name")]
        _name: String,
        #[serde(rename = "draft")]
        _draft: IgnoredAny,
        #[serde(rename = "changed")]
        _changed: f64,
    }
    record::decode::<Outline>(key, text, StudioDraft::SCHEMA).map(drop)
}

impl<K: KeyValue> Repository<K> {
    /// The ladder that someone is making, if there is one.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn studio_draft(&self) -> Result<Option<StudioDraft>, StoreError> {
        self.ladder_record(STUDIO)
    }

    /// Saves the ladder that someone is making and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// As for [`Repository::save_mark`].
    pub fn save_studio_draft(&self, draft: &StudioDraft) -> Result<(), StoreError> {
        self.save_ladder_record(STUDIO, draft, |_| Ok(()))
    }

    /// Removes it, if it is stored, and returns how to undo that.
    ///
    /// # Errors
    /// As for [`Repository::remove_view`].
    pub fn remove_studio_draft(&self) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<StudioDraft>(STUDIO)
    }
}
