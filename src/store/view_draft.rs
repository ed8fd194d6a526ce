//! A view that someone is still writing about someone else. It is stored only if they ask for it, and
//! removed once it is sent.

use serde::{Deserialize, Serialize};

use crate::growth::{GrowthId, View};
use crate::store::address::RecordKind;
use crate::store::growth::{LadderRecord, decode};
use crate::store::{KeyValue, Repository, StoreError, TransactionError, Undo};

/// What the id of such a draft begins with.
pub(super) const VIEW: &str = "view.";

/// The record. Its id is not that of its content, which changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct ViewDraft(View);

impl LadderRecord for ViewDraft {
    const KIND: RecordKind = RecordKind::Draft;
    const NEWEST: u32 = View::SCHEMA;

    fn id(&self) -> Option<&str> {
        None
    }

    fn time(&self) -> f64 {
        self.0.received
    }

    fn renew(&mut self) {
        self.0.renew();
    }

    fn fault(&self) -> Option<String> {
        self.0.fault()
    }
}

impl<K: KeyValue> Repository<K> {
    /// The draft of a view for this page's ladder, by what it answers; `received` is when it was last
    /// changed.
    ///
    /// # Errors
    /// If storage is unavailable, or the record cannot be read: then it stays.
    pub fn view_draft(&self, of: &GrowthId) -> Result<Option<View>, StoreError> {
        let key = self.key_of(RecordKind::Draft, &self.view_draft_id(of));
        let text = self.storage().get(&key)?;
        text.map(|text| decode(&key, &text).map(|ViewDraft(view)| view))
            .transpose()
    }

    /// Saves the draft of a view and reads it back: `Ok` means it is stored.
    ///
    /// # Errors
    /// As for [`Repository::save_view`].
    pub fn save_view_draft(&self, of: &GrowthId, view: &View) -> Result<(), StoreError> {
        let draft = ViewDraft(view.clone());
        self.save_ladder_record(&self.view_draft_id(of), &draft, |_| Ok(()))
    }

    /// Removes the draft of a view, if it is stored, and returns how to undo that.
    ///
    /// # Errors
    /// As for [`Repository::remove_view`].
    pub fn remove_view_draft(&self, of: &GrowthId) -> Result<Option<Undo>, TransactionError> {
        self.remove_ladder_record::<ViewDraft>(&self.view_draft_id(of))
    }

    /// Drafts belong to no ladder, so its id is in theirs.
    fn view_draft_id(&self, of: &GrowthId) -> String {
        format!("{VIEW}{}.{of}", self.layout().ladder())
    }
}
