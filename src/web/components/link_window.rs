//! A link to any part: the button beside it, and the window with the forms to copy. The window is empty
//! until a button is pressed; without a script neither is shown.

use leptos::prelude::*;

/// The element that reports a copy.
pub const COPIED: &str = "link-copied";

/// The forms of a link: the id of the field, its label and its purpose.
const FORMS: [(&str, &str); 5] = [
    ("link-address", "Address"),
    ("link-markdown", "Markdown"),
    ("link-html", "HTML"),
    ("link-card", "HTML for a card in a frame"),
    ("link-frame", "HTML for the page in a frame"),
];

/// The button. The window takes its texts from the button's attributes.
#[component]
pub fn LinkButton(
    /// The address, relative to this page.
    href: String,
    /// The title of the linked part.
    title: String,
) -> impl IntoView {
    let label = format!("Link to {title}");
    view! {
        <button type="button" class="link-button needs-script no-print" data-link=href data-title=title aria-label=label>
            "Link"
        </button>
    }
}

/// The window. One window serves all buttons of a page.
#[component]
pub fn LinkWindow(
    /// The page that explains links and frames.
    help: String,
) -> impl IntoView {
    let forms = FORMS
        .map(|(id, words)| {
            view! {
                <div class="link-form">
                    <label for=id>{words}</label>
                    <input id=id type="text" readonly />
                    <button type="button" class="button" data-copy=id aria-label=format!("Copy: {words}")>
                        "Copy"
                    </button>
                </div>
            }
        })
        .collect_view();
    view! {
        <dialog id="link" class="window" aria-labelledby="link-title">
            <form method="dialog" class="window-close">
                <button type="submit" class="button-text">"Close"</button>
            </form>
            <h2 id="link-title">"Link"</h2>
            {forms}
            <p class="soft" id=COPIED role="status"></p>
            <p class="soft"><a href=help>"How to link and embed, and how to choose light or dark"</a></p>
        </dialog>
    }
}
