//! What keeps the ladder from being shown, with the way to each place.

use leptos::prelude::*;

use crate::studio::Place;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::model::Model;

/// The most faults that are shown at once.
const MOST_SHOWN: usize = 50;

#[component]
pub(super) fn Checks(model: Model) -> impl IntoView {
    let faults = model.read(|draft| {
        let faults = draft.check().into_iter();
        faults
            .map(|fault| {
                let place = Place::of(draft, &fault);
                let name = place.name(draft).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| "The ladder".to_owned());
                (place.field(), name, fault.problem)
            })
            .collect::<Vec<_>>()
    });
    view! {
        <section aria-labelledby="checks-head">
            <h2 id="checks-head">"Checks"</h2>
            {redrawn(move || {
                let faults = faults.get().unwrap_or_default();
                let count = faults.len();
                if count == 0 {
                    return view! { <p>"Nothing is in the way: this ladder can be shown."</p> }.into_any();
                }
                let lines = faults
                    .into_iter()
                    .take(MOST_SHOWN)
                    .map(|(field, name, problem)| {
                        view! {
                            <li>
                                <button type="button" class="button-text" on:click=move |_| dom::focus(&field)>
                                    {name}
                                </button>
                                ": "
                                {problem}
                            </li>
                        }
                    })
                    .collect_view();
                let head = match count {
                    1 => "1 thing keeps this ladder from being shown.".to_owned(),
                    count => format!("{count} things keep this ladder from being shown."),
                };
                view! {
                    <p>{head}</p>
                    <ul class="notes">{lines}</ul>
                    {count.checked_sub(MOST_SHOWN).filter(|more| *more > 0).map(|more| view! {
                        <p class="soft">{format!("And {more} more.")}</p>
                    })}
                }
                .into_any()
            })}
        </section>
    }
}
