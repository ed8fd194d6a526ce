//! `/whole/`: the whole ladder on one page: every level, every expectation, every example of evidence.

use leptos::prelude::*;

use crate::ladder::{Competency, Ladder, Level, LevelCode, Track};
use crate::route::Route;
use crate::web::components::{LeanMark, LevelTitle, Station};
use crate::web::document::Page;
use crate::web::frame::{framed, rail_class, titles};
use crate::web::ladder::ways::next_step;
use crate::web::site::Site;

const HERE: Route = Route::Whole;

pub(crate) fn page(site: Site) -> Page {
    framed(
        HERE,
        "The whole ladder",
        "Every level, every expectation and every example of evidence of both tracks on one page, to read, search in and print.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    let levels = ladder.levels.iter().map(|one| level(ladder, one));
    let items = ladder.competencies.iter().map(competency);
    view! {
        <h1>"The whole ladder"</h1>
        <p class="lede">{ladder.about.clone()}</p>
        <p class="no-print">
            "Search here with your browser’s own search. Print it on A4 or Letter; every competency starts on a page of its own."
        </p>
        <h2>"Levels"</h2>
        {levels.collect_view()}
        <h2 class="print-break">"Competencies"</h2>
        {items.collect_view()}
        <p class="soft">
            {ladder.name.clone()} ", version " {ladder.version.clone()} ". "
            {ladder.licence.name.clone()} ". " {ladder.licence.credit.clone()}
        </p>
        {next_step(&HERE, &Route::Quiz, "Which side energises you?")}
    }
    .into_any()
}

fn level(ladder: &Ladder, level: &Level) -> AnyView {
    let share = level.hands_on.map(|share| {
        format!(
            " Hands-on share {}–{} %, by Poss’s table.",
            share.min, share.max
        )
    });
    view! {
        <section class=rail_class(level.code) + " whole-level" id=level.code.slug()>
            <h3>
                <a href=HERE.link(&Route::Level(level.code))>
                    <Station code=level.code /> " " <LevelTitle titles=titles(ladder, level.code) />
                </a>
            </h3>
            <p>{level.summary.clone()}</p>
            <p class="soft">
                {level.question.clone()} " Scope: " {level.scope.clone()} ". Looks ahead: "
                {level.horizon.clone()} ". Direction: " {level.autonomy.clone()} ". Works with: "
                {level.counterpart.clone()} ". At home here when: " {level.ready_signal.clone()}
                " Usual trap: " {level.trap.clone()} {share}
            </p>
        </section>
    }
    .into_any()
}

fn competency(item: &Competency) -> AnyView {
    let cells = LevelCode::all()
        .filter_map(|code| {
            let cell = item.expectations.get(&code)?;
            let href = HERE.link(&Route::Expectation(code, item.id.clone()));
            Some(view! {
                <div class=rail_class(code) + " whole-cell">
                    <dt><a href=href><Station code=code /> " " {cell.gist.clone()}</a></dt>
                    <dd>{cell.detail.clone()}</dd>
                </div>
            })
        })
        .collect_view();
    let evidence = Track::BOTH.map(|track| {
        let examples = item
            .evidence
            .on(track)
            .iter()
            .map(|example| view! { <li>{example.clone()}</li> })
            .collect_view();
        let head = match track {
            Track::Deep => "Evidence, deep",
            Track::Broad => "Evidence, broad",
        };
        view! {
            <section class=format!("rail rail-{}", track.id())>
                <h4>{head}</h4>
                <ul>{examples}</ul>
            </section>
        }
    });
    view! {
        <section class="whole-competency">
            <h3>
                <a href=HERE.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a>
                " " <LeanMark lean=item.lean />
            </h3>
            <p>{item.meaning.clone()}</p>
            <dl>{cells}</dl>
            <div class="twins">{evidence.collect_view()}</div>
        </section>
    }
    .into_any()
}
