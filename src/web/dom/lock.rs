//! The locked journal, as opened by `unlock.js` before the program started: records are read from
//! memory and written encrypted. Handles keys, texts and error codes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use crate::store::StoreError;
use crate::web::dom::LockState;
use crate::web::dom::document::window;
use crate::web::dom::storage::when_settled;

/// The vault of this page; none if no journal was ever locked here.
fn vault() -> Option<JsValue> {
    let found = js_sys::Reflect::get(&window()?.into(), &JsValue::from_str("ladderVault")).ok()?;
    found.is_object().then_some(found)
}

/// Calls one of the vault's functions.
fn call(name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let vault = vault().ok_or(JsValue::NULL)?;
    let act = js_sys::Reflect::get(&vault, &JsValue::from_str(name))?;
    let act = act.dyn_into::<js_sys::Function>()?;
    act.apply(&vault, &args.iter().collect())
}

fn code(error: &JsValue) -> String {
    let code = js_sys::Reflect::get(error, &JsValue::from_str("code")).ok();
    code.and_then(|code| code.as_string())
        .unwrap_or_else(|| "other".to_owned())
}

fn store_error(key: &str, error: &JsValue) -> StoreError {
    match code(error).as_str() {
        "full" => StoreError::Full,
        "not-written" => StoreError::NotKept,
        "unreadable" => StoreError::Unreadable {
            key: key.to_owned(),
            why: "it is locked and cannot be opened".to_owned(),
        },
        other => StoreError::Refused(other.to_owned()),
    }
}

/// Whether there is a lock, so that personal records are read through the vault.
pub(crate) fn is_here() -> bool {
    let state = call("state", &[]).ok().and_then(|state| state.as_string());
    state.is_some_and(|state| state != "none")
}

/// Whether the record under a key is read through the vault: there is a lock, and the record is
/// personal.
pub(crate) fn holds(key: &str) -> bool {
    let holds = call("holds", &[JsValue::from_str(key)]);
    holds.is_ok_and(|holds| holds.is_truthy())
}

pub(crate) fn get(key: &str) -> Result<Option<String>, StoreError> {
    call("get", &[JsValue::from_str(key)])
        .map(|text| text.as_string())
        .map_err(|error| store_error(key, &error))
}

pub(crate) fn set(key: &str, text: &str) -> Result<(), StoreError> {
    let args = [JsValue::from_str(key), JsValue::from_str(text)];
    call("set", &args)
        .map(|_| ())
        .map_err(|error| store_error(key, &error))
}

pub(crate) fn remove(key: &str) -> Result<(), StoreError> {
    call("remove", &[JsValue::from_str(key)])
        .map(|_| ())
        .map_err(|error| store_error(key, &error))
}

pub(crate) fn keys() -> Result<Vec<String>, StoreError> {
    let keys = call("keys", &[]).map_err(|error| store_error("", &error))?;
    let keys = js_sys::Array::from(&keys);
    Ok(keys.iter().filter_map(|key| key.as_string()).collect())
}

/// Whether any record is still being encrypted.
pub fn is_sealing() -> bool {
    call("pending", &[]).is_ok_and(|count| count.as_f64().is_some_and(|count| count > 0.0))
}

/// Whether the text written under a key is not encrypted yet.
pub fn is_waiting(key: &str) -> bool {
    call("waits", &[JsValue::from_str(key)]).is_ok_and(|waits| waits.is_truthy())
}

/// Makes the lock check at once whether it may pass its key from page to page.
pub fn touch_lock() {
    // Without a vault there is no key.
    let _none = call("touch", &[]);
}

/// Reports when all pending records are encrypted, or why they are not.
pub fn when_sealed(told: impl FnOnce(Result<(), StoreError>) + 'static) {
    match call("flush", &[]) {
        Ok(promise) => when_settled(&promise, move |done| {
            told(done.map(|_| ()).map_err(|error| store_error("", &error)));
        }),
        Err(error) => told(Err(store_error("", &error))),
    }
}

/// The state of the lock.
pub fn lock_state() -> LockState {
    let can = vault()
        .and_then(|vault| js_sys::Reflect::get(&vault, &JsValue::from_str("canLock")).ok())
        .and_then(|can| can.as_bool());
    let state = call("state", &[]).ok().and_then(|state| state.as_string());
    match (can, state.as_deref()) {
        (Some(true), Some("none")) => LockState::Off,
        (Some(true), Some("open")) => LockState::Open,
        (Some(_), Some("locked" | "damaged")) => LockState::Shut,
        _ => LockState::Impossible,
    }
}

/// Performs an action of the lock: `on`, `off`, `change`, `lock` or `finish`, with passphrases. Reports
/// the error code, also if the action is only unfinished.
pub fn about_lock(
    what: &str,
    passphrases: &[&str],
    told: impl FnOnce(Result<(), String>) + 'static,
) {
    let args: Vec<JsValue> = passphrases
        .iter()
        .map(|one| JsValue::from_str(one))
        .collect();
    match call(what, &args) {
        Ok(promise) => when_settled(&promise, move |done| {
            told(match done {
                Ok(answer) => {
                    let open = js_sys::Reflect::get(&answer, &JsValue::from_str("unfinished"));
                    match open.ok().filter(JsValue::is_object) {
                        Some(error) => Err(code(&error)),
                        None => Ok(()),
                    }
                }
                Err(error) => Err(code(&error)),
            });
        }),
        Err(error) => told(Err(code(&error))),
    }
}

/// Calls `react` with the key whenever another tab has changed a locked record.
pub(crate) fn on_outside(react: impl Fn(Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if is_here() {
            let key = js_sys::Reflect::get(&event, &JsValue::from_str("key")).ok();
            react(key.and_then(|key| key.as_string()));
        }
    });
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("kept-outside", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}
