//! Dialogs, buttons, and keyboard navigation in grids. Uses attributes and ids only.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

use crate::web::dom::document::{document, listen, window};
use crate::web::dom::forms::{all, target_of};

/// Calls `react` with the button whenever a button with the attribute `name` is pressed.
pub fn on_press(name: &'static str, react: impl Fn(HtmlElement) + 'static) {
    let selector = format!("[{name}]");
    listen("click", move |event: Event| {
        let button = target_of(&event).and_then(|target| target.closest(&selector).ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into().ok()) {
            react(button);
        }
    });
}

/// Opens a modal dialog; the browser moves the focus into it and back.
pub fn open_window(id: &str) {
    let window = document().and_then(|document| document.get_element_by_id(id));
    if let Some(window) = window.and_then(|window| window.dyn_into::<HtmlDialogElement>().ok()) {
        // Fails only if it is already open.
        let _open = window.show_modal();
    }
}

/// A link as a full address, resolved against this page.
pub fn full(href: &str) -> Option<String> {
    let base = document()?.base_uri().ok()??;
    let url = web_sys::Url::new_with_base(href, &base).ok()?;
    Some(url.href())
}

/// A link as a full address; a link to this very page includes the choices in its address.
pub fn full_with_choices(href: &str) -> Option<String> {
    let address = full(href)?;
    let here = window()?.location();
    let own = format!("{}{}", here.origin().ok()?, here.pathname().ok()?);
    if address != own {
        return Some(address);
    }
    let query = web_sys::UrlSearchParams::new_with_str(&here.search().ok()?).ok()?;
    query.delete("embed");
    let query = String::from(query.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    Some(format!("{address}{mark}{query}"))
}

/// The visible text of an element.
pub fn text(id: &str) -> Option<String> {
    let element = document()?.get_element_by_id(id)?;
    Some(element.dyn_into::<HtmlElement>().ok()?.inner_text())
}

/// Replaces a button's text for a moment, and announces it in the element `aloud`.
pub fn say_in(button: &HtmlElement, aloud: &str, words: &str) {
    // The button's own text is saved, so that it survives a second press.
    let own = button.get_attribute("data-words");
    let own = own.or_else(|| button.text_content()).unwrap_or_default();
    set(button, "data-words", &own);
    button.set_text_content(Some(words));
    crate::web::dom::say(aloud, words);
    let button = button.clone();
    crate::web::dom::after(3000, move || button.set_text_content(Some(&own)));
}

/// `promise.then(done, failed)`.
pub(crate) fn call_then(promise: &js_sys::Object, done: &JsValue, failed: &JsValue) {
    let then = js_sys::Reflect::get(promise, &JsValue::from_str("then"));
    if let Ok(then) = then.and_then(|then| then.dyn_into::<js_sys::Function>()) {
        // `then` throws only for an object that is not a promise.
        let _called = then.call2(promise, done, failed);
    }
}

/// Makes the arrow keys, Home and End move through tables marked as grids, with a single tab stop.
/// (WAI-ARIA Authoring Practices 1.2, grid.)
pub fn grid_keys() {
    let grids = all("[data-grid]");
    for grid in &grids {
        set(grid, "role", "grid");
        for stop in stops_in(grid) {
            set(&stop, "tabindex", "-1");
        }
        keep_a_stop(grid);
    }
    if !grids.is_empty() {
        listen("change", |_| {
            all("[data-grid]").iter().for_each(keep_a_stop)
        });
        crate::web::dom::on_press("data-all", |_| {
            all("[data-grid]").iter().for_each(keep_a_stop)
        });
        listen("keydown", |event: Event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && move_in_grid(key).is_some()
            {
                event.prevent_default();
            }
        });
    }
}

/// Whether a key belongs to an input method's composition, not to the page. In Safari the key that ends
/// it can be recognised by its code alone.
pub(crate) fn is_composing(key: &KeyboardEvent) -> bool {
    key.is_composing() || key.key_code() == 229
}

/// The grid must stay reachable by Tab: if a filter hides its tab stop, the first visible cell becomes
/// the stop.
fn keep_a_stop(grid: &Element) {
    let now = all_in(grid, "[tabindex=\"0\"]");
    if now.iter().any(seen) {
        return;
    }
    for stop in now {
        set(&stop, "tabindex", "-1");
    }
    let cells = all_in(grid, "tbody th, tbody td");
    if let Some(first) = cells.iter().find(|cell| seen(cell)) {
        set(&stop_of(first), "tabindex", "0");
    }
}

fn move_in_grid(key: &KeyboardEvent) -> Option<()> {
    if key.alt_key() || key.meta_key() || is_composing(key) {
        return None;
    }
    let from = target_of(key)?;
    let grid = from.closest("[data-grid]").ok()??;
    let cell = from.closest("td, th").ok()??;
    let row = cell.parent_element()?;
    let place = index(&cell);
    let rows: Vec<Element> = all_in(&grid, "tr").into_iter().filter(seen).collect();
    let at = rows.iter().position(|one| *one == row)?;
    let in_row = |row: &Element, wanted: u32| {
        let children = row.children();
        children.item(wanted).filter(seen)
    };
    let step = |forward: bool| {
        let mut next = cell.clone();
        loop {
            next = match forward {
                true => next.next_element_sibling()?,
                false => next.previous_element_sibling()?,
            };
            if seen(&next) {
                return Some(next);
            }
        }
    };
    let ends = |row: &Element, last: bool| {
        let cells: Vec<Element> = all_in(row, "td, th").into_iter().filter(seen).collect();
        if last {
            cells.last().cloned()
        } else {
            cells.first().cloned()
        }
    };
    let target = match (key.key().as_str(), key.ctrl_key()) {
        ("ArrowRight", _) => step(true),
        ("ArrowLeft", _) => step(false),
        ("ArrowDown", _) => rows.get(at + 1).and_then(|row| in_row(row, place)),
        ("ArrowUp", _) => at
            .checked_sub(1)
            .and_then(|at| rows.get(at))
            .and_then(|row| in_row(row, place)),
        ("Home", true) => rows.first().and_then(|row| ends(row, false)),
        ("End", true) => rows.last().and_then(|row| ends(row, true)),
        ("Home", false) => ends(&row, false),
        ("End", false) => ends(&row, true),
        _ => return None,
    };
    if let Some(target) = target {
        let stop = stop_of(&target);
        for other in all_in(&grid, "[tabindex=\"0\"]") {
            set(&other, "tabindex", "-1");
        }
        set(&stop, "tabindex", "0");
        // Focus fails only for an element that was removed.
        let _gone = stop.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    }
    Some(())
}

/// The focusable element of each cell: its link, or the cell itself.
fn stops_in(grid: &Element) -> Vec<Element> {
    all_in(grid, "td, th").iter().map(stop_of).collect()
}

fn stop_of(cell: &Element) -> Element {
    let link = cell.query_selector("a").ok().flatten();
    link.unwrap_or_else(|| cell.clone())
}

fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

fn index(cell: &Element) -> u32 {
    let mut place = 0;
    let mut before = cell.previous_element_sibling();
    while let Some(sibling) = before {
        place += 1;
        before = sibling.previous_element_sibling();
    }
    place
}

fn seen(element: &Element) -> bool {
    let shown = element.dyn_ref::<HtmlElement>();
    shown.is_some_and(|element| element.offset_width() > 0)
}

fn set(element: &Element, name: &str, value: &str) {
    // The names are literals of this app and always valid.
    let _refused = element.set_attribute(name, value);
}
