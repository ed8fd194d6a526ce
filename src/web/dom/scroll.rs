//! Scrolling to a part of the page.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::web::dom::document::document;
use crate::web::dom::timers::after;

/// Scrolls an element into view, after pending changes to the page.
pub fn bring_into_view(id: &str) {
    scroll_to(id, ScrollLogicalPosition::Nearest);
}

/// Scrolls to the top of an element, after pending changes to the page.
pub fn bring_to_top(id: &str) {
    scroll_to(id, ScrollLogicalPosition::Start);
}

fn scroll_to(id: &str, place: ScrollLogicalPosition) {
    let id = id.to_owned();
    after(0, move || {
        let element = document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element {
            let options = ScrollIntoViewOptions::new();
            options.set_block(place);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
