//! A link that is made only when asked for: a name to type or not, the button, the link to copy.
//! Knows nothing of what the link holds.

use leptos::prelude::*;

use super::redrawn::redrawn;
use crate::app::browser;
use crate::app::components::{Notice, Tone};

/// The field, the button and the link. `make` gets what was typed as a name.
#[component]
pub(super) fn LinkMaker(
    /// The words beside the field.
    name: &'static str,
    /// The words on the button.
    button: &'static str,
    /// Makes the link, or says why it cannot.
    make: Callback<String, Result<String, String>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let made = RwSignal::new(None::<Result<String, String>>);
    let said = RwSignal::new("");
    let press = move |_| {
        said.set("");
        made.set(Some(make.run(typed.get_untracked())));
    };
    view! {
        <p class="actions">
            <label>
                {name} " "
                <input
                    type="text"
                    class="field"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        // A link with the old name must not stand there to be copied.
                        made.set(None);
                        said.set("");
                    }
                />
            </label>
            <button type="button" class="button" on:click=press>{button}</button>
        </p>
        {redrawn(move || made.get().map(|made| match made {
            Ok(link) => {
                let copied = link.clone();
                let copy = move |_| {
                    browser::copy(copied.clone(), move |done| {
                        said.set(if done { "Copied." } else { "The browser refused to copy." });
                    });
                };
                view! {
                    <p class="actions">
                        <input type="text" class="field made-link" readonly aria-label="The link" value=link />
                        <button type="button" class="button" on:click=copy>"Copy the link"</button>
                        <span role="status" prop:textContent=move || said.get()></span>
                    </p>
                }
                    .into_any()
            }
            Err(problem) => view! { <Notice tone=Tone::Warning>{problem}</Notice> }.into_any(),
        }))}
    }
}
