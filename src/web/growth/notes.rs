//! The case: notes saved while typing, deletion with an undo, a copy as Markdown. Uses the repository
//! and the page's fields.

use std::cell::RefCell;
use std::rc::Rc;

use crate::growth::{Case, Edit, Field};
use crate::share::{CaseLine, case_markdown};
use crate::store::{StoreError, Undo};
use crate::text_merge::{Edited, Lines, TooLong};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::enhancements::SAID;
use crate::web::growth::names::{DELETE, KEPT, LEVEL, MARKDOWN, NOTE, PASSPORT, TEXT, UNDO};
use crate::web::{state, words};

/// The delay between typing and saving, in milliseconds.
const WAIT: i32 = 400;

/// Fills the fields with the saved case and saves what is typed, if the page has the fields.
pub(crate) fn start() {
    if !dom::has(LEVEL) {
        return;
    }
    let fields = Rc::new(CaseFields::default());
    offer_copy();
    offer_undo(&fields);
    match repository().case() {
        Ok(Some(case)) => fields.fill(&case),
        Ok(None) => {}
        Err(error) => {
            dom::say(KEPT, &words::store_problem(&error));
            return;
        }
    }
    state::after_migration(|why| {
        if let Some(why) = why {
            dom::say(KEPT, &words::waiting(&why));
        }
    });
    let save: Rc<dyn Fn()> = Rc::new(dom::soon(WAIT, {
        let fields = fields.clone();
        move || fields.write()
    }));
    // Leaving the page in the middle of a word loses nothing.
    dom::on_hide({
        let fields = fields.clone();
        move || fields.write()
    });
    for (marker, field) in [
        (NOTE, Field::Note as fn(String) -> Field),
        (PASSPORT, Field::Passport),
    ] {
        let (fields, save) = (fields.clone(), save.clone());
        dom::on_field("input", marker, move |id, text| {
            fields.typed(field(id), text);
            save();
        });
    }
    dom::on_field("change", "data-in-address", |_, level| {
        if !level.is_empty() {
            say_kept(&keep(|case| case.level = Some(level)));
        }
    });
    dom::on_outside_change(move |_| {
        match repository().case() {
            Ok(Some(case)) => fields.take_over(&case),
            // Another tab deleted it.
            Ok(None) => fields.take_over(&Case::new()),
            Err(_) => {}
        }
    });
}

/// This tab's state of the lines.
#[derive(Default)]
struct CaseFields {
    /// Text that was typed and is not saved yet.
    waiting: RefCell<Vec<(Field, String)>>,
    /// The text of each line when this tab last filled or saved it.
    known: RefCell<Lines<Field>>,
}

impl CaseFields {
    fn typed(&self, field: Field, text: String) {
        put(&mut self.waiting.borrow_mut(), field, text);
    }

    fn waits(&self, field: &Field) -> bool {
        self.waiting.borrow().iter().any(|(one, _)| one == field)
    }

    /// Saves waiting text. If that fails, the text goes on waiting for the next successful save. A text
    /// that is too long waits as well: it stays in its field, with a message below. A line that another
    /// tab has changed since holds both texts afterwards.
    fn write(&self) {
        let waiting = self.waiting.take();
        if waiting.is_empty() {
            return;
        }
        let edits: Vec<Edit> = waiting
            .iter()
            .map(|(field, text)| Edit {
                field: field.clone(),
                before: self.known.borrow().text(field).to_owned(),
                text: text.clone(),
            })
            .collect();
        let done = match repository().edit_case(&edits, dom::now()) {
            Ok(done) => done,
            Err(error) => {
                self.waiting.borrow_mut().splice(0..0, waiting);
                say_kept(&Err(error));
                return;
            }
        };
        let mut said = None;
        for ((field, text), edited) in waiting.into_iter().zip(done) {
            self.say_length(&field, &edited);
            match edited {
                Edited::Written => self.known.borrow_mut().set(field, &text),
                Edited::Both(both) => {
                    dom::fill(&id_of(&field), &both);
                    self.known.borrow_mut().set(field, &both);
                    said = Some(words::BOTH_TABS);
                }
                Edited::Clash(_) => {
                    self.known.borrow_mut().hold(field);
                    said = Some(words::CLASH);
                }
                Edited::TooLong(_) => {
                    self.waiting.borrow_mut().push((field, text));
                    said = said.or(Some(words::NOT_ALL_SAVED));
                }
            }
        }
        match said {
            Some(words) => dom::say(KEPT, words),
            None => say_kept(&Ok(())),
        }
    }

    /// Shows beside a field by how much its text is too long, or removes that message.
    fn say_length(&self, field: &Field, edited: &Edited) {
        let words = match edited {
            Edited::TooLong(TooLong { by, most }) => {
                let saved_before = !self.known.borrow().text(field).is_empty();
                words::too_long(*by, *most, saved_before)
            }
            _ => String::new(),
        };
        dom::say_invalid(&id_of(field), &words);
    }

    fn fill(&self, case: &Case) {
        for (field, text) in lines(case) {
            dom::fill(&id_of(&field), text);
            self.known.borrow_mut().set(field, text);
        }
        if let Some(level) = &case.level
            && dom::query("level").is_none()
        {
            choose(&level.to_ascii_lowercase());
        }
    }

    /// Shows what another tab saved, in lines where no text waits.
    fn take_over(&self, case: &Case) {
        let emptied: Vec<Field> = self.known.borrow().keys().cloned().collect();
        let fields = lines(case).map(|(field, _)| field).chain(emptied);
        for field in fields {
            let text = held(case, &field);
            if !self.waits(&field) && self.known.borrow().is_outdated(&field, text) {
                dom::fill(&id_of(&field), text);
                self.known.borrow_mut().set(field, text);
            }
        }
    }
}

/// Chooses a level in the list; one that this ladder does not have leaves the list as it is.
fn choose(level: &str) {
    let before = dom::filled(LEVEL);
    dom::fill(LEVEL, level);
    if dom::filled(LEVEL).as_deref() != Some(level) {
        dom::fill(LEVEL, &before.unwrap_or_default());
    }
}

/// What a line of a case holds; empty where there is none.
fn held<'a>(case: &'a Case, field: &Field) -> &'a str {
    let text = match field {
        Field::Note(id) => case.notes.get(id),
        Field::Passport(id) => case.passport.get(id),
    };
    text.map_or("", String::as_str)
}

fn put(lines: &mut Vec<(Field, String)>, field: Field, text: String) {
    lines.retain(|(one, _)| *one != field);
    lines.push((field, text));
}

fn lines(case: &Case) -> impl Iterator<Item = (Field, &str)> {
    let notes = case.notes.iter();
    let notes = notes.map(|(id, text)| (Field::Note(id.clone()), text.as_str()));
    let passport = case.passport.iter();
    notes.chain(passport.map(|(id, text)| (Field::Passport(id.clone()), text.as_str())))
}

/// The id of the field of a line.
fn id_of(field: &Field) -> String {
    match field {
        Field::Note(id) => format!("note-{id}"),
        Field::Passport(id) => format!("passport-{id}"),
    }
}

fn offer_copy() {
    dom::on_press(MARKDOWN, |button| {
        let text = markdown();
        dom::copy(text.clone(), move |done| {
            dom::show(TEXT, !done);
            let said = if done {
                "Copied."
            } else {
                dom::fill(TEXT, &text);
                "The browser refused to copy. Copy the text below by hand."
            };
            dom::say_in(&button, SAID, said);
        });
    });
}

/// Changes the saved case as it is now, so that another tab's changes to other fields stay.
fn keep(change: impl FnOnce(&mut Case)) -> Result<(), StoreError> {
    let mut case = repository().case()?.unwrap_or_default();
    change(&mut case);
    case.changed = dom::now();
    repository().save_case(&case)
}

fn say_kept(kept: &Result<(), StoreError>) {
    let told = |kept: &Result<(), StoreError>| dom::say(KEPT, &words_of(kept));
    if kept.is_ok() && dom::is_sealing() {
        dom::when_sealed(move |done| told(&done));
    } else {
        told(kept);
    }
}

fn words_of(kept: &Result<(), StoreError>) -> String {
    match kept {
        Ok(()) if LocalStore::lasts() => "Saved in this browser.".to_owned(),
        Ok(()) => {
            "Not saved: this browser refuses storage. Copy your case before you leave this page."
                .to_owned()
        }
        Err(error) => words::store_problem(error),
    }
}

/// Deletion clears the fields at once. The undo restores the record, unless another one was saved
/// since.
fn offer_undo(fields: &Rc<CaseFields>) {
    let deleted: Rc<RefCell<Option<Undo>>> = Rc::default();
    let (removed, emptied) = (deleted.clone(), fields.clone());
    dom::on_press(DELETE, move |_| {
        emptied.write();
        match repository().remove_case() {
            Ok(None) => dom::say(KEPT, "There is nothing to delete."),
            Ok(Some(undo)) => {
                for (field, _) in emptied.waiting.take() {
                    dom::say_invalid(&id_of(&field), "");
                }
                emptied.known.take();
                dom::clear_fields(NOTE);
                dom::clear_fields(PASSPORT);
                *removed.borrow_mut() = Some(undo);
                dom::show("case-undo", true);
                dom::say(KEPT, "Your case was deleted.");
            }
            Err(error) => dom::say(KEPT, &words::restore_problem(&error)),
        }
    });
    let fields = fields.clone();
    dom::on_press(UNDO, move |_| {
        fields.write();
        let Some(undo) = deleted.take() else { return };
        if let Err(error) = repository().undo(&undo) {
            dom::say(KEPT, &words::restore_problem(&error));
            *deleted.borrow_mut() = Some(undo);
            return;
        }
        say_kept(&Ok(()));
        if let Ok(Some(case)) = repository().case() {
            fields.fill(&case);
        }
        dom::show("case-undo", false);
        dom::focus(LEVEL);
    });
}

/// The case in the fields, for the selected level.
fn markdown() -> String {
    let level = dom::filled(LEVEL).unwrap_or_default();
    let head = dom::chosen_words(LEVEL).unwrap_or_default();
    let asked = dom::texts(&format!("[data-at=\"{level}\"]"));
    let names = dom::texts("[data-competency-name]");
    let notes = dom::fields(NOTE);
    let lines: Vec<CaseLine> = names
        .iter()
        .zip(&asked)
        .zip(&notes)
        .map(|((competency, asked), (_, note))| CaseLine {
            competency,
            asked,
            note,
        })
        // What belongs to another track is left out, unless something was noted there.
        .filter(|line| !(line.asked.is_empty() && line.note.trim().is_empty()))
        .collect();
    let labels = dom::texts("[data-passport-name]");
    let passport = dom::fields(PASSPORT);
    let passport: Vec<(&str, &str)> = labels
        .iter()
        .zip(&passport)
        .map(|(name, (_, text))| (name.as_str(), text.as_str()))
        .collect();
    case_markdown(&head, &lines, &passport)
}
