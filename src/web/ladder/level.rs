//! `/levels/t6/`: one level with its facts and expectations, the twin beside it.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level, LevelCode, Track};
use crate::route::Route;
use crate::web::components::{
    ExpectationText, Fact, Facts, LeanMark, LevelTitle, Station, TrailMap,
};
use crate::web::document::Page;
use crate::web::frame::{basis, framed, rail_class, scheme_switch, stops, titles, twin_gist};
use crate::web::ladder::ways::{compare_href, link_to, link_window};
use crate::web::share_image::pages;
use crate::web::site::Site;

pub(crate) fn page(site: Site, code: LevelCode) -> Option<Page> {
    let level = site.ladder.level(code)?;
    let twin = code.twin().and_then(|twin| site.ladder.level(twin));
    let title = format!("{code} {}", level.title);
    let description = format!("{} {}", level.summary, level.question);
    let page = framed(Route::Level(code), title, description, || {
        content(site.ladder, level, twin)
    });
    Some(page.with_image(pages::level(code)))
}

fn content(ladder: &Ladder, level: &Level, twin: Option<&Level>) -> AnyView {
    let here = Route::Level(level.code);
    let expectations = ladder
        .competencies
        .iter()
        .map(|item| competency(ladder, &here, item, level.code))
        .collect_view();
    view! {
        <div class="level-head">
            <div>
                <h1>
                    <Station code=level.code large=true />
                    " "
                    <LevelTitle titles=titles(ladder, level.code) />
                </h1>
                <p class="lede">{level.summary.clone()}</p>
                <p class="question-of-level">{level.question.clone()}</p>
                {standing(level.code)}
                {scheme_switch(ladder)}
                {compare_with(&here, level.code)}
            </div>
            <TrailMap stops=stops(ladder, &here) here=Some(level.code) small=true />
        </div>
        <div class="twins">
            {facts(ladder, &here, level, true)}
            {twin.map(|twin| facts(ladder, &here, twin, false))}
        </div>
        <h2>"What it asks"</h2>
        <p class="soft">
            "A level adds to the ones below; nobody meets every line alike, and strength in one makes up for another."
        </p>
        {expectations}
        {ends(&here, level.code)}
        {link_window(&here)}
    }
    .into_any()
}

/// Links to the most common comparisons, and to the choice of any other.
fn compare_with(here: &Route, code: LevelCode) -> AnyView {
    let first_broad = LevelCode::on(Track::Broad, LevelCode::FIRST_BROAD_RUNG);
    let up_the_broad = first_broad.filter(|broad| broad.below() == Some(code));
    let others = [
        ("its twin", code.twin()),
        ("the next level", code.above()),
        ("the next level", up_the_broad),
        ("the level below", code.below()),
    ];
    let links: Vec<AnyView> = others
        .into_iter()
        .filter_map(|(words, other)| Some((words, other?)))
        .map(|(words, other)| {
            let href = here.link(&Route::Pair(code, other));
            view! { <li><a href=href>{words} " " <Station code=other /></a></li> }.into_any()
        })
        .collect();
    let any = compare_href(here, code);
    view! {
        <div class="compare-with">
            <span class="soft">"Compare with"</span>
            <ul class="inline-list">{links} <li><a href=any>"any level …"</a></li></ul>
            {link_to(here, here, code.to_string())}
        </div>
    }
    .into_any()
}

/// The level's relation to its twin.
fn standing(code: LevelCode) -> Option<AnyView> {
    let words = match code.rung() {
        5 => {
            "Both labels of rung 5 ask nearly the same. The lead’s part is a hat: put it on, take it off."
        }
        6 => "The fork: two labels, free movement both ways, and a visible difference in lean.",
        7..=9 => "From here the tracks run side by side. Same number, same height.",
        _ => "Up to rung 4 both tracks climb the same path.",
    };
    Some(view! { <p class="soft">{words}</p> }.into_any())
}

fn facts(ladder: &Ladder, here: &Route, level: &Level, own: bool) -> AnyView {
    let mut facts = vec![
        fact("Scope", &level.scope),
        fact("Looks ahead", &level.horizon),
        fact("Direction you get", &level.autonomy),
        fact("Works with", &level.counterpart),
        fact("At home here when", &level.ready_signal),
        fact("Usual trap", &level.trap),
    ];
    if let Some(share) = level.hands_on {
        facts.push(Fact {
            term: "Hands-on share",
            value: format!("{}–{} % of the time, by Poss’s table", share.min, share.max),
        });
    }
    if let Some(years) = level.lead_years {
        facts.push(Fact {
            term: "Years in leadership",
            value: format!("{years} is typical, by Poss’s table; a guide, not a gate"),
        });
    }
    let head = if own {
        view! { <h2>"This level"</h2> }.into_any()
    } else {
        view! {
            <h2>
                <a href=here.link(&Route::Level(level.code))>
                    "Its twin, " <Station code=level.code /> " "
                    <LevelTitle titles=titles(ladder, level.code) />
                </a>
            </h2>
        }
        .into_any()
    };
    let question = (!own).then(|| {
        view! { <p class="question-of-level">{level.question.clone()}</p> }
    });
    view! {
        <section class=rail_class(level.code)>
            {head}
            {question}
            <Facts facts=facts />
            {basis(ladder, here, level.basis, &level.sources)}
        </section>
    }
    .into_any()
}

fn fact(term: &'static str, value: &str) -> Fact {
    Fact {
        term,
        value: value.to_owned(),
    }
}

fn competency(ladder: &Ladder, here: &Route, item: &Competency, code: LevelCode) -> AnyView {
    let own = cell(ladder, here, item, code);
    let twin = code.twin().and_then(|twin| cell(ladder, here, item, twin));
    let href = format!(
        "{}#{}",
        here.link(&Route::Competency(item.id.clone())),
        code.slug()
    );
    view! {
        <section class="competency" id=item.id.clone()>
            <h3>
                <a href=href>{item.name.clone()}</a>
                " "
                <LeanMark lean=item.lean />
            </h3>
            <div class="twins">{own} {twin}</div>
        </section>
    }
    .into_any()
}

fn cell(ladder: &Ladder, here: &Route, item: &Competency, code: LevelCode) -> Option<AnyView> {
    let cell = item.expectations.get(&code)?;
    let twin = twin_gist(item, code);
    let note = basis(ladder, here, cell.basis, &cell.sources);
    let own = Route::Expectation(code, item.id.clone());
    let label = format!("{code}, {}: this expectation by itself", item.name);
    let title = format!("{code} · {}: {}", item.name, cell.gist);
    let link = link_to(here, &own, title);
    Some(
        view! {
            <div class=rail_class(code)>
                <a class="cell-code" href=here.link(&own) aria-label=label><Station code=code /></a>
                <ExpectationText gist=cell.gist.clone() twin=twin detail=cell.detail.clone()>
                    <div class="cell-foot">{note} {link}</div>
                </ExpectationText>
            </div>
        }
        .into_any(),
    )
}

/// Links to the next level up and down, and to the quiz.
fn ends(here: &Route, code: LevelCode) -> AnyView {
    let step = |label: &'static str, to: Option<LevelCode>| {
        to.map(|to| {
            view! { <a href=here.link(&Route::Level(to))>{label} " " <Station code=to /></a> }
        })
    };
    let above_trunk = (code.rung() + 1 == LevelCode::FIRST_BROAD_RUNG)
        .then(|| LevelCode::on(Track::Broad, code.rung() + 1))
        .flatten();
    view! {
        <nav class="page-ends" aria-label="Neighbouring levels">
            {step("Below:", code.below())}
            {step("Above:", code.above())}
            {step("Above:", above_trunk)}
            <a class="button" href=here.link(&Route::Quiz)>"Which side energises you?"</a>
        </nav>
    }
    .into_any()
}
