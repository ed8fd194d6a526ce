//! The window that offers a link in several forms, and the buttons that copy.
//! Knows the forms by `exchange`, the window by its elements' ids.

use super::SAID;
use crate::app::browser;
use crate::app::components::COPIED;
use crate::exchange::Link;

/// Lets the link buttons open the window, and the copy buttons copy.
pub(super) fn offer() {
    browser::on_press("data-link", |button| {
        let Some(address) =
            browser::attribute(&button, "data-link").and_then(|to| browser::full_with_choices(&to))
        else {
            return;
        };
        let title = browser::attribute(&button, "data-title").unwrap_or_default();
        let link = Link {
            address: &address,
            title: &title,
        };
        browser::fill("link-address", &address);
        browser::fill("link-markdown", &link.markdown());
        browser::fill("link-html", &link.html());
        browser::fill("link-frame", &link.frame());
        browser::say("link-title", &title);
        browser::say(COPIED, "");
        browser::open_window("link");
    });
    browser::on_press("data-copy", |button| {
        if let Some(text) =
            browser::attribute(&button, "data-copy").and_then(|id| browser::filled(&id))
        {
            browser::copy(text, |done| browser::say(COPIED, told(done)));
        }
    });
    browser::on_press("data-copy-text", |button| {
        if let Some(text) =
            browser::attribute(&button, "data-copy-text").and_then(|id| browser::text(&id))
        {
            browser::copy(text, move |done| browser::say_in(&button, SAID, told(done)));
        }
    });
}

const fn told(done: bool) -> &'static str {
    match done {
        true => "Copied.",
        false => "The browser refused to copy. Select the text and copy it by hand.",
    }
}
