//! A note of what one did, in a line, from any page: it becomes an entry of the journal of evidence.
//! What is typed stays when the window is closed.

use crate::growth::{Date, Entry, EntryFault, Journal};
use crate::store::StoreError;
use crate::web::dom::{self, Inside, LocalStore, part, repository, words};
use crate::web::here::{HereData, is_locked};
use crate::web::state::{self, SaveState};
use crate::web::words::{problem, too_long};

/// The ids of the window and of what is in it. No id of a ladder has such a line.
const WINDOW: &str = "note_window";
const OBSTACLE: &str = "note_obstacle";
const FORM: &str = "note_form";
const LINE: &str = "note_line";
const DATE: &str = "note_date";
const ITEM: &str = "note_item";
const FAULT: &str = "note_fault";
const SAVE: &str = "note_save";
const TOLD: &str = "note_told";
const WAY: &str = "note_way";
/// The link that the window is opened by.
const LINK: &str = "[data-here]";

/// Opens the window whenever a note is asked for.
pub(super) fn start() {
    dom::on_told("note", open);
    dom::on_submit(FORM, save);
}

fn open() {
    if !dom::has(WINDOW) {
        dom::put_into("body", &window());
        dom::ask_before_leaving(|| dom::filled(LINE).is_some_and(|line| !line.trim().is_empty()));
        HereData::of_page(|data| offer_items(&data.map_or(Vec::new(), |data| data.competencies)));
    }
    let obstacle = obstacle();
    dom::say(OBSTACLE, obstacle.unwrap_or_default());
    dom::reveal(FORM, obstacle.is_none());
    dom::reveal(SAVE, obstacle.is_none());
    dom::say(TOLD, "");
    dom::reveal(WAY, is_locked() && !dom::has("unlock"));
    // What was typed before is as it was left.
    if dom::filled(LINE).is_some_and(|line| line.trim().is_empty()) {
        dom::say_invalid(LINE, "");
        dom::fill(DATE, &dom::day_stamp(dom::now()));
        dom::fill(ITEM, &about().unwrap_or_default());
    }
    dom::open_window(WINDOW);
}

/// Why nothing can be saved from this page.
fn obstacle() -> Option<&'static str> {
    if is_locked() {
        // A page of My growth asks for the passphrase itself.
        return Some(match dom::has("unlock") {
            true => {
                "Your data is locked. Close this, and enter your passphrase on this page first."
            }
            false => "Your data is locked. Unlock it on the page of your evidence, then come back.",
        });
    }
    (!LocalStore::lasts()).then_some(
        "This browser refuses storage on this page, so nothing can be saved. Allow storage for this site first.",
    )
}

/// The competency that the page is about.
fn about() -> Option<String> {
    dom::attribute_of(LINK, "data-about")
}

fn window() -> Inside {
    let all = dom::attribute_of(LINK, "href").unwrap_or_default();
    let label = |id: &str, said: &str| part("label", &[("for", id)], vec![words(said)]);
    let close = [("type", "submit"), ("class", "button-text")];
    let line = [
        ("id", LINE),
        ("type", "text"),
        ("autocomplete", "off"),
        ("autofocus", ""),
        ("aria-describedby", FAULT),
    ];
    let date = [
        ("id", DATE),
        ("type", "date"),
        ("min", "1970-01-01"),
        ("max", "2999-12-31"),
        ("autocomplete", "off"),
        ("aria-describedby", FAULT),
    ];
    let item = [("id", ITEM), ("autocomplete", "off")];
    let fault = [("id", FAULT), ("class", "too-long"), ("role", "status")];
    let save = [
        ("type", "submit"),
        ("id", SAVE),
        ("form", FORM),
        ("class", "button button-first"),
    ];
    let form = vec![
        label(LINE, "What did you do?"),
        part("input", &line, vec![]),
        part("p", &fault, vec![]),
        part(
            "div",
            &[("class", "note-more")],
            vec![
                part(
                    "p",
                    &[],
                    vec![label(DATE, "When"), part("input", &date, vec![])],
                ),
                part(
                    "p",
                    &[],
                    vec![label(ITEM, "Competency"), part("select", &item, own_item())],
                ),
            ],
        ),
    ];
    let way = [("id", WAY), ("href", &*all), ("hidden", "")];
    part(
        "dialog",
        &[
            ("id", WINDOW),
            ("class", "window note-window"),
            ("aria-label", "Add evidence"),
        ],
        vec![
            part(
                "form",
                &[("method", "dialog"), ("class", "window-close")],
                vec![part("button", &close, vec![words("Close")])],
            ),
            part(
                "p",
                &[("id", OBSTACLE), ("class", "notice notice-warning")],
                vec![],
            ),
            part("form", &[("id", FORM)], form),
            part(
                "div",
                &[("class", "note-end")],
                vec![
                    part("button", &save, vec![words("Save")]),
                    part("span", &[("id", TOLD), ("role", "status")], vec![]),
                    part("a", &way, vec![words("Your evidence")]),
                ],
            ),
        ],
    )
}

fn option(id: &str, name: &str) -> Inside {
    part("option", &[("value", id)], vec![words(name)])
}

/// No competency, and the one that the page is about.
fn own_item() -> Vec<Inside> {
    let name = dom::attribute_of(LINK, "data-name");
    let own = about().zip(name);
    let own = own.map(|(id, name)| option(&id, &name));
    [option("", "None yet")].into_iter().chain(own).collect()
}

/// All competencies, once they are known; the chosen one stays.
fn offer_items(items: &[(String, String)]) {
    let chosen = dom::filled(ITEM).unwrap_or_default();
    if !items.is_empty() {
        let all = items.iter().map(|(id, name)| option(id, name));
        let all: Vec<Inside> = [option("", "None yet")].into_iter().chain(all).collect();
        dom::fill_with(ITEM, &all);
        dom::fill(ITEM, &chosen);
    }
}

/// The note as an entry.
fn entry() -> Result<Entry, EntryFault> {
    let line = dom::filled(LINE).unwrap_or_default();
    let mut entry = Entry::new(&line, dom::now(), dom::chance())?;
    // An emptied date is none; the field itself refuses one that is no day.
    entry.date = dom::filled(DATE).and_then(|date| Date::parse(&date).ok());
    let item = dom::filled(ITEM).filter(|item| !item.is_empty());
    item.map_or(Ok(()), |item| entry.tag(&item, true))?;
    Ok(entry)
}

fn save() {
    // It may have been locked since the window was opened; what is typed stays.
    dom::reveal(WAY, is_locked() && !dom::has("unlock"));
    if let Some(obstacle) = obstacle() {
        return dom::say(TOLD, obstacle);
    }
    let entry = match entry() {
        Ok(entry) => entry,
        Err(fault) => {
            dom::say(TOLD, "");
            return dom::say_invalid(LINE, &fault_words(&fault));
        }
    };
    dom::say_invalid(LINE, "");
    let kept = state::save_state(repository().save_entry(&entry));
    state::in_the_end(kept, |kept| {
        let why = match &kept {
            SaveState::Failed(StoreError::Full) => Some(no_room()),
            kept => problem(kept),
        };
        dom::say(
            TOLD,
            &why.clone()
                .unwrap_or_else(|| "Saved in this browser.".to_owned()),
        );
        if why.is_none() {
            dom::fill(LINE, "");
            dom::reveal(WAY, true);
            dom::tell_of_change();
        }
    });
}

fn fault_words(fault: &EntryFault) -> String {
    match fault {
        EntryFault::Blank => "Write first what you did.".to_owned(),
        EntryFault::Text(_, excess) => too_long(excess.by, excess.most, false),
        other => other.to_string(),
    }
}

/// Either the journal has as many entries as it may have, or the storage is full.
fn no_room() -> String {
    let count = repository().evidence().map_or(0, |all| all.len());
    match Journal::has_room(count, 1) {
        Err(full) => format!("This is not saved: {full}."),
        Ok(()) => problem(&SaveState::Failed(StoreError::Full)).unwrap_or_default(),
    }
}
