//! Taking the ladder along.

use leptos::prelude::*;

use crate::web::dom;
use crate::web::studio::model::Model;

#[component]
pub(super) fn Take(model: Model) -> impl IntoView {
    let save = move |_| {
        if let Some(draft) = model.draft() {
            let name = match draft.id.is_empty() {
                true => "ladder.json".to_owned(),
                false => format!("{}.json", draft.id),
            };
            dom::save_file(&name, "application/json", &draft.to_json());
        }
    };
    view! {
        <section aria-labelledby="take-head">
            <h2 id="take-head">"Take it along"</h2>
            <p>
                "The file holds the whole ladder. Open it here again whenever you like, or put it into the folder “ladders” of a copy of this app."
            </p>
            <p class="actions">
                <button type="button" class="button button-first" on:click=save>"Save the ladder as a file"</button>
                <button type="button" class="button" on:click=move |_| model.delete()>"Delete this draft"</button>
            </p>
        </section>
    }
}
