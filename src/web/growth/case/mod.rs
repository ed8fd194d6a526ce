//! The case for a level: its level, a summary, the preview, and the ways to take it along.

mod choice;
mod preview;
mod row;
mod sources;
mod summary;
mod ways;

use leptos::prelude::*;

use crate::growth::{LevelCase, Marked};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{Notice, Tone};
use crate::web::growth::case::choice::Choose;
use crate::web::growth::case::preview::Preview;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::case::summary::Summary;
use crate::web::growth::case::ways::WaysOut;
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::words::store_problem;

/// The id of the line that says whether something is saved.
const SAVED: &str = "case-saved";

/// The page.
#[component]
pub(crate) fn CasePart(model: Model) -> impl IntoView {
    let sources = Sources::new(model);
    let level = sources.level;
    let problem = move || sources.problem().map(|error| store_problem(&error));
    let problem = Memo::new(move |_| problem());
    let is_empty = Memo::new(move |_| sources.case(is_empty));
    view! {
        {redrawn(move || problem.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
        <Choose sources=sources />
        {redrawn(move || level.get().map(|level| view! { <Summary model=model level=level /> }))}
        <div id=SAVED class="save-place no-print">
            <SaveLine kept=model.kept />
        </div>
        {redrawn(move || match is_empty.get() {
            Some(false) => view! { <WaysOut sources=sources /> <Preview sources=sources /> }.into_any(),
            Some(true) => start(model, true),
            // Without the records nothing is known of the case.
            None if level.get().is_some() => ().into_any(),
            None => start(model, false),
        })}
    }
}

/// Whether there is nothing to make a case from.
fn is_empty(case: &LevelCase) -> bool {
    case.rows
        .iter()
        .all(|row| row.marked == Marked::Unmarked && row.second.is_none() && row.entries.is_empty())
}

/// What a case is, and how to begin.
fn start(model: Model, has_level: bool) -> AnyView {
    let to = |part| model.link(&Route::Growth(part));
    let (marks, evidence) = (to(GrowthPart::Marks), to(GrowthPart::Evidence));
    let examples = model.data.has_guide.then(|| {
        let guide = model.link(&Route::Topic(Topic::Case));
        view! { <p><a href=guide>"How to write a case, with two that are filled in"</a></p> }
    });
    let next = match has_level {
        true => "Nothing is marked for this level yet, and no evidence is about what it expects.",
        false => "Choose the level above.",
    };
    view! {
        <section class="no-print" aria-labelledby="case-start">
            <h2 id="case-start">"What a case is"</h2>
            <p>
                "A case says, for each expectation of a level, how often you show it, what you can point to, and what is still open. Your marks and your evidence make it; you only choose what goes in. It is for a talk with the people who decide, and computes no level."
            </p>
            <p>{next}</p>
            <p class="actions">
                <a class="button button-first" href=marks>"Mark where you are"</a>
                <a class="button" href=evidence>"Add evidence"</a>
            </p>
            {examples}
        </section>
    }
    .into_any()
}
