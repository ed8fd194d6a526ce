//! `/`: what this is, for whom and from whom; the ladder as a picture; three doors; the tracks side by side.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Rung, divergences_by_weight};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::components::{LevelWords, RungSwitch};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{
    framed, left_to_right, map, scheme_switch, track_class, words_columns, words_levels, words_rows,
};
use crate::web::here::DUE;
use crate::web::site::Site;

/// How many competencies the tracks are compared in.
const COMPARED: usize = 5;

pub(crate) fn page(site: Site) -> Page {
    let ladder = site.ladder;
    let title = match site.is_default() {
        true => format!("{}: {}", site.name, headline(ladder)),
        false => ladder.name.clone(),
    };
    let about = ladder.about.clone().unwrap_or_else(|| ladder.name.clone());
    framed(site, Route::Home, title, about, || content(site))
}

/// The question or the name that a ladder's first page opens with.
fn headline(ladder: &Ladder) -> &str {
    ladder.headline.as_deref().unwrap_or(&ladder.name)
}

fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Home);
    let tagline = ladder.tagline.clone().or_else(|| ladder.about.clone());
    view! {
        <div class="first-screen">
            <div class="lede">
                <h1>{headline(ladder).to_owned()}</h1>
                <p>{tagline} {no_managers(ladder)}</p>
                {definitions(ladder)}
            </div>
            {doors(site, &here)}
            {map(site, &here, None, false)}
        </div>
        {side_by_side(site, &here)}
        {origin(site, &here)}
    }
    .into_any()
}

/// What two tracks have in common that many take for granted of one of them.
fn no_managers(ladder: &Ladder) -> Option<&'static str> {
    let none = ladder.tracks.iter().all(|track| !track.manages);
    (none && ladder.tracks.len() == 2).then_some(" Neither track manages people.")
}

/// Each track in a sentence, where there are several.
fn definitions(ladder: &Ladder) -> Option<AnyView> {
    let tracks = left_to_right(ladder).into_iter();
    let tracks = tracks.filter_map(|at| ladder.tracks.get(at));
    let lines: Vec<AnyView> = tracks
        .filter_map(|track| {
            let about = track.about.clone()?;
            Some(
                view! {
                    <div class=track_class(track)><dt>{track.name.clone()}</dt><dd>{about}</dd></div>
                }
                .into_any(),
            )
        })
        .collect();
    (lines.len() > 1).then(|| view! { <dl class="definitions">{lines}</dl> }.into_any())
}

/// What one may have come for. A door is here only where there is something behind it.
fn doors(site: Site, here: &Route) -> AnyView {
    let which = match site.is_default() && site.ladder.sides.is_some() {
        true => "Which track suits me?",
        false => "Deep or broad work?",
    };
    let doors = [
        (
            which,
            "A five-minute quiz. Your answers stay in this browser.",
            Route::Quiz,
        ),
        (
            "Where do I stand, and what next?",
            "Mark what a level expects, and find what to work on. Only you see it.",
            Route::Growth(GrowthPart::Overview),
        ),
        (
            "Prepare a growth talk",
            "What to agree on, and one sheet to print for each level.",
            Route::Talk,
        ),
    ];
    let doors = doors
        .into_iter()
        .map(|(words, what, target)| {
            view! {
                <li class="door">
                    <a href=here.link(&target)>{words}</a>
                    <span class="soft">{what}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="doors no-print" aria-label="Start here">
            <ul class="plain-list">{doors}</ul>
            <a id=DUE href=here.link(&Route::Growth(GrowthPart::Plan)) hidden>"Your plan"</a>
            <a id=enhancements::RESUME href=here.link(&Route::Results) hidden>"Your results"</a>
        </nav>
    }
    .into_any()
}

/// The tracks at one height, in the competencies that they weigh most differently; the way to the rest.
fn side_by_side(site: Site, here: &Route) -> AnyView {
    let ladder = site.ladder;
    let ranked = ladder.levels.iter().all(|level| level.rung.is_some());
    let pair = ladder
        .pair()
        .filter(|_| ranked && site.has_expectation_pages())
        .filter(|pair| !divergences_by_weight(ladder, *pair).is_empty());
    let door = view! { <a class="button" href=here.link(&Route::Matrix) data-rung="">"See the whole ladder"</a> };
    let Some(pair) = pair else {
        return view! {
            <p class="actions">
                {door}
                <a class="button" href=here.link(&Route::Levels)>"All levels"</a>
            </p>
        }
        .into_any();
    };
    let rungs: Vec<Rung> = ladder
        .apart(pair)
        .into_iter()
        .map(|(rung, _)| rung)
        .collect();
    let apart = divergences_by_weight(ladder, pair).into_iter();
    let found: Vec<&str> = apart
        .take(COMPARED)
        .map(|one| &*one.competency.id)
        .collect();
    let items = ladder.competencies.iter();
    let items: Vec<&Competency> = items.filter(|item| found.contains(&&*item.id)).collect();
    let shown = |rung: Option<Rung>| rung.is_some_and(|rung| rungs.contains(&rung));
    let mut rows = words_rows(site, here, &items, false);
    for row in &mut rows {
        row.cells.retain(|cell| shown(cell.rung));
    }
    let mut levels = words_levels(site, here);
    levels.retain(|(level, _)| shown(level.rung));
    let first = ladder.first_apart();
    let first = rungs.iter().find(|rung| **rung >= first);
    let first = first.or(rungs.last()).copied().unwrap_or_default();
    let count = match items.len() {
        1 => "competency".to_owned(),
        COMPARED => "five competencies".to_owned(),
        count => format!("{count} competencies"),
    };
    let about = match ladder.has_weights() {
        true => format!("The {count} that the tracks weigh most differently."),
        false => format!("The {count} in which the tracks differ most."),
    };
    view! {
        <section class="matrix-frame side-by-side" id="matrix" aria-labelledby="matrix-head">
            <h2 id="matrix-head">"Side by side"</h2>
            <p>{about}</p>
            <div class="matrix-bar">
                <RungSwitch
                    legend="Level"
                    rungs=rungs.clone()
                    chosen=first
                    on_choose=Callback::new(|_| ())
                />
                {scheme_switch(ladder)}
            </div>
            <LevelWords levels=levels rows=rows columns=words_columns(ladder) />
            <p>{door}</p>
        </section>
    }
    .into_any()
}

/// Whose work the ladder is, and what in it is ours.
fn origin(site: Site, here: &Route) -> Option<AnyView> {
    let credit = site.ladder.licence.as_ref()?.credit.clone()?;
    let sources = site.topics().contains(&Topic::Sources);
    let sources = sources.then(|| {
        let href = here.link(&Route::Topic(Topic::Sources));
        view! { " " <a href=href>"All sources"</a> }
    });
    Some(
        view! {
            <section class="origin">
                <h2>"Where it comes from"</h2>
                <p>{credit} {sources}</p>
            </section>
        }
        .into_any(),
    )
}
