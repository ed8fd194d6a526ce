//! The part that makes a check-in: what it would freeze, the second view, the press.

use leptos::prelude::*;

use crate::growth::{CheckIn, FrozenView, GrowthId, View};
use crate::route::{GrowthPart, Route};
use crate::store::{CheckInEntry, StoreError};
use crate::web::dom::{self, repository};
use crate::web::growth::check_ins::lines::{levels, plan_counts, tally};
use crate::web::growth::check_ins::{CheckIns, as_of_now, note_key};
use crate::web::growth::dates;
use crate::web::growth::typed::TypedLine;
use crate::web::island::redrawn::redrawn;

/// The list of second views.
const SECOND: &str = "second";
/// The entry of that list for none of them.
const NONE: &str = "none";

#[component]
pub(super) fn Make(page: CheckIns) -> impl IntoView {
    let model = page.model;
    let views = model.read(|kept| {
        let views = kept.views().unwrap_or_default();
        views.into_iter().filter_map(Result::ok).collect::<Vec<_>>()
    });
    let press = move |_| {
        let made = as_of_now(model, &repository());
        let chosen = dom::filled(SECOND);
        let view = views.get_untracked().into_iter();
        let view = view
            .into_iter()
            .find(|view| Some(view.id.as_str()) == chosen.as_deref());
        let entries = page.entries.get_untracked().unwrap_or_default();
        let Some(made) = made.and_then(|made| with_free_id(entries, made)) else {
            return;
        };
        let made = CheckIn {
            second: view.as_ref().map(FrozenView::from),
            changed: dom::now(),
            ..made
        };
        let kept = repository().save_check_in(&made);
        let is_kept = kept.is_ok();
        model.saved(kept);
        if is_kept {
            dom::focus(&note_key(&made.id));
        }
    };
    view! {
        <section class="no-print" aria-labelledby="make-head">
            <h2 id="make-head">"Make a check-in today"</h2>
            {redrawn(move || page.now.get().map(|now| preview(page, &now)))}
            {redrawn(move || second(&views.get()))}
            {redrawn(move || {
                let now = page.now.get()?;
                let marking = model.link(&Route::Growth(GrowthPart::Marks));
                Some(match now.marks.is_empty() && now.plan.is_empty() {
                    true => view! {
                        <p class="actions"><a class="button button-first" href=marking>"Mark where you are first"</a></p>
                    }
                        .into_any(),
                    false => view! {
                        <p class="actions">
                            <button type="button" class="button button-first" on:click=press>"Save this check-in"</button>
                            <span class="soft small">"Then write a note about it, if you like."</span>
                        </p>
                    }
                        .into_any(),
                })
            })}
            <TypedLine typed=page.typed />
        </section>
    }
}

/// What a check-in would freeze.
fn preview(page: CheckIns, now: &CheckIn) -> AnyView {
    view! {
        <p>{format!("It keeps your marks and your plan as they are today, {}. Your evidence has dates of its own and is not in it.", dates::day(now.date))}</p>
        <dl class="check-in-parts">
            <dt>"Marks"</dt>
            <dd>{tally(now)}</dd>
            <dt>"Levels"</dt>
            <dd>{levels(page.model, now)}</dd>
            <dt>"Plan"</dt>
            <dd>{plan_counts(&now.plan)}</dd>
            <dt>"Ladder"</dt>
            <dd>{format!("version {}", now.ladder_version)}</dd>
        </dl>
    }
    .into_any()
}

/// The choice of a second view, where one is saved; the newest is chosen.
fn second(views: &[View]) -> Option<AnyView> {
    let options = views.iter().map(|view| {
        let from = view.from.as_deref().unwrap_or("Someone");
        let words = format!("{from}, {}", dom::day_of(view.received));
        view! { <option value=view.id.to_string()>{words}</option> }
    });
    let options = options.collect_view();
    (!views.is_empty()).then(|| {
        view! {
            <p>
                <label for=SECOND>"Include a second view"</label>
                " "
                <select id=SECOND class="field" autocomplete="off">
                    {options}
                    <option value=NONE>"None"</option>
                </select>
            </p>
        }
        .into_any()
    })
}

/// A check-in with an id that no other has; also none of those that cannot be read.
pub(in crate::web::growth) fn with_free_id(
    entries: Vec<CheckInEntry>,
    made: CheckIn,
) -> Option<CheckIn> {
    let taken = entries.into_iter().filter_map(|entry| match entry {
        Ok(check_in) => Some(check_in.id),
        Err(StoreError::Unreadable { key, .. } | StoreError::Newer { key, .. }) => {
            GrowthId::parse(key.rsplit('/').next()?)
        }
        Err(_) => None,
    });
    let taken: Vec<GrowthId> = taken.collect();
    let id = CheckIn::free_id(made.date, &taken)?;
    Some(CheckIn { id, ..made })
}
