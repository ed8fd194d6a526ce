//! `/levels/e4/`: one level with its facts and expectations, those of the same height beside it.

use leptos::prelude::*;

use crate::ladder::{Absence, Band, Competency, Ladder, Level};
use crate::route::Route;
use crate::web::components::{Fact, Facts, LeanMark, LevelName, Station};
use crate::web::document::Page;
use crate::web::frame::{
    absence, basis, basis_mark, counterpart, expectation, expectation_href, framed, lean_sign, map,
    rail_class, scheme_switch,
};
use crate::web::ladder::ways::{compare_href, link_to, link_window, to_quiz};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, id: &str) -> Option<Page> {
    let level = site.ladder.level(id)?;
    let said = [level.about.as_deref(), level.question.as_deref()];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    let description = match said.is_empty() {
        true => level.name(),
        false => said.join(" "),
    };
    let page = framed(
        site,
        Route::Level(level.id.clone()),
        level.name(),
        description,
        || content(site, level),
    );
    Some(page.with_image(pages::level(site, level)))
}

fn content(site: Site, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Level(level.id.clone()));
    let twin = counterpart(ladder, level);
    let expectations = ladder
        .competencies
        .iter()
        .filter_map(|item| competency(site, &here, item, level, twin))
        .collect_view();
    let adds = ladder.adds.then_some("A level adds to the ones below.");
    let note = ladder.note.clone().or_else(|| adds.map(str::to_owned));
    view! {
        <div class="level-head">
            <div>
                <h1>
                    <LevelName level=level titles=ladder.titles(level) large=true />
                </h1>
                {level.about.clone().map(|about| view! { <p class="lede">{about}</p> })}
                {level.question.clone().map(|asked| view! { <p class="question-of-level">{asked}</p> })}
                {standing(ladder, level).map(|words| view! { <p class="soft">{words}</p> })}
                {scheme_switch(ladder)}
                {compare_with(site, &here, level)}
            </div>
            {map(site, &here, Some(level), true)}
        </div>
        <div class="twins">
            {about(ladder, &here, level, true)}
            {twin.map(|twin| about(ladder, &here, twin, false))}
        </div>
        {others(ladder, &here, level)}
        <h2>"What it asks"</h2>
        {note.map(|note| view! { <p class="soft">{note}</p> })}
        {expectations}
        {ends(site, &here, level)}
        {link_window(&here)}
    }
    .into_any()
}

/// The comparisons that most readers want, and the way to any other.
fn compare_with(site: Site, here: &Route, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let twins = ladder.twins(level);
    let alone = twins.len() == 1;
    let name = |other: &Level| match (alone, other.track()) {
        (false, Some(track)) => ladder.tracks.get(track).map(|track| track.short.clone()),
        _ => None,
    };
    let twins = twins.into_iter().map(|other| {
        let words = name(other).unwrap_or_else(|| "its twin".to_owned());
        (words, other)
    });
    let above = ladder.above(level).into_iter();
    let above = above.map(|other| ("the next level".to_owned(), other));
    let below = ladder.below(level).into_iter();
    let below = below.map(|other| ("the level below".to_owned(), other));
    let links: Vec<AnyView> = twins
        .chain(above)
        .chain(below)
        .filter(|(_, other)| site.compares(level, other))
        .map(|(words, other)| {
            let href = here.link(&Route::Pair(level.id.clone(), other.id.clone()));
            view! { <li><a href=href>{words} " " <Station level=other /></a></li> }.into_any()
        })
        .collect();
    let any = site
        .has_picker()
        .then(|| view! { <li><a href=compare_href(here, level)>"any level …"</a></li> });
    let has_some = any.is_some() || !links.is_empty();
    view! {
        <div class="compare-with">
            {has_some.then(|| view! { <span class="soft">"Compare with"</span> })}
            <ul class="inline-list">{links} {any}</ul>
            {link_to(here, here, level.label().to_owned())}
        </div>
    }
    .into_any()
}

/// How this level is related to the others of its height, in a sentence; nothing where the ladder
/// does not say how high it is, or has one track.
fn standing(ladder: &Ladder, level: &Level) -> Option<String> {
    let rung = level.rung?;
    let split = ladder.split()?;
    let words = match ladder.free_up_to {
        _ if ladder.is_trunk(level) && level.tracks.len() == ladder.tracks.len() => {
            return Some(format!(
                "Up to rung {} all tracks climb the same path.",
                split - 1
            ));
        }
        _ if level.is_shared() => "More than one track has this level.",
        _ if ladder.twins(level).is_empty() => return None,
        Some(fork) if rung < fork => {
            return Some(format!(
                "At rung {rung} the tracks have a level each, and one may move between them freely."
            ));
        }
        Some(fork) if rung == fork && fork < ladder.top() => {
            "The fork: the last rung at which one may move between the tracks freely."
        }
        _ => "Here the tracks run side by side. Same number, same height.",
    };
    Some(words.to_owned())
}

/// Facts, bands and points of a level, in this order.
pub(crate) fn facts(level: &Level) -> Vec<Fact> {
    let facts = level.facts.iter().map(|fact| Fact {
        term: fact.name.clone(),
        value: fact.text.clone().unwrap_or_default(),
        items: fact.items.clone(),
        basis: None,
    });
    let bands = level
        .bands
        .iter()
        .map(|band| plain(&band.name, band_text(band)));
    let points = level
        .points
        .map(|points| plain("Points from", points.to_string()));
    facts.chain(bands).chain(points).collect()
}

fn about(ladder: &Ladder, here: &Route, level: &Level, own: bool) -> Option<AnyView> {
    let mut facts = facts(level);
    for (fact, file) in facts.iter_mut().zip(&level.facts) {
        fact.basis = basis_mark(ladder, here, file.basis.as_deref(), &file.sources);
    }
    if facts.is_empty() {
        return None;
    }
    let head = if own {
        view! { <h2>"This level"</h2> }.into_any()
    } else {
        view! {
            <h2>
                <a href=here.link(&Route::Level(level.id.clone()))>
                    "Its twin, " <LevelName level=level titles=ladder.titles(level) />
                </a>
            </h2>
        }
        .into_any()
    };
    let question = level.question.clone().filter(|_| !own);
    Some(
        view! {
            <section class=rail_class(level)>
                {head}
                {question.map(|asked| view! { <p class="question-of-level">{asked}</p> })}
                <Facts facts=facts />
                {basis(ladder, here, level.basis.as_deref(), &level.sources)}
            </section>
        }
        .into_any(),
    )
}

fn plain(term: &str, value: String) -> Fact {
    Fact {
        term: term.to_owned(),
        value,
        items: Vec::new(),
        basis: None,
    }
}

fn band_text(band: &Band) -> String {
    match (&band.text, band.points) {
        (Some(text), Some(points)) => format!("{text} (from {points} points)"),
        (Some(text), None) => text.clone(),
        (None, Some(points)) => format!("from {points} points"),
        (None, None) => "–".to_owned(),
    }
}

/// The levels of this height, where they are more than one: they cannot all be set beside.
fn others(ladder: &Ladder, here: &Route, level: &Level) -> Option<AnyView> {
    let twins = ladder.twins(level);
    let links: Vec<AnyView> = twins
        .iter()
        .map(|other| {
            let href = here.link(&Route::Level(other.id.clone()));
            view! { <li><a href=href><LevelName level=*other titles=ladder.titles(other) /></a></li> }
                .into_any()
        })
        .collect();
    (links.len() > 1).then(|| {
        view! {
            <h2>"At the same height"</h2>
            <ul class="inline-list">{links}</ul>
        }
        .into_any()
    })
}

fn competency(
    site: Site,
    here: &Route,
    item: &Competency,
    level: &Level,
    twin: Option<&Level>,
) -> Option<AnyView> {
    // What belongs to other tracks alone is not part of this page.
    if item.absence(level) == Some(Absence::OtherTrack) {
        return None;
    }
    let own = cell(site, here, item, level);
    let twin = twin.and_then(|twin| {
        (item.absence(twin) != Some(Absence::OtherTrack)).then(|| cell(site, here, item, twin))
    });
    let href = format!(
        "{}#{}",
        here.link(&Route::Competency(item.id.clone())),
        level.id
    );
    Some(
        view! {
            <section class="competency" id=item.id.clone()>
                <h3>
                    <a href=href>{item.name.clone()}</a>
                    " "
                    <LeanMark lean=lean_sign(site.ladder, item) />
                </h3>
                <div class="twins">{own} {twin}</div>
            </section>
        }
        .into_any(),
    )
}

fn cell(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let label = level.label();
    let Some(found) = item.at(level) else {
        let why = item.absence(level).unwrap_or(Absence::NotWritten);
        return view! {
            <div class=rail_class(level)>
                <span class="cell-code"><Station level=level /></span>
                <p class="absent soft">{absence(why)}</p>
            </div>
        }
        .into_any();
    };
    let own = Route::Expectation(level.id.clone(), item.id.clone());
    let title = format!("{label} · {}: {}", item.name, found.headline());
    let has_page = site.has_expectation_pages();
    let link = has_page.then(|| link_to(here, &own, title)).into_any();
    let code = match has_page {
        true => {
            let words = format!("{label}, {}: this expectation by itself", item.name);
            let href = expectation_href(site, here, level, item);
            view! { <a class="cell-code" href=href aria-label=words><Station level=level /></a> }
                .into_any()
        }
        false => view! { <span class="cell-code"><Station level=level /></span> }.into_any(),
    };
    view! {
        <div class=rail_class(level)>
            {code}
            {expectation(site, here, item, level, link)}
        </div>
    }
    .into_any()
}

/// The next levels up and down, and the quiz.
fn ends(site: Site, here: &Route, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let step = |label: &'static str, levels: Vec<&Level>| {
        let links = levels.into_iter().map(|to| {
            let href = here.link(&Route::Level(to.id.clone()));
            view! { <a href=href>{label} " " <Station level=to /></a> }
        });
        links.collect_view()
    };
    view! {
        <nav class="page-ends" aria-label="Neighbouring levels">
            {step("Below:", ladder.below(level))}
            {step("Above:", ladder.above(level))}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
