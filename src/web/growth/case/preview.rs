//! The case as it will be taken along, with what is left out of it in sight.

use leptos::prelude::*;

use crate::growth::{CasePart, CaseRow, LevelCase};
use crate::share::{case_about, case_part_hint, case_part_words};
use crate::web::components::hue_class;
use crate::web::growth::case::row;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::dates;
use crate::web::island::redrawn::redrawn;

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
    let parts = CasePart::ALL.into_iter();
    let parts = parts.filter_map(|part| {
        let rows = case.part(part);
        (!rows.is_empty()).then(|| one_part(sources, said, case, part, &rows))
    });
    parts.collect()
}

fn one_part(
    sources: Sources,
    said: row::EvidenceWords,
    case: &LevelCase,
    part: CasePart,
    rows: &[&CaseRow],
) -> AnyView {
    let head = case_part_words(part);
    let rows = rows
        .iter()
        .map(|row| row::view(sources, said, case, row))
        .collect_view();
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
