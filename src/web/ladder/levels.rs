//! `/levels/` and `/competencies/`: all levels or competencies, as links with one line each.

use leptos::prelude::*;

use crate::ladder::{Ladder, Level, LevelCode, Track};
use crate::route::Route;
use crate::web::components::{LeanMark, LevelTitle, Station};
use crate::web::document::Page;
use crate::web::frame::{framed, scheme_switch, titles};
use crate::web::ladder::ways::{compare_href, next_step};
use crate::web::site::Site;

pub(crate) fn levels_page(site: Site) -> Page {
    framed(
        Route::Levels,
        "All levels",
        "Fourteen levels: one trunk from T1 to T4, two labels at rungs 5 and 6, two rails from 7 to 9.",
        || levels(site.ladder),
    )
}

fn levels(ladder: &Ladder) -> AnyView {
    let part = |wanted: fn(LevelCode) -> bool| {
        ladder
            .levels
            .iter()
            .filter(|level| wanted(level.code))
            .map(|level| level_line(ladder, level))
            .collect_view()
    };
    let tagline = |track| ladder.track(track).map(|note| note.tagline.clone());
    view! {
        <h1>"All levels"</h1>
        <p class="lede">{ladder.about.clone()}</p>
        {scheme_switch(ladder)}
        <h2>"The trunk, rungs 1 to 4"</h2>
        <ol class="plain-list">{part(LevelCode::is_trunk)}</ol>
        <div class="twins">
            <section class="rail rail-broad">
                <h2>"Broad, rungs 5 to 9"</h2>
                <p class="soft">{tagline(Track::Broad)}</p>
                <ol class="plain-list">{part(|code| code.track() == Track::Broad)}</ol>
            </section>
            <section class="rail rail-deep">
                <h2>"Deep, rungs 5 to 9"</h2>
                <p class="soft">{tagline(Track::Deep)}</p>
                <ol class="plain-list">
                    {part(|code| !code.is_trunk() && code.track() == Track::Deep)}
                </ol>
            </section>
        </div>
        {next_step(&Route::Levels, &Route::Compare, "Compare two levels")}
    }
    .into_any()
}

fn level_line(ladder: &Ladder, level: &Level) -> AnyView {
    let href = Route::Levels.link(&Route::Level(level.code));
    view! {
        <li class="index-line">
            <a href=href>
                <Station code=level.code />
                " "
                <LevelTitle titles=titles(ladder, level.code) />
            </a>
            <a class="quiet" href=compare_href(&Route::Levels, level.code) aria-label=format!("Compare {} with …", level.code)>
                "compare with …"
            </a>
            <span class="soft">{level.question.clone()}</span>
        </li>
    }
    .into_any()
}

pub(crate) fn competencies_page(site: Site) -> Page {
    framed(
        Route::Competencies,
        "All competencies",
        "Fourteen competencies in three dimensions, each on both tracks from rung 1 to 9.",
        || competencies(site.ladder),
    )
}

fn competencies(ladder: &Ladder) -> AnyView {
    let groups = ladder
        .dimensions
        .iter()
        .map(|dimension| {
            let items = ladder
                .competencies
                .iter()
                .filter(|item| item.dimension == dimension.id)
                .map(|item| {
                    let target = Route::Competency(item.id.clone());
                    view! {
                        <li class="index-line">
                            <a href=Route::Competencies.link(&target)>{item.name.clone()}</a>
                            <LeanMark lean=item.lean />
                            <span class="soft">{item.meaning.clone()}</span>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <h2>{dimension.name.clone()}</h2>
                <ul class="plain-list">{items}</ul>
            }
        })
        .collect_view();
    view! {
        <h1>"All competencies"</h1>
        <p class="lede">"What an engineer can be good at, and which track it weighs more on."</p>
        {groups}
        {next_step(&Route::Competencies, &Route::Matrix, "See all of them on every rung")}
    }
    .into_any()
}
