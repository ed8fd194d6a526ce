//! The levels of other companies beside ours: as blocks over the levels, then with the reasons.

use leptos::prelude::*;

use crate::guide::{Confidence, Mapping};
use crate::ladder::{Ladder, Rung};
use crate::route::{Route, Topic};
use crate::web::guide::parts::{OURS, short_name};

pub(super) fn content(ladder: &Ladder, here: &Route, mappings: &[Mapping]) -> AnyView {
    view! {
        <p>
            "Most companies have one numbered track for engineers, so their levels are shown beside our levels, not beside one of our tracks. Use each line to start a conversation, never as a promise of the same title."
        </p>
        {blocks(ladder, mappings)}
        <p class="soft">{CONFIDENCES.map(meaning).collect_view()}</p>
        <details class="fold fold-small">
            <summary><h3>"Why each is placed there"</h3></summary>
            {reasons(ladder, here, mappings)}
        </details>
    }
    .into_any()
}

/// The mappings of one company that fit on one line, from the lowest level.
fn lines(mappings: &[Mapping]) -> Vec<Vec<&Mapping>> {
    let mut lines: Vec<Vec<&Mapping>> = Vec::new();
    let mut sorted: Vec<&Mapping> = mappings.iter().collect();
    sorted.sort_by_key(|entry| {
        let company = mappings.iter().position(|one| one.company == entry.company);
        (company, entry.rungs.first().copied())
    });
    for entry in sorted {
        let fits = |line: &Vec<&Mapping>| {
            line.last().is_some_and(|last| {
                last.company == entry.company && last.rungs.last() < entry.rungs.first()
            })
        };
        match lines.iter_mut().find(|line| fits(line)) {
            Some(line) => line.push(entry),
            None => lines.push(vec![entry]),
        }
    }
    lines
}

/// A table in which each mapping covers the levels that it is beside.
fn blocks(ladder: &Ladder, mappings: &[Mapping]) -> AnyView {
    let heads = ladder
        .rungs()
        .map(|rung| view! { <th scope="col">{rung.to_string()}</th> })
        .collect_view();
    let rows = lines(mappings)
        .into_iter()
        .map(|line| {
            let company = line.first().map(|entry| entry.company.clone());
            view! { <tr><th scope="row">{company}</th>{cells(ladder, &line)}</tr> }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Levels of other companies">
            <table class="blocks">
                <caption class="visually-hidden">"Levels of other companies beside ours"</caption>
                <thead><tr><th scope="col">"Our level"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn cells(ladder: &Ladder, line: &[&Mapping]) -> Vec<AnyView> {
    let mut cells = Vec::new();
    let mut next: Rung = 1;
    for entry in line {
        let (Some(first), Some(last)) = (entry.rungs.first(), entry.rungs.last()) else {
            continue;
        };
        cells.extend((next..*first).map(|_| view! { <td></td> }.into_any()));
        let class = match entry.confidence {
            Confidence::Stated => "block block-stated",
            Confidence::Close => "block",
            Confidence::Loose => "block block-loose",
        };
        let span = (last - first + 1).to_string();
        cells.push(view! { <td class=class colspan=span>{entry.theirs.clone()}</td> }.into_any());
        next = last + 1;
    }
    cells.extend((next..=ladder.top()).map(|_| view! { <td></td> }.into_any()));
    cells
}

fn reasons(ladder: &Ladder, here: &Route, mappings: &[Mapping]) -> AnyView {
    let rows = mappings
        .iter()
        .map(|entry| {
            let rungs: Vec<String> = entry.rungs.iter().map(ToString::to_string).collect();
            view! {
                <tr>
                    <th scope="row">{entry.company.clone()}</th>
                    <td>{entry.theirs.clone()}</td>
                    <td class="mapping-rungs">{rungs.join(", ")}</td>
                    <td>{word(entry.confidence)}</td>
                    <td class="mapping-why">{entry.why.clone()}</td>
                    <td>{source_link(ladder, here, &entry.source)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Why each is placed there">
            <table class="titles mappings">
                <caption class="visually-hidden">"Levels of other companies, and why they are placed there"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Company"</th>
                        <th scope="col">"Their level"</th>
                        <th scope="col">"Our level"</th>
                        <th scope="col">"How sure"</th>
                        <th scope="col">"Why"</th>
                        <th scope="col">"Source"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The confidences, from the highest down.
const CONFIDENCES: [Confidence; 3] = [Confidence::Stated, Confidence::Close, Confidence::Loose];

const fn word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Stated => "Stated",
        Confidence::Close => "Close",
        Confidence::Loose => "Loose",
    }
}

fn meaning(confidence: Confidence) -> AnyView {
    let means = match confidence {
        Confidence::Stated => ": the source says so itself. ",
        Confidence::Close => ": what we could compare agrees. ",
        Confidence::Loose => ": a hint from little more than a title or a number.",
    };
    view! { <strong>{word(confidence)}</strong> {means} }.into_any()
}

/// A source by its short name, linked to what was taken from it; none for ourselves.
pub(super) fn source_link(ladder: &Ladder, here: &Route, id: &str) -> Option<AnyView> {
    let source = ladder.source(id).filter(|source| source.id != OURS)?;
    let list = here.link(&Route::Topic(Topic::Sources));
    let href = format!("{list}#source-{id}");
    Some(view! { <a href=href>{short_name(source).to_owned()}</a> }.into_any())
}
