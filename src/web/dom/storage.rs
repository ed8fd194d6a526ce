//! The browser's storage apart from reading and writing: persistence, changes by other tabs, chosen
//! files. Handles text only.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::HtmlInputElement;

use crate::web::dom::dialogs::call_then;
use crate::web::dom::document::{document, window};
use crate::web::dom::local_store::layout;
use crate::web::dom::{FileProblem, lock};

thread_local! {
    /// Migrates what an older version of the app still writes.
    static TAKE_IN: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Calls `act` now, and whenever an older version of the app in another tab has written something,
/// before other listeners run.
pub fn on_old_write(act: fn()) {
    TAKE_IN.set(act);
    act();
}

/// The host's name, without a port.
pub fn host() -> String {
    let host = window().and_then(|window| window.location().hostname().ok());
    host.unwrap_or_default()
}

/// Reports whether the browser has promised persistent storage for this origin; none if it does not
/// say.
pub fn is_persistent(told: impl FnOnce(Option<bool>) + 'static) {
    ask_storage("persisted", told);
}

/// Requests persistent storage for this origin, and reports the answer.
pub fn ask_to_persist(told: impl FnOnce(bool) + 'static) {
    ask_storage("persist", |answer| told(answer.unwrap_or(false)));
}

/// `navigator.storage[question]()`; missing outside secure contexts.
fn ask_storage(question: &str, told: impl FnOnce(Option<bool>) + 'static) {
    let promise = || {
        let navigator = window()?.navigator();
        let storage = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
        let ask = js_sys::Reflect::get(&storage, &JsValue::from_str(question)).ok()?;
        let promise = ask.dyn_into::<js_sys::Function>().ok()?.call0(&storage);
        promise.ok()?.dyn_into::<js_sys::Object>().ok()
    };
    match promise() {
        Some(promise) => when(&promise, move |answer| {
            told(answer.and_then(|answer| answer.as_bool()));
        }),
        None => told(None),
    }
}

/// Calls `told` with a promise's value; none if it is rejected.
pub(crate) fn when(promise: &js_sys::Object, told: impl FnOnce(Option<JsValue>) + 'static) {
    when_settled(promise, |done| told(done.ok()));
}

/// Calls `told` with a promise's value, or with the reason of its rejection.
pub(crate) fn when_settled(
    promise: &JsValue,
    told: impl FnOnce(Result<JsValue, JsValue>) + 'static,
) {
    let Some(promise) = promise.dyn_ref::<js_sys::Object>() else {
        told(Ok(promise.clone()));
        return;
    };
    let told = Rc::new(Cell::new(Some(told)));
    let tell = |done: bool| {
        let told = told.clone();
        Closure::once_into_js(move |value: JsValue| {
            if let Some(told) = told.take() {
                told(if done { Ok(value) } else { Err(value) });
            }
        })
    };
    call_then(promise, &tell(true), &tell(false));
}

/// Calls `react` with the key whenever another tab changes saved data; with none if it cleared
/// everything.
pub fn on_outside_change(react: impl Fn(Option<String>) + Clone + 'static) {
    let told = move |key: Option<String>| {
        let layout = layout();
        // The test record of the page My data is not a change; otherwise two tabs would trigger each
        // other endlessly.
        let ours = |key: &str| layout.is_ours(key) && key != layout.probe();
        if !key.as_deref().is_none_or(ours) {
            return;
        }
        if key.as_deref().is_none_or(|key| layout.is_old(key)) {
            TAKE_IN.get()();
            react(None);
        } else {
            react(key);
        }
    };
    // A locked journal reports changes itself, after decrypting them.
    lock::on_outside(told.clone());
    let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if !lock::is_here() {
            let key = js_sys::Reflect::get(&event, &JsValue::from_str("key")).ok();
            told(key.and_then(|key| key.as_string()));
        }
    });
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

/// Reads the file chosen in a field as text, unless it has more than `most` bytes.
pub fn read_file(id: &str, most: f64, told: impl FnOnce(Result<String, FileProblem>) + 'static) {
    let get =
        |from: &JsValue, name: &str| js_sys::Reflect::get(from, &JsValue::from_str(name)).ok();
    let file = || {
        let field = field(id)?;
        let files = get(&field, "files")?;
        get(&files, "0").filter(JsValue::is_object)
    };
    let Some(file) = file() else {
        told(Err(FileProblem::None));
        return;
    };
    if get(&file, "size")
        .and_then(|size| size.as_f64())
        .is_none_or(|size| size > most)
    {
        told(Err(FileProblem::TooLarge));
        return;
    }
    let promise = || {
        let read = get(&file, "text")?.dyn_into::<js_sys::Function>().ok()?;
        read.call0(&file).ok()?.dyn_into::<js_sys::Object>().ok()
    };
    match promise() {
        Some(promise) => when(&promise, move |text| {
            let text = text.and_then(|text| text.as_string());
            told(text.ok_or(FileProblem::NotRead));
        }),
        None => told(Err(FileProblem::NotRead)),
    }
}

/// Clears a file field.
pub fn clear_field(id: &str) {
    if let Some(field) = field(id) {
        field.set_value("");
    }
}

fn field(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
