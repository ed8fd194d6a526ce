//! The case: notes kept letter by letter, deleted with a way back, copied as Markdown.
//! Knows the shelf and the page's fields.

use std::cell::RefCell;
use std::rc::Rc;

use super::names::{DELETE, KEPT, LEVEL, MARKDOWN, NOTE, PASSPORT, UNDO};
use crate::app::browser::{self, Place, shelf};
use crate::app::touches::SAID;
use crate::app::words;
use crate::exchange::{CaseLine, case_markdown};
use crate::journal::Case;
use crate::ladder::LevelCode;
use crate::store::StoreError;

/// How long somebody pauses before what they typed is written, in milliseconds.
const PAUSE: i32 = 400;

/// Fills the fields with what is kept and keeps what is typed, where the page has them.
pub(super) fn start() {
    if !browser::has(LEVEL) {
        return;
    }
    let waiting: Waiting = Rc::default();
    offer_copy();
    offer_undo(&waiting);
    match shelf().case() {
        Ok(Some(case)) => fill(&case),
        Ok(None) => {}
        Err(error) => {
            browser::say(KEPT, &words::store_problem(&error));
            return;
        }
    }
    let save: Rc<dyn Fn()> = Rc::new(browser::after_pause(PAUSE, {
        let waiting = waiting.clone();
        move || write(&waiting)
    }));
    // Whoever leaves in the middle of a word loses nothing of it.
    browser::on_hide({
        let waiting = waiting.clone();
        move || write(&waiting)
    });
    for (marker, kind) in [(NOTE, Kind::Note), (PASSPORT, Kind::Passport)] {
        let (waiting, save) = (waiting.clone(), save.clone());
        browser::on_field("input", marker, move |id, text| {
            let mut changes = waiting.borrow_mut();
            changes.retain(|old| old.kind != kind || old.id != id);
            changes.push(Change { kind, id, text });
            drop(changes);
            save();
        });
        browser::limit_fields(marker, Case::LONGEST);
    }
    browser::on_field("change", "data-in-address", |_, code| {
        if let Ok(code) = LevelCode::parse(&code) {
            say_kept(&keep(|case| case.level = Some(code)));
        }
    });
}

/// What was typed and is not written yet.
type Waiting = Rc<RefCell<Vec<Change>>>;

/// Writes what waits; where that fails it goes on waiting, and the next good write takes it along.
fn write(waiting: &Waiting) {
    let changes = waiting.take();
    if changes.is_empty() {
        return;
    }
    let kept = keep(|case| {
        for change in &changes {
            change.apply(case);
        }
    });
    if kept.is_err() {
        waiting.borrow_mut().splice(0..0, changes);
    }
    say_kept(&kept);
}

fn offer_copy() {
    browser::on_press(MARKDOWN, |button| {
        browser::copy(markdown(), move |done| {
            let said = if done {
                "Copied."
            } else {
                "The browser refused to copy."
            };
            browser::say_in(&button, SAID, said);
        });
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Note,
    Passport,
}

struct Change {
    kind: Kind,
    id: String,
    text: String,
}

impl Change {
    fn apply(&self, case: &mut Case) {
        match self.kind {
            Kind::Note => case.note(&self.id, &self.text),
            Kind::Passport => case.stamp(&self.id, &self.text),
        }
    }
}

/// Changes what is kept now, so that what another tab wrote in other fields stays.
fn keep(change: impl FnOnce(&mut Case)) -> Result<(), StoreError> {
    let mut case = shelf().case()?.unwrap_or_default();
    change(&mut case);
    case.changed = browser::now();
    shelf().save_case(&case)
}

fn say_kept(kept: &Result<(), StoreError>) {
    let said = match kept {
        Ok(()) if Place::lasts() => "Saved in this browser, and read back.".to_owned(),
        Ok(()) => "Kept only while this page is open: the browser refuses storage. Copy your case before you leave.".to_owned(),
        Err(error) => words::store_problem(error),
    };
    browser::say(KEPT, &said);
}

fn fill(case: &Case) {
    for (id, text) in &case.notes {
        browser::fill(&format!("note-{id}"), text);
    }
    for (id, text) in &case.passport {
        browser::fill(&format!("passport-{id}"), text);
    }
    if let Some(level) = case.level
        && browser::query("level").is_none()
    {
        browser::fill(LEVEL, &level.slug());
    }
}

/// Deleting empties the fields at once; the undo brings the record back, and leaves alone what was
/// written since.
fn offer_undo(waiting: &Waiting) {
    let deleted: Rc<RefCell<Option<Case>>> = Rc::default();
    let (removed, waiting) = (deleted.clone(), waiting.clone());
    browser::on_press(DELETE, move |_| {
        write(&waiting);
        match shelf().remove_case() {
            Ok(Some(case)) => {
                waiting.take();
                browser::clear_fields(NOTE);
                browser::clear_fields(PASSPORT);
                *removed.borrow_mut() = Some(case);
                browser::show("case-undo", true);
                browser::say(KEPT, "Your case is deleted.");
            }
            Ok(None) => browser::say(KEPT, "There is nothing to delete."),
            Err(error) => browser::say(KEPT, &words::store_problem(&error)),
        }
    });
    browser::on_press(UNDO, move |_| {
        let Some(case) = deleted.take() else { return };
        say_kept(&keep(|now| now.fill_in(case)));
        if let Ok(Some(case)) = shelf().case() {
            fill(&case);
        }
        browser::show("case-undo", false);
        browser::focus(LEVEL);
    });
}

/// The case as it stands in the fields, for the level that is chosen.
fn markdown() -> String {
    let level = browser::filled(LEVEL).unwrap_or_default();
    let head = browser::chosen_words(LEVEL).unwrap_or_default();
    let asked = browser::texts(&format!("[data-at=\"{level}\"]"));
    let names = browser::texts("[data-competency-name]");
    let notes = browser::fields(NOTE);
    let lines: Vec<CaseLine> = names
        .iter()
        .zip(&asked)
        .zip(&notes)
        .map(|((competency, asked), (_, note))| CaseLine {
            competency,
            asked,
            note,
        })
        .collect();
    let labels = browser::texts("[data-passport-name]");
    let passport = browser::fields(PASSPORT);
    let passport: Vec<(&str, &str)> = labels
        .iter()
        .zip(&passport)
        .map(|(name, (_, text))| (name.as_str(), text.as_str()))
        .collect();
    case_markdown(&head, &lines, &passport)
}
