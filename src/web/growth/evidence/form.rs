//! The fields of an entry in its form. Connects them to the repository; another tab may write them at the same
//! time.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::growth::{Date, Entry, EntryField, GrowthId, Journal};
use crate::text_merge::{Edited, Lines};
use crate::web::dom::{self, repository};
use crate::web::growth::evidence::Evidence;
use crate::web::growth::evidence::words::sentence;
use crate::web::growth::model::Model;
use crate::web::state::SaveState;
use crate::web::words;

/// Shown if a text that an entry cannot be without was emptied.
const BLANK: &str = "It doesn’t say what you did. Write that, or delete the entry. The text from before is still saved.";
/// Shown below a date that is no day.
const NO_DAY: &str = "This isn’t a whole day from 1970 to 2999, so it isn’t saved.";

/// A field, and what is wrong with what it holds.
#[derive(Clone, Copy)]
pub(super) struct FormField {
    pub(super) text: RwSignal<String>,
    pub(super) wrong: RwSignal<String>,
}

impl FormField {
    fn of(text: &str) -> Self {
        Self {
            text: RwSignal::new(text.to_owned()),
            wrong: RwSignal::new(String::new()),
        }
    }

    fn show(self, text: &str) {
        if self.text.with_untracked(|shown| shown != text) {
            self.text.set(text.to_owned());
        }
        self.wrong.set(String::new());
    }

    fn is_wrong(self) -> bool {
        !self.wrong.with_untracked(String::is_empty)
    }
}

/// The fields of an entry in this tab.
#[derive(Clone, Copy)]
pub(super) struct EntryForm {
    model: Model,
    /// The entry when this tab last read it.
    entry: StoredValue<Entry>,
    known: StoredValue<Lines<EntryField>>,
    texts: [FormField; 3],
    /// Each link on a line.
    pub(super) links: FormField,
    /// The links that the field showed last, or that were saved from it.
    shown_links: StoredValue<Vec<String>>,
    pub(super) date: FormField,
    pub(super) ticked: RwSignal<BTreeSet<String>>,
    pub(super) said: RwSignal<Option<String>>,
    pub(super) gone: RwSignal<bool>,
}

impl EntryForm {
    pub(super) fn of(model: Model, entry: &Entry) -> Self {
        let mut known = Lines::default();
        for which in EntryField::ALL {
            known.set(which, entry.text(which));
        }
        Self {
            model,
            known: StoredValue::new(known),
            texts: EntryField::ALL.map(|which| FormField::of(entry.text(which))),
            links: FormField::of(&entry.links.join("\n")),
            shown_links: StoredValue::new(entry.links.clone()),
            date: FormField::of(&day_of(entry)),
            ticked: RwSignal::new(entry.competencies.clone()),
            said: RwSignal::new(None),
            gone: RwSignal::new(false),
            entry: StoredValue::new(entry.clone()),
        }
    }

    pub(super) const fn field(self, which: EntryField) -> FormField {
        let [did, outcome, witnesses] = self.texts;
        match which {
            EntryField::Did => did,
            EntryField::Outcome => outcome,
            EntryField::Witnesses => witnesses,
        }
    }

    pub(super) fn id(self) -> GrowthId {
        self.entry.with_value(|entry| entry.id.clone())
    }

    /// Changes the saved entry. None if that failed, which is then told.
    fn change<R>(self, change: impl FnOnce(&mut Entry) -> R) -> Option<R> {
        match repository().edit_entry(&self.id(), dom::now(), change) {
            Ok(Some(told)) => Some(told),
            Ok(None) => {
                self.gone.set(true);
                None
            }
            Err(error) => {
                self.model.saved(Err(error));
                None
            }
        }
    }

    /// Saves a text, with what another tab wrote there since. Returns whether nothing of it is unsaved.
    pub(super) fn write(self, which: EntryField) -> bool {
        let field = self.field(which);
        let text = field.text.get_untracked();
        let before = self.known.with_value(|known| known.text(&which).to_owned());
        let wrote = |text: &str| self.known.update_value(|known| known.set(which, text));
        let hold = || self.known.update_value(|known| known.hold(which));
        if which.kept(&text) == before {
            wrote(&before);
            field.wrong.set(String::new());
            return true;
        }
        if which == EntryField::Did && which.kept(&text).is_empty() {
            hold();
            field.wrong.set(BLANK.to_owned());
            return false;
        }
        let edited = self.change(|entry| entry.edit(which, &before, &text));
        let (said, wrong) = match &edited {
            None => (None, String::new()),
            Some(Edited::Written) => {
                wrote(which.kept(&text));
                (None, String::new())
            }
            Some(Edited::Both(both)) => {
                wrote(both);
                field.text.set(both.clone());
                (Some(words::BOTH_TABS.to_owned()), String::new())
            }
            Some(Edited::Clash(_)) => (Some(words::CLASH.to_owned()), String::new()),
            Some(Edited::TooLong(excess)) => {
                let wrong = words::too_long(excess.by, excess.most, !before.is_empty());
                (None, wrong)
            }
        };
        self.said.set(said);
        field.wrong.set(wrong);
        let is_written = edited.as_ref().is_some_and(Edited::is_written);
        match (&edited, is_written) {
            (None, _) => hold(),
            (Some(_), true) => self.model.saved(Ok(())),
            (Some(_), false) => {
                hold();
                self.model.kept.set(SaveState::NotYet);
            }
        }
        is_written
    }

    /// Saves the links as far as they are some.
    pub(super) fn write_links(self) -> bool {
        if self.has_shown_links() {
            self.links.wrong.set(String::new());
            return true;
        }
        let text = self.links.text.get_untracked();
        let before = self.shown_links.get_value();
        let done = self.change(|entry| {
            let done = entry.edit_links(&before, &text);
            (done, entry.links.clone())
        });
        let Some((done, mut links)) = done else {
            return false;
        };
        match &done {
            Ok(()) => self.show_links(&links),
            Err(fault) => {
                links.retain(|link| text.contains(link));
                self.shown_links.set_value(links);
                let wrong = format!("Not saved: {fault}. The other links are.");
                self.links.wrong.set(wrong);
            }
        }
        self.model.saved(Ok(()));
        done.is_ok()
    }

    /// Whether the field holds the links that it showed last, and nothing else.
    fn has_shown_links(self) -> bool {
        let text = self.links.text.get_untracked();
        self.shown_links
            .with_value(|links| text.split_whitespace().eq(links.iter().map(String::as_str)))
    }

    fn show_links(self, links: &[String]) {
        self.shown_links.set_value(links.to_vec());
        self.links.show(&links.join("\n"));
    }

    pub(super) fn write_date(self, text: String) {
        self.date.text.set(text.clone());
        let id = date_id(&self.id());
        let date = Date::parse(&text).ok();
        // While a date is typed it is none for a moment.
        if dom::is_invalid(&id) || (date.is_none() && !text.is_empty()) {
            return;
        }
        self.date.wrong.set(String::new());
        if self.change(|entry| entry.date = date).is_some() {
            self.model.saved(Ok(()));
        }
    }

    /// Says that what the field of the date holds is none.
    pub(super) fn check_date(self) -> bool {
        let is_wrong = dom::is_invalid(&date_id(&self.id()));
        let wrong = if is_wrong { NO_DAY } else { "" };
        self.date.wrong.set(wrong.to_owned());
        !is_wrong
    }

    pub(super) fn tag(self, id: &str, shows: bool) {
        let done = self.change(|entry| entry.tag(id, shows));
        if let Some(Err(fault)) = &done {
            self.said.set(Some(sentence(&fault.to_string())));
        }
        if done.is_some() {
            self.model.saved(Ok(()));
        }
    }

    /// Saves everything that is not saved yet. Returns whether that worked.
    pub(super) fn write_all(self) -> bool {
        let texts = EntryField::ALL.map(|which| self.write(which));
        let links = self.write_links();
        texts.iter().all(|done| *done) && links && !self.gone.get_untracked()
    }

    /// Shows what another tab saved.
    pub(super) fn outside(self, found: Option<Entry>) {
        let was_gone = self.gone.get_untracked();
        self.gone.set(found.is_none());
        let Some(entry) = found else { return };
        let before = self.entry.get_value();
        self.entry.set_value(entry.clone());
        for which in EntryField::ALL {
            let field = self.field(which);
            let typed = field.text.get_untracked();
            let known = |known: &Lines<EntryField>| known.text(&which) == which.kept(&typed);
            if !self.known.with_value(known) {
                // What was typed while the entry was deleted is saved now that it is back; what is being
                // typed waits until the field is left.
                if was_gone {
                    self.write(which);
                }
                continue;
            }
            let held = entry.text(which);
            if self
                .known
                .with_value(|known| known.is_outdated(&which, held))
            {
                self.known.update_value(|known| known.set(which, held));
                field.show(held);
            }
        }
        if self.has_shown_links() && !self.links.is_wrong() {
            self.show_links(&entry.links);
        }
        if entry.date != before.date && !self.date.is_wrong() {
            self.date.show(&day_of(&entry));
        }
        if self
            .ticked
            .with_untracked(|ticked| *ticked != entry.competencies)
        {
            self.ticked.set(entry.competencies);
        }
    }

    /// Saves an entry again that another tab deleted, with what was typed here since.
    pub(super) fn save_after_all(self, page: Evidence) {
        if let Err(full) = Journal::has_room(page.count(), 1) {
            self.said.set(Some(sentence(&full.to_string())));
            return;
        }
        // As it was when it was deleted; what was typed since is an edit of its own.
        let entry = self.entry.get_value();
        let saved = repository().save_entry(&entry);
        let is_saved = saved.is_ok();
        self.model.saved(saved);
        if is_saved {
            self.gone.set(false);
            self.write_all();
            dom::focus(&field_id(EntryField::Did, &entry.id));
        }
    }
}

fn day_of(entry: &Entry) -> String {
    entry.date.map(|date| date.to_string()).unwrap_or_default()
}

/// The id of a field.
pub(super) fn field_id(which: EntryField, id: &GrowthId) -> String {
    let name = match which {
        EntryField::Did => "did",
        EntryField::Outcome => "outcome",
        EntryField::Witnesses => "witnesses",
    };
    format!("{name}-{id}")
}

/// The id of the field of the date.
pub(super) fn date_id(id: &GrowthId) -> String {
    format!("date-{id}")
}
