//! The page of all saved data: the state of the storage, every record, backup and import, deletion with
//! an undo. Connects the repository to the page; makes no decisions about records itself.

use leptos::prelude::*;

use crate::store::{Inventory, StoreError};
use crate::web::data::backup::BackupPart;
use crate::web::data::importing::Importing;
use crate::web::data::locking::Locking;
use crate::web::data::records::Records;
use crate::web::data::status::Status;
use crate::web::dom::{self, repository};
use crate::web::island::changes::{Changes, ChangesMade};
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::state;

/// The state that the parts of the page share.
#[derive(Clone, Copy)]
pub(crate) struct DataModel {
    /// The saved data as last read.
    pub(crate) kept: RwSignal<Result<Inventory, StoreError>>,
    /// What was changed on this page.
    pub(crate) changes: Changes,
}

impl DataModel {
    /// Reads everything again.
    pub(crate) fn reread(self) {
        self.kept.set(repository().inventory());
    }

    /// Reads everything again, and once more after the records of an older version are migrated.
    pub(crate) fn reread_all(self) {
        // With nothing to migrate, the second is at once.
        if state::is_migrating() {
            self.reread();
        }
        state::after_migration(move |_| self.reread());
    }
}

/// The content of the page until its program is loaded.
#[component]
pub fn DataBefore() -> impl IntoView {
    view! {
        <div class="data">
            <Head />
        </div>
    }
}

/// The page of saved data.
#[component]
pub fn DataPart(
    /// The path to the app's root.
    root: String,
) -> impl IntoView {
    let kept = RwSignal::new(Ok(Inventory::default()));
    let model = DataModel {
        kept,
        changes: Changes::new(Callback::new(move |()| kept.set(repository().inventory()))),
    };
    model.reread_all();
    dom::on_outside_change(move |_| model.reread_all());
    view! {
        <div class="data">
            <Head />
            <Opened model=model root=root />
        </div>
    }
}

#[component]
fn Head() -> impl IntoView {
    view! {
        <h1 id="stage-head">"My data"</h1>
        <p class="lede">"Everything this app has saved: in this browser, and nowhere else."</p>
    }
}

#[component]
fn Opened(model: DataModel, root: String) -> impl IntoView {
    view! {
        <SharedOrigin root=root.clone() />
        <ChangesMade changes=model.changes />
        <Status model=model />
        <Records model=model />
        <BackupPart model=model />
        <Importing model=model />
        <Locking model=model />
    }
}
