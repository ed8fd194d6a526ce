//! Delayed calls, and the time zone.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use crate::web::dom::document::window;

/// Calls `act` after a delay.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let act = Closure::once_into_js(act);
    // Fails only when the page is being closed.
    let _refused = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds);
}

/// How many minutes the visitor's clock is ahead of UTC at a time.
pub fn ahead_of_utc(milliseconds: f64) -> i32 {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds));
    #[allow(clippy::cast_possible_truncation)] // some hours at most
    let minutes = -date.get_timezone_offset() as i32;
    minutes
}
