//! The visitor's marks on the pages of a ladder, once they are switched on for this browser: a sign beside
//! each headline, and a form where there is room to set one. Shows nothing while saved data is locked.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::growth::{Mark, Standing};
use crate::store::{StoreError, StoredMarks, Undo};
use crate::web::components::{STANDINGS, standing_sign};
use crate::web::dom::{self, Inside, part, repository, words};
use crate::web::here::{HereData, is_locked};
use crate::web::state::{self, SaveState};
use crate::web::words::{problem, restore_problem, store_problem};

/// Has the id of a mark, on an element that its form goes into.
const PLACE: &str = "data-set-mark";
/// Has that id on the form's radio buttons, and on its buttons.
const CHOICE: &str = "data-standing-of";
const REMOVE: &str = "data-unmark";
const UNDO: &str = "data-undo-unmark";

/// What the page knows.
#[derive(Default)]
struct Overlay {
    data: OnceCell<HereData>,
    /// The marks that were removed here.
    gone: RefCell<BTreeMap<String, Undo>>,
}

/// Shows marks on a page that has something to mark, and follows what other tabs save.
pub(super) fn start() {
    if !dom::has_marks() {
        return;
    }
    let page = Rc::new(Overlay::default());
    let with = |act: fn(&Rc<Overlay>, &str)| {
        let page = page.clone();
        move |button: &str| act(&page, button)
    };
    let (remove, undo) = (with(remove), with(undo));
    dom::on_press(REMOVE, move |button| {
        remove(&dom::attribute(&button, REMOVE).unwrap_or_default());
    });
    dom::on_press(UNDO, move |button| {
        undo(&dom::attribute(&button, UNDO).unwrap_or_default());
    });
    let own = page.clone();
    dom::on_field("change", CHOICE, move |id, standing| {
        set(&own, &id, &standing)
    });
    draw(&page);
    dom::on_outside_change(move |_| draw(&page));
}

fn draw(page: &Rc<Overlay>) {
    if is_locked() || state::settings().show_marks != Some(true) {
        return hide();
    }
    let Some(data) = page.data.get() else {
        let page = page.clone();
        return HereData::of_page(move |found| {
            if let Some(found) = found {
                // Set already if the file was asked for twice.
                let _again = page.data.set(found);
                draw(&page);
            }
        });
    };
    match repository().marks() {
        Ok(stored) => show(page, data, &stored),
        Err(_) => hide(),
    }
}

fn hide() {
    dom::hide_own_marks();
    dom::remove_all(".own-form, .own-key");
}

fn show(page: &Overlay, data: &HereData, stored: &StoredMarks) {
    dom::show_own_marks(|cell| {
        let id = data.mark(cell);
        let mark = stored.marks.get(id)?;
        Some(match is_as_marked(data, id, mark) {
            true => signed(mark.standing.id()),
            false => (standing_sign("reworded"), "reworded since you marked it"),
        })
    });
    if !dom::has("own_key") {
        dom::put_into(".heat-key", &key());
    }
    dom::put_into_each(PLACE, |id| match dom::has(&told_id(id)) {
        true => Inside::Nothing,
        false => form(id),
    });
    dom::each(PLACE, |place| {
        if let Some(id) = place.get_attribute(PLACE) {
            update(page, data, stored, &id);
        }
    });
}

/// Whether an expectation says what it said when it was marked.
fn is_as_marked(data: &HereData, id: &str, mark: &Mark) -> bool {
    data.said.get(id) == Some(&mark.said)
}

/// The sign and the words of a standing.
fn signed(standing: &str) -> (&'static str, &'static str) {
    let known = STANDINGS.into_iter().find(|(id, _)| *id == standing);
    (standing_sign(standing), known.map_or("", |(_, said)| said))
}

/// What the signs in the table mean.
fn key() -> Inside {
    let line = |(sign, said): (&str, &str)| {
        let sign = part(
            "span",
            &[("class", "heat-sign"), ("aria-hidden", "true")],
            vec![words(sign)],
        );
        part("li", &[], vec![sign, words(said)])
    };
    let reworded = (standing_sign("reworded"), "Reworded since you marked it");
    let lines = STANDINGS.iter().map(|(id, _)| signed(id));
    let lines = lines.chain([reworded]).map(line).collect();
    part(
        "div",
        &[("id", "own_key"), ("class", "own-key")],
        vec![
            part("h2", &[], vec![words("My marks")]),
            part("ul", &[("class", "plain-list")], lines),
        ],
    )
}

fn told_id(id: &str) -> String {
    format!("told_{id}")
}

fn radios(id: &str) -> String {
    format!("mark_{id}")
}

fn button(id: &str, attribute: &str, said: &str) -> Inside {
    part(
        "button",
        &[
            ("type", "button"),
            ("class", "button-text"),
            ("id", &format!("{attribute}-{id}")),
            (attribute, id),
        ],
        vec![words(said)],
    )
}

/// The form of one mark.
fn form(id: &str) -> Inside {
    let choice = |(standing, said): (&str, &str)| {
        let input = [
            ("type", "radio"),
            ("name", &*radios(id)),
            ("value", standing),
            ("autocomplete", "off"),
            (CHOICE, id),
        ];
        let sign = [("class", "standing"), ("aria-hidden", "true")];
        let sign = part("span", &sign, vec![words(standing_sign(standing))]);
        let said = part("span", &[], vec![sign, words(said)]);
        part(
            "label",
            &[("class", "segment")],
            vec![part("input", &input, vec![]), said],
        )
    };
    let choices = STANDINGS.into_iter().map(choice).collect();
    let legend = part("legend", &[], vec![words("How often do you show this?")]);
    let row = part("div", &[("class", "segment-row")], choices);
    let told = [("id", &*told_id(id)), ("role", "status")];
    part(
        "div",
        &[("class", "own-form")],
        vec![
            part("fieldset", &[("class", "segments")], vec![legend, row]),
            button(id, REMOVE, "Remove this mark"),
            part("p", &told, vec![]),
        ],
    )
}

/// Brings the form of a mark up to date. Where one was just removed its undo stays.
fn update(page: &Overlay, data: &HereData, stored: &StoredMarks, id: &str) {
    let mark = stored.marks.get(id);
    let current = mark.filter(|mark| is_as_marked(data, id, mark));
    dom::choose_only(&radios(id), current.map(|mark| mark.standing.id()));
    dom::reveal(&format!("{REMOVE}-{id}"), mark.is_some());
    let mut gone = page.gone.borrow_mut();
    if mark.is_some() {
        gone.remove(id);
    }
    if gone.contains_key(id) {
        return;
    }
    let said = match (mark, stored.unreadable.get(id)) {
        (Some(mark), _) if current.is_none() => {
            let (_, before) = signed(mark.standing.id());
            format!("Reworded since you marked it “{before}”. Please mark it again.")
        }
        (_, Some(error)) => store_problem(error),
        _ => String::new(),
    };
    dom::say(&told_id(id), &said);
}

/// Saves a mark. The line why stays, if there is one.
fn set(page: &Rc<Overlay>, id: &str, standing: &str) {
    let said = page
        .data
        .get()
        .and_then(|data| Some((data.said.get(id)?, &data.version)));
    let (Some((said, version)), Some(standing)) = (said, Standing::of(standing)) else {
        return;
    };
    let before = repository().mark(id);
    let why = before.ok().flatten().map(|mark| mark.why);
    let mark = Mark::on(
        said.clone(),
        version,
        standing,
        &why.unwrap_or_default(),
        dom::now(),
    );
    let mark = mark.map_err(|_| StoreError::NotKept);
    let kept = state::save_state(mark.and_then(|mark| repository().save_mark(id, &mark)));
    dom::tell_of_change();
    say_end(id, kept);
}

/// Says whether a change is saved, once that is known.
fn say_end(id: &str, kept: SaveState) {
    let told = told_id(id);
    state::in_the_end(kept, move |kept| {
        let why = problem(&kept);
        dom::say(
            &told,
            &why.unwrap_or_else(|| "Saved in this browser.".to_owned()),
        );
    });
}

fn remove(page: &Rc<Overlay>, id: &str) {
    match repository().remove_mark(id) {
        Ok(Some(undo)) => {
            page.gone.borrow_mut().insert(id.to_owned(), undo);
            dom::tell_of_change();
            let said = [words("The mark was removed. "), button(id, UNDO, "Undo")];
            dom::fill_with(&told_id(id), &said);
            dom::focus(&format!("{UNDO}-{id}"));
        }
        Ok(None) => draw(page),
        Err(error) => dom::say(&told_id(id), &restore_problem(&error)),
    }
}

fn undo(page: &Rc<Overlay>, id: &str) {
    let Some(undo) = page.gone.borrow().get(id).cloned() else {
        return;
    };
    match repository().undo(&undo) {
        Ok(()) => {
            dom::tell_of_change();
            say_end(id, state::save_state(Ok(())));
            dom::focus(&format!("{REMOVE}-{id}"));
        }
        Err(error) => dom::say(&told_id(id), &restore_problem(&error)),
    }
}
