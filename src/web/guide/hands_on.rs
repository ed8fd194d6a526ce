//! Hands-on time: a budget of hours, the shares stated for each rung, what leading costs, and a week's
//! log.

use leptos::prelude::*;

use crate::guide::{Budget, Guide, HandsOnShare};
use crate::ladder::{Ladder, Level, Side};
use crate::route::{Route, Topic};
use crate::web::components::{ShareBars, ShareRow};
use crate::web::guide::part::Part;
use crate::web::guide::parts::{OURS, listed, named, notes, short_name, side_class, side_name};
use crate::web::guide::{Intro, names};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::HandsOn);

pub(crate) const INTRO: Intro = Intro {
    title: "Hands-on time",
    line: "How many hours a week each level leaves for engineering, what leadership work costs, and a log of your week.",
    lede: "Leading takes hours from building. See which levels your week fits, and what the hours buy.",
    tags: "coding time hours week share calendar",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, budget) = (site.ladder, &guide.budget);
    let here = site.at(HERE);
    let hours = view! {
        <div class="needs-script hours no-print">{sliders()}</div>
        <p class="hours-said" id=names::SHARE_SAID role="status"></p>
        <div class="twins">{sides(ladder, budget)}</div>
    };
    let kinds = format!("{}#facets", here.link(&Route::Topic(Topic::Choosing)));
    let week = view! {
        <p>
            "Enter last week’s hours. Implementer work has a result to show; integrator work tunes how parts and people run together. "
            <a href=kinds>"Both are described here."</a> " Nothing of this is saved."
        </p>
        {log(budget)}
        <p class="hours-said" id=names::LOG_SAID role="status"></p>
    };
    vec![
        Part::open("budget", "Your hours and the levels", hours.into_any()),
        Part::folded(
            "costs",
            "What leading costs, and what it buys",
            "One week has no room for both kinds of work in full. Choose a share, and say it aloud.",
            named(ladder, &here, &budget.costs),
        ),
        Part::folded(
            "about",
            "What counts",
            "Designing, coding, experimenting, debugging, and reviewing in depth; and who states the shares.",
            notes(ladder, &here, &budget.about),
        ),
        Part::open("log", "A week’s log", week.into_any()),
    ]
}

fn sliders() -> AnyView {
    view! {
        <label for=names::HOURS>"Hours a week on hands-on engineering"</label>
        <input type="range" id=names::HOURS name="hours" min="0" max="60" step="1" value="16" data-in-address="" autocomplete="off" />
        <label class="hours-week">
            "of " <input type="number" id=names::WEEK name="week" min="1" max="80" value="40" data-in-address="" autocomplete="off" />
            " hours in your week"
        </label>
    }
    .into_any()
}

fn sides(ladder: &Ladder, budget: &Budget) -> Vec<AnyView> {
    Side::BOTH
        .into_iter()
        .map(|side| {
            let rows: Vec<(&Level, Option<&HandsOnShare>)> = levels(ladder, side)
                .into_iter()
                .map(|level| (level, share(ladder, budget, level)))
                .collect();
            let source = source(ladder, &rows);
            let rows = rows
                .into_iter()
                .map(|(level, share)| ShareRow {
                    sign: level.into(),
                    hue: hue(side),
                    share: share.map(|share| (share.min, share.max)),
                    illustrative: share.is_some_and(is_illustrative),
                })
                .collect();
            view! {
                <section class=side_class(ladder, side)>
                    <h3>{side_name(ladder, side)}</h3>
                    <p class="soft">{source}</p>
                    <ShareBars rows=rows />
                </section>
            }
            .into_any()
        })
        .collect()
}

/// The levels of a side's track from the rung up at which the tracks split, the lowest first.
fn levels(ladder: &Ladder, side: Side) -> Vec<&Level> {
    let Some((sides, split)) = ladder.sides.zip(ladder.split()) else {
        return Vec::new();
    };
    let track = *side.of(&sides);
    let rungs = split..=ladder.top();
    rungs.filter_map(|rung| ladder.on(track, rung)).collect()
}

/// The colour that belongs to a side.
const fn hue(side: Side) -> u8 {
    match side {
        Side::Deep => 1,
        Side::Broad => 2,
    }
}

/// What a level states, be it named by id or by code.
fn share<'a>(ladder: &Ladder, budget: &'a Budget, level: &Level) -> Option<&'a HandsOnShare> {
    let mut shares = budget.shares.iter();
    shares.find(|share| ladder.level(&share.level) == Some(level))
}

/// Whether nobody but the guide's authors states it.
fn is_illustrative(share: &HandsOnShare) -> bool {
    share.sources.iter().all(|id| id == OURS)
}

/// Who states the shares of a side, and whether one is lacking at its top.
fn source(ladder: &Ladder, rows: &[(&Level, Option<&HandsOnShare>)]) -> String {
    let stated = rows.iter().filter_map(|(_, share)| *share);
    if rows.iter().all(|(_, share)| share.is_none()) {
        return "No share is stated here.".to_owned();
    }
    let mut names: Vec<&str> = Vec::new();
    for id in stated.flat_map(|share| &share.sources) {
        let name = ladder.source(id).filter(|source| source.id != OURS);
        let name = name.map(short_name);
        names.extend(name.filter(|name| !names.contains(name)));
    }
    if names.is_empty() {
        return "No source states these shares: they are our illustration.".to_owned();
    }
    let top = match rows.last() {
        Some((_, None)) => match names.len() {
            1 => ", which states none for the top level",
            _ => ", which state none for the top level",
        },
        _ => "",
    };
    format!("By {}{top}.", listed(&names))
}

fn log(budget: &Budget) -> AnyView {
    let rows = budget
        .activities
        .iter()
        .map(|activity| {
            let kind = format!(
                "{} {}",
                if activity.hands_on { "hands-on" } else { "other" },
                if activity.integrates { "integrates" } else { "implements" }
            );
            let id = format!("log-{}", activity.id);
            view! {
                <tr>
                    <th scope="row"><label for=id.clone()>{activity.name.clone()}</label></th>
                    <td>{if activity.hands_on { "hands-on" } else { "–" }}</td>
                    <td>{if activity.integrates { "integrator" } else { "implementer" }}</td>
                    <td><input type="number" id=id min="0" max="80" step="0.5" inputmode="decimal" data-log=kind autocomplete="off" /></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="The log">
            <table class="titles hours-log">
                <caption class="visually-hidden">"Kinds of work in a week, with a field for the hours of each"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Work"</th>
                        <th scope="col">"Counts as"</th>
                        <th scope="col">"Kind"</th>
                        <th scope="col">"Hours"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
