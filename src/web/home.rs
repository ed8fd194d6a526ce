//! `/`: one sentence, the fork, two links; then the matrix of a rung.

use leptos::prelude::*;

use crate::ladder::Ladder;
use crate::route::Route;
use crate::web::components::{Matrix, RungSwitch, TrailMap};
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{framed, matrix_rows, scheme_switch, stops};
use crate::web::site::Site;

const HERE: Route = Route::Home;

pub(crate) fn page(site: Site) -> Page {
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
                <a id=enhancements::RESUME href=HERE.link(&Route::Results) hidden>"Your results"</a>
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
                        chosen=enhancements::FIRST_SHOWN
                        in_address=true
                        on_choose=Callback::new(|_| ())
                    />
                    {scheme_switch(ladder)}
                </div>
                <p class="soft">
                    "On the broad side the adjectives lag: Staff Engineer is T6, Staff Tech Lead is L7. Go by the number."
                </p>
                <p><a href=HERE.link(&Route::Matrix)>"All rungs at once, with filters"</a></p>
                <Matrix levels=stops(ladder, &HERE) rows=matrix_rows(ladder, &HERE, false) />
            </div>
        </section>
    }
    .into_any()
}
