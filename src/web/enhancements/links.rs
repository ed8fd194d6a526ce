//! The window that offers a link in several forms, and the buttons that copy. Uses the forms of
//! `share::Link` and the ids of the window's elements.

use crate::share::Link;
use crate::web::components::COPIED;
use crate::web::dom;
use crate::web::enhancements::SAID;

/// Makes the link buttons open the window, and the copy buttons copy.
pub(crate) fn offer() {
    dom::on_press("data-link", |button| {
        let Some(address) =
            dom::attribute(&button, "data-link").and_then(|to| dom::full_with_choices(&to))
        else {
            return;
        };
        let title = dom::attribute(&button, "data-title").unwrap_or_default();
        let link = Link {
            address: &address,
            title: &title,
        };
        dom::fill("link-address", &address);
        dom::fill("link-markdown", &link.markdown());
        dom::fill("link-html", &link.html());
        dom::fill("link-frame", &link.frame());
        dom::fill("link-card", &link.card());
        dom::say("link-title", &title);
        dom::say(COPIED, "");
        dom::open_window("link");
    });
    dom::on_press("data-copy", |button| {
        if let Some(text) = dom::attribute(&button, "data-copy").and_then(|id| dom::filled(&id)) {
            dom::copy(text, |done| dom::say(COPIED, told(done)));
        }
    });
    dom::on_press("data-copy-text", |button| {
        if let Some(text) = dom::attribute(&button, "data-copy-text").and_then(|id| dom::text(&id))
        {
            dom::copy(text, move |done| dom::say_in(&button, SAID, told(done)));
        }
    });
}

const fn told(done: bool) -> &'static str {
    match done {
        true => "Copied.",
        false => "The browser refused to copy. Select the text and copy it by hand.",
    }
}
