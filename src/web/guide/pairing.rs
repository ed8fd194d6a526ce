//! Pairing: an engineering manager with an engineer of either track, topic by topic and rung by rung.

use leptos::prelude::*;

use crate::guide::Counterpart;
use crate::ladder::{Ladder, LevelCode, Track};
use crate::route::{Route, Topic};
use crate::web::components::ContrastTable;
use crate::web::guide::Intro;
use crate::web::guide::parts::{contrast_rows, named, rests_on};
use crate::web::ladder::ways::level_links;
use crate::web::site::Site;

const TOPIC: Topic = Topic::Pairing;

pub(crate) const INTRO: Intro = Intro {
    title: "Working beside a manager",
    line: "Who decides what when an engineering manager works beside a deep or a broad IC, with the counterpart at each rung.",
    lede: "One of you looks after people, the other after technology; write down where the line runs.",
    next: (
        Route::Topic(Topic::Impact),
        "How impact grows, yours and a manager’s",
    ),
};

/// The headers of the columns that compare the tracks.
const BESIDE: (&str, &str) = ("Beside a deep IC", "Beside a broad IC");

pub(crate) fn content(site: Site) -> AnyView {
    let pairing = &site.guide.pairing;
    view! {
        <h2 id="topics">"Topic by topic"</h2>
        <ContrastTable
            caption="How an engineering manager works beside a deep and beside a broad IC, topic by topic"
            heads=["Topic", "", BESIDE.0, BESIDE.1]
            rows=contrast_rows(site.ladder, TOPIC, &pairing.topics)
        />
        <h2 id="rungs">"Rung by rung"</h2>
        {counterparts(site.ladder, &pairing.counterparts)}
        <h2 id="routes">"How a manager’s impact grows"</h2>
        <p>"Three routes. Knowing which one your manager is on tells you how much time will be left for you."</p>
        {named(site.ladder, TOPIC, &pairing.routes)}
    }
    .into_any()
}

/// The header of the last column, and its label on a phone.
const TOGETHER: &str = "What you make together";

fn counterparts(ladder: &Ladder, entries: &[Counterpart]) -> AnyView {
    let rows = entries
        .iter()
        .map(|entry| counterpart(ladder, entry))
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Who stands beside each level, and what the two make together"</caption>
            <thead>
                <tr>
                    <th scope="col">"Rung"</th>
                    <th scope="col" class="deep">{BESIDE.0}</th>
                    <th scope="col" class="broad">{BESIDE.1}</th>
                    <th scope="col">{TOGETHER}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn counterpart(ladder: &Ladder, entry: &Counterpart) -> AnyView {
    let levels: Vec<LevelCode> = Track::BOTH
        .into_iter()
        .filter_map(|track| LevelCode::on(track, entry.rung))
        .collect();
    view! {
        <tr id=format!("rung-{}", entry.rung)>
            <th scope="row">
                {format!("Rung {}", entry.rung)}
                {level_links(&Route::Topic(TOPIC), &levels)}
                {rests_on(ladder, TOPIC, entry.basis, &entry.sources)}
            </th>
            <td class="deep" data-head=BESIDE.0>{entry.deep.clone()}</td>
            <td class="broad" data-head=BESIDE.1>{entry.broad.clone()}</td>
            <td data-head=TOGETHER>{entry.product.clone()}</td>
        </tr>
    }
    .into_any()
}
