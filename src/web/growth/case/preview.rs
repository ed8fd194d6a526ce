//! The case as it will be taken along, with what is left out of it in sight.

use std::ops::Range;

use leptos::prelude::*;

use crate::growth::{CasePart, CaseRow, LevelCase};
use crate::share::{case_about, case_part_hint, case_part_words};
use crate::web::components::hue_class;
use crate::web::growth::case::row;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::dates;
use crate::web::island::redrawn::{Redrawn, redrawn};
use crate::web::island::turns::Turns;

/// About how many entries are drawn at once.
const AT_ONCE: usize = 60;

/// The preview. An entry that is ticked or not changes in its place: the list is drawn anew only if the
/// order changes.
#[component]
pub(super) fn Preview(sources: Sources) -> impl IntoView {
    let head = Memo::new(move |_| sources.case(head));
    let rows = Memo::new(move |_| sources.case(row::shown));
    let summary = Memo::new(move |_| {
        let summary = sources.case(|case| case.summary.to_owned());
        summary.unwrap_or_default()
    });
    let said = Memo::new(move |_| sources.case(row::evidence_words).unwrap_or_default());
    let hue = move || sources.level.get().map(|level| hue_class(level.hue));
    view! {
        <section class=hue aria-labelledby="case-head">
            {redrawn(move || head.get().map(|(head, about)| view! {
                <h2 id="case-head">{head}</h2>
                <p class="soft small">{about}</p>
            }))}
            <p class="case-printed" prop:textContent=move || summary.get()></p>
            {redrawn(move || {
                // A memo that no one reads is not computed, and so never changes.
                rows.with(|_| ());
                sources.again.track();
                untrack(|| sources.case(|case| parts(sources, said, case)))
            })}
        </section>
    }
}

/// The heading, and the line below it.
fn head(case: &LevelCase) -> (String, String) {
    (
        format!("Case for {}", case.level.name()),
        case_about(case, &dates::day),
    )
}

fn parts(sources: Sources, said: row::EvidenceWords, case: &LevelCase) -> Vec<AnyView> {
    let mut turns = Turns::new();
    let mut first = 0;
    let rows = case.rows.chunk_by(|a, b| a.part() == b.part());
    let parts = rows.map(|rows| {
        let batches = batches(rows, first).into_iter().map(|batch| {
            let draw = move |case: &LevelCase| {
                let rows = case.rows.get(batch.clone()).unwrap_or_default();
                let rows = rows.iter();
                rows.map(|row| row::view(sources, said, case, row))
                    .collect_view()
            };
            turns.next(move || sources.case(draw.clone()))
        });
        first += rows.len();
        one_part(rows[0].part(), batches.collect())
    });
    let parts = parts.collect();
    turns.begin();
    parts
}

/// Batches of some [`AT_ONCE`] entries, each of one row at least; `first` is the place of the first row.
fn batches(rows: &[CaseRow], first: usize) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    let mut entries = 0;
    for (at, row) in (first..).zip(rows) {
        entries += row.entries.len();
        match batches.last_mut() {
            Some(last) if entries <= AT_ONCE => last.end = at + 1,
            _ => {
                entries = row.entries.len();
                batches.push(at..at + 1);
            }
        }
    }
    batches
}

fn one_part(part: CasePart, rows: Vec<Redrawn>) -> AnyView {
    let head = case_part_words(part);
    if part == CasePart::Unmarked {
        return view! {
            <details class="case-unmarked open-in-print">
                <summary>
                    <h3>{head}</h3>
                </summary>
                <ul class="case-rows plain-list">{rows}</ul>
            </details>
        }
        .into_any();
    }
    let hint = case_part_hint(part);
    let hint = (!hint.is_empty()).then(|| view! { <p class="soft small">{hint}</p> });
    view! {
        <h3>{head}</h3>
        {hint}
        <ul class="case-rows plain-list">{rows}</ul>
    }
    .into_any()
}
