//! Archetypes from other authors, compared by this site to the lean.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::quiz::Verdict;
use crate::route::{Route, Topic};
use crate::web::state::ResultData;

#[component]
pub(crate) fn Lens(data: ResultData, verdict: Verdict, root: String) -> impl IntoView {
    let near = |reads: Option<Side>| {
        verdict.side().is_none() || reads == verdict.side() || reads.is_none()
    };
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
    let href = format!("{root}{}#archetypes", Route::Topic(Topic::Titles).path());
    view! {
        <details class="no-print">
            <summary>"A reading lens: archetypes of engineers beyond Senior"</summary>
            <p class="soft">
                "The names come from elsewhere; setting them beside a lean is our mapping, and no question asked about them. "
                <a href=href>"Where they come from"</a> "."
            </p>
            <ul class="notes">{lines}</ul>
        </details>
    }
    .into_any()
}
