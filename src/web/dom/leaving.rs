//! Leaving a page, and the address without what is behind its “#”.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::Event;

use crate::web::dom::document::window;

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
