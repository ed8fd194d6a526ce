//! The sources: the letters, the list of sources, their disagreements, this site's own contribution,
//! and the licences.

use leptos::prelude::*;

use crate::guide::{Guide, Tension};
use crate::ladder::{Ladder, Level, Licence, Source};
use crate::route::{Route, Topic};
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{OURS, capital, notes, short_name};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Sources);

pub(crate) const INTRO: Intro = Intro {
    title: "Sources",
    line: "What the ladder rests on, and its licence.",
    lede: "Look up who says what before you rely on it.",
    tags: "references bibliography licence letters stated derived ours who says so",
};

/// What is there besides with a guide.
pub(crate) const LINE_OF_GUIDE: &str = "What every text rests on, who says what, where the sources disagree, and what is our own choice.";
pub(crate) const LEDE_OF_GUIDE: &str = "Every text says what it rests on: these sources, or us.";

pub(crate) fn content(site: Site) -> Vec<Part> {
    let ladder = site.ladder;
    let here = site.at(HERE);
    let of_letters = view! {
        {letters(ladder)}
        <h3 id="counts">"How often each occurs"</h3>
        {counts(ladder)}
    };
    let licences = view! {
        {ladder.licence.as_ref().map(licence)}
        <p>"Code: MIT or Apache-2.0, whichever you prefer."</p>
    };
    let first = [
        Part::open("letters", "What the letters mean", of_letters.into_any())
            .unless(ladder.bases.is_empty()),
        sources(ladder).map(|list| Part::open("list", "The sources", list)),
    ];
    let of_guide = site.guide.map(|guide| of_guide(ladder, guide, &here));
    first
        .into_iter()
        .flatten()
        .chain(of_guide.into_iter().flatten())
        .chain([Part::open("licences", "Licences", licences.into_any())])
        .collect()
}

/// What only a guide says.
fn of_guide(ladder: &Ladder, guide: &Guide, here: &Route) -> [Part; 3] {
    [
        Part::folded(
            "tensions",
            "Where they disagree",
            "Who says what, and what this ladder does.",
            tensions(ladder, &guide.tensions),
        ),
        Part::folded(
            "ours",
            "What is ours",
            "Our own choices, without a source.",
            notes(ladder, here, &guide.ours),
        ),
        Part::folded(
            "missing",
            "What was not found",
            "What we looked for, and why an entry may be incomplete.",
            notes(ladder, here, &guide.missing),
        ),
    ]
}

fn licence(licence: &Licence) -> AnyView {
    let name = match licence.url.clone() {
        Some(url) => view! { <a href=url>{licence.name.clone()}</a> }.into_any(),
        None => licence.name.clone().into_any(),
    };
    view! { <p>"Content: " {name} ". " {licence.credit.clone()}</p> }.into_any()
}

// Letters ---------------------------------------------------------------------------------------

fn letters(ladder: &Ladder) -> AnyView {
    let letters = ladder
        .bases
        .iter()
        .map(|note| {
            let letter = note.letter.clone();
            view! {
                <div id=format!("basis-{}", note.letter)>
                    <dt>{letter} " · " {note.name.clone()}</dt>
                    <dd>{note.meaning.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{letters}</dl> }.into_any()
}

/// A part of the ladder in the table of letters.
#[derive(Clone, Copy)]
enum Column {
    /// The levels that tracks share.
    Shared,
    /// The levels of one track alone.
    Own(usize),
    /// All levels.
    All,
}

impl Column {
    fn has(self, level: &Level) -> bool {
        match self {
            Self::Shared => level.is_shared(),
            Self::Own(track) => level.track() == Some(track),
            Self::All => true,
        }
    }
}

/// The parts that the ladder has, each with its name.
fn columns(ladder: &Ladder) -> Vec<(String, Column)> {
    let own = ladder.tracks.iter().enumerate();
    let own = own.map(|(i, track)| (capital(&track.short), Column::Own(i)));
    let mut parts = vec![("Shared".to_owned(), Column::Shared)];
    parts.extend(own);
    parts.retain(|(_, part)| ladder.levels.iter().any(|level| part.has(level)));
    // Of a ladder in one part, that part is all.
    if parts.len() < 2 {
        parts.clear();
    }
    parts.push(("All".to_owned(), Column::All));
    parts
}

/// How many expectations of each part rest on each letter.
fn counts(ladder: &Ladder) -> AnyView {
    let parts = columns(ladder);
    let heads = parts
        .iter()
        .map(|(words, _)| view! { <th scope="col">{words.clone()}</th> })
        .collect_view();
    let rows = ladder
        .bases
        .iter()
        .map(|note| {
            let cells = parts
                .iter()
                .map(|(_, part)| view! { <td>{count(ladder, &note.letter, *part)}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{note.letter.clone()} " · " {note.name.clone()}</th>
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

fn count(ladder: &Ladder, letter: &str, part: Column) -> usize {
    let levels = ladder.levels.iter().filter(|level| part.has(level));
    let items = ladder.competencies.iter();
    levels
        .flat_map(|level| items.clone().filter_map(move |item| item.at(level)))
        .filter(|cell| cell.basis.as_deref() == Some(letter))
        .count()
}

// Sources ---------------------------------------------------------------------------------------

/// The sources in groups: what competencies and levels come from, what was consulted besides, and
/// the author of the ladder.
fn sources(ladder: &Ladder) -> Option<AnyView> {
    let (ours, others): (Vec<&Source>, Vec<&Source>) =
        ladder.sources.iter().partition(|source| source.id == OURS);
    let (first, also): (Vec<&Source>, Vec<&Source>) = others
        .into_iter()
        .partition(|source| is_ground(ladder, &source.id));
    let mut groups = vec![
        ("What the ladder rests on", first),
        ("Also consulted", also),
        ("Our own", ours),
    ];
    groups.retain(|(_, sources)| !sources.is_empty());
    let is_one = groups.len() == 1;
    let lists = groups
        .into_iter()
        .map(|(head, sources)| {
            let lines = sources.into_iter().map(source).collect_view();
            view! {
                {(!is_one).then(|| view! { <h3>{head}</h3> })}
                <ul class="plain-list">{lines}</ul>
            }
        })
        .collect_view();
    (!ladder.sources.is_empty()).then(|| view! { {lists} }.into_any())
}

/// Whether the idea of a competency or a level comes from a source.
fn is_ground(ladder: &Ladder, id: &str) -> bool {
    let ideas = ladder.competencies.iter().flat_map(|item| &item.ideas);
    let levels = ladder.levels.iter().flat_map(|level| &level.sources);
    ideas
        .map(|idea| &idea.source)
        .chain(levels)
        .any(|source| source == id)
}

fn source(source: &Source) -> AnyView {
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url>{source.title.clone()}</a> }.into_any(),
        None => source.title.clone().into_any(),
    };
    let author = source.author.as_ref().map(|author| format!(", {author}"));
    let date = source.date.as_ref().map(|date| format!(", {date}"));
    let took = source.took.as_ref().map(|took| format!("{took}. "));
    let licence = source.licence.as_ref();
    let licence = licence.map(|licence| format!("Licence: {licence}."));
    let more = took.is_some() || licence.is_some();
    view! {
        <li class="index-line" id=format!("source-{}", source.id)>
            <span>{title} {author} {date}</span>
            {more.then(|| view! { <span class="soft">{took} {licence}</span> })}
        </li>
    }
    .into_any()
}

// Tensions --------------------------------------------------------------------------------------

/// The points of disagreement as a table; on a phone each becomes a block with its own labels.
fn tensions(ladder: &Ladder, tensions: &[Tension]) -> AnyView {
    const SAYS: &str = "Who says what";
    const DOES: &str = "What this ladder does";
    let rows = tensions
        .iter()
        .map(|item| {
            view! {
                <tr>
                    <th scope="row">{item.topic.clone()}</th>
                    <td data-head=SAYS>{item.disagreement.clone()} {cited(ladder, &item.sources)}</td>
                    <td data-head=DOES>{item.resolution.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Points on which the sources disagree"</caption>
            <thead>
                <tr><th scope="col">"Topic"</th><th scope="col">{SAYS}</th><th scope="col">{DOES}</th></tr>
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
            view! { <li><a href=href>{short_name(source).to_owned()}</a></li> }
        })
        .collect_view();
    view! { <ul class="inline-list cited">{links}</ul> }.into_any()
}
