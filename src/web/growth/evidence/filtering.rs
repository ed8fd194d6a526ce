//! Which entries are shown: by words, competency and months.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::growth::{Date, Filter, Month};
use crate::web::dom;
use crate::web::growth::evidence::{Evidence, words};
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;

const TEXT: &str = "find-text";
/// The entry of the list for entries without a competency. No id of a ladder is so.
const UNTAGGED: &str = "-";

/// The fields, and how many entries they find.
#[component]
pub(super) fn Filtering(page: Evidence) -> impl IntoView {
    let filter = page.filter;
    let is_set = Memo::new(move |_| filter.with(|filter| *filter != Filter::default()));
    let months = Memo::new(move |_| {
        let counts = page.journal.with(|journal| journal.months()).into_iter();
        let with_entries = counts.filter(|(_, count)| *count > 0);
        with_entries
            .map(|(month, _)| month)
            .collect::<BTreeSet<Month>>()
    });
    let found = move || {
        let all = page.journal.with(|journal| journal.entries().len());
        let found = page.found.with(Vec::len);
        match is_set.get() {
            true => format!("{found} of {} found", count(all, "entry", "entries")),
            false => count(all, "entry", "entries"),
        }
    };
    let named = move || {
        filter.with(|filter| match filter.untagged {
            true => UNTAGGED.to_owned(),
            false => filter.competency.clone().unwrap_or_default(),
        })
    };
    let competencies = page.model.ladder().competencies.iter();
    let chosen = untrack(named);
    let options = competencies
        .map(|item| {
            let selected = chosen == item.id;
            view! { <option value=item.id.clone() selected=selected>{item.name.clone()}</option> }
        })
        .collect_view();
    view! {
        <div class="evidence-filter no-print" role="search" aria-label="Find entries">
            <p>
                <label for=TEXT>"Find"</label>
                <input
                    type="search"
                    id=TEXT
                    class="field"
                    autocomplete="off"
                    prop:value=move || filter.with(|filter| filter.text.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        page.choose(|filter| filter.text = text);
                    }
                />
            </p>
            <p>
                <label for="find-competency">"Competency"</label>
                <select
                    id="find-competency"
                    class="field"
                    autocomplete="off"
                    prop:value=named
                    on:change=move |event| {
                        let id = event_target_value(&event);
                        page.choose(|filter| {
                            filter.untagged = id == UNTAGGED;
                            filter.competency = (!id.is_empty() && id != UNTAGGED).then_some(id);
                        });
                    }
                >
                    <option value="" selected=chosen.is_empty()>"Any"</option>
                    <option value=UNTAGGED>"None yet"</option>
                    {options}
                </select>
            </p>
            {redrawn(move || {
                let months = months.get();
                let from = ends(page, "find-from", "From", &months, |filter| &mut filter.from, Month::first);
                let to = ends(page, "find-to", "To", &months, |filter| &mut filter.to, Month::last);
                view! { <div class="evidence-span">{from} {to}</div> }
            })}
            <p hidden=move || !is_set.get()>
                <button
                    type="button"
                    class="button-text"
                    on:click=move |_| {
                        page.choose(|filter| *filter = Filter::default());
                        dom::focus(TEXT);
                    }
                >
                    "Show all"
                </button>
            </p>
        </div>
        <p class="soft" role="status" prop:textContent=found></p>
    }
}

/// The list of months for one end of a span.
fn ends(
    page: Evidence,
    id: &'static str,
    label: &'static str,
    months: &BTreeSet<Month>,
    end: fn(&mut Filter) -> &mut Option<Date>,
    day: fn(Month) -> Date,
) -> AnyView {
    let chosen = move || page.filter.with(|filter| *end(&mut filter.clone()));
    let now = untrack(chosen).map(Date::month);
    let all: BTreeSet<Month> = months.iter().copied().chain(now).collect();
    let options = all
        .into_iter()
        .rev()
        .map(|month| {
            let value = month.first().to_string();
            view! { <option value=value selected=now == Some(month)>{words::month(month, false)}</option> }
        })
        .collect_view();
    let value = move || {
        let month = chosen().map(Date::month);
        month
            .map(|month| month.first().to_string())
            .unwrap_or_default()
    };
    view! {
        <p>
            <label for=id>{label}</label>
            <select
                id=id
                class="field"
                autocomplete="off"
                prop:value=value
                on:change=move |event| {
                    let month = Date::parse(&event_target_value(&event)).ok().map(Date::month);
                    page.choose(|filter| *end(filter) = month.map(day));
                }
            >
                <option value="" selected=now.is_none()>"Any"</option>
                {options}
            </select>
        </p>
    }
    .into_any()
}
