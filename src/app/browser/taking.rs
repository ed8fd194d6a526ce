//! What a visitor takes along: files saved, paper, full addresses, the colours that are in force.
//! Knows text only.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::HtmlElement;

use super::present::{document, window};
use super::windows::full;

/// Offers text as a file to save. The browser asks nobody and sends nothing.
pub fn save_file(name: &str, kind: &str, text: &str) {
    let Some(document) = document() else { return };
    let Ok(link) = document.create_element("a") else {
        return;
    };
    let data = String::from(js_sys::encode_uri_component(text));
    let address = format!("data:{kind};charset=utf-8,{data}");
    // The names are our own literals, which cannot be refused.
    let _refused = link.set_attribute("href", &address);
    let _refused = link.set_attribute("download", name);
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
}

/// Opens the browser's own way to print.
pub fn print() {
    if let Some(window) = window() {
        // Refused only in a frame that may not.
        let _refused = window.print();
    }
}

/// A page of ours as a full address, with text behind its “#”.
pub fn link_with(root: &str, path: &str, code: &str) -> String {
    let page = format!("{root}{path}");
    let page = full(&page).unwrap_or(page);
    format!("{page}#{code}")
}

/// The value of a style token, such as `--ink`, as it is in force; empty where it cannot be had.
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
