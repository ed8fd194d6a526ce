//! What keeps the ladder from being shown, with the way to each place.

use leptos::prelude::*;

use crate::studio::Place;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::island::go_to;
use crate::web::studio::model::Model;

/// The most faults that are shown at once.
const MOST_SHOWN: usize = 50;

#[component]
pub(super) fn Checks(model: Model) -> impl IntoView {
    let faults = model.read(|draft| {
        let faults = draft.check().into_iter();
        faults
            .map(|fault| (Place::of(draft, &fault), fault.problem))
            .collect::<Vec<_>>()
    });
    let names = move |place: &Place| {
        let draft = untrack(move || model.draft());
        let title = |id: &str| {
            let draft = draft.as_ref()?;
            let level = draft.levels.iter().find(|one| one.id == id)?;
            Some(level.title.clone())
        };
        let item = |id: &str| {
            let draft = draft.as_ref()?;
            let item = draft.competencies.iter().find(|one| one.id == id)?;
            Some(item.name.clone())
        };
        let track = |id: &str| {
            let draft = draft.as_ref()?;
            let track = draft.tracks.iter().find(|one| one.id == id)?;
            Some(track.name.clone())
        };
        match place {
            Place::Ladder => None,
            Place::Track(id) => track(id),
            Place::Level(id) => title(id),
            Place::Competency(id) => item(id),
            Place::Cell(level, id) => Some(format!("{}, {}", item(id)?, title(level)?)),
        }
        .unwrap_or_else(|| "The ladder".to_owned())
    };
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
                    .map(|(place, problem)| {
                        let field = place.field();
                        view! {
                            <li>
                                <button type="button" class="button-text" on:click=move |_| go_to(&field)>
                                    {names(&place)}
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
