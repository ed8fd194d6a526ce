//! The choice of the level, and of the second view that the case shows.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::dom;
use crate::web::frame::columns;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

/// The two lists.
#[component]
pub(super) fn Choose(sources: Sources) -> impl IntoView {
    let level = sources.level;
    let is_chosen = move |id: &str| level.with(|level| level.is_some_and(|level| level.id == id));
    let options = columns(sources.model.ladder())
        .into_iter()
        .map(|level| {
            let id = level.id.clone();
            view! { <option value=level.id.clone() prop:selected=move || is_chosen(&id)>{level.name()}</option> }
        })
        .collect_view();
    let views = Memo::new(move |_| sources.views());
    let unread = Memo::new(move |_| sources.unread());
    view! {
        <div class="growth-levels no-print">
            <label for="case-level">
                <span>"A case for"</span>
                <select
                    id="case-level"
                    class="field"
                    autocomplete="off"
                    on:change=move |event| sources.choose(event_target_value(&event))
                >
                    <option value="" disabled hidden prop:selected=move || level.get().is_none()>
                        "Choose a level"
                    </option>
                    {options}
                </select>
            </label>
            {redrawn(move || second(sources, views.get()))}
        </div>
        {redrawn(move || told_unread(sources, unread.get()))}
    }
}

/// The list of second views, if there is one.
fn second(sources: Sources, views: Vec<(String, Option<String>, f64)>) -> Option<AnyView> {
    if views.is_empty() {
        return None;
    }
    let options = views
        .into_iter()
        .map(|(id, from, received)| {
            let day = dom::day_of(received);
            let name = from.map_or_else(
                || format!("Received {day}"),
                |from| format!("{from}, received {day}"),
            );
            let value = id.clone();
            let is_shown = move || sources.shows_view(&id);
            view! { <option value=value prop:selected=is_shown>{name}</option> }
        })
        .collect_view();
    Some(
        view! {
            <label for="case-view">
                <span>"Include a second view"</span>
                <select
                    id="case-view"
                    class="field"
                    autocomplete="off"
                    on:change=move |event| sources.show_view(event_target_value(&event))
                >
                    <option value="" prop:selected=move || sources.shows_view("")>
                        "None"
                    </option>
                    {options}
                </select>
            </label>
        }
        .into_any(),
    )
}

/// What is missing because it cannot be read.
fn told_unread(sources: Sources, unread: usize) -> Option<AnyView> {
    (unread > 0).then(|| {
        let data = sources.model.link(&Route::Data);
        let told = count(
            unread,
            "record can’t be read, and is",
            "records can’t be read, and are",
        );
        view! {
            <p class="notice no-print">
                {format!("{told} not in this case. ")} <a href=data>"See My data"</a>
            </p>
        }
        .into_any()
    })
}
