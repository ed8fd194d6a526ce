//! Where entries are missing: the last twelve months, and the competencies of the chosen levels.

use leptos::prelude::*;

use crate::growth::{Aim, Entry, Month};
use crate::ladder::Competency;
use crate::web::dom;
use crate::web::growth::evidence::{Evidence, HEAD, words};
use crate::web::growth::model::{Model, today};
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

/// Both pictures, folded where there is little room.
#[component]
pub(super) fn Missing(page: Evidence) -> impl IntoView {
    let aim = page.model.aim();
    let year = Memo::new(move |_| {
        let year = today().map(|today| page.journal.with(|journal| journal.last_year(today)));
        year.unwrap_or_default()
    });
    let competencies = Memo::new(move |_| {
        let items = asked(page.model, aim.get().as_ref());
        let mut counts: Vec<(&'static str, usize)> = page.journal.with(|journal| {
            let shown = |item: &'static Competency| {
                let entries = journal.entries().iter();
                let shown = entries.filter(|entry| entry.competencies.contains(&item.id));
                (item.id.as_str(), shown.count())
            };
            items.into_iter().map(shown).collect()
        });
        counts.sort_by_key(|(_, count)| *count);
        counts
    });
    let without = Memo::new(move |_| {
        let is_untagged = |entry: &&Entry| entry.competencies.is_empty();
        page.journal
            .with(|journal| journal.entries().iter().filter(is_untagged).count())
    });
    let of_levels = move || match aim.get() {
        Some(_) => "Entries for each competency of your levels",
        None => "Entries for each competency",
    };
    view! {
        <details class="evidence-missing no-print" open=dom::is_wide()>
            <summary>
                <h2 id="missing-head">"Months and competencies"</h2>
            </summary>
            <p class="soft">"Entries in the last twelve months"</p>
            {redrawn(move || {
                let months = year.get().into_iter();
                let months = months.map(|(month, number)| tile(page, month, number));
                view! { <ol class="evidence-months plain-list">{months.collect_view()}</ol> }
            })}
            {redrawn(move || untagged(page, without.get()))}
            <p class="soft" prop:textContent=of_levels></p>
            {redrawn(move || {
                let items = competencies.get().into_iter();
                let items = items.filter_map(|(id, number)| {
                    let mut all = page.model.ladder().competencies.iter();
                    let item = all.find(|item| item.id == id)?;
                    Some(line(page, item, number))
                });
                view! { <ul class="evidence-counts plain-list">{items.collect_view()}</ul> }
            })}
        </details>
    }
}

/// The competencies of both levels; without a choice, all.
fn asked(model: Model, aim: Option<&Aim>) -> Vec<&'static Competency> {
    let ladder = model.ladder();
    let levels = aim.and_then(|aim| aim.levels(ladder));
    let items = ladder.competencies.iter();
    let is_asked = |item: &&Competency| {
        levels.is_none_or(|(own, target)| item.at(own).is_some() || item.at(target).is_some())
    };
    items.filter(is_asked).collect()
}

/// A month: what it has, or a line for it.
fn tile(page: Evidence, month: Month, number: usize) -> AnyView {
    let open = move |_| match number {
        0 => page.new.ask_on(month.first()),
        _ => {
            page.choose(|filter| {
                filter.from = Some(month.first());
                filter.to = Some(month.last());
            });
            dom::focus(HEAD);
        }
    };
    let name = words::month(month, false);
    let told = match number {
        0 => format!("{name}: nothing yet. Add something"),
        _ => format!("{name}: {}. Show", count(number, "entry", "entries")),
    };
    let class = format!("evidence-month evidence-tint-{}", number.min(3));
    view! {
        <li>
            <button type="button" class=class aria-label=told on:click=open>
                <span>{words::month(month, true)}</span>
                <strong>{if number == 0 { "–".to_owned() } else { number.to_string() }}</strong>
            </button>
        </li>
    }
    .into_any()
}

/// How many entries are about no competency, and the way to them. They are in no case.
fn untagged(page: Evidence, number: usize) -> Option<AnyView> {
    let show = move |_| {
        page.choose(|filter| {
            filter.competency = None;
            filter.untagged = true;
        });
        dom::focus(HEAD);
    };
    let told = match number {
        1 => "1 entry has no competency yet, so it is in no case.".to_owned(),
        _ => format!("{number} entries have no competency yet, so they are in no case."),
    };
    (number > 0).then(|| {
        view! {
            <p>{told} " " <button type="button" class="button-text" on:click=show>"Show"</button></p>
        }
        .into_any()
    })
}

/// A competency: what shows it, or a line for it.
fn line(page: Evidence, item: &'static Competency, number: usize) -> AnyView {
    let open = move |_| match number {
        0 => page.new.ask_for(&item.id),
        _ => {
            page.choose(|filter| {
                filter.untagged = false;
                filter.competency = Some(item.id.clone());
            });
            dom::focus(HEAD);
        }
    };
    let class = if number == 0 {
        "evidence-count evidence-none"
    } else {
        "evidence-count"
    };
    let told = if number == 0 {
        "none yet".to_owned()
    } else {
        number.to_string()
    };
    let does = if number == 0 { "Add one for" } else { "Show" };
    view! {
        <li>
            <button type="button" class=class on:click=open>
                <span><span class="visually-hidden">{does} " "</span> {item.name.clone()}</span>
                <span>{told}</span>
            </button>
        </li>
    }
    .into_any()
}
