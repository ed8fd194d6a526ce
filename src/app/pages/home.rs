//! `/`: one sentence, the fork, two actions; then the matrix of a rung.

use leptos::prelude::*;

use super::frame::{framed, scheme_switch, stops, twin_gist};
use crate::app::components::{Matrix, MatrixCell, MatrixRow, RungSwitch, TrailMap};
use crate::app::document::Page;
use crate::app::site::Site;
use crate::app::touches;
use crate::ladder::{Competency, Ladder, LevelCode};
use crate::route::Route;

const HERE: Route = Route::Home;

pub(super) fn page(site: Site) -> Page {
    framed(
        HERE,
        "Ladder Explorer: grow deeper or broader as an engineer",
        "Two tracks for engineers who stay engineers, side by side down to every competency, and a five-minute quiz that stays in your browser.",
        || content(site.ladder),
    )
}

fn content(ladder: &Ladder) -> AnyView {
    view! {
        <div class="first-screen">
            <div class="lede">
                <h1>"Grow deeper, or broader?"</h1>
                <p>
                    "Two tracks for engineers who stay engineers. Same number, same height."
                </p>
            </div>
            <TrailMap stops=stops(ladder, &HERE) here=None />
            <div class="actions">
                <a class="button" href="#matrix">"Explore"</a>
                <a class="button button-first" href=HERE.link(&Route::Quiz)>"Take the quiz"</a>
                <span class="soft">"5 minutes · stays in this browser"</span>
                <a id=touches::RESUME href=HERE.link(&Route::Results) hidden>"Your results"</a>
            </div>
        </div>
        <section id="matrix" aria-labelledby="matrix-head">
            <h2 id="matrix-head">"What each rung asks"</h2>
            <p>
                "Choose a rung and read across. Words that only one side has stand out; the mark beside a competency shows which track it weighs more on from rung 7 up."
            </p>
            <div class="matrix-frame">
                <div class="matrix-bar">
                    <RungSwitch
                        legend="Rung"
                        chosen=touches::FIRST_SHOWN
                        on_choose=Callback::new(|_| ())
                    />
                    {scheme_switch(ladder)}
                </div>
                <p class="soft">
                    "On the broad side the adjectives lag: Staff Engineer is T6, Staff Tech Lead is L7. Go by the number."
                </p>
                <Matrix levels=stops(ladder, &HERE) rows=rows(ladder) />
            </div>
        </section>
    }
    .into_any()
}

fn rows(ladder: &Ladder) -> Vec<MatrixRow> {
    ladder.competencies.iter().map(row).collect()
}

fn row(item: &Competency) -> MatrixRow {
    let gist = |code: LevelCode| item.expectations.get(&code).map(|cell| cell.gist.clone());
    MatrixRow {
        name: item.name.clone(),
        href: HERE.link(&Route::Competency(item.id.clone())),
        lean: item.lean,
        cells: LevelCode::all()
            .filter_map(|code| {
                Some(MatrixCell {
                    code,
                    gist: gist(code)?,
                    twin: twin_gist(item, code),
                })
            })
            .collect(),
    }
}
