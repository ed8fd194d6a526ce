//! `/levels/e4/risk/`: what one level expects in one competency, by itself, to be linked to.

use leptos::prelude::*;

use crate::ladder::{Competency, Level};
use crate::route::Route;
use crate::web::components::{LeanMark, Station};
use crate::web::document::Page;
use crate::web::frame::{expectation, expectation_href, framed, lean_sign, plain_text, rail_class};
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
        || content(site, item, level),
    );
    Some(page.with_image(pages::level(site, level)))
}

fn content(site: Site, item: &Competency, level: &Level) -> AnyView {
    let here = site.at(Route::Expectation(level.id.clone(), item.id.clone()));
    view! {
        <h1>
            <a class="station-link" href=here.link(&Route::Level(level.id.clone()))>
                <Station level=level large=true />
            </a>
            " " {item.name.clone()}
        </h1>
        {alone(site, &here, item, level)}
        {beside(site, &here, item, level)}
        {evidence(item, level)}
        {ends(site, &here, item, level)}
        {link_window(&here)}
    }
    .into_any()
}

/// Examples of the level’s own track; a shared level has none of its own.
fn evidence(item: &Competency, level: &Level) -> Option<AnyView> {
    let track = level.track()?;
    let examples: Vec<AnyView> = item
        .evidence_on(track)
        .map(|example| view! { <li>{example.to_owned()}</li> }.into_any())
        .collect();
    (!examples.is_empty())
        .then(|| view! { <h2>"What you could point to"</h2> <ul>{examples}</ul> }.into_any())
}

fn alone(site: Site, here: &Route, item: &Competency, level: &Level) -> Option<AnyView> {
    let cell = item.at(level)?;
    let title = format!("{} · {}: {}", level.label(), item.name, cell.headline());
    let body = expectation(site, here, item, level, link_to(here, here, title))?;
    Some(
        view! {
            <div class=rail_class(level) + " expectation-alone">{body}</div>
            <p class="soft">
                {item.about.clone()} " " <LeanMark lean=lean_sign(site.ladder, item) />
            </p>
        }
        .into_any(),
    )
}

/// The same competency at the same height, one step up and one step down.
fn beside(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let ladder = site.ladder;
    let twins = ladder.twins(level);
    let alone = twins.len() == 1;
    let name = |other: &Level| match (alone, other.track()) {
        (false, Some(track)) => ladder.tracks.get(track).map(|track| track.name.clone()),
        _ => None,
    };
    let twins = twins.into_iter().map(|other| {
        let words = name(other).unwrap_or_else(|| "The other track".to_owned());
        (words, other)
    });
    let is_next = |other: &Level| match (level.rung, other.rung) {
        (Some(here), Some(there)) => here.abs_diff(there) == 1,
        _ => false,
    };
    let step = |one: &str, more: &str, other: &Level| match is_next(other) {
        true => one.to_owned(),
        false => more.to_owned(),
    };
    let above = ladder.above(level).into_iter();
    let above = above.map(|other| (step("One rung up", "The next level", other), other));
    let below = ladder.below(level).into_iter();
    let below = below.map(|other| (step("One rung down", "The level below", other), other));
    let others: Vec<AnyView> = twins
        .chain(above)
        .chain(below)
        .filter_map(|(words, other)| {
            let cell = item.at(other)?;
            let href = expectation_href(site, here, other, item);
            Some(
                view! {
                    <section class=rail_class(other)>
                        <h2 class="small-head">{words}</h2>
                        <p>
                            <a href=href>
                                <Station level=other /> " " {cell.headline().to_owned()}
                            </a>
                        </p>
                        <p class="soft">{other.name()}</p>
                    </section>
                }
                .into_any(),
            )
        })
        .collect();
    view! { <div class="beside">{others}</div> }.into_any()
}

fn ends(site: Site, here: &Route, item: &Competency, level: &Level) -> AnyView {
    let competency = here.link(&Route::Competency(item.id.clone()));
    let competency = format!("{competency}#{}", level.id);
    let page = format!("{}#{}", here.link(&Route::Level(level.id.clone())), item.id);
    let compare = site.has_picker().then(|| {
        view! { <a href=compare_href(here, level)>"Compare " <Station level=level /> " with …"</a> }
    });
    view! {
        <nav class="page-ends" aria-label="Where it belongs">
            <a href=page>"All of " <Station level=level /></a>
            <a href=competency>"This competency at every level"</a>
            {compare}
            {to_quiz(site, here)}
        </nav>
    }
    .into_any()
}
