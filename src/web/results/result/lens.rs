//! Archetypes from other authors, compared by this site to the lean.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::route::{Route, Topic};
use crate::web::results::result::standing::Standing;
use crate::web::state::ResultData;

#[component]
pub(crate) fn Lens(data: ResultData, side: Option<Side>, standing: Standing) -> impl IntoView {
    let near = |reads: Option<Side>| side.is_none() || reads == side || reads.is_none();
    let lines: Vec<AnyView> = data
        .archetypes
        .iter()
        .filter(|one| near(one.reads))
        .map(|one| {
            view! { <li><strong>{one.name.clone()}</strong> ": " {one.text.clone()}</li> }
                .into_any()
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let href = standing.look(|facts| facts.href(&Route::Topic(Topic::Titles)));
    let href = format!("{href}#archetypes");
    view! {
        <h3>"Archetypes to compare with"</h3>
        <p class="soft">
            "Names for engineers beyond Senior, by another author. Setting them beside your lean is our idea; no question asked about them. "
            <a href=href>"Where they come from"</a> "."
        </p>
        <ul class="notes">{lines}</ul>
    }
    .into_any()
}
