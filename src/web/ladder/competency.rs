//! `/competencies/risk/`: how one competency grows from level to level, on a path that parts as the
//! tracks do.

use leptos::prelude::*;

use crate::ladder::{Absence, Competency, Ladder, Level, Track};
use crate::route::{Route, Topic};
use crate::web::components::{ExpectationBody, LeanMark, Station, StepSign, hue_class};
use crate::web::document::Page;
use crate::web::frame::{
    absence, basis, columns, expectation_href, framed, lean_sign, rail_class, step_words,
    track_class,
};
use crate::web::ladder::level::said;
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
    view! {
        <div class="competency-head">
            <div>
                <h1>{item.name.clone()}</h1>
                {item.about.clone().map(|about| view! { <p class="lede">{about}</p> })}
                {neighbours(ladder, &here, item)}
            </div>
            {weights(ladder, item)}
        </div>
        <h2>"How this grows"</h2>
        {(!item.has_cells()).then(|| {
            // Other pages lead to the place of a level here.
            let places = ladder.levels.iter();
            places.map(|level| view! { <span id=level.id.clone()></span> }).collect_view()
        })}
        {steps(item, "h3")}
        {item.has_cells().then(|| path(site, &here, item))}
        {evidence(ladder, item)}
        {ideas(ladder, &here, item)}
        {links(item)}
        <nav class="page-ends" aria-label="Next step">
            {link_to(&here, &here, item.name.clone())}
            {to_quiz(site, &here)}
        </nav>
        {link_window(&here)}
    }
    .into_any()
}

/// How much it counts on each track, as bars; nothing where the ladder does not say.
fn weights(ladder: &Ladder, item: &Competency) -> Option<AnyView> {
    let bars: Vec<AnyView> = ladder
        .tracks
        .iter()
        .enumerate()
        .filter_map(|(at, track)| {
            let weight = item.weight(at)?;
            let parts = (1..=3_u8)
                .map(|part| view! { <i class=if part <= weight { "full" } else { "" }></i> })
                .collect_view();
            Some(
                view! {
                    <div class=hue_class(Some(track.hue))>
                        <dt>{track.name.clone()}</dt>
                        <dd><span class="weight-bar" aria-hidden="true">{parts}</span> {format!("{weight} of 3")}</dd>
                    </div>
                }
                .into_any(),
            )
        })
        .collect();
    let from = ladder
        .weights_from
        .map(|rung| format!(" from level {rung} up"));
    (!bars.is_empty()).then(|| {
        view! {
            <section class="weighs" aria-label="How much it counts">
                <p class="soft">"How much it counts" {from}</p>
                <dl>{bars}</dl>
                <LeanMark lean=lean_sign(ladder, item) />
            </section>
        }
        .into_any()
    })
}

/// What each step means, where levels do not say it, with headings of a rank.
pub(super) fn steps(item: &Competency, heading: &'static str) -> Vec<AnyView> {
    let steps = item.steps.iter().map(|step| {
        let name = step.headline().to_owned();
        let head = match heading {
            "h3" => view! { <h3>{name}</h3> }.into_any(),
            _ => view! { <h4>{name}</h4> }.into_any(),
        };
        view! { <section>{head} <ExpectationBody cell=step.clone() /></section> }.into_any()
    });
    steps.collect()
}

/// The path: height by height where heights are known, else level by level.
fn path(site: Site, here: &Route, item: &Competency) -> AnyView {
    let ladder = site.ladder;
    let known = ladder.levels.iter().all(|level| level.rung.is_some());
    let rows: Vec<Vec<&Level>> = match known {
        true => ladder.rungs().map(|rung| ladder.at(rung)).collect(),
        false => columns(ladder)
            .into_iter()
            .map(|level| vec![level])
            .collect(),
    };
    let is_part = |level: &&Level| item.absence(level) != Some(Absence::OtherTrack);
    let rows = rows
        .into_iter()
        .map(|row| {
            let mut places: Vec<Vec<&Level>> = Vec::new();
            for level in row.into_iter().filter(is_part) {
                let same = |place: &&mut Vec<&Level>| {
                    place.iter().any(|other| item.is_shared_by(other, level))
                };
                match places.iter_mut().find(same) {
                    Some(place) => place.push(level),
                    None => places.push(vec![level]),
                }
            }
            let apart = places.len() > 1;
            let class = if apart {
                "path-step path-apart"
            } else {
                "path-step"
            };
            let cells: Vec<AnyView> = places
                .iter()
                .filter_map(|levels| step(site, here, item, levels))
                .collect();
            (!cells.is_empty()).then(|| view! { <li class=class>{cells}</li> })
        })
        .collect_view();
    view! { <ol class="grows plain-list">{rows}</ol> }.into_any()
}

/// What one level expects, or several of one height that have one text.
fn step(site: Site, here: &Route, item: &Competency, levels: &[&Level]) -> Option<AnyView> {
    let ladder = site.ladder;
    let level = *levels.first()?;
    let class = rail_class(level);
    let ids: Vec<AnyView> = levels
        .iter()
        .skip(1)
        .map(|other| view! { <span id=other.id.clone()></span> }.into_any())
        .collect();
    let stations: Vec<AnyView> = levels
        .iter()
        .map(|level| view! { <Station level=*level /> " " }.into_any())
        .collect();
    let Some(cell) = item.at(level) else {
        let why = item.absence(level).unwrap_or(Absence::NotWritten);
        return Some(
            view! {
                <section class=class + " path-level absent" id=level.id.clone()>
                    <p class="path-line">{stations} <span class="soft">{absence(why)}</span></p>
                </section>
            }
            .into_any(),
        );
    };
    let size = ladder.change(item, level);
    let size =
        size.map(|size| view! { <StepSign size=size.into() words=step_words(size.into()) /> });
    let pages: Vec<AnyView> = levels
        .iter()
        .map(|level| {
            let own = expectation_href(site, here, level, item);
            let words = format!("{} at {}", item.name, level.label());
            view! { <a href=own>{words}</a> }.into_any()
        })
        .collect();
    let opened = view! {
        <details class=class + " path-level opens open-in-print" id=level.id.clone()>
            <summary>
                {stations}
                <span class="path-headline">{cell.headline().to_owned()}</span>
                {size}
                {ids}
            </summary>
            {said(item, level)}
            {basis(ladder, here, cell.basis.as_deref(), &cell.sources)}
            <p class="headline-more">{pages}</p>
        </details>
    };
    // Two tracks that share a text have a rail each.
    Some(match levels {
        [_, other] => {
            let class = format!("path-both {}", hue_class(other.hue));
            view! { <div class=class>{opened}</div> }.into_any()
        }
        _ => opened.into_any(),
    })
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
                "Good evidence has three parts: something to look at, what would have happened otherwise, and someone who saw it."
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

/// Links to the previous and the next competency.
fn neighbours(ladder: &Ladder, here: &Route, item: &Competency) -> AnyView {
    let mut items = ladder.competencies.iter();
    let at = items.position(|other| other.id == item.id);
    let step = |label: &'static str, at: Option<usize>| {
        at.and_then(|at| ladder.competencies.get(at)).map(|other| {
            let href = here.link(&Route::Competency(other.id.clone()));
            view! { <li>{label} " " <a href=href>{other.name.clone()}</a></li> }
        })
    };
    view! {
        <nav class="level-steps" aria-label="Neighbouring competencies">
            <ul class="inline-list">
                {step("Before:", at.and_then(|at| at.checked_sub(1)))}
                {step("After:", at.map(|at| at + 1))}
            </ul>
        </nav>
    }
    .into_any()
}
