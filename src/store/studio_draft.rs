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
    /// What it was read from, if it was read from files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<ReadFrom>,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// What was read from files, in words: the files themselves are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadFrom {
    /// The files, and how much was in them.
    pub told: String,
    /// The questions whose answers were guessed and not confirmed: each with the answer that was taken.
    pub open: Vec<(String, String)>,
    /// What was left out or changed: the place, the text, why.
    pub left_out: Vec<(String, String, String)>,
    /// How many more things were left out than are listed here.
    pub more: usize,
}

impl ReadFrom {
    /// Keeps as much of what was left out as fits, in bytes about, and counts the rest.
    pub fn cut(&mut self, most: usize) {
        // The signs of JSON around three texts.
        const AROUND: usize = 12;
        let mut size = 0_usize;
        let kept = self.left_out.iter().take_while(|(place, text, why)| {
            size = size.saturating_add(place.len() + text.len() + why.len() + AROUND);
            size <= most
        });
        let kept = kept.count();
        self.more += self.left_out.len() - kept;
        self.left_out.truncate(kept);
    }
}

impl StudioDraft {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;

    /// The record of a draft and what it was read from, changed now.
    pub fn new(draft: Draft, read: Option<ReadFrom>, now: f64) -> Self {
        Self {
            schema: Self::SCHEMA,
            name: draft.name.clone(),
            draft,
            read,
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
