//! Delayed calls.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::web::dom::document::window;

/// Calls `act` after a delay.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let act = Closure::once_into_js(act);
    // Fails only when the page is being closed.
    let _refused = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds);
}
