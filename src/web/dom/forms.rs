//! Choices and fields of a page: reading, filling, and storing them in the address. Uses attributes and
//! ids only.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

use crate::web::dom::document::{document, listen, set_query, window};

/// Marks a choice that is stored in the address.
const IN_ADDRESS: &str = "data-in-address";
/// Marks the button that resets all such choices.
const ALL: &str = "data-all";

/// Writes each choice with this mark into the query whenever it changes, and omits default values.
/// Parameters of other names stay.
pub fn keep_choices_in_address() {
    listen("change", |event: Event| {
        if target_of(&event).is_some_and(|target| target.has_attribute(IN_ADDRESS)) {
            write_choices();
        }
    });
    // If the browser restores choices on reload, the address is updated to match.
    if all(&format!("[{IN_ADDRESS}]"))
        .iter()
        .any(|choice| changed(choice).is_some())
    {
        write_choices();
    }
    crate::web::dom::on_press(ALL, |_| {
        for element in all(&format!("[{IN_ADDRESS}]")) {
            put_back(&element);
        }
        write_choices();
    });
}

fn write_choices() {
    let Some(search) = window().and_then(|window| window.location().search().ok()) else {
        return;
    };
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&search) else {
        return;
    };
    let choices = all(&format!("[{IN_ADDRESS}]"));
    for choice in &choices {
        query.delete(&choice.get_attribute("name").unwrap_or_default());
    }
    for choice in &choices {
        if let Some(value) = changed(choice) {
            query.set(&choice.get_attribute("name").unwrap_or_default(), &value);
        }
    }
    let text = String::from(query.to_string());
    let text = if text.is_empty() {
        text
    } else {
        format!("?{text}")
    };
    set_query(&text, false);
}

/// The value of a choice that differs from its default.
fn changed(choice: &Element) -> Option<String> {
    if let Some(input) = choice.dyn_ref::<HtmlInputElement>() {
        return match input.type_().as_str() {
            "radio" | "checkbox" => {
                (input.checked() && !input.default_checked()).then(|| input.value())
            }
            _ => (input.value() != input.default_value()).then(|| input.value()),
        };
    }
    let list = choice.dyn_ref::<HtmlSelectElement>()?;
    (Some(list.value()) != served(list)).then(|| list.value())
}

fn served(list: &HtmlSelectElement) -> Option<String> {
    let option = list.query_selector("option[selected]").ok().flatten()?;
    option.get_attribute("value")
}

fn put_back(choice: &Element) {
    if let Some(input) = choice.dyn_ref::<HtmlInputElement>() {
        input.set_checked(input.default_checked());
    } else if let Some(list) = choice.dyn_ref::<HtmlSelectElement>()
        && let Some(value) = served(list)
    {
        list.set_value(&value);
    }
}

/// Every element that a selector finds; none if the selector is invalid.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect()
}

pub(crate) fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The value of an attribute.
pub fn attribute(element: &HtmlElement, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// The text of a field.
pub fn filled(id: &str) -> Option<String> {
    let element = document()?.get_element_by_id(id)?;
    value_of(&element)
}

fn value_of(element: &Element) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        Some(input.value())
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area.value())
    } else {
        Some(element.dyn_ref::<HtmlSelectElement>()?.value())
    }
}

/// Whether a field holds something that it does not allow, as a half-written date.
pub fn is_invalid(id: &str) -> bool {
    let field = document().and_then(|document| document.get_element_by_id(id));
    field.is_some_and(|field| field.matches(":invalid").unwrap_or(false))
}

/// Tells the text field that has the focus, if one has, that its text is finished; it keeps the focus.
pub fn finish_typing() {
    let Some(document) = document() else { return };
    let field = document.active_element().filter(|field| {
        let typed = "textarea, input[type=text], input[type=number]";
        field.matches(typed).unwrap_or(false)
    });
    if let (Some(field), Ok(event)) = (field, document.create_event("Event")) {
        event.init_event_with_bubbles("change", true);
        // Fails only for an event that has no type.
        let _told = field.dispatch_event(&event);
    }
}

/// Puts text into a field.
pub fn fill(id: &str, text: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
        list.set_value(text);
    }
}

/// The fields with an attribute: the attribute's value, and the text of the field.
pub fn fields(name: &str) -> Vec<(String, String)> {
    all(&format!("[{name}]"))
        .iter()
        .filter_map(|field| Some((field.get_attribute(name)?, value_of(field)?)))
        .collect()
}

/// Calls `react` with the attribute's value and the text whenever such a field changes. `event` is
/// `input` for each keystroke, `change` for a finished entry.
pub fn on_field(event: &'static str, name: &'static str, react: impl Fn(String, String) + 'static) {
    listen(event, move |event: Event| {
        let field = target_of(&event);
        let changed = field.and_then(|field| Some((field.get_attribute(name)?, value_of(&field)?)));
        if let Some((which, text)) = changed {
            react(which, text);
        }
    });
}

/// Calls `react` with each element that has the attribute `name`.
pub fn each(name: &str, mut react: impl FnMut(&Element)) {
    for element in all(&format!("[{name}]")) {
        react(&element);
    }
}

/// Sorts the children of an element by a number in an attribute.
pub fn reorder(id: &str, name: &str) {
    let Some(list) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let children = list.children();
    let items: Vec<Element> = (0..children.length())
        .filter_map(|at| children.item(at))
        .collect();
    // A list is short, and this loop needs no sorting code in the program.
    for place in 0..items.len() {
        let place = place.to_string();
        for item in &items {
            if item.get_attribute(name).as_deref() == Some(place.as_str()) {
                // Moving a child within its own parent cannot fail.
                let _moved = list.append_child(item);
            }
        }
    }
}

/// Shows what is wrong with the text of a field, in the element that describes the field; an empty text
/// removes the message.
pub fn say_invalid(id: &str, words: &str) {
    let Some(field) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    // The names are literals of this app and always valid.
    let _refused = match words {
        "" => field.remove_attribute("aria-invalid"),
        _ => field.set_attribute("aria-invalid", "true"),
    };
    if let Some(described) = field.get_attribute("aria-describedby") {
        crate::web::dom::say(&described, words);
    }
}

/// Preserves the text behind the “#” of the address when a link leads to an element on the page: the
/// element only gets the focus.
pub fn keep_fragment() {
    listen("click", |event: Event| {
        let link = target_of(&event).and_then(|target| target.closest("a[href^='#']").ok()?);
        if let Some(place) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            crate::web::dom::focus(place.trim_start_matches('#'));
        }
    });
}

/// An entry of a list.
pub struct Choice {
    /// Its value.
    pub value: String,
    /// Its short name, or else its words.
    pub label: String,
}

/// The entries of the list of this name.
pub fn choices(name: &str) -> Vec<Choice> {
    let found = all(&format!("select[name={name}] option"));
    let choices = found.iter().filter_map(|option| {
        let words = || option.text_content().map(|text| text.trim().to_owned());
        Some(Choice {
            value: option.get_attribute("value")?,
            label: option.get_attribute("data-label").or_else(words)?,
        })
    });
    choices.collect()
}

/// Whether a link of the page leads to an address that ends so.
pub fn leads_to(end: &str) -> bool {
    let links = all("a[href]");
    let mut links = links.iter().filter_map(|link| link.get_attribute("href"));
    links.any(|href| href.ends_with(end))
}

/// The words of every element that a selector finds.
pub fn texts(selector: &str) -> Vec<String> {
    let found = all(selector);
    let texts = found.iter().filter_map(|element| element.text_content());
    texts.map(|text| text.trim().to_owned()).collect()
}

/// Sets or removes a class.
pub fn set_class(element: &Element, class: &str, on: bool) {
    // The names are literals of this app and always valid.
    let _refused = match on {
        true => element.class_list().add_1(class),
        false => element.class_list().remove_1(class),
    };
}

/// Sets the text of the first descendant that a selector finds.
pub fn write_in(element: &Element, selector: &str, words: &str) {
    if let Ok(Some(inside)) = element.query_selector(selector) {
        inside.set_text_content(Some(words));
    }
}

/// Shows or hides an element.
pub fn show(id: &str, shown: bool) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(!shown);
    }
}

/// Ticks or unticks a box.
pub fn tick(id: &str, on: bool) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    if let Some(box_) = found.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        box_.set_checked(on);
    }
}

/// Calls `react` whenever a box is ticked or unticked.
pub fn on_tick(id: &'static str, react: impl Fn(bool) + 'static) {
    listen("change", move |event: Event| {
        let input = target_of(&event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input.filter(|input| input.id() == id) {
            react(input.checked());
        }
    });
}

/// Whether the part that an event comes from is unfolded.
pub fn is_unfolded(event: &web_sys::Event) -> bool {
    let part = event
        .target()
        .and_then(|part| part.dyn_into::<HtmlElement>().ok());
    part.is_some_and(|part| part.has_attribute("open"))
}
