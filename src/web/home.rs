//! `/`: one sentence, the ladder as a picture, two actions; then the matrix of a rung.

use leptos::prelude::*;

use crate::ladder::{Ladder, Rung};
use crate::route::Route;
use crate::web::components::{Matrix, RungSwitch};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{framed, map, matrix_rows, scheme_switch, stops};
use crate::web::site::Site;

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
                {tagline.map(|tagline| view! { <p>{tagline}</p> })}
            </div>
            {map(site, &here, None, false)}
            <div class="actions">
                <a class="button" href="#matrix">"Explore"</a>
                <a class="button button-first" href=here.link(&Route::Quiz)>"Take the quiz"</a>
                <span class="soft">"5 minutes · stays in this browser"</span>
                <a id=enhancements::RESUME href=here.link(&Route::Results) hidden>"Your results"</a>
            </div>
        </div>
        <section id="matrix" aria-labelledby="matrix-head">{matrix(site, &here)}</section>
    }
    .into_any()
}

/// The matrix of one rung, to choose; where heights are not known, the way to the whole of it.
fn matrix(site: Site, here: &Route) -> AnyView {
    let ladder = site.ladder;
    let whole = here.link(&Route::Matrix);
    let ranked = ladder.levels.iter().all(|level| level.rung.is_some());
    if !ranked || !site.has_expectation_pages() {
        return view! {
            <h2 id="matrix-head">"What each level asks"</h2>
            {site.has_expectation_pages().then(|| view! { <p><a href=whole>"Every competency at every level"</a></p> })}
            <p><a href=here.link(&Route::Levels)>"All levels"</a></p>
        }
        .into_any();
    }
    let schemes = ladder
        .title_schemes
        .first()
        .filter(|_| ladder.title_schemes.len() > 1);
    let about_titles = schemes.and_then(|scheme| scheme.about.clone());
    view! {
        <h2 id="matrix-head">"What each rung asks"</h2>
        <p>{intro(ladder)}</p>
        <div class="matrix-frame">
            <div class="matrix-bar">
                <RungSwitch
                    legend="Rung"
                    rungs=ladder.rungs().collect()
                    chosen=first_shown(ladder)
                    in_address=true
                    on_choose=Callback::new(|_| ())
                />
                {scheme_switch(ladder)}
            </div>
            {about_titles.map(|about| view! { <p class="soft">{about}</p> })}
            <p><a href=whole>"All rungs at once, with filters"</a></p>
            <Matrix levels=stops(site, here) rows=matrix_rows(site, here, false) />
        </div>
    }
    .into_any()
}

/// How to read the matrix: only what this ladder shows.
fn intro(ladder: &Ladder) -> String {
    let mut words = match ladder.split() {
        Some(_) => "Choose a rung and read across.".to_owned(),
        None => "Choose a rung.".to_owned(),
    };
    if ladder
        .levels
        .iter()
        .any(|level| ladder.twins(level).len() == 1)
    {
        words.push_str(" Words that only one side has stand out");
        words.push_str(match ladder.has_weights() {
            true => "; the mark beside a competency shows which track it weighs more on",
            false => "",
        });
        if let Some(rung) = ladder.weights_from.filter(|_| ladder.has_weights()) {
            words.push_str(&format!(" from rung {rung} up"));
        }
        words.push('.');
    }
    words
}

/// The rung shown where the address names none: the first above the fork, else one in the middle.
fn first_shown(ladder: &Ladder) -> Rung {
    let above = ladder.fork().map(|fork| fork + 1);
    let above = above.filter(|rung| *rung <= ladder.top());
    above.unwrap_or_else(|| ladder.top().div_ceil(2))
}
