//! The browser's functions, each a few lines over `web_sys` and `js_sys`. Independent of ladders,
//! quizzes and records.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Document, HtmlElement, HtmlInputElement, Window};

use crate::web::dom::storage::when_settled;
use crate::web::dom::timers::after;

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The JSON in the page for its islands.
pub fn page_data() -> Option<String> {
    document()?.get_element_by_id("page-data")?.text_content()
}

/// The time in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A random number from 0 up to but not including 1.
pub fn chance() -> f64 {
    js_sys::Math::random()
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = window() {
        // If the browser refuses, the page stays unchanged.
        let _refused = window.location().reload();
    }
}

/// A parameter of the address.
pub fn query(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Replaces the query of the address with `?…`, or removes it for an empty text, as a new history entry
/// or in place of the present one. The page is not reloaded.
pub fn set_query(query: &str, keep_in_history: bool) {
    let Some(window) = window() else { return };
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else {
        return;
    };
    let fragment = window.location().hash().unwrap_or_default();
    let address = format!("{path}{query}{fragment}");
    // If the entry is refused (a frame, too many calls), the old address stays; the page works all the
    // same.
    let _refused = if keep_in_history {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Sets one parameter of the address, or removes it for an empty value. The other parameters stay.
pub fn set_parameter(name: &str, value: &str) {
    let Some(search) = window().and_then(|window| window.location().search().ok()) else {
        return;
    };
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&search) else {
        return;
    };
    if value.is_empty() {
        query.delete(name);
    } else {
        query.set(name, value);
    }
    let text = String::from(query.to_string());
    let mark = if text.is_empty() { "" } else { "?" };
    set_query(&format!("{mark}{text}"), false);
}

/// Calls `react` whenever Back or Forward changes the address within this page.
pub fn on_back(react: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(react);
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

/// Opens another page in place of this one: Back then skips this one.
pub fn go_instead(href: &str) {
    if let Some(window) = window() {
        // Refused only in a sandboxed frame, where the link beside it is refused too.
        let _refused = window.location().replace(href);
    }
}

/// Prefetches the program that is needed next. The page lists its files in `meta[name=next-program]`,
/// relative to the app's root; `root` is the path to it.
pub fn fetch_ahead(root: &str) {
    let found = document().and_then(|one| one.query_selector("meta[name=next-program]").ok()?);
    let names = found.and_then(|meta| meta.get_attribute("content"));
    for name in names.unwrap_or_default().split_whitespace() {
        if let Some(window) = window() {
            let fetched = window.fetch_with_str(&format!("{root}{name}"));
            // If it fails, the page that needs the program fetches it and reports the failure.
            when_settled(&fetched, |_| ());
        }
    }
}

/// Sets or removes `data-name` on the root element, for the styles.
pub fn mark(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let attribute = format!("data-{name}");
    // Setting an unchanged value would recalculate all styles.
    if root.get_attribute(&attribute).as_deref() == value {
        return;
    }
    // The names are literals of this app and always valid.
    let _refused = match value {
        Some(value) => root.set_attribute(&attribute, value),
        None => root.remove_attribute(&attribute),
    };
}

/// Whether `data-name` is set on the root element.
pub fn is_marked(name: &str) -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute(&format!("data-{name}")))
}

/// Calls `react` for every event of a kind on this page.
pub(crate) fn listen(event: &str, react: impl Fn(web_sys::Event) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(react);
    if let Some(document) = document()
        && document
            .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}

/// Calls `act` whenever the page is left or hidden.
pub fn on_hide(act: impl Fn() + 'static) {
    listen("visibilitychange", move |_| {
        if document().is_some_and(|document| document.hidden()) {
            act();
        }
    });
}

/// Whether the page has an element with this id.
pub fn has(id: &str) -> bool {
    document().is_some_and(|document| document.get_element_by_id(id).is_some())
}

/// Calls `react` with the value whenever the visitor chooses a radio button of this name.
pub fn on_choice(name: &str, react: impl Fn(String) + 'static) {
    let name = name.to_owned();
    listen("change", move |event| {
        let chosen = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            .filter(|input| input.name() == name);
        if let Some(input) = chosen {
            react(input.value());
        }
    });
}

/// The value of the selected radio button of this name.
pub fn chosen(name: &str) -> Option<String> {
    let selector = format!("input[name=\"{name}\"]:checked");
    let found = document()?.query_selector(&selector).ok()??;
    Some(found.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Selects the radio button with this name and value, if the page has it.
pub fn choose(name: &str, value: &str) {
    let selector = format!("input[name=\"{name}\"][value=\"{value}\"]");
    let found = document().and_then(|document| document.query_selector(&selector).ok().flatten());
    if let Some(input) = found.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(true);
    }
}

/// Puts text into an element whose changes screen readers announce.
pub fn say(id: &str, words: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(Some(words));
    }
}

/// Shows or hides an element.
pub fn reveal(id: &str, shown: bool) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        // The name is a literal of this app and always valid.
        let _refused = element.toggle_attribute_with_force("hidden", !shown);
    }
}

/// Sets the text and the address of a hidden link, and shows it.
pub fn reveal_link(id: &str, words: &str, href: &str) {
    let Some(link) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    link.set_text_content(Some(words));
    // The names are literals of this app and always valid.
    let _refused = link.set_attribute("href", href);
    reveal(id, true);
}

/// The element of an island and its path to the app's root, if this page has the island.
pub fn live_part(name: &str) -> Option<(HtmlElement, String)> {
    let selector = format!("[data-live=\"{name}\"]");
    let element = document()?.query_selector(&selector).ok()??;
    let root = element.get_attribute("data-root")?;
    Some((element.dyn_into().ok()?, root))
}

/// A selector for the focused element within a part of the page, if there is one.
pub fn focused_in(part: &HtmlElement) -> Option<String> {
    let focused = document()?.active_element()?;
    if !part.contains(Some(&focused)) {
        return None;
    }
    let attribute = |name: &str| {
        let value = focused.get_attribute(name)?;
        Some(format!("[{name}=\"{value}\"]"))
    };
    let marks = ["id", "name", "value", "data-start"].map(attribute);
    let marks: String = marks.into_iter().flatten().collect();
    (!marks.is_empty()).then(|| format!("{}{marks}", focused.local_name()))
}

/// Moves the focus to the element that a selector finds, if any.
pub fn focus_again(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus fails only for an element that was removed.
        let _gone = element.focus();
    }
}

/// Removes all children of an element.
pub fn empty(element: &HtmlElement) {
    element.set_text_content(None);
}

/// Moves the focus to an element, after pending changes to the page. An element that is not focusable
/// by itself, such as a heading, is made focusable.
pub fn focus(id: &str) {
    let id = id.to_owned();
    after(0, move || {
        let element = document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            if element.tab_index() < 0 && !element.has_attribute("tabindex") {
                element.set_tab_index(-1);
            }
            // Focus fails only for an element that was removed by then.
            let _gone = element.focus();
        }
    });
}

/// Whether one of these elements has the focus.
pub fn has_focus(ids: &[&str]) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| ids.contains(&focused.id().as_str()))
}

/// Whether the window is wide enough for columns side by side.
pub fn is_wide() -> bool {
    let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width >= 900.0)
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The text behind the “#” of the address, unless there is none or it is the id of an element.
pub fn fragment() -> Option<String> {
    behind_hash().filter(|text| !has(text))
}

fn behind_hash() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    let text = hash.strip_prefix('#')?;
    (!text.is_empty()).then(|| text.to_owned())
}

/// Calls `react` whenever the text behind the “#” changes, except to the id of an element.
pub fn on_fragment(react: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || {
        if behind_hash().is_none_or(|text| !has(&text)) {
            react();
        }
    });
    if let Some(window) = window()
        && window
            .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref())
            .is_ok()
    {
        listener.forget();
    }
}
