//! A manager with an engineer of either track: who decides what, and the counterpart of each level.

use leptos::prelude::*;

use crate::guide::{Counterpart, Guide};
use crate::ladder::{Ladder, Level, Side};
use crate::route::Route;
use crate::web::guide::parts::{contrast, rests_on, side_name, small};
use crate::web::ladder::ways::level_links;

/// With whom a manager works, as the head of a column: “With a deep IC”.
fn with(ladder: &Ladder, side: Side) -> String {
    let name = side_name(ladder, side)
        .map_or_else(|| format!("{} engineer", side.id()), |name| small(&name));
    let article = match name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        true => "an",
        false => "a",
    };
    format!("With {article} {name}")
}

pub(super) fn topics(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let [deep, broad] = Side::BOTH.map(|side| with(ladder, side));
    let caption = format!(
        "How an engineering manager works {} and {}, point by point",
        small(&deep),
        small(&broad)
    );
    let heads = ["Point".to_owned(), String::new(), deep, broad];
    contrast(ladder, here, caption, heads, &guide.pairing.topics)
}

/// The header of the last column, and its label on a phone.
const TOGETHER: &str = "What they make together";

pub(super) fn counterparts(ladder: &Ladder, here: &Route, guide: &Guide) -> AnyView {
    let [deep, broad] = Side::BOTH.map(|side| with(ladder, side));
    let rows = guide.pairing.counterparts.iter();
    let rows = rows
        .map(|entry| counterpart(ladder, here, entry, [&deep, &broad]))
        .collect_view();
    view! {
        <table class="contrast">
            <caption class="visually-hidden">"Who works with each level, and what they make together"</caption>
            <thead>
                <tr>
                    <th scope="col">"Level"</th>
                    <th scope="col" class="side-1">{deep.clone()}</th>
                    <th scope="col" class="side-2">{broad.clone()}</th>
                    <th scope="col">{TOGETHER}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn counterpart(
    ladder: &Ladder,
    here: &Route,
    entry: &Counterpart,
    [deep, broad]: [&String; 2],
) -> AnyView {
    let apart = ladder.sides.map(|sides| ladder.apart(sides));
    let levels: Vec<&Level> = apart
        .into_iter()
        .flatten()
        .filter(|(rung, _)| *rung == entry.rung)
        .flat_map(|(_, levels)| levels)
        .collect();
    view! {
        <tr id=format!("rung-{}", entry.rung)>
            <th scope="row">
                {level_links(here, &levels)}
            </th>
            <td class="side-1" data-head=deep.clone()>{entry.deep.clone()}</td>
            <td class="side-2" data-head=broad.clone()>{entry.broad.clone()}</td>
            <td data-head=TOGETHER>
                {entry.product.clone()} " " {rests_on(ladder, here, &entry.basis, &entry.sources)}
            </td>
        </tr>
    }
    .into_any()
}
