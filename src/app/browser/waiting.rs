//! What is done later: once a frame is drawn, when the browser has nothing else to do, after a while.
//! Knows nothing of what it calls.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use super::present::window;

thread_local! {
    /// What waits for the next frame to be drawn.
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    /// Called in the frame, and once it is drawn. Made once: to make them takes its part of a frame.
    static IN_FRAME: Closure<dyn Fn()> = Closure::new(|| AFTER_IT.with(|act| call_after(0, act)));
    static AFTER_IT: Closure<dyn Fn()> = Closure::new(|| {
        WAITING.take().into_iter().for_each(|act| act());
    });
}

/// Calls `act` once the browser has drawn what was just changed: for what need not be done first.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let waiting = WAITING.with_borrow_mut(|acts| {
        acts.push(Box::new(act));
        acts.len()
    });
    // One frame is asked for, for all that wait.
    if let (1, Some(window)) = (waiting, window()) {
        let ask =
            |act: &Closure<dyn Fn()>| window.request_animation_frame(act.as_ref().unchecked_ref());
        // Refused only when the page is going away.
        let _refused = IN_FRAME.with(ask);
    }
}

/// Calls `act` when the browser has nothing else to do; never in a browser that does not say when.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let act = Closure::once_into_js(act);
    let _unknown = window.request_idle_callback(act.unchecked_ref());
}

/// Calls `act` after a while.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    call_after(milliseconds, &Closure::once_into_js(act));
}

fn call_after(milliseconds: i32, act: &impl AsRef<JsValue>) {
    let Some(window) = window() else { return };
    let act = act.as_ref().unchecked_ref();
    // Refused only when the page is going away.
    let _refused = window.set_timeout_with_callback_and_timeout_and_arguments_0(act, milliseconds);
}
