//! One expectation in the preview: the mark, the second view, and the evidence to choose from.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::growth::{
    AgreedMark, CaseEntry, CasePart, CaseRow, Entry, LevelCase, Marked, ViewMark, is_link,
};
use crate::route::{GrowthPart, Route};
use crate::share::{CaseMark, case_entry_words, case_evidence_words, case_marks};
use crate::web::components::{StandingMark, StandingSign};
use crate::web::dom::{self, repository};
use crate::web::growth::case::SAVED;
use crate::web::growth::case::sources::Sources;
use crate::web::growth::dates;
use crate::web::growth::words;

/// What is shown of a row, besides which entries are left out.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    id: String,
    part: CasePart,
    marked: Marked,
    why: String,
    entries: Vec<(Entry, bool)>,
    second: Option<(Option<String>, ViewMark)>,
    agreed: Option<AgreedMark>,
}

/// What is shown of each row.
pub(super) fn shown(case: &LevelCase) -> Vec<Shown> {
    let from = case.second.and_then(|view| view.from.as_ref());
    let rows = case.rows.iter().map(|row| Shown {
        id: row.expected.id.clone(),
        part: row.part(),
        marked: row.marked,
        why: row.why.to_owned(),
        entries: row
            .entries
            .iter()
            .map(|one| (one.entry.clone(), one.is_old))
            .collect(),
        second: row.second.map(|mark| (from.cloned(), mark.clone())),
        agreed: row.agreed.cloned(),
    });
    rows.collect()
}

/// What is said of each expectation about its evidence, by the id of its mark.
pub(super) type EvidenceWords = Memo<BTreeMap<String, &'static str>>;

/// Those words, for all rows at once.
pub(super) fn evidence_words(case: &LevelCase) -> BTreeMap<String, &'static str> {
    let words = |row: &CaseRow| (row.expected.id.clone(), case_evidence_words(row));
    case.rows.iter().map(words).collect()
}

/// The row.
pub(super) fn view(
    sources: Sources,
    said: EvidenceWords,
    case: &LevelCase,
    row: &CaseRow,
) -> AnyView {
    let model = sources.model;
    let expected = &row.expected;
    let competency = expected.competency;
    let page = model.expectation(case.level, competency);
    let evidence = model.link(&Route::Growth(GrowthPart::Evidence));
    let add = format!("{evidence}?add={}", competency.id);
    let marking = model.marking(competency);
    let mark_words = match row.marked {
        Marked::As(_) => "Change the mark",
        _ => "Mark it",
    };
    let about = |words: &str| format!("{words}: {}", competency.name);
    let marks = case_marks(case, row, &dates::day);
    let marks = marks.iter().map(|one| mark(row, one)).collect_view();
    view! {
        <li class="case-row rail">
            <h4>{expected.expectation.headline().to_owned()}</h4>
            <p class="soft small"><a href=page>{competency.name.clone()}</a></p>
            {marks}
            {evidence_of(sources, said, row)}
            <p class="actions small no-print">
                <a href=marking aria-label=about(mark_words)>{mark_words}</a>
                <a href=add aria-label=about("Add evidence")>"Add evidence"</a>
            </p>
        </li>
    }
    .into_any()
}

/// A mark with its line why.
fn mark(row: &CaseRow, one: &CaseMark) -> AnyView {
    let sign = match one.standing {
        Some(standing) => StandingSign::of(standing.id()),
        None => words::sign(row.marked),
    };
    let label = (!one.label.is_empty()).then(|| format!("{} ", one.label));
    view! {
        <p class="case-mark">
            <StandingMark sign=sign />
            <span>{label} <strong>{one.words}</strong> " " {one.why.to_owned()}</span>
        </p>
    }
    .into_any()
}

/// Every entry that could stand for it, each with whether the case has it, and the words where it has
/// none.
fn evidence_of(sources: Sources, said: EvidenceWords, row: &CaseRow) -> AnyView {
    if row.entries.is_empty() {
        let none = case_evidence_words(row);
        return (!none.is_empty())
            .then(|| view! { <p class="soft">{none}</p> })
            .into_any();
    }
    let competency = &row.expected.competency.id;
    let entries = row
        .entries
        .iter()
        .map(|one| entry(sources, competency, one))
        .collect_view();
    let legend = format!("In the case: evidence for {}", row.expected.competency.name);
    let id = row.expected.id.clone();
    // Ticks do not draw the row anew.
    let none = move || said.with(|all| all.get(&id).copied().unwrap_or_default());
    view! {
        <fieldset class="case-evidence">
            <legend class="visually-hidden">{legend}</legend>
            <p class="soft small no-print" aria-hidden="true">"What is ticked is in the case:"</p>
            <ul class="plain-list">{entries}</ul>
            <p class="soft" role="status" prop:textContent=none></p>
        </fieldset>
    }
    .into_any()
}

fn entry(sources: Sources, competency: &str, one: &CaseEntry) -> AnyView {
    let entry = StoredValue::new(one.entry.clone());
    let competency = StoredValue::new(competency.to_owned());
    let is_left_out = Memo::new(move |_| {
        entry.with_value(|entry| competency.with_value(|id| sources.leaves_out(id, entry)))
    });
    let one_id = format!("case-{}-{}", competency.get_value(), one.entry.id);
    let id = StoredValue::new(one_id.clone());
    let change = move |event| {
        leave_out(
            sources,
            competency,
            entry,
            id,
            !event_target_checked(&event),
        )
    };
    let when = case_entry_words(one, &dates::day);
    let lines = [
        ("What came of it: ", &one.entry.outcome),
        ("Seen by: ", &one.entry.witnesses),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(label, text)| view! { <p class="case-text"><span class="soft">{label}</span> {text.clone()}</p> })
    .collect_view();
    let links = one.entry.links.iter().map(|link| match is_link(link) {
        true => {
            view! { <p><a href=link.clone() rel="noreferrer">{link.clone()}</a></p> }.into_any()
        }
        false => view! { <p>{link.clone()}</p> }.into_any(),
    });
    let links = links.collect_view();
    view! {
        <li class="case-entry" class:case-left-out=move || is_left_out.get()>
            <label class="check">
                <input
                    type="checkbox"
                    id=one_id
                    autocomplete="off"
                    prop:checked=move || !is_left_out.get()
                    on:change=change
                />
                <span class="case-text"><strong>{when} ": "</strong>{one.entry.did.clone()}</span>
            </label>
            <div class="case-more small">{lines} {links}</div>
        </li>
    }
    .into_any()
}

fn leave_out(
    sources: Sources,
    competency: StoredValue<String>,
    entry: StoredValue<Entry>,
    id: StoredValue<String>,
    is_left_out: bool,
) {
    let Some(level) = sources.level.get_untracked() else {
        return;
    };
    let (competency, entry, id) = (competency.get_value(), entry.get_value(), id.get_value());
    let wrote = repository().edit_case_choice(&level.id, dom::now(), |choice| {
        choice.leave_out(&competency, &entry.id, is_left_out);
    });
    let failed = wrote.is_err();
    sources.model.saved(wrote);
    match failed {
        true => {
            sources.again.set(());
            dom::bring_into_view(SAVED);
        }
        // The row may stand in another part now.
        false => dom::focus(&id),
    }
}
