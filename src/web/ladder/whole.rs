//! `/whole/`: the whole ladder on one page: every level, every expectation, every example of evidence.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level};
use crate::route::Route;
use crate::web::components::{ExpectationBody, LeanMark, LevelName, Station};
use crate::web::document::Page;
use crate::web::frame::{
    absence, columns, expectation_href, framed, lean_sign, rail_class, track_class,
};
use crate::web::ladder::competency::steps;
use crate::web::ladder::level::facts;
use crate::web::ladder::ways::to_quiz;
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Whole,
        "The whole ladder",
        "Every level, every expectation and every example of evidence on one page, to read, search in and print.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let ladder = site.ladder;
    let here = site.at(Route::Whole);
    let levels = columns(ladder)
        .into_iter()
        .map(|one| level(ladder, &here, one));
    let items = ladder
        .competencies
        .iter()
        .map(|item| competency(site, &here, item));
    let licence = ladder.licence.as_ref().map(|licence| {
        format!(
            "{}. {}",
            licence.name,
            licence.credit.clone().unwrap_or_default()
        )
    });
    view! {
        <h1>"The whole ladder"</h1>
        {ladder.about.clone().map(|about| view! { <p class="lede">{about}</p> })}
        <p class="no-print">
            "Search here with your browser’s own search. Print it on A4 or Letter; every competency starts on a page of its own."
        </p>
        <h2>"Levels"</h2>
        {levels.collect_view()}
        <h2 class="print-break">"Competencies"</h2>
        {items.collect_view()}
        <p class="soft">
            {ladder.name.clone()} ", version " {ladder.version.clone()} ". " {licence}
        </p>
        <nav class="page-ends" aria-label="Next step">{to_quiz(site, &here)}</nav>
    }
    .into_any()
}

fn level(ladder: &Ladder, here: &Route, level: &Level) -> AnyView {
    let facts: Vec<String> = facts(level)
        .into_iter()
        .map(|fact| {
            let text = match fact.items.is_empty() {
                true => fact.value,
                false => fact.items.join("; "),
            };
            format!("{}: {}.", fact.term, text.trim_end_matches('.'))
        })
        .collect();
    view! {
        <section class=rail_class(level) + " whole-level" id=level.id.clone()>
            <h3>
                <a href=here.link(&Route::Level(level.id.clone()))><LevelName level=level titles=ladder.titles(level) /></a>
            </h3>
            {level.about.clone().map(|about| view! { <p>{about}</p> })}
            <p class="soft">{level.question.clone()} " " {facts.join(" ")}</p>
        </section>
    }
    .into_any()
}

fn competency(site: Site, here: &Route, item: &Competency) -> AnyView {
    let ladder = site.ladder;
    let cells: Vec<AnyView> = columns(ladder)
        .into_iter()
        .filter_map(|level| cell(site, here, item, level))
        .collect();
    let list = |examples: Vec<&str>| {
        let examples = examples.into_iter();
        examples
            .map(|example| view! { <li>{example.to_owned()}</li> })
            .collect_view()
    };
    let all: Vec<&str> = item.evidence.iter().map(String::as_str).collect();
    let all = (!all.is_empty())
        .then(|| view! { <section><h4>"Evidence"</h4><ul>{list(all)}</ul></section> }.into_any());
    let on = item.evidence_on.iter().zip(&ladder.tracks);
    let on = on.filter(|(examples, _)| !examples.is_empty());
    let evidence: Vec<AnyView> = on
        .map(|(examples, track)| {
            let examples = examples.iter().map(String::as_str).collect();
            view! {
                <section class=track_class(track)>
                    <h4>{format!("Evidence, {}", track.short)}</h4>
                    <ul>{list(examples)}</ul>
                </section>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="whole-competency">
            <h3>
                <a href=here.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a>
                " " <LeanMark lean=lean_sign(ladder, item) />
            </h3>
            {item.about.clone().map(|about| view! { <p>{about}</p> })}
            {steps(item, "h4")}
            {item.has_cells().then(|| view! { <dl>{cells}</dl> })}
            <div class="twins">{all} {evidence}</div>
        </section>
    }
    .into_any()
}

fn cell(site: Site, here: &Route, item: &Competency, level: &Level) -> Option<AnyView> {
    let class = rail_class(level) + " whole-cell";
    let Some(cell) = item.at(level) else {
        let why = item.absence(level)?;
        if why == crate::ladder::Absence::OtherTrack {
            return None;
        }
        return Some(
            view! {
                <div class=class>
                    <dt><Station level=level /></dt>
                    <dd class="absent">{absence(why)}</dd>
                </div>
            }
            .into_any(),
        );
    };
    let href = expectation_href(site, here, level, item);
    let headline = cell.has_headline().then(|| format!(" {}", cell.headline()));
    Some(
        view! {
            <div class=class>
                <dt><a href=href><Station level=level /> {headline}</a></dt>
                <dd><ExpectationBody cell=cell.clone() /></dd>
            </div>
        }
        .into_any(),
    )
}
