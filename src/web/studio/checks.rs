//! What keeps the ladder from being shown, with the way to each place.

use leptos::prelude::*;

use crate::studio::Place;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::cells::open_cell;
use crate::web::studio::model::Model;

/// The most faults that are shown at once.
const MOST_SHOWN: usize = 50;
/// The most empty cells that are shown at once.
const MOST_EMPTY: usize = 5;

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
    let empty = model.read(|draft| {
        let places = Place::unwritten(draft).into_iter();
        places
            .map(|place| {
                let name = place.name(draft).unwrap_or_default();
                (place, name)
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
                    return unwritten(model, empty.get().unwrap_or_default());
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

/// What is said of a ladder that can be shown: how many of its cells are still empty, with the way to the
/// first ones.
fn unwritten(model: Model, empty: Vec<(Place, String)>) -> AnyView {
    let count = empty.len();
    let head = match count {
        0 => "Nothing is in the way: this ladder can be shown.".to_owned(),
        1 => "It can be shown. 1 cell is still empty.".to_owned(),
        count => format!("It can be shown. {count} cells are still empty."),
    };
    let lines = empty
        .into_iter()
        .take(MOST_EMPTY)
        .map(|(place, name)| {
            let open = move |_| {
                if let Place::Cell(level, item) = place.clone() {
                    open_cell(model, level, item);
                }
            };
            view! { <li><button type="button" class="button-text" on:click=open>{name}</button></li> }
        })
        .collect_view();
    let more = count.checked_sub(MOST_EMPTY).filter(|more| *more > 0);
    view! {
        <p>{head}</p>
        {(count > 0).then(|| view! { <ul class="notes">{lines}</ul> })}
        {more.map(|more| view! { <p class="soft">{format!("And {more} more.")}</p> })}
    }
    .into_any()
}
