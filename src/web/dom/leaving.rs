//! Leaving a page or a field, and the address without what is behind its “#”.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use crate::web::dom::document::{document, window};

/// Replaces the query of the address and drops what is behind its “#”. The page is not reloaded.
pub fn drop_fragment(query: &str) {
    let Some(window) = window() else { return };
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else {
        return;
    };
    // If the entry is refused (a frame, too many calls), the old address stays; the page works all the
    // same.
    let address = format!("{path}{query}");
    let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

/// Asks before the page is left for as long as `is_open` says that something would be lost.
pub fn ask_before_leaving(is_open: impl Fn() -> bool + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if is_open() {
            event.prevent_default();
            // Older browsers ask only if this is set. Setting a field of an event cannot fail.
            let _set =
                js_sys::Reflect::set(&event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
        }
    });
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

/// Reports the text of the field that somebody types in as changed, before they have left the field.
pub fn finish_typing() {
    let focused = document().and_then(|document| document.active_element());
    let is_text = |field: &Element| {
        let line = field.dyn_ref::<HtmlInputElement>();
        field.is_instance_of::<HtmlTextAreaElement>()
            || line.is_some_and(|one| one.type_() == "text")
    };
    if let Some((field, event)) = focused.filter(is_text).zip(Event::new("change").ok()) {
        // Fails only for an event that is being dispatched already.
        let _sent = field.dispatch_event(&event);
    }
}
