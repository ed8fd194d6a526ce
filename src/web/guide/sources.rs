//! The sources: the letters, the list of sources, their disagreements, this site's own contribution,
//! and the licences.

use leptos::prelude::*;

use crate::guide::Tension;
use crate::ladder::{Basis, Ladder, LevelCode, Source, Track};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::parts::notes;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Sources;

pub(crate) const INTRO: Intro = Intro {
    title: "Sources",
    line: "What every text rests on, who says what, where the sources disagree, and what is our own choice.",
    lede: "Every text says what it rests on: an article, a table, a public ladder, or us.",
    next: (Route::Whole, "Read the whole ladder"),
};

/// The articles and the table on which the ladder was first based.
const FIRST: [&str; 6] = [
    "levels-of-technical-leadership",
    "poss-table",
    "implementers-and-integrators",
    "scaling-impact",
    "technology-leadership",
    "call-for-tech-leadership",
];
const OURS: &str = "ours";

/// Whether a level belongs to a part of the ladder.
type SourceSection = fn(LevelCode) -> bool;

/// The parts of the ladder in the table of letters.
const PARTS: [(&str, SourceSection); 4] = [
    ("Trunk", LevelCode::is_trunk),
    ("Deep", |code| {
        !code.is_trunk() && code.track() == Track::Deep
    }),
    ("Broad", |code| {
        !code.is_trunk() && code.track() == Track::Broad
    }),
    ("All", |_| true),
];

pub(crate) fn content(site: Site) -> AnyView {
    let Site { ladder, guide, .. } = site;
    let listed = |wanted: fn(&str) -> bool| {
        let sources = ladder.sources.iter().filter(|item| wanted(&item.id));
        view! { <ul class="plain-list">{sources.map(source).collect_view()}</ul> }
    };
    view! {
        <h2 id="letters">"What the letters mean"</h2>
        {letters(ladder)}
        <h3 id="counts">"How often each occurs"</h3>
        {counts(ladder)}
        <h2 id="list">"The sources"</h2>
        <h3>"The five articles and the table"</h3>
        {listed(|id| FIRST.contains(&id))}
        <h3>"Public ladders and accounts"</h3>
        {listed(|id| !FIRST.contains(&id) && id != OURS)}
        <h3>"Our own"</h3>
        {listed(|id| id == OURS)}
        <h2 id="tensions">"Where they disagree"</h2>
        {tensions(ladder, &guide.tensions)}
        <h2 id="ours">"What is ours"</h2>
        {notes(ladder, TOPIC, &guide.ours)}
        <h2 id="missing">"What was not found"</h2>
        {notes(ladder, TOPIC, &guide.missing)}
        <h2 id="licences">"Licences"</h2>
        <p>
            "Content: " <a href=ladder.licence.url.clone()>{ladder.licence.name.clone()}</a> ". "
            {ladder.licence.credit.clone()}
        </p>
        <p>"Code: MIT or Apache-2.0, as you like."</p>
    }
    .into_any()
}

fn letters(ladder: &Ladder) -> AnyView {
    let letters = ladder
        .bases
        .iter()
        .map(|note| {
            let letter = note.letter.letter();
            view! {
                <div id=format!("basis-{letter}")>
                    <dt>{letter.to_string()} " · " {note.name.clone()}</dt>
                    <dd>{note.meaning.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{letters}</dl> }.into_any()
}

/// The number of expectations with each letter, by part of the ladder.
fn counts(ladder: &Ladder) -> AnyView {
    let heads = PARTS
        .map(|(words, _)| view! { <th scope="col">{words}</th> })
        .collect_view();
    let rows = ladder
        .bases
        .iter()
        .map(|note| {
            let cells = PARTS
                .map(|(_, part)| view! { <td>{count(ladder, note.letter, part)}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{note.letter.letter().to_string()} " · " {note.name.clone()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Expectations by letter">
            <table class="titles counts">
                <caption class="visually-hidden">"Expectations by what they rest on"</caption>
                <thead><tr><th scope="col">"Expectations"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn count(ladder: &Ladder, letter: Basis, part: SourceSection) -> usize {
    let all = ladder
        .competencies
        .iter()
        .flat_map(|item| &item.expectations);
    all.filter(|(code, cell)| cell.basis == letter && part(**code))
        .count()
}

fn source(source: &Source) -> AnyView {
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url>{source.title.clone()}</a> }.into_any(),
        None => source.title.clone().into_any(),
    };
    let date = source.date.clone().map(|date| format!(", {date}"));
    view! {
        <li class="index-line" id=format!("source-{}", source.id)>
            <span>{title} ", " {source.author.clone()} {date}</span>
            <span class="soft">{source.took.clone()} ". Licence: " {source.licence.clone()} "."</span>
        </li>
    }
    .into_any()
}

/// The disagreements as a table; on a phone each becomes a block with its own labels.
fn tensions(ladder: &Ladder, tensions: &[Tension]) -> AnyView {
    const SAYS: &str = "Who says what";
    const HERE: &str = "What this ladder does";
    let rows = tensions
        .iter()
        .map(|item| {
            view! {
                <tr>
                    <th scope="row">{item.topic.clone()}</th>
                    <td data-head=SAYS>{item.disagreement.clone()} {cited(ladder, &item.sources)}</td>
                    <td data-head=HERE>{item.resolution.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Points on which the sources disagree"</caption>
            <thead>
                <tr><th scope="col">"Topic"</th><th scope="col">{SAYS}</th><th scope="col">{HERE}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Links to the sources in the list above.
fn cited(ladder: &Ladder, ids: &[String]) -> AnyView {
    let links = ids
        .iter()
        .filter_map(|id| ladder.source(id))
        .map(|source| {
            let href = format!("#source-{}", source.id);
            view! { <li><a href=href>{source.short.clone()}</a></li> }
        })
        .collect_view();
    view! { <ul class="inline-list cited">{links}</ul> }.into_any()
}
