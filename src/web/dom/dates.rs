//! Dates in words, by the browser's own formatter.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use crate::web::dom::document::{document, window};

/// The options of a formatter.
type Style = &'static [(&'static str, &'static str)];

thread_local! {
    /// The formatter of each style that was used. Making one takes a hundred times as long as using it.
    static FORMATTERS: RefCell<Vec<(Style, Option<js_sys::Function>)>> = const { RefCell::new(Vec::new()) };
}

/// A date and time in the visitor's locale and time zone.
pub fn local_date(milliseconds: f64) -> String {
    written(
        milliseconds,
        &[("dateStyle", "long"), ("timeStyle", "short")],
    )
}

/// A date without its time, in the visitor's locale and time zone.
pub fn day_of(milliseconds: f64) -> String {
    written(milliseconds, &[("dateStyle", "long")])
}

/// A day in the visitor's locale.
pub fn local_day(milliseconds: f64) -> String {
    written(milliseconds, &[("dateStyle", "long"), ("timeZone", "UTC")])
}

/// The month of a day, in the visitor's language: “May 2026”, or “May” if it is to be short.
pub fn month_of(milliseconds: f64, short: bool) -> String {
    let style: Style = match short {
        true => &[("month", "short"), ("timeZone", "UTC")],
        false => &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")],
    };
    written(milliseconds, style)
}

/// The day as `2026-05-03`, in the visitor's time zone, for a file name.
pub fn day_stamp(milliseconds: f64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds));
    format!(
        "{}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// A time in the visitor's language; if the browser cannot format that, in the page's language or in
/// figures.
fn written(milliseconds: f64, style: Style) -> String {
    let formatter = FORMATTERS.with_borrow_mut(|known| {
        if let Some((_, formatter)) = known.iter().find(|(one, _)| std::ptr::eq(*one, style)) {
            return formatter.clone();
        }
        let formatter = formatter(style);
        known.push((style, formatter.clone()));
        formatter
    });
    let text = formatter.and_then(|format| {
        format
            .call1(&JsValue::NULL, &JsValue::from_f64(milliseconds))
            .ok()
    });
    text.and_then(|text| text.as_string())
        .unwrap_or_else(|| day_stamp(milliseconds))
}

fn formatter(style: Style) -> Option<js_sys::Function> {
    let options = js_sys::Object::new();
    for (name, value) in style {
        // Setting a field of a new object cannot fail.
        let _set = js_sys::Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        );
    }
    let get =
        |from: &JsValue, name: &str| js_sys::Reflect::get(from, &JsValue::from_str(name)).ok();
    let kind = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?;
    let kind: js_sys::Function = kind.dyn_into().ok()?;
    let theirs = window().and_then(|window| window.navigator().language());
    let ours = document().and_then(|document| document.document_element()?.get_attribute("lang"));
    theirs.into_iter().chain(ours).find_map(|language| {
        let language = JsValue::from_str(&language);
        let made =
            js_sys::Reflect::construct(&kind, &js_sys::Array::of2(&language, &options)).ok()?;
        get(&made, "format")?.dyn_into().ok()
    })
}
