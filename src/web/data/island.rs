//! The page of all saved data: the state of the storage, every record, backup and import, deletion with
//! an undo. Connects the repository to the page; makes no decisions about records itself.

use leptos::prelude::*;

use crate::store::{Inventory, StoreError, TransactionError, Undo};
use crate::web::components::{Notice, Tone};
use crate::web::data::backup::BackupPart;
use crate::web::data::importing::Importing;
use crate::web::data::locking::Locking;
use crate::web::data::records::Records;
use crate::web::data::status::Status;
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::{state, words};

/// The state that the parts of the page share.
#[derive(Clone, Copy)]
pub(crate) struct DataModel {
    /// The saved data as last read.
    pub(crate) kept: RwSignal<Result<Inventory, StoreError>>,
    /// The changes, as text, each with its undo; the latest last.
    pub(crate) done: RwSignal<Vec<(String, Undo)>>,
    /// What went wrong.
    pub(crate) problem: RwSignal<Option<String>>,
}

impl DataModel {
    /// Reads everything again.
    pub(crate) fn reread(self) {
        self.kept.set(repository().inventory());
    }

    /// Reads everything again, and once more after the records of an older version are migrated.
    pub(crate) fn reread_all(self) {
        self.reread();
        state::after_migration(move |_| self.reread());
    }

    /// Reports a change, offers its undo, and reads everything again.
    pub(crate) fn tell(self, words: &str, changed: Result<Undo, TransactionError>) {
        match changed {
            Ok(undo) => {
                self.problem.set(None);
                self.done.update(|done| done.push((words.to_owned(), undo)));
                dom::focus("undo");
                // In a locked journal a change is complete only once it is encrypted.
                if dom::is_sealing() {
                    dom::when_sealed(move |sealed| {
                        self.problem
                            .set(sealed.err().map(|error| words::store_problem(&error)));
                        self.reread();
                    });
                }
            }
            Err(error) => self.fail(error),
        }
        self.reread();
    }

    /// Reports an error. Texts that could not be restored are offered as a file at once: they are no
    /// longer stored anywhere.
    pub(crate) fn fail(self, error: TransactionError) {
        self.problem.set(Some(words::restore_problem(&error)));
        if let TransactionError::NotUndone { undo, .. } = error {
            dom::save_file(
                "ladder-explorer-rescued.txt",
                "text/plain",
                &words::rescued(&undo),
            );
            self.done
                .update(|done| done.push((words::HALF_DONE.to_owned(), undo)));
        }
    }

    pub(crate) fn undo(self) {
        let Some((_, undo)) = self.done.with_untracked(|done| done.last().cloned()) else {
            return;
        };
        match repository().undo(&undo) {
            Ok(()) => {
                self.done.update(|done| {
                    done.pop();
                });
                self.problem.set(None);
                let more = self.done.with_untracked(|done| !done.is_empty());
                dom::focus(if more { "undo" } else { "stage-head" });
            }
            Err(error) => self.problem.set(Some(words::restore_problem(&error))),
        }
        self.reread();
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
    let model = DataModel {
        kept: RwSignal::new(repository().inventory()),
        done: RwSignal::new(Vec::new()),
        problem: RwSignal::new(None),
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
        {redrawn(move || {
            model.problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        {redrawn(move || {
            model.done
                .with(|done| done.last().map(|(words, _)| words.clone()))
                .map(|words| {
                    view! {
                        <p class="notice notice-warning" role="status">
                            {words} " "
                            <button
                                type="button"
                                class="button-text"
                                id="undo"
                                on:click=move |_| model.undo()
                            >
                                "Undo"
                            </button>
                        </p>
                    }
                })
        })}
        <Status model=model />
        <Records model=model />
        <BackupPart model=model />
        <Importing model=model />
        <Locking model=model />
    }
}
