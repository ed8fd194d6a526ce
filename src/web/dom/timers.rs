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

/// Throttles: calls `act` a while after the first of a burst of calls, and again while the burst
/// continues.
pub fn soon(milliseconds: i32, act: impl Fn() + 'static) -> impl Fn() {
    let waits = std::rc::Rc::new(std::cell::Cell::new(false));
    let act: std::rc::Rc<dyn Fn()> = std::rc::Rc::new(act);
    move || {
        let Some(window) = window() else { return };
        if waits.get() {
            return;
        }
        let (act, waiting) = (act.clone(), waits.clone());
        let later = Closure::once_into_js(move || {
            waiting.set(false);
            act();
        });
        let asked = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            later.unchecked_ref(),
            milliseconds,
        );
        waits.set(asked.is_ok());
    }
}
