//! Copying text, plain or with headings, lists and links. Uses text only.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use crate::web::dom::dialogs::call_then;
use crate::web::dom::document::window;

/// Copies text and reports whether that worked.
pub fn copy(text: String, told: impl FnOnce(bool) + 'static) {
    settle(write("writeText", &JsValue::from_str(&text)), told);
}

/// Copies a text as HTML and as plain text: where it is pasted, the other program takes the one that it
/// can show. Reports whether that worked. `html` is markup; escape what is in it.
pub fn copy_rich(html: &str, plain: &str, told: impl FnOnce(bool) + 'static) {
    let promise = || {
        let parts = Object::new();
        for (kind, text) in [("text/html", html), ("text/plain", plain)] {
            let bag = web_sys::BlobPropertyBag::new();
            bag.set_type(kind);
            let text = Array::of1(&JsValue::from_str(text));
            let blob = web_sys::Blob::new_with_str_sequence_and_options(&text, &bag).ok()?;
            Reflect::set(&parts, &JsValue::from_str(kind), &blob).ok()?;
        }
        let item: Function = get(&JsValue::from(window()?), "ClipboardItem")?;
        let item = Reflect::construct(&item, &Array::of1(&parts)).ok()?;
        write("write", &Array::of1(&item))
    };
    settle(promise(), told);
}

/// Calls a function of the clipboard. Without a secure context there is no clipboard, and some browsers
/// lack the function.
fn write(name: &str, what: &JsValue) -> Option<Object> {
    let clipboard: JsValue = get(&window()?.navigator(), "clipboard")?;
    let function: Function = get(&clipboard, name)?;
    function.call1(&clipboard, what).ok()?.dyn_into().ok()
}

fn get<T: JsCast>(from: &JsValue, name: &str) -> Option<T> {
    let found = Reflect::get(from, &JsValue::from_str(name)).ok()?;
    found.dyn_into().ok()
}

fn settle(promise: Option<Object>, told: impl FnOnce(bool) + 'static) {
    let Some(promise) = promise else {
        told(false);
        return;
    };
    let told = std::rc::Rc::new(std::cell::Cell::new(Some(told)));
    let tell = |done: bool| {
        let told = told.clone();
        Closure::once_into_js(move |_: JsValue| {
            if let Some(told) = told.take() {
                told(done);
            }
        })
    };
    call_then(&promise, &tell(true), &tell(false));
}
