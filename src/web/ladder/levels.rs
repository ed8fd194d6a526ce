//! `/levels/` and `/competencies/`: all levels or competencies, as links with one line each.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level, Rung, Track};
use crate::route::Route;
use crate::web::components::{HorizonChart, HorizonRow, LeanMark, LevelName};
use crate::web::document::Page;
pub(crate) use crate::web::frame::capital;
use crate::web::frame::{across, framed, lean_sign, scheme_switch, track_class};
use crate::web::ladder::ways::{compare_href, next_step};
use crate::web::site::Site;

pub(crate) fn levels_page(site: Site) -> Page {
    framed(
        site,
        Route::Levels,
        "All levels",
        summary(site.ladder),
        || levels(site),
    )
}

/// How many levels there are and how they lie, in a sentence.
fn summary(ladder: &Ladder) -> String {
    let count = counted(ladder.levels.len(), "level", "levels");
    let shared = ladder
        .levels
        .iter()
        .filter(|level| level.is_shared())
        .count();
    let tracks: Vec<&str> = ladder
        .tracks
        .iter()
        .map(|track| track.short.as_str())
        .collect();
    match (tracks.as_slice(), shared) {
        ([_], _) => format!("{count} on one track."),
        (tracks, 0) => format!("{count} on {} tracks: {}.", tracks.len(), tracks.join(", ")),
        (tracks, shared) => format!(
            "{count}, {shared} of them shared; {} tracks: {}.",
            tracks.len(),
            tracks.join(", ")
        ),
    }
}

fn levels(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Levels);
    let shared: Vec<&Level> = ladder
        .levels
        .iter()
        .filter(|level| level.is_shared())
        .collect();
    let shared_part = (!shared.is_empty()).then(|| {
        view! {
            <h2>{shared_head(ladder, &shared)}</h2>
            <ol class="plain-list">{lines(site, &here, &shared)}</ol>
        }
    });
    let tracks = ladder.tracks.iter().enumerate();
    let tracks = tracks
        .map(|(at, track)| {
            let own = ladder
                .levels
                .iter()
                .filter(|level| level.track() == Some(at));
            let own: Vec<&Level> = own.collect();
            view! {
                <section class=track_class(track)>
                    <h2>{track_head(track, &own)}</h2>
                    {track.about.clone().map(|about| view! { <p class="soft">{about}</p> })}
                    <ol class="plain-list">{lines(site, &here, &own)}</ol>
                </section>
            }
        })
        .collect_view();
    let compare = match site.has_comparisons() {
        true => next_step(&here, &Route::Compare, "Compare two levels"),
        false => next_step(&here, &Route::Competencies, "All competencies"),
    };
    view! {
        <h1>"All levels"</h1>
        {ladder.about.clone().map(|about| view! { <p class="lede">{about}</p> })}
        {scheme_switch(ladder)}
        {shared_part}
        <div class="twins">{tracks}</div>
        {horizons(ladder, &here)}
        {compare}
    }
    .into_any()
}

/// How far ahead each level looks, beside its first fact; only where several levels say it in days.
fn horizons(ladder: &Ladder, here: &Route) -> Option<AnyView> {
    let mut heads = None;
    let rows: Vec<HorizonRow> = across(ladder)
        .into_iter()
        .filter_map(|level| {
            let beside = level.facts.first().filter(|fact| fact.days.is_none())?;
            let ahead = level.facts.iter().find(|fact| fact.days.is_some())?;
            heads.get_or_insert_with(|| [beside.name.clone(), ahead.name.clone()]);
            Some(HorizonRow {
                sign: level.into(),
                href: here.link(&Route::Level(level.id.clone())),
                beside: beside
                    .text
                    .clone()
                    .unwrap_or_else(|| beside.items.join(", ")),
                days: ahead.days?,
                words: ahead.text.clone().unwrap_or_default(),
            })
        })
        .collect();
    let heads = heads.filter(|_| rows.len() > 1)?;
    let words = "The axis is stretched at its start, so that days and years fit on one line.";
    Some(
        view! {
            <section>
                <h2>"How far ahead each level looks"</h2>
                <p class="no-print">{words}</p>
                <HorizonChart rows=rows heads=heads />
            </section>
        }
        .into_any(),
    )
}

/// The shared levels with their numbers, where all of them are below every split.
fn shared_head(ladder: &Ladder, levels: &[&Level]) -> String {
    let is_trunk = levels.iter().all(|level| ladder.is_trunk(level));
    match rungs_of(levels).filter(|_| is_trunk) {
        Some((low, high)) if low < high => format!("Shared levels, {low} to {high}"),
        Some((rung, _)) => format!("Shared, level {rung}"),
        None => "Shared levels".to_owned(),
    }
}

fn track_head(track: &Track, own: &[&Level]) -> String {
    let name = capital(&track.short);
    match rungs_of(own) {
        Some((low, high)) if low < high => format!("{name}, levels {low} to {high}"),
        Some((rung, _)) => format!("{name}, level {rung}"),
        None => name,
    }
}

/// The lowest and the highest rung of some levels; none where a height is unknown.
fn rungs_of(levels: &[&Level]) -> Option<(Rung, Rung)> {
    let rungs: Option<Vec<Rung>> = levels.iter().map(|level| level.rung).collect();
    let rungs = rungs?;
    Some((*rungs.iter().min()?, *rungs.iter().max()?))
}

fn lines(site: Site, here: &Route, levels: &[&Level]) -> Vec<AnyView> {
    levels
        .iter()
        .map(|level| level_line(site, here, level))
        .collect()
}

fn level_line(site: Site, here: &Route, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let href = here.link(&Route::Level(level.id.clone()));
    let compare = site.has_picker().then(|| {
        let label = format!("Compare {} with …", level.label());
        view! { <a class="quiet" href=compare_href(here, level) aria-label=label>"compare with …"</a> }
    });
    view! {
        <li class="index-line">
            <a href=href><LevelName level=level titles=ladder.titles(level) /></a>
            {compare}
            {level.question.clone().or_else(|| level.about.clone()).map(|words| view! { <span class="soft">{words}</span> })}
        </li>
    }
    .into_any()
}

/// A number with its noun: “1 level”, “9 levels”.
fn counted(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

pub(crate) fn competencies_page(site: Site) -> Page {
    let ladder = site.ladder;
    let items = counted(ladder.competencies.len(), "competency", "competencies");
    let words = match ladder.groups.len() {
        0 => format!("{items}, each from level to level."),
        groups => format!(
            "{items} in {}, each from level to level.",
            counted(groups, "group", "groups")
        ),
    };
    framed(site, Route::Competencies, "All competencies", words, || {
        competencies(site)
    })
}

fn competencies(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Competencies);
    let list = |items: Vec<&Competency>| {
        let items = items
            .into_iter()
            .map(|item| line(ladder, &here, item))
            .collect_view();
        view! { <ul class="plain-list">{items}</ul> }
    };
    let of = |group: Option<&str>| -> Vec<&Competency> {
        let items = ladder.competencies.iter();
        items
            .filter(|item| item.group.as_deref() == group)
            .collect()
    };
    let groups = ladder
        .groups
        .iter()
        .map(|group| {
            let items = of(Some(&group.id));
            let about = group
                .about
                .clone()
                .map(|about| view! { <p class="soft">{about}</p> });
            let has_some = !items.is_empty() || about.is_some();
            has_some.then(|| view! { <h2>{group.name.clone()}</h2> {about} {list(items)} })
        })
        .collect_view();
    let alone = of(None);
    let alone = (!alone.is_empty()).then(|| list(alone));
    let lede = match ladder.has_weights() {
        true => "What an engineer can be good at, and for which track it counts more.",
        false => "What one can be good at, and what each level expects of it.",
    };
    view! {
        <h1>"All competencies"</h1>
        <p class="lede">{lede}</p>
        {groups}
        {alone}
        {match site.has_expectation_pages() {
            true => next_step(&here, &Route::Matrix, "See all of them on the ladder"),
            false => next_step(&here, &Route::Levels, "All levels"),
        }}
    }
    .into_any()
}

fn line(ladder: &Ladder, here: &Route, item: &Competency) -> AnyView {
    let href = here.link(&Route::Competency(item.id.clone()));
    view! {
        <li class="index-line">
            <a href=href>{item.name.clone()}</a>
            <LeanMark lean=lean_sign(ladder, item) />
            {item.about.clone().map(|about| view! { <span class="soft">{about}</span> })}
        </li>
    }
    .into_any()
}
