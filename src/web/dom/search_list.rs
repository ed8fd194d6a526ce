//! The field and the list of the search. Uses the ids of `components::search_box`; the search itself is
//! elsewhere.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DocumentFragment, Element, Event, HtmlElement, HtmlTemplateElement, KeyboardEvent};

use crate::web::dom::dialogs::{call_then, is_composing};
use crate::web::dom::document::{document, listen, window};
use crate::web::dom::forms::{all, target_of};

/// A piece of text, and whether it is highlighted as a match.
pub type Stretch = (String, bool);

/// One line of the list.
pub struct FoundLine {
    /// The name of its group, if it is the first of it.
    pub group: Option<&'static str>,
    /// The address.
    pub href: String,
    /// The title.
    pub title: Vec<Stretch>,
    /// Its location on the site.
    pub place: Vec<Stretch>,
    /// The text around the match.
    pub excerpt: Vec<Stretch>,
}

/// Loads a text file of this app; `done` receives none if it is not available.
pub fn load(address: &str, done: impl FnOnce(Option<String>) + 'static) {
    let Some(window) = window() else { return };
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let finish = move |text: Option<String>| {
        if let Some(done) = done.take() {
            done(text);
        }
    };
    let failed = finish.clone();
    let failed = Closure::once_into_js(move |_: JsValue| failed(None));
    let refused = failed.clone();
    let arrived = Closure::once_into_js(move |response: JsValue| {
        let response = response.dyn_into::<web_sys::Response>().ok();
        let text = response
            .filter(web_sys::Response::ok)
            .and_then(|response| response.text().ok());
        match text {
            Some(text) => {
                let read = Closure::once_into_js(move |text: JsValue| finish(text.as_string()));
                call_then(&text.into(), &read, &refused);
            }
            None => finish(None),
        }
    });
    call_then(&window.fetch_with_str(address).into(), &arrived, &failed);
}

/// Replaces the lines of the list.
pub fn show_found(lines: Vec<FoundLine>) {
    let Some(document) = document() else { return };
    let Some(list) = document.get_element_by_id("search-found") else {
        return;
    };
    list.set_text_content(None);
    for line in lines {
        // Adding a new fragment to a list cannot fail.
        if let Some(group) = line.group.and_then(group_of) {
            let _added = list.append_child(&group);
        }
        if let Some(entry) = entry_of(&line) {
            let _added = list.append_child(&entry);
        }
    }
}

fn group_of(name: &str) -> Option<DocumentFragment> {
    let group = copy_of("search-group")?;
    let item = group.query_selector("li").ok()??;
    item.set_text_content(Some(name));
    Some(group)
}

fn entry_of(line: &FoundLine) -> Option<DocumentFragment> {
    let entry = copy_of("search-entry")?;
    let part = |selector: &str| entry.query_selector(selector).ok().flatten();
    part("a")?.set_attribute("href", &line.href).ok()?;
    for (selector, words) in [
        (".search-title", &line.title),
        (".search-place", &line.place),
        (".search-excerpt", &line.excerpt),
    ] {
        write(&part(selector)?, words);
    }
    Some(entry)
}

fn write(element: &Element, words: &[Stretch]) {
    element.set_text_content(None);
    for (text, found) in words {
        // New nodes can always be added.
        let _added = match found {
            true => marked(text)
                .and_then(|mark| element.append_child(&mark).ok())
                .is_some(),
            false => element.append_with_str_1(text).is_ok(),
        };
    }
}

fn marked(text: &str) -> Option<DocumentFragment> {
    let mark = copy_of("search-mark")?;
    mark.query_selector("mark")
        .ok()??
        .set_text_content(Some(text));
    Some(mark)
}

fn copy_of(template: &str) -> Option<DocumentFragment> {
    let template = document()?.get_element_by_id(template)?;
    let content = template.dyn_into::<HtmlTemplateElement>().ok()?.content();
    content.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// Makes the arrow keys move between the field and the list, and Enter in the field open the first
/// entry. `before` is called first: the field may have been filled without an event.
pub fn keys_of_search(before: impl Fn() + 'static) {
    listen("keydown", move |event: Event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && step(key, &before).is_some()
        {
            event.prevent_default();
        }
    });
}

fn step(key: &KeyboardEvent, before: &impl Fn()) -> Option<()> {
    let other = key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key();
    if other || is_composing(key) {
        return None;
    }
    let here = target_of(key)?.dyn_into::<HtmlElement>().ok()?;
    let in_field = here.id() == "search-words";
    if in_field {
        before();
    }
    let links = all("#search-found a");
    let at = links.iter().position(|link| **link == **here);
    if at.is_none() && !in_field {
        return None;
    }
    let field = document()?.get_element_by_id("search-words");
    let next = match (key.key().as_str(), at) {
        ("Enter", None) => {
            let first = links.first()?.dyn_ref::<HtmlElement>()?;
            first.click();
            return Some(());
        }
        ("ArrowDown", None) => links.first().cloned(),
        ("ArrowDown", Some(at)) => links.get(at + 1).cloned(),
        ("ArrowUp", Some(0)) => field,
        ("ArrowUp", Some(at)) => links.get(at - 1).cloned(),
        ("Home", Some(_)) => links.first().cloned(),
        ("End", Some(_)) => links.last().cloned(),
        _ => return None,
    };
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // Focus fails only for an element that was removed.
        let _gone = next.focus();
    }
    Some(())
}

/// An attribute of the search box: the path to the app's root, or the file of entries.
pub fn search_box(name: &str) -> Option<String> {
    all(".search-box").first()?.get_attribute(name)
}

/// Whether the search is on its own page, not in a window over another.
pub fn search_is_page() -> bool {
    document().is_some_and(|document| document.get_element_by_id("search").is_none())
}
