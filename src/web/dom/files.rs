//! Files that a visitor chooses, and what they paste.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::Event;

use crate::web::dom::document::{document, listen};
use crate::web::dom::forms::target_of;
use crate::web::dom::{FileProblem, when};

/// Reads every file of a file field: name and bytes, in the order of the browser. `most` is the most
/// bytes that all of them have together.
pub fn read_files(
    id: &str,
    most: f64,
    told: impl FnOnce(Result<Vec<(String, Vec<u8>)>, FileProblem>) + 'static,
) {
    let files = chosen(id);
    if files.is_empty() {
        return told(Err(FileProblem::None));
    }
    let size: f64 = files
        .iter()
        .filter_map(|file| get(file, "size")?.as_f64())
        .sum();
    if size > most {
        return told(Err(FileProblem::TooLarge));
    }
    let names: Vec<String> = files
        .iter()
        .map(|file| get(file, "name").and_then(|name| name.as_string()))
        .map(Option::unwrap_or_default)
        .collect();
    let reads: Option<js_sys::Array> = files
        .iter()
        .map(|file| {
            let read = get(file, "arrayBuffer")?.dyn_into::<js_sys::Function>();
            read.ok()?.call0(file).ok()
        })
        .collect::<Option<Vec<JsValue>>>()
        .map(|reads| reads.into_iter().collect());
    let Some(reads) = reads else {
        return told(Err(FileProblem::NotRead));
    };
    when(&js_sys::Promise::all(&reads), move |read| {
        let Some(read) = read.and_then(|read| read.dyn_into::<js_sys::Array>().ok()) else {
            return told(Err(FileProblem::NotRead));
        };
        let bytes = read
            .iter()
            .map(|one| js_sys::Uint8Array::new(&one).to_vec());
        told(Ok(names.into_iter().zip(bytes).collect()));
    });
}

fn chosen(id: &str) -> Vec<JsValue> {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let list = field.and_then(|field| get(&field, "files"));
    list.and_then(|list| js_sys::try_iter(&list).ok().flatten())
        .map(|files| files.flatten().collect())
        .unwrap_or_default()
}

fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(from, &JsValue::from_str(name)).ok()
}

/// Calls `react` with the HTML of what is pasted into the element, if it has a table. Any other text is
/// pasted as usual.
pub fn on_table_pasted(id: &'static str, react: impl Fn(String) + 'static) {
    listen("paste", move |event: Event| {
        let is_here = target_of(&event).is_some_and(|target| target.id() == id);
        let html = || {
            let data = get(&event, "clipboardData")?;
            let read = get(&data, "getData")?.dyn_into::<js_sys::Function>().ok()?;
            read.call1(&data, &JsValue::from_str("text/html"))
                .ok()?
                .as_string()
        };
        let html = is_here.then(html).flatten();
        if let Some(html) = html.filter(|html| html.to_ascii_lowercase().contains("<table")) {
            event.prevent_default();
            react(html);
        }
    });
}
