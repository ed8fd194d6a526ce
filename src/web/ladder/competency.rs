//! `/competencies/risk/`: one competency from level to level, rung by rung, with evidence.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level, Track};
use crate::route::{Route, Topic};
use crate::web::components::{LeanMark, Station};
use crate::web::document::Page;
use crate::web::frame::{
    absence, columns, expectation, framed, lean_sign, rail_class, track_class,
};
use crate::web::ladder::ways::{link_to, link_window, to_quiz};
use crate::web::site::Site;

pub(crate) fn page(site: Site, id: &str) -> Option<Page> {
    let item = site.ladder.competency(id)?;
    let about = item.about.as_deref().unwrap_or(&item.name);
    Some(framed(
        site,
        Route::Competency(item.id.clone()),
        item.name.clone(),
        format!("{about} What it expects from level to level, with examples of evidence."),
        || content(site, item),
    ))
}

fn content(site: Site, item: &Competency) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Competency(item.id.clone()));
    let evidence = evidence(ladder, item);
    view! {
        <h1>{item.name.clone()}</h1>
        {item.about.clone().map(|about| view! { <p class="lede">{about}</p> })}
        <p>
            <LeanMark lean=lean_sign(ladder, item) /> " " <span class="soft">{weights(ladder, item)}</span> " "
            {link_to(&here, &here, item.name.clone())}
        </p>
        {levels(site, &here, item)}
        {evidence}
        {ideas(ladder, &here, item)}
        {links(item)}
        {ends(site, &here, item)}
        {link_window(&here)}
    }
    .into_any()
}

/// Rung by rung where heights are known, else level by level.
fn levels(site: Site, here: &Route, item: &Competency) -> AnyView {
    let ladder = site.ladder;
    let known = ladder.levels.iter().all(|level| level.rung.is_some());
    let rows: Vec<Vec<&Level>> = match known {
        true => ladder.rungs().map(|rung| ladder.at(rung)).collect(),
        false => columns(ladder)
            .into_iter()
            .map(|level| vec![level])
            .collect(),
    };
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells: Vec<AnyView> = row
                .into_iter()
                .filter_map(|level| cell(site, here, item, level))
                .collect();
            (!cells.is_empty()).then(|| view! { <li class="rung twins">{cells}</li> })
        })
        .collect_view();
    let head = if known {
        "Rung by rung"
    } else {
        "Level by level"
    };
    view! {
        <h2>{head}</h2>
        <ol class="rungs plain-list">{rows}</ol>
    }
    .into_any()
}

/// How much it counts, in a sentence; nothing where the ladder does not say.
fn weights(ladder: &Ladder, item: &Competency) -> Option<String> {
    let weighed: Vec<String> = ladder
        .tracks
        .iter()
        .enumerate()
        .filter_map(|(at, track)| {
            let weight = item.weight(at)?;
            Some(format!("{weight} of 3 on the {} track", track.short))
        })
        .collect();
    let (last, rest) = weighed.split_last()?;
    let list = match rest.is_empty() {
        true => last.clone(),
        false => format!("{} and {last}", rest.join(", ")),
    };
    Some(match ladder.weights_from {
        Some(rung) => format!("From rung {rung} up it weighs {list}."),
        None => format!("It weighs {list}."),
    })
}

fn cell(site: Site, here: &Route, item: &Competency, level: &Level) -> Option<AnyView> {
    let class = rail_class(level);
    let href = format!("{}#{}", here.link(&Route::Level(level.id.clone())), item.id);
    let label = level.label().to_owned();
    let body = match item.absence(level) {
        None => {
            let cell = item.at(level)?;
            let title = format!("{label} · {}: {}", item.name, cell.headline());
            let own = Route::Expectation(level.id.clone(), item.id.clone());
            let link = site
                .has_expectation_pages()
                .then(|| link_to(here, &own, title))
                .into_any();
            expectation(site, here, item, level, link)?
        }
        Some(crate::ladder::Absence::OtherTrack) => return None,
        Some(why) => view! { <p class="absent soft">{absence(why)}</p> }.into_any(),
    };
    Some(
        view! {
            <section class=class id=level.id.clone() aria-label=format!("At {label}")>
                <a class="cell-code" href=href aria-label=format!("{label}, all of the level")>
                    <Station level=level />
                </a>
                {body}
            </section>
        }
        .into_any(),
    )
}

/// What one could point to: on any track, and on each; nothing where the ladder has no examples.
fn evidence(ladder: &Ladder, item: &Competency) -> Option<AnyView> {
    let list = |examples: &[String]| {
        let examples = examples.iter();
        examples
            .map(|example| view! { <li>{example.clone()}</li> })
            .collect_view()
    };
    let all = (!item.evidence.is_empty()).then(|| view! { <ul>{list(&item.evidence)}</ul> });
    let on = |at: usize, track: &Track| {
        let examples = item
            .evidence_on
            .get(at)
            .filter(|examples| !examples.is_empty())?;
        Some(
            view! {
                <section class=track_class(track)>
                    <h3>{track.name.clone()}</h3>
                    <ul>{list(examples)}</ul>
                </section>
            }
            .into_any(),
        )
    };
    let tracks = ladder.tracks.iter().enumerate();
    let tracks: Vec<AnyView> = tracks.filter_map(|(at, track)| on(at, track)).collect();
    (all.is_some() || !tracks.is_empty()).then(|| {
        view! {
            <h2>"What you could point to"</h2>
            <p class="soft">
                "Ask for three things: something to look at, what would have happened otherwise, and somebody who saw it."
            </p>
            {all}
            <div class="twins">{tracks}</div>
        }
        .into_any()
    })
}

fn ideas(ladder: &Ladder, here: &Route, item: &Competency) -> Option<AnyView> {
    let ideas = item
        .ideas
        .iter()
        .map(|idea| {
            let source = ladder
                .source(&idea.source)
                .map(|source| source.title.clone());
            let sources = here.link(&Route::Topic(Topic::Sources));
            let href = format!("{sources}#source-{}", idea.source);
            view! { <li>{idea.idea.clone()} " (" <a href=href>{source}</a> ")"</li> }
        })
        .collect_view();
    (!item.ideas.is_empty())
        .then(|| view! { <h2>"Where it comes from"</h2> <ul>{ideas}</ul> }.into_any())
}

fn links(item: &Competency) -> Option<AnyView> {
    let links = item
        .links
        .iter()
        .map(|link| view! { <li><a href=link.url.clone() rel="noreferrer">{link.name.clone()}</a></li> })
        .collect_view();
    (!item.links.is_empty()).then(|| view! { <h2>"Read on"</h2> <ul>{links}</ul> }.into_any())
}

/// Links to the previous and the next competency, and to the quiz.
fn ends(site: Site, here: &Route, item: &Competency) -> AnyView {
    let ladder = site.ladder;
    let mut items = ladder.competencies.iter();
    let at = items.position(|other| other.id == item.id);
    let step = |label: &'static str, at: Option<usize>| {
        at.and_then(|at| ladder.competencies.get(at)).map(|other| {
            let href = here.link(&Route::Competency(other.id.clone()));
            view! { <a href=href>{label} " " {other.name.clone()}</a> }
        })
    };
    view! {
        <nav class="page-ends" aria-label="Neighbouring competencies">
            {step("Before:", at.and_then(|at| at.checked_sub(1)))}
            {step("After:", at.map(|at| at + 1))}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
