//! `/levels/e4/risk/`: what one level expects in one competency, by itself, to be linked to.

use leptos::prelude::*;

use crate::growth::mark_id;
use crate::ladder::{Competency, Expectation, Level};
use crate::route::Route;
use crate::web::components::{ExpectationBody, LeanMark, LevelName, Station};
use crate::web::document::Page;
use crate::web::frame::{
    basis, expectation_href, framed, lean_sign, plain_text, rail_class, step_words,
};
use crate::web::ladder::level::{evidence, track_words};
use crate::web::ladder::ways::{compare_href, link_to, link_window, to_quiz};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, level: &str, id: &str) -> Option<Page> {
    let level = site.ladder.level(level)?;
    let item = site.ladder.competency(id)?;
    let cell = item.at(level)?;
    let page = framed(
        site,
        Route::Expectation(level.id.clone(), item.id.clone()),
        format!("{}, {}", item.name, level.label()),
        format!("{}: {}", level.name(), plain_text(cell)),
        || content(site, item, level, cell),
    );
    Some(page.with_image(pages::level(site, level)))
}

fn content(site: Site, item: &Competency, level: &Level, cell: &Expectation) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Expectation(level.id.clone(), item.id.clone()));
    let title = format!("{} · {}: {}", level.label(), item.name, cell.headline());
    let all = here.link(&Route::Level(level.id.clone()));
    let competency = here.link(&Route::Competency(item.id.clone()));
    let mark = || mark_id(ladder, item, level);
    view! {
        <p class="expectation-of">
            <a href=all><LevelName level=level titles=ladder.titles(level) /></a>
            {track_words(ladder, level).map(|words| view! { " " <span class="soft">{words}</span> })}
        </p>
        <h1 class="expectation-name"><a href=competency>{item.name.clone()}</a></h1>
        <p class="soft expectation-about">
            {item.about.clone()} " " <LeanMark lean=lean_sign(ladder, item) />
        </p>
        <div class="expectation-page">
            <div>
                <div class=rail_class(level) + " expectation-alone" data-set-mark=mark()>
                    <p class="gist" data-mark=mark()>{cell.headline().to_owned()}</p>
                    <ExpectationBody cell=cell.clone() />
                    {evidence(item, level)}
                </div>
                <div class="expectation-foot">
                    {basis(ladder, &here, cell.basis.as_deref(), &cell.sources)}
                    {link_to(&here, &here, title)}
                </div>
            </div>
            {beside(site, &here, item, level)}
        </div>
        {ends(site, &here, level)}
        {link_window(&here)}
    }
    .into_any()
}

/// Everything next to this expectation: the levels above, of the same height and below, then the
/// competencies before and after.
fn beside(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let twins = ladder.twins(level);
    let of = |words: &str, other: &Level| -> Option<AnyView> {
        let cell = item.at(other)?;
        let href = expectation_href(site, here, other, item);
        // A level below is where one comes from: its step is not told backwards.
        let size = ladder
            .step(item, level, other)
            .filter(|_| other.rung >= level.rung);
        let said = match item.is_shared_by(level, other) {
            true => "the same text".to_owned(),
            false => cell.headline().to_owned(),
        };
        let size = size.filter(|_| !item.is_shared_by(level, other));
        let size = size.map(|size| match other.rung == level.rung {
            true => format!("{words}; from {} {}", level.label(), step_words(size)),
            false => format!("{words}, {}", step_words(size)),
        });
        Some(
            view! {
                <li class=rail_class(other)>
                    <p class="soft">{size.unwrap_or_else(|| words.to_owned())}</p>
                    <a href=href><Station level=other /> " " {said}</a>
                </li>
            }
            .into_any(),
        )
    };
    let above = ladder
        .above(level)
        .into_iter()
        .filter_map(|other| of("Above", other));
    let twins = twins
        .into_iter()
        .filter_map(|other| of("Other track", other));
    let below = ladder
        .below(level)
        .into_iter()
        .filter_map(|other| of("Below", other));
    let levels: Vec<AnyView> = above.chain(twins).chain(below).collect();
    let at = ladder
        .competencies
        .iter()
        .position(|other| other.id == item.id);
    let at = at.unwrap_or_default();
    let said = |other: &&Competency| other.at(level).is_some();
    let before = ladder.competencies.iter().take(at).rev().find(said);
    let after = ladder.competencies.iter().skip(at + 1).find(said);
    let next = |words: &'static str, other: Option<&Competency>| {
        other.map(|other| {
            let href = expectation_href(site, here, level, other);
            view! { <li>{words} " " <a href=href>{other.name.clone()}</a></li> }
        })
    };
    view! {
        <nav class="beside no-print" aria-label="Next to this">
            <ul class="plain-list beside-levels">{levels}</ul>
            <ul class="plain-list beside-items">
                {next("Before:", before)}
                {next("After:", after)}
            </ul>
        </nav>
    }
    .into_any()
}

fn ends(site: Site, here: &Route, level: &Level) -> AnyView {
    let page = here.link(&Route::Level(level.id.clone()));
    let compare = site.has_picker().then(|| {
        view! { <a href=compare_href(here, level)>"Compare " <Station level=level /> " with …"</a> }
    });
    view! {
        <nav class="page-ends" aria-label="Where it belongs">
            <a href=page>"All of " <Station level=level /></a>
            {compare}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
