//! The visitor's marks beside what they are on. Uses the attributes of headlines, and the ids of the
//! table and the words of the whole ladder; what is marked is decided elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::web::dom::forms::all;
use crate::web::dom::parts::{Inside, part, put, words};

/// Has the id of the mark that is on an element.
const MARK: &str = "data-mark";
/// The class of a mark beside an element.
const SIGN: &str = "own-mark";
/// Has the name of a link while a mark is a part of it.
const NAME: &str = "data-own-name";

/// A mark to show: its sign, and its words.
pub type OwnMark = (&'static str, &'static str);

/// Whether the page has anything that can be marked.
pub fn has_marks() -> bool {
    !cells().is_empty()
}

/// What can be marked, by its `<level>.<competency>`. Where the whole ladder is on one page an attribute for
/// each cell would be a tenth of it: there the cells are known by where their links lead and by their ids.
fn cells() -> Vec<(String, Element)> {
    let with = |selector: &str, name: &str| {
        let found = all(selector).into_iter();
        let found = found.filter_map(|one| Some((one.get_attribute(name)?, one)));
        found.collect::<Vec<_>>()
    };
    let by_id = |(id, element): (String, Element)| {
        let (item, level) = id.trim_start_matches('#').split_once('_')?;
        Some((format!("{level}.{item}"), element))
    };
    let in_table = with(".heat td > a", "href").into_iter();
    let in_table = in_table.filter_map(|(id, link)| Some((id, link.parent_element()?)));
    let in_words = with(".words li", "id");
    let of_whole = in_table.chain(in_words).filter_map(by_id);
    let marked = with(&format!("[{MARK}]"), MARK).into_iter();
    marked.chain(of_whole).collect()
}

/// Shows the mark of each cell of the page that has one, and no other.
pub fn show_own_marks(mark_of: impl Fn(&str) -> Option<OwnMark>) {
    hide_own_marks();
    for (id, cell) in cells() {
        if let Some(mark) = mark_of(&id) {
            show_mark(&cell, mark);
        }
    }
}

fn show_mark(cell: &Element, (sign, said): OwnMark) {
    let hidden = [("aria-hidden", "true")];
    // In a table there is room for the sign alone: the words join the name of the cell's link.
    if let Ok(Some(link)) = cell.query_selector("a[aria-label]") {
        let name = link.get_attribute("aria-label").unwrap_or_default();
        set(&link, NAME, &name);
        set(&link, "aria-label", &format!("{name}, my mark: {said}"));
        let hidden = [("class", SIGN), ("aria-hidden", "true")];
        return put(cell, &part("span", &hidden, vec![words(sign)]));
    }
    let inside = vec![
        part(
            "span",
            &[("class", "visually-hidden")],
            vec![words("My mark: ")],
        ),
        part("span", &hidden, vec![words(sign)]),
        words(&format!(" {said}")),
    ];
    put(cell, &words(" "));
    put(cell, &part("span", &[("class", SIGN)], inside));
}

/// Removes every mark from the page.
pub fn hide_own_marks() {
    remove_all(&format!(".{SIGN}"));
    for link in all(&format!("[{NAME}]")) {
        let name = link.get_attribute(NAME).unwrap_or_default();
        set(&link, "aria-label", &name);
        // The name is a literal of this app and always valid.
        let _refused = link.remove_attribute(NAME);
    }
}

/// Removes every element that a selector finds.
pub fn remove_all(selector: &str) {
    for element in all(selector) {
        element.remove();
    }
}

/// Puts something at the end of each element that has an attribute; `make` receives its value, and may
/// make nothing.
pub fn put_into_each(name: &str, make: impl Fn(&str) -> Inside) {
    for element in all(&format!("[{name}]")) {
        let value = element.get_attribute(name).unwrap_or_default();
        put(&element, &make(&value));
    }
}

/// Selects, of the radio buttons of this name, the one with the value; none for none.
pub fn choose_only(name: &str, value: Option<&str>) {
    for input in all(&format!("input[name=\"{name}\"]")) {
        if let Ok(input) = input.dyn_into::<HtmlInputElement>() {
            input.set_checked(Some(&*input.value()) == value);
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // The names are literals of this app and always valid.
    let _refused = element.set_attribute(name, value);
}
