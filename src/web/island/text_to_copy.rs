//! A text that could not be saved as a file or copied: shown, to be copied by hand. Independent of the
//! content of the text.

use leptos::prelude::*;

use crate::web::dom;

/// The id of the field with the text.
pub(crate) const TEXT: &str = "text-to-copy";

/// The text and a button that copies it.
#[component]
pub(crate) fn TextToCopy(
    /// The text.
    text: String,
) -> impl IntoView {
    let said = RwSignal::new("");
    let copied = text.clone();
    let copy = move |_| {
        dom::copy(copied.clone(), move |done| said.set(told(done)));
    };
    view! {
        <div>
            <textarea id=TEXT class="field note" rows="6" readonly autocomplete="off" aria-label="The text to copy" prop:value=text></textarea>
            <p class="actions">
                <button type="button" class="button" on:click=copy>"Copy the text"</button>
                <span role="status" prop:textContent=move || said.get()></span>
            </p>
        </div>
    }
}

/// The result of copying.
pub(crate) const fn told(done: bool) -> &'static str {
    match done {
        true => "Copied.",
        false => "The browser refused to copy. Select the text and copy it by hand.",
    }
}
