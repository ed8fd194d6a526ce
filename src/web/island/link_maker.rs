//! A link that is created on request: an optional name, the button, the link to copy. Independent of
//! the content of the link.

use leptos::prelude::*;

use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::island::text_to_copy::told;

/// The field for the name.
const NAME: &str = "link-name";

/// The field, the button and the link. `make` receives the text of the field as a name.
#[component]
pub(crate) fn LinkMaker(
    /// The label of the field.
    name: &'static str,
    /// The label of the button.
    button: &'static str,
    /// Creates the link, or returns why it cannot.
    make: Callback<String, Result<String, String>>,
) -> impl IntoView {
    // A page may have two of these.
    let id = format!("{NAME}-{}", button.replace(' ', "-").to_lowercase());
    let field = StoredValue::new(id.clone());
    let made = RwSignal::new(None::<Result<String, String>>);
    let said = RwSignal::new("");
    let press = move |_| {
        said.set("");
        // Read now: a browser may fill in a field without an event.
        let name = field.with_value(|id| dom::filled(id));
        made.set(Some(make.run(name.unwrap_or_default())));
    };
    view! {
        <p class="actions">
            <label>
                {name} " "
                <input
                    type="text"
                    class="field"
                    id=id
                    autocomplete="off"
                    on:input=move |_| {
                        // The link with the old name must not stay there to be copied.
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
                    dom::copy(copied.clone(), move |done| {
                        said.set(told(done));
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
