//! `/competencies/risk/`: one competency on both tracks, rung by rung, with evidence.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, LevelCode, Track};
use crate::route::{Route, Topic};
use crate::web::components::{ExpectationText, LeanMark, Station};
use crate::web::document::Page;
use crate::web::frame::{basis, framed, rail_class, twin_gist};
use crate::web::ladder::ways::{link_to, link_window};
use crate::web::site::Site;

pub(crate) fn page(site: Site, id: &str) -> Option<Page> {
    let item = site.ladder.competency(id)?;
    Some(framed(
        Route::Competency(item.id.clone()),
        item.name.clone(),
        format!(
            "{} What it asks on the deep and the broad track, rung by rung, with examples of evidence.",
            item.meaning
        ),
        || content(site.ladder, item),
    ))
}

fn content(ladder: &Ladder, item: &Competency) -> AnyView {
    let here = Route::Competency(item.id.clone());
    let rungs = (1..=LevelCode::TOP_RUNG)
        .map(|rung| {
            let cells = Track::BOTH
                .into_iter()
                .filter_map(|track| LevelCode::on(track, rung))
                .map(|code| cell(ladder, &here, item, code))
                .collect_view();
            view! { <li class="rung twins">{cells}</li> }
        })
        .collect_view();
    let evidence = [Track::Broad, Track::Deep]
        .map(|track| evidence(ladder, item, track))
        .collect_view();
    let ideas = item
        .ideas
        .iter()
        .map(|idea| {
            let source = ladder
                .source(&idea.source)
                .map(|source| source.title.clone());
            let href = format!(
                "{}#source-{}",
                here.link(&Route::Topic(Topic::Sources)),
                idea.source
            );
            view! { <li>{idea.idea.clone()} " (" <a href=href>{source}</a> ")"</li> }
        })
        .collect_view();
    view! {
        <h1>{item.name.clone()}</h1>
        <p class="lede">{item.meaning.clone()}</p>
        <p>
            <LeanMark lean=item.lean /> " " <span class="soft">{weights(item)}</span> " "
            {link_to(&here, &here, item.name.clone())}
        </p>
        <h2>"Rung by rung"</h2>
        <ol class="rungs plain-list">{rungs}</ol>
        <h2>"What you could point to"</h2>
        <p class="soft">
            "Ask for three things: something to look at, what would have happened otherwise, and somebody who saw it."
        </p>
        <div class="twins">{evidence}</div>
        <h2>"Where it comes from"</h2>
        <ul>{ideas}</ul>
        {ends(ladder, &here, item)}
        {link_window(&here)}
    }
    .into_any()
}

fn weights(item: &Competency) -> String {
    format!(
        "From rung 7 up it weighs {} of 3 on the deep track and {} of 3 on the broad track.",
        item.weight.deep, item.weight.broad
    )
}

fn cell(ladder: &Ladder, here: &Route, item: &Competency, code: LevelCode) -> Option<AnyView> {
    let cell = item.expectations.get(&code)?;
    let twin = twin_gist(item, code);
    let class = rail_class(code);
    let href = format!("{}#{}", here.link(&Route::Level(code)), item.id);
    let note = basis(ladder, here, cell.basis, &cell.sources);
    let own = Route::Expectation(code, item.id.clone());
    let title = format!("{code} · {}: {}", item.name, cell.gist);
    let link = link_to(here, &own, title);
    Some(
        view! {
            <section class=class id=code.slug() aria-label=format!("At {code}")>
                <a class="cell-code" href=href aria-label=format!("{code}, all of the level")>
                    <Station code=code />
                </a>
                <ExpectationText gist=cell.gist.clone() twin=twin detail=cell.detail.clone()>
                    <div class="cell-foot">{note} {link}</div>
                </ExpectationText>
            </section>
        }
        .into_any(),
    )
}

fn evidence(ladder: &Ladder, item: &Competency, track: Track) -> AnyView {
    let name = ladder.track(track).map(|note| note.name.clone());
    let examples = item
        .evidence
        .on(track)
        .iter()
        .map(|example| view! { <li>{example.clone()}</li> })
        .collect_view();
    view! {
        <section class=format!("rail rail-{}", track.id())>
            <h3>{name}</h3>
            <ul>{examples}</ul>
        </section>
    }
    .into_any()
}

/// Links to the previous and the next competency, and to the quiz.
fn ends(ladder: &Ladder, here: &Route, item: &Competency) -> AnyView {
    let at = ladder
        .competencies
        .iter()
        .position(|other| other.id == item.id);
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
            <a class="button" href=here.link(&Route::Quiz)>"Which side energises you?"</a>
        </nav>
    }
    .into_any()
}
