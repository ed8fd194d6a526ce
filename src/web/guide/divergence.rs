//! Where the tracks differ: competencies by the difference in weight and wording between the tracks.

use leptos::prelude::*;

use crate::ladder::{Divergence, LevelCode, Track, divergences_by_weight};
use crate::route::{Route, Topic};
use crate::web::components::{WeightChart, WeightRow};
use crate::web::guide::Intro;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Divergence;

pub(crate) const INTRO: Intro = Intro {
    title: "Where the tracks part",
    line: "Competencies by how differently the two tracks weigh and word them, from rung 5 to rung 9.",
    lede: "The twins of a rung stand at the same height. Here is where they ask for different things.",
    next: (Route::Topic(Topic::Fork), "What changes at the fork"),
};

/// The number of competencies shown in full.
const IN_FULL: usize = 5;

pub(crate) fn content(site: Site) -> AnyView {
    let here = Route::Topic(TOPIC);
    let parting = divergences_by_weight(site.ladder);
    let rows = parting
        .iter()
        .map(|one| WeightRow {
            name: one.competency.name.clone(),
            href: here.link(&Route::Competency(one.competency.id.clone())),
            weight: one.weight,
            distances: one.by_rung.iter().map(|(_, distance)| *distance).collect(),
            mean: one.mean,
        })
        .collect();
    let examples = parting
        .iter()
        .take(IN_FULL)
        .map(|one| example(&here, one))
        .collect_view();
    view! {
        <p>
            "First come the competencies whose weights differ most from rung 7 up; of equals, those whose twins share the fewest words. The distance of a rung is the share of words that only one twin has: 0 % is the same text, 100 % is nothing shared. Weights and order are our choice."
        </p>
        <WeightChart rows=rows />
        <p class="soft">
            "Twins at rung 5 share about three words in ten, at rung 6 one in ten, and hardly any above. That is the fork, in words."
        </p>
        <h2>"The five that differ most"</h2>
        {examples}
    }
    .into_any()
}

fn example(here: &Route, one: &Divergence) -> AnyView {
    let item = one.competency;
    let rows = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
        .filter_map(|rung| {
            let cells = Track::BOTH
                .into_iter()
                .filter_map(|track| LevelCode::on(track, rung))
                .map(|code| {
                    let gist = item.expectations.get(&code).map(|cell| cell.gist.clone());
                    let href = here.link(&Route::Expectation(code, item.id.clone()));
                    view! { <td class=code.track().id()><a href=href>{gist}</a></td> }
                })
                .collect_view();
            let deep = LevelCode::on(Track::Deep, rung)?;
            let pair = here.link(&Route::Pair(deep, deep.twin()?));
            Some(view! {
                <tr>
                    <th scope="row"><a href=pair aria-label=format!("Compare the twins of rung {rung}")>{rung.to_string()}</a></th>
                    {cells}
                </tr>
            })
        })
        .collect_view();
    view! {
        <section class="competency">
            <h3><a href=here.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a></h3>
            <table class="contrast contrast-plain">
                <caption class="visually-hidden">{format!("{} by rung, deep and broad", item.name)}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Rung"</th>
                        <th scope="col" class="deep">"Deep"</th>
                        <th scope="col" class="broad">"Broad"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
