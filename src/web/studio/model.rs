//! What the parts of the Studio share: the draft, the files it was read from, and whether it is saved.

use std::sync::Arc;

use leptos::prelude::*;

use crate::import::{Choices, Report, Source};
use crate::ladder::Draft;
use crate::store::{StoreError, StudioDraft};
use crate::studio::{Edit, Studio};
use crate::web::dom::{self, repository};
use crate::web::island::changes::Changes;
use crate::web::state::{self, SaveState};
use crate::web::studio::helper::{Ask, Helper};

/// The most bytes of a draft that is kept in the browser. A larger one belongs in a file.
const MOST_KEPT: usize = 500_000;
/// Milliseconds from an edit until it is saved.
const SAVE_AFTER: i32 = 300;
/// Milliseconds after which it is said that files are being read.
const SAY_AFTER: i32 = 300;

/// Files that were read, with the answers given so far.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) files: Arc<Vec<Source>>,
    pub(super) choices: Choices,
    pub(super) report: Report,
}

/// The Studio on its page.
#[derive(Clone, Copy)]
pub(super) struct Model {
    /// The draft; none before there is one.
    pub(super) studio: RwSignal<Option<Studio>>,
    pub(super) reading: RwSignal<Option<Reading>>,
    /// Whether files are being read, and it takes a while.
    pub(super) is_reading: RwSignal<bool>,
    waits: StoredValue<bool>,
    pub(super) helper: Helper,
    /// Why the last files were not read, or the last edit was not made.
    pub(super) refused: RwSignal<Vec<String>>,
    /// What the last edit did.
    pub(super) told: RwSignal<String>,
    pub(super) kept: RwSignal<SaveState>,
    /// Whether the draft is too large to be kept in the browser.
    pub(super) is_large: RwSignal<bool>,
    /// Whether another tab changed the saved draft.
    pub(super) is_other: RwSignal<bool>,
    /// The cell that is open: the level's id, the competency's.
    pub(super) cell: RwSignal<Option<(String, String)>>,
    /// Deletions, each with its undo.
    pub(super) changes: Changes,
    /// The draft as it was last saved or read.
    saved: StoredValue<Option<Draft>>,
}

impl Model {
    /// The model; with the draft that is saved, if there is one.
    pub(super) fn new(helper: Helper) -> Self {
        let turn = RwSignal::new(0_u32);
        let model = Self {
            studio: RwSignal::new(None),
            reading: RwSignal::new(None),
            is_reading: RwSignal::new(false),
            waits: StoredValue::new(false),
            helper,
            refused: RwSignal::new(Vec::new()),
            told: RwSignal::new(String::new()),
            kept: RwSignal::new(SaveState::NotYet),
            is_large: RwSignal::new(false),
            is_other: RwSignal::new(false),
            cell: RwSignal::new(None),
            changes: Changes::new(Callback::new(move |()| turn.update(|turn| *turn += 1))),
            saved: StoredValue::new(None),
        };
        model.open_saved();
        dom::on_outside_change(move |_| model.look_again());
        state::after_migration(move |_| model.look_again());
        dom::on_hide(move || model.save());
        Effect::new(move |_| {
            turn.track();
            untrack(|| model.look_again());
        });
        let save = dom::soon(SAVE_AFTER, move || model.save());
        let last = StoredValue::new(None::<Draft>);
        Effect::new(move |_| {
            let draft = model.draft();
            if draft.is_some() && draft != last.get_value() {
                last.set_value(draft);
                save();
            }
        });
        model
    }

    /// The draft as it is; follows every edit.
    pub(super) fn draft(self) -> Option<Draft> {
        self.studio
            .with(|studio| studio.as_ref().map(|studio| studio.draft().clone()))
    }

    /// The draft as it is now, for what happens once.
    pub(super) fn draft_now(self) -> Option<Draft> {
        let draft = |studio: &Option<Studio>| studio.as_ref().map(|studio| studio.draft().clone());
        self.studio.try_with_untracked(draft).flatten()
    }

    /// A part of the draft as `look` reads it; follows every edit.
    pub(super) fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Draft) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| {
            self.studio
                .with(|studio| studio.as_ref().map(|studio| look(studio.draft())))
        })
    }

    /// Makes an edit, or says why not.
    pub(super) fn edit(self, edit: &Edit) -> bool {
        let made = self
            .studio
            .try_update(|studio| studio.as_mut().map(|studio| studio.apply(edit)))
            .flatten();
        match made {
            Some(Ok(told)) => {
                self.refused.set(Vec::new());
                self.told.set(told);
                true
            }
            Some(Err(why)) => {
                self.refused.set(vec![why.to_string()]);
                false
            }
            None => false,
        }
    }

    /// Begins with a draft; one that is open can be brought back by an undo.
    pub(super) fn open(self, draft: Draft) {
        if self.studio.with_untracked(Option::is_some) {
            self.edit(&Edit::Replace(Box::new(draft)));
        } else {
            self.refused.set(Vec::new());
            self.studio.set(Some(Studio::new(draft)));
        }
    }

    /// Reads files in the worker; the answers given before hold if they are of the same files. What is open
    /// stays until they are read.
    pub(super) fn import(self, files: Arc<Vec<Source>>, choices: Choices) {
        self.refused.set(Vec::new());
        self.waits.set_value(true);
        dom::after(SAY_AFTER, move || {
            if self.waits.try_get_value() == Some(true) {
                self.is_reading.set(true);
            }
        });
        let (read, given) = (files.clone(), choices.clone());
        self.helper
            .ask(Ask::Ladder(&read, &given), move |answer, _| {
                self.waits.set_value(false);
                self.is_reading.set(false);
                let draft = answer.ladder.map(|text| Draft::from_json(&text));
                match (draft, answer.report, answer.refused) {
                    (Some(Ok(draft)), Some(report), _) => {
                        self.reading.set(Some(Reading {
                            files: files.clone(),
                            choices: choices.clone(),
                            report,
                        }));
                        self.open(draft);
                        dom::focus("report-head");
                    }
                    (.., Some(refused)) => self.refused.set(refused),
                    _ => {
                        let why = answer.failed.unwrap_or_default();
                        self.refused.set(vec![format!(
                            "Nothing was read: {why}. Look at your connection, and try again."
                        )]);
                    }
                }
            });
    }

    /// Answers questions of the import, each by its id, and reads the files again.
    pub(super) fn confirm(self, answers: impl IntoIterator<Item = (String, String)>) {
        if let Some(mut reading) = self.reading.get_untracked() {
            for (id, answer) in answers {
                reading.choices.set(id, answer);
            }
            self.import(reading.files, reading.choices);
        }
    }

    /// Takes back the last edit, or makes it again.
    pub(super) fn travel(self, is_back: bool) {
        self.refused.set(Vec::new());
        self.studio.update(|studio| {
            if let Some(studio) = studio {
                let told = match is_back {
                    true => studio.can_undo().map(|told| format!("Undone: {told}")),
                    false => studio.can_redo().map(|told| format!("Done again: {told}")),
                };
                match is_back {
                    true => studio.undo(),
                    false => studio.redo(),
                };
                self.told.set(told.unwrap_or_default());
            }
        });
    }

    fn open_saved(self) {
        match repository().studio_draft() {
            Ok(Some(record)) => {
                self.saved.set_value(Some(record.draft.clone()));
                self.kept.set(SaveState::Saved);
                self.studio.set(Some(Studio::new(record.draft)));
            }
            Ok(None) => {}
            Err(error) => self.kept.set(SaveState::Failed(error)),
        }
    }

    /// Looks whether another tab changed the saved draft.
    fn look_again(self) {
        let stored = repository().studio_draft().ok().flatten();
        let stored = stored.map(|record| record.draft);
        if stored == self.saved.get_value() {
            return;
        }
        match self.studio.with_untracked(Option::is_none) {
            true => self.open_saved(),
            false => self.is_other.set(true),
        }
    }

    /// Takes what another tab saved; what is here can be brought back by an undo.
    pub(super) fn take_other(self) {
        self.is_other.set(false);
        let stored = repository().studio_draft().ok().flatten();
        let stored = stored.map(|record| record.draft);
        self.saved.set_value(stored.clone());
        if let Some(draft) = stored {
            self.open(draft);
        }
    }

    /// Keeps what is here, over what another tab saved.
    pub(super) fn keep_own(self) {
        self.is_other.set(false);
        let stored = repository().studio_draft().ok().flatten();
        self.saved.set_value(stored.map(|record| record.draft));
        self.save();
    }

    /// Saves the draft, unless it is saved, too large, or another tab changed it meanwhile.
    fn save(self) {
        let Some(draft) = self.draft_now() else {
            return;
        };
        if self.is_other.get_untracked()
            || self
                .saved
                .with_value(|saved| saved.as_ref() == Some(&draft))
        {
            return;
        }
        let is_large = draft.to_json().len() > MOST_KEPT;
        self.is_large.set(is_large);
        if is_large {
            self.kept.set(SaveState::NotYet);
            return;
        }
        let record = StudioDraft::new(draft.clone(), dom::now());
        let saved: Result<(), StoreError> = repository().save_studio_draft(&record);
        if saved.is_ok() {
            self.saved.set_value(Some(draft));
        }
        self.kept.set(state::save_state(saved));
    }

    /// Forgets the draft, here and in the browser.
    pub(super) fn delete(self) {
        match repository().remove_studio_draft() {
            Ok(undo) => {
                self.saved.set_value(None);
                self.studio.set(None);
                self.reading.set(None);
                self.cell.set(None);
                self.kept.set(SaveState::NotYet);
                if let Some(undo) = undo {
                    self.changes.tell("The draft was deleted.", Ok(undo));
                }
            }
            Err(error) => self.changes.fail(error),
        }
    }
}
