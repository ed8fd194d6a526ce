//! Pairing: an engineering manager with an engineer of either track, topic by topic and rung by rung.

use leptos::prelude::*;

use crate::guide::{Counterpart, Guide};
use crate::ladder::{Ladder, Level, Side};
use crate::route::{Route, Topic};
use crate::web::components::ContrastTable;
use crate::web::guide::Intro;
use crate::web::guide::parts::{
    capital, contrast_rows, counted, named, rests_on, side_name, small,
};
use crate::web::ladder::ways::level_links;
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Pairing);

pub(crate) const INTRO: Intro = Intro {
    title: "Working beside a manager",
    line: "Who decides what when an engineering manager works beside a deep or a broad IC, with the counterpart at each rung.",
    lede: "One of you looks after people, the other after technology; write down where the line runs.",
    next: (
        Route::Topic(Topic::Impact),
        "How impact grows, yours and a manager’s",
    ),
};

/// Beside whom a manager is, as the head of a column: “Beside a deep IC”.
fn beside(ladder: &Ladder, side: Side) -> String {
    let name = side_name(ladder, side)
        .map_or_else(|| format!("{} engineer", side.id()), |name| small(&name));
    let article = match name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => "an",
        false => "a",
    };
    format!("Beside {article} {name}")
}

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let (ladder, pairing) = (site.ladder, &guide.pairing);
    let here = site.at(HERE);
    let [deep, broad] = Side::BOTH.map(|side| beside(ladder, side));
    let caption = format!(
        "How an engineering manager works {} and {}, topic by topic",
        small(&deep),
        small(&broad)
    );
    let routes = counted(pairing.routes.len(), "route", "routes");
    view! {
        <h2 id="topics">"Topic by topic"</h2>
        <ContrastTable
            caption=caption
            heads=["Topic".to_owned(), String::new(), deep, broad]
            rows=contrast_rows(ladder, &here, &pairing.topics)
        />
        <h2 id="rungs">"Rung by rung"</h2>
        {counterparts(ladder, &here, &pairing.counterparts)}
        <h2 id="routes">"How a manager’s impact grows"</h2>
        <p>
            {capital(&routes)}
            ". Knowing which one your manager is on tells you how much time will be left for you."
        </p>
        {named(ladder, &here, &pairing.routes)}
    }
    .into_any()
}

/// The header of the last column, and its label on a phone.
const TOGETHER: &str = "What you make together";

fn counterparts(ladder: &Ladder, here: &Route, entries: &[Counterpart]) -> AnyView {
    let [deep, broad] = Side::BOTH.map(|side| beside(ladder, side));
    let rows = entries
        .iter()
        .map(|entry| counterpart(ladder, here, entry))
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Who stands beside each level, and what the two make together"</caption>
            <thead>
                <tr>
                    <th scope="col">"Rung"</th>
                    <th scope="col" class="side-1">{deep}</th>
                    <th scope="col" class="side-2">{broad}</th>
                    <th scope="col">{TOGETHER}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn counterpart(ladder: &Ladder, here: &Route, entry: &Counterpart) -> AnyView {
    let apart = ladder.sides.map(|sides| ladder.apart(sides));
    let levels: Vec<&Level> = apart
        .into_iter()
        .flatten()
        .filter(|(rung, _)| *rung == entry.rung)
        .flat_map(|(_, levels)| levels)
        .collect();
    let [deep, broad] = Side::BOTH.map(|side| beside(ladder, side));
    view! {
        <tr id=format!("rung-{}", entry.rung)>
            <th scope="row">
                {format!("Rung {}", entry.rung)}
                {level_links(here, &levels)}
                {rests_on(ladder, here, &entry.basis, &entry.sources)}
            </th>
            <td class="side-1" data-head=deep>{entry.deep.clone()}</td>
            <td class="side-2" data-head=broad>{entry.broad.clone()}</td>
            <td data-head=TOGETHER>{entry.product.clone()}</td>
        </tr>
    }
    .into_any()
}
