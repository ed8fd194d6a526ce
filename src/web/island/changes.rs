//! Changes that can be undone until the page is left, and what went wrong with one.

use leptos::prelude::*;

use crate::store::{TransactionError, Undo};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;
use crate::web::words;

/// The changes of a page.
#[derive(Clone, Copy)]
pub(crate) struct Changes {
    /// Each change in words, with its undo; the latest last.
    done: RwSignal<Vec<(String, Undo)>>,
    /// What went wrong.
    pub(crate) problem: RwSignal<Option<String>>,
    /// Reads the saved data again.
    reread: Callback<()>,
}

impl Changes {
    /// No change yet. `reread` is called after each one.
    pub(crate) fn new(reread: Callback<()>) -> Self {
        Self {
            done: RwSignal::new(Vec::new()),
            problem: RwSignal::new(None),
            reread,
        }
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
                        self.reread.run(());
                    });
                }
            }
            Err(error) => self.fail(error),
        }
        self.reread.run(());
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

    fn undo(self) {
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
        self.reread.run(());
    }
}

/// What went wrong, and the last change with its undo.
#[component]
pub(crate) fn ChangesMade(changes: Changes) -> impl IntoView {
    view! {
        {redrawn(move || {
            changes.problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        {redrawn(move || {
            changes
                .done
                .with(|done| done.last().map(|(words, _)| words.clone()))
                .map(|words| {
                    view! {
                        <p class="notice notice-warning" role="status">
                            {words} " "
                            <button
                                type="button"
                                class="button-text"
                                id="undo"
                                on:click=move |_| changes.undo()
                            >
                                "Undo"
                            </button>
                        </p>
                    }
                })
        })}
    }
}
