//! New elements of a page, for a program without Leptos, and what it hears of them. Text becomes text,
//! never markup.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, Event};

use crate::web::dom::document::{document, listen, window};
use crate::web::dom::forms::{all, target_of};
use crate::web::dom::lock;

/// What is in an element: words, or another element.
pub enum Inside {
    /// Nothing; also an element that the browser did not make.
    Nothing,
    /// Words.
    Words(String),
    /// An element.
    Part(Element),
}

/// Words in an element.
pub fn words(words: &str) -> Inside {
    Inside::Words(words.to_owned())
}

/// A new element with these attributes.
pub fn part(tag: &str, attributes: &[(&str, &str)], inside: Vec<Inside>) -> Inside {
    let Some(element) = document().and_then(|document| document.create_element(tag).ok()) else {
        return Inside::Nothing;
    };
    for (name, value) in attributes {
        // The names are literals of this app and always valid.
        let _refused = element.set_attribute(name, value);
    }
    for one in inside {
        put(&element, &one);
    }
    Inside::Part(element)
}

/// Puts something at the end of an element.
pub(crate) fn put(element: &Element, inside: &Inside) {
    // New nodes can always be added.
    let _added = match inside {
        Inside::Nothing => true,
        Inside::Words(words) => element.append_with_str_1(words).is_ok(),
        Inside::Part(part) => element.append_child(part).is_ok(),
    };
}

/// Puts something at the end of the first element that a selector finds.
pub fn put_into(selector: &str, inside: &Inside) {
    if let Some(element) = all(selector).first() {
        put(element, inside);
    }
}

/// Replaces what is in an element.
pub fn fill_with(id: &str, inside: &[Inside]) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(None);
        for one in inside {
            put(&element, one);
        }
    }
}

/// An attribute of the first element that a selector finds.
pub fn attribute_of(selector: &str, name: &str) -> Option<String> {
    all(selector).first()?.get_attribute(name)
}

/// Calls `act` whenever the form with this id is sent, in place of the browser.
pub fn on_submit(id: &'static str, act: impl Fn() + 'static) {
    listen("submit", move |event: Event| {
        if target_of(&event).is_some_and(|form| form.id() == id) {
            event.prevent_default();
            act();
        }
    });
}

/// Calls `act` whenever the script around the programs tells this.
pub fn on_told(name: &str, act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act);
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

/// Tells all programs of this page that saved data has changed, as if another tab had changed it.
pub fn tell_of_change() {
    let name = if lock::is_here() {
        "kept-outside"
    } else {
        "storage"
    };
    if let Some(window) = window()
        && let Ok(event) = Event::new(name)
    {
        // Fails only for an event that is being told already.
        let _told = window.dispatch_event(&event);
    }
}

/// Adds a style sheet to the page. A browser that cannot shows the elements without it.
pub fn add_styles(css: &str) {
    let get =
        |from: &JsValue, name: &str| js_sys::Reflect::get(from, &JsValue::from_str(name)).ok();
    let add = || {
        let class = get(&window()?.into(), "CSSStyleSheet")?;
        let class = class.dyn_into::<js_sys::Function>().ok()?;
        let sheet = js_sys::Reflect::construct(&class, &js_sys::Array::new()).ok()?;
        let replace = get(&sheet, "replaceSync")?;
        let replace = replace.dyn_into::<js_sys::Function>().ok()?;
        replace.call1(&sheet, &JsValue::from_str(css)).ok()?;
        let document: JsValue = document()?.into();
        let name = JsValue::from_str("adoptedStyleSheets");
        let before = js_sys::Reflect::get(&document, &name).ok()?;
        let sheets = js_sys::Array::from(&before);
        sheets.push(&sheet);
        js_sys::Reflect::set(&document, &name, &sheets).ok()
    };
    let _added = add();
}
