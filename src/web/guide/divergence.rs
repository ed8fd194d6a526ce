//! Where the tracks part: competencies by how differently two tracks weigh them; in `fork`, what changes
//! there.

mod fork;

use leptos::prelude::*;

use crate::ladder::{Divergence, Ladder, Level, Rung, Track, divergences_by_weight};
use crate::route::{Route, Topic};
use crate::web::components::{WeightChart, WeightRow};
use crate::web::frame::{expectation_href, parting};
use crate::web::guide::Intro;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{capital, count_word};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Divergence);

pub(crate) const INTRO: Intro = Intro {
    title: "Where the tracks part",
    line: "Competencies by how much more they count for one track.",
    lede: "Two levels with the same number are equal. Here is where they expect different things.",
    tags: "fork difference deep broad twin first ninety days 90 days new level",
};

/// The number of competencies shown in full.
const IN_FULL: usize = 5;

/// Two tracks, and the levels of equal height that they have for themselves.
struct Parting {
    tracks: [&'static Track; 2],
    apart: Vec<(Rung, [&'static Level; 2])>,
    found: Vec<Divergence<'static>>,
}

impl Parting {
    fn of(ladder: &'static Ladder) -> Option<Self> {
        let pair = ladder.pair()?;
        let [first, second] = pair;
        Some(Self {
            tracks: [ladder.tracks.get(first)?, ladder.tracks.get(second)?],
            apart: ladder.apart(pair),
            found: divergences_by_weight(ladder, pair),
        })
    }

    /// Whether the ladder says of any competency how much it counts on both.
    fn is_weighed(&self) -> bool {
        self.found.iter().any(|one| one.weights.is_some())
    }
}

/// How far the two levels of a rung are apart in a competency.
fn distance(one: &Divergence, rung: Rung) -> Option<f64> {
    let mut distances = one.by_rung.iter();
    distances.find(|(at, _)| *at == rung).map(|(_, far)| *far)
}

/// What is compared, and from which rung to which.
pub(crate) fn line(ladder: &'static Ladder) -> Option<String> {
    let parting = Parting::of(ladder)?;
    let (low, _) = parting.apart.first()?;
    let (high, _) = parting.apart.last()?;
    let who = match (ladder.tracks.len(), parting.tracks) {
        (2, _) => "the two tracks".to_owned(),
        (_, [first, second]) => format!("the tracks “{}” and “{}”", first.name, second.name),
    };
    let how = match parting.is_weighed() {
        true => "weigh",
        false => "word",
    };
    let rungs = match low == high {
        true => format!("at level {low}"),
        false => format!("from level {low} to level {high}"),
    };
    Some(format!(
        "Competencies by how differently {who} {how} them, {rungs}, and what changes where they part."
    ))
}

/// The heights at which the tracks are shared, alike, and two jobs.
pub(crate) fn lede(site: Site) -> Option<String> {
    let (fork, _) = fork::rungs(site.ladder)?;
    let words = parting(site.ladder)?;
    let jobs = match site.ladder.tracks.len() {
        2 => "both",
        _ => "more than one",
    };
    Some(format!(
        "{words} Level {fork} is the last where one person can do {jobs}."
    ))
}

pub(crate) fn content(site: Site) -> Vec<Part> {
    let mut parts = competencies(site);
    if let Some(guide) = site.guide {
        parts.extend(fork::content(site, guide));
    }
    parts
}

fn competencies(site: Site) -> Vec<Part> {
    let Some(parting) = Parting::of(site.ladder) else {
        return Vec::new();
    };
    if parting.found.is_empty() {
        let words = "At no level do both tracks expect something in the same competency.";
        return vec![Part::untitled(view! { <p>{words}</p> }.into_any())];
    }
    let here = site.at(HERE);
    let chart = parting.is_weighed().then(|| chart(site, &here, &parting));
    let examples = parting.found.iter().take(IN_FULL);
    let examples = examples
        .map(|one| example(site, &here, &parting, one))
        .collect_view();
    let head = match parting.found.len().min(IN_FULL) {
        1 => "The one that differs most".to_owned(),
        count => format!("The {} that differ most", count_word(count)),
    };
    let gist = "What both tracks expect, level by level.";
    let chart = chart.map(|chart| Part::open("weights", "What counts more for whom", chart));
    let examples = match chart {
        Some(_) => Part::folded("differ-most", head, gist, examples.into_any()),
        None => Part::open("differ-most", head, examples.into_any()),
    };
    chart.into_iter().chain([examples]).collect()
}

fn chart(site: Site, here: &Route, parting: &Parting) -> AnyView {
    let rows = parting.found.iter();
    let rows: Vec<WeightRow> = rows
        .map(|one| WeightRow {
            name: one.competency.name.clone(),
            href: here.link(&Route::Competency(one.competency.id.clone())),
            weights: one.weights,
        })
        .collect();
    let above = site
        .ladder
        .weights_from
        .map(|rung| format!("from level {rung} up"));
    let heads = parting.tracks.map(|track| capital(&track.short));
    view! {
        <p>
            "How much each competency counts, from 0 to 3"
            {above.map(|above| format!(", {above}"))}
            ". The largest differences come first."
        </p>
        <WeightChart rows=rows heads=heads />
    }
    .into_any()
}

fn example(site: Site, here: &Route, parting: &Parting, one: &Divergence) -> AnyView {
    let item = one.competency;
    let rows = parting
        .apart
        .iter()
        .filter(|(rung, _)| distance(one, *rung).is_some())
        .map(|(rung, levels)| {
            let cells = levels.iter().zip(SIDES).map(|(level, class)| {
                let words = item.at(level).map(|cell| cell.headline().to_owned());
                let href = expectation_href(site, here, level, item);
                view! { <td class=class><a href=href>{words}</a></td> }
            });
            view! {
                <tr>
                    <th scope="row">{rung_link(site, here, *rung, *levels)}</th>
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view();
    let [first, second] = parting.tracks.map(|track| track.short.as_str());
    let heads = [first, second].into_iter().zip(SIDES);
    let heads = heads
        .map(|(short, class)| view! { <th scope="col" class=class>{capital(short)}</th> })
        .collect_view();
    view! {
        <section class="competency">
            <h3><a href=here.link(&Route::Competency(item.id.clone()))>{item.name.clone()}</a></h3>
            <table class="contrast contrast-plain">
                <caption class="visually-hidden">
                    {format!("{} by level, {first} and {second}", item.name)}
                </caption>
                <thead><tr><th scope="col">"Level"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The classes of the two columns.
const SIDES: [&str; 2] = ["side-1", "side-2"];

/// The rung, which leads to the comparison of its two levels where there is one.
fn rung_link(site: Site, here: &Route, rung: Rung, [first, second]: [&Level; 2]) -> AnyView {
    if !site.compares(first, second) {
        return rung.to_string().into_any();
    }
    let href = here.link(&Route::Pair(first.id.clone(), second.id.clone()));
    let label = format!("Compare both tracks at level {rung}");
    view! { <a href=href aria-label=label>{rung.to_string()}</a> }.into_any()
}
