//! What the parts of the Studio share: the draft, the files it was read from, and whether it is saved.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::import::{Choices, Guess, Report, Source};
use crate::ladder::Draft;
use crate::store::{ReadFrom, StoreError, StudioDraft};
use crate::studio::{Edit, Studio};
use crate::web::dom::{self, repository};
use crate::web::island::changes::Changes;
use crate::web::state::{self, SaveState};
use crate::web::studio::helper::{Ask, Helper};

/// The most bytes of a draft that is kept in the browser. A larger one belongs in a file.
const MOST_KEPT: usize = 500_000;
/// The most lines that are shown and kept of what was left out, and their bytes about.
const MOST_LINES: usize = 200;
const MOST_LEFT_OUT: usize = 60_000;
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

impl Reading {
    /// The same in words, as it is shown and kept.
    pub(super) fn told(&self) -> ReadFrom {
        let read = &self.report.read;
        let counts = [
            (read.levels, "level", "levels"),
            (read.competencies, "competency", "competencies"),
            (read.cells, "expectation", "expectations"),
            (read.items, "statement in a list", "statements in lists"),
        ];
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        let names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        let open = self.report.guessed.iter().map(|guess| {
            let offer = guess.options.iter().find(|one| one.id == guess.answer);
            let answer = offer.map_or(&guess.answer, |one| &one.words);
            (guess.question.clone(), answer.clone())
        });
        let left_out = self.report.dropped.iter().take(MOST_LINES);
        let mut told = ReadFrom {
            told: format!("From {}: {}.", names.join(", "), counts.join(", ")),
            open: open.collect(),
            left_out: left_out
                .map(|one| (one.place.clone(), one.text.clone(), one.why.clone()))
                .collect(),
            more: self.report.dropped.len().saturating_sub(MOST_LINES),
        };
        told.cut(MOST_LEFT_OUT);
        told
    }
}

/// A draft, and what it was read from: what is saved together.
type Whole = (Draft, Option<ReadFrom>);

/// The Studio on its page.
#[derive(Clone, Copy)]
pub(super) struct Model {
    /// The draft; none before there is one.
    pub(super) studio: RwSignal<Option<Studio>>,
    /// The files that are at hand; none after a reload.
    pub(super) reading: RwSignal<Option<Reading>>,
    /// What was read, in words; also after a reload.
    pub(super) read_from: RwSignal<Option<ReadFrom>>,
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
    /// What was last saved or read.
    saved: StoredValue<Option<Whole>>,
}

impl Model {
    /// The model; with the draft that is saved, if there is one.
    pub(super) fn new(helper: Helper) -> Self {
        let turn = RwSignal::new(0_u32);
        let model = Self {
            studio: RwSignal::new(None),
            reading: RwSignal::new(None),
            read_from: RwSignal::new(None),
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
        dom::on_hide(move || {
            // A text becomes an edit once its field is left; here the page is.
            dom::finish_typing();
            model.save();
        });
        Effect::new(move |_| {
            turn.track();
            untrack(|| model.look_again());
        });
        let save = dom::soon(SAVE_AFTER, move || model.save());
        let last = StoredValue::new(None::<Whole>);
        Effect::new(move |_| {
            let read = model.read_from.get();
            let whole = model.draft().map(|draft| (draft, read));
            if whole.is_some() && whole != last.get_value() {
                last.set_value(whole);
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

    /// Begins with a draft that was not read from files; one that is open can be brought back by an undo.
    pub(super) fn open(self, draft: Draft) {
        self.show(draft, None);
    }

    fn show(self, draft: Draft, read: Option<Reading>) {
        self.read_from.set(read.as_ref().map(Reading::told));
        let is_again = read
            .as_ref()
            .is_some_and(|read| read.choices.iter().next().is_some());
        self.reading.set(read);
        if self.studio.with_untracked(Option::is_some) {
            self.edit(&match is_again {
                true => Edit::ReadAgain(Box::new(draft)),
                false => Edit::Replace(Box::new(draft)),
            });
        } else {
            self.refused.set(Vec::new());
            self.studio.set(Some(Studio::new(draft)));
        }
    }

    /// Reads files in the worker, with the answers that were given to them. What is open stays until they are
    /// read. A question that is asked again as in `confirmed` is answered.
    pub(super) fn import(self, files: Arc<Vec<Source>>, choices: Choices, confirmed: Vec<Guess>) {
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
                    (Some(Ok(draft)), Some(mut report), _) => {
                        let mut choices = choices.clone();
                        for guess in &confirmed {
                            if report.guessed.contains(guess) {
                                report.guessed.retain(|one| one != guess);
                                choices.set(&guess.id, &guess.answer);
                            }
                        }
                        let files = files.clone();
                        self.show(
                            draft,
                            Some(Reading {
                                files,
                                choices,
                                report,
                            }),
                        );
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

    /// Answers the questions of the import, each by its id, and reads the files again. A changed answer may
    /// change the other questions; those that stay as they are have the answer that is shown.
    pub(super) fn confirm(self, mut answers: BTreeMap<String, String>) {
        let Some(mut reading) = self.reading.get_untracked() else {
            return;
        };
        let guessed = reading.report.guessed;
        let is_kept = |guess: &Guess| answers.get(&guess.id) == Some(&guess.answer);
        let mut kept: Vec<Guess> = guessed.iter().filter(|one| is_kept(one)).cloned().collect();
        match kept.len() == guessed.len() {
            true => kept.clear(),
            false => answers.retain(|id, _| kept.iter().all(|guess| guess.id != *id)),
        }
        for (id, answer) in answers {
            reading.choices.set(id, answer);
        }
        self.import(reading.files, reading.choices, kept);
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
                self.saved
                    .set_value(Some((record.draft.clone(), record.read.clone())));
                self.kept.set(SaveState::Saved);
                self.read_from.set(record.read);
                self.studio.set(Some(Studio::new(record.draft)));
            }
            Ok(None) => {}
            Err(error) => self.kept.set(SaveState::Failed(error)),
        }
    }

    /// Looks whether another tab changed the saved draft.
    fn look_again(self) {
        let stored = stored();
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
        let stored = stored();
        self.saved.set_value(stored.clone());
        if let Some((draft, read)) = stored {
            self.open(draft);
            self.read_from.set(read);
        }
    }

    /// Keeps what is here, over what another tab saved.
    pub(super) fn keep_own(self) {
        self.is_other.set(false);
        self.saved.set_value(stored());
        self.save();
    }

    /// Saves the draft, unless it is saved, too large, or another tab changed it meanwhile.
    fn save(self) {
        let Some(draft) = self.draft_now() else {
            return;
        };
        let whole = (draft.clone(), self.read_from.get_untracked());
        let is_saved = self
            .saved
            .with_value(|saved| saved.as_ref() == Some(&whole));
        if self.is_other.get_untracked() || is_saved {
            return;
        }
        let is_large = draft.to_json().len() > MOST_KEPT;
        self.is_large.set(is_large);
        if is_large {
            self.kept.set(SaveState::NotYet);
            return;
        }
        let record = StudioDraft::new(draft, whole.1.clone(), dom::now());
        let saved: Result<(), StoreError> = repository().save_studio_draft(&record);
        if saved.is_ok() {
            self.saved.set_value(Some(whole));
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
                self.read_from.set(None);
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

/// What is saved now, by this tab or another one.
fn stored() -> Option<Whole> {
    let record = repository().studio_draft().ok().flatten()?;
    Some((record.draft, record.read))
}
