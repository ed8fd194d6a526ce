//! Output for the visitor: saved files, printing, full addresses, and the colours in use. Handles text
//! only.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::HtmlElement;

use crate::web::dom::dialogs::full;
use crate::web::dom::document::{document, window};

/// Offers text as a file to save. The browser does this without a request.
pub fn save_file(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let bag = web_sys::BlobPropertyBag::new();
    bag.set_type(&format!("{kind};charset=utf-8"));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &bag);
    let Some(address) = blob
        .ok()
        .and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob).ok())
    else {
        return;
    };
    save_address(name, address);
}

/// Offers what is at an address of this page as a file to save.
pub(super) fn save_address(name: &str, address: String) {
    let Some(link) = document().and_then(|document| document.create_element("a").ok()) else {
        return;
    };
    // The names are literals of this app and always valid.
    let _refused = link.set_attribute("href", &address);
    let _refused = link.set_attribute("download", name);
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
    // By then the browser has read the text.
    crate::web::dom::after(60_000, move || {
        // Revoking an address of this app cannot fail.
        let _revoked = web_sys::Url::revoke_object_url(&address);
    });
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Refused only in a frame without that permission.
        let _refused = window.print();
    }
}

/// A page of this app as a full address, with text behind its “#”.
pub fn link_with(root: &str, path: &str, code: &str) -> String {
    let page = format!("{root}{path}");
    let page = full(&page).unwrap_or(page);
    format!("{page}#{code}")
}

/// The computed value of a style token, such as `--ink`; empty if it is not available.
pub fn token(name: &str) -> String {
    let value = || {
        let root = document()?.document_element()?;
        let window = JsValue::from(window()?);
        let style = js_sys::Reflect::get(&window, &JsValue::from_str("getComputedStyle")).ok()?;
        let style = style.dyn_into::<js_sys::Function>().ok()?;
        let style = style.call1(&window, &root).ok()?;
        let read = js_sys::Reflect::get(&style, &JsValue::from_str("getPropertyValue")).ok()?;
        let read = read.dyn_into::<js_sys::Function>().ok()?;
        read.call1(&style, &JsValue::from_str(name))
            .ok()?
            .as_string()
    };
    value().unwrap_or_default().trim().to_owned()
}
