//! Where the tracks part: competencies by how differently two tracks weigh and word them.

use leptos::prelude::*;

use crate::ladder::{Divergence, Ladder, Level, Rung, Track, divergences_by_weight};
use crate::route::{Route, Topic};
use crate::web::components::{WeightChart, WeightRow};
use crate::web::frame::expectation_href;
use crate::web::guide::Intro;
use crate::web::guide::parts::{capital, count_word};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Divergence);

pub(crate) const INTRO: Intro = Intro {
    title: "Where the tracks part",
    line: "Competencies by how differently the tracks word them.",
    lede: "The twins of a rung stand at the same height. Here is where they ask for different things.",
    next: (Route::Topic(Topic::Fork), "What changes at the fork"),
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

    /// The rungs at which every competency has both levels.
    fn rungs(&self) -> Vec<Rung> {
        let rungs = self.apart.iter().map(|(rung, _)| *rung);
        rungs
            .filter(|rung| self.found.iter().all(|one| distance(one, *rung).is_some()))
            .collect()
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
        true => "weigh and word",
        false => "word",
    };
    let rungs = match low == high {
        true => format!("at rung {low}"),
        false => format!("from rung {low} to rung {high}"),
    };
    Some(format!(
        "Competencies by how differently {who} {how} them, {rungs}."
    ))
}

pub(crate) fn content(site: Site) -> AnyView {
    let Some(parting) = Parting::of(site.ladder) else {
        return ().into_any();
    };
    if parting.found.is_empty() {
        let words = "At no height do both tracks expect something in the same competency.";
        return view! { <p>{words}</p> }.into_any();
    }
    let here = site.at(HERE);
    let rungs = parting.rungs();
    let rows = parting.found.iter();
    let rows: Vec<WeightRow> = rows
        .map(|one| WeightRow {
            name: one.competency.name.clone(),
            href: here.link(&Route::Competency(one.competency.id.clone())),
            weights: one.weights,
            distances: rungs
                .iter()
                .filter_map(|rung| distance(one, *rung))
                .collect(),
            mean: one.mean,
        })
        .collect();
    let examples = parting.found.iter().take(IN_FULL);
    let examples = examples
        .map(|one| example(site, &here, &parting, one))
        .collect_view();
    let head = match parting.found.len().min(IN_FULL) {
        1 => "The one that differs most".to_owned(),
        count => format!("The {} that differ most", count_word(count)),
    };
    view! {
        <p>{order(site.ladder, &parting)}</p>
        <WeightChart
            rows=rows
            heads=parting.tracks.map(|track| capital(&track.short))
            rungs=rungs
        />
        {shared_words(&parting).map(|words| view! { <p class="soft">{words}</p> })}
        <h2>{head}</h2>
        {examples}
    }
    .into_any()
}

/// What comes first, and what the numbers say.
fn order(ladder: &Ladder, parting: &Parting) -> String {
    const NUMBERS: &str = "The distance of a rung is the share of words that only one twin has: 0 % is the same text, 100 % is nothing shared.";
    if !parting.is_weighed() {
        return format!(
            "First come the competencies whose twins share the fewest words. {NUMBERS} The order is our choice."
        );
    }
    let above = ladder
        .weights_from
        .map(|rung| format!(" from rung {rung} up"));
    format!(
        "First come the competencies whose weights differ most{}; of equals, those whose twins share the fewest words. {NUMBERS} The weights are the ladder’s, the order is our choice.",
        above.unwrap_or_default()
    )
}

/// How many of their words twins share, at the lowest and at the highest rung.
fn shared_words(parting: &Parting) -> Option<String> {
    let share = |rung: Rung| {
        let found = parting.found.iter();
        let shares: Vec<f64> = found
            .filter_map(|one| Some(1.0 - distance(one, rung)?))
            .collect();
        let mean = shares.iter().sum::<f64>() / shares.len() as f64;
        (!shares.is_empty()).then(|| format!("{:.0} %", mean * 100.0))
    };
    let mut known = (parting.apart.iter()).filter_map(|(rung, _)| Some((*rung, share(*rung)?)));
    let (low, at_low) = known.next()?;
    let low = format!("{at_low} of their words at rung {low}");
    Some(match known.next_back() {
        Some((high, at_high)) => {
            format!("Over all competencies, twins share {low} and {at_high} at rung {high}.")
        }
        None => format!("Over all competencies, twins share {low}."),
    })
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
                    {format!("{} by rung, {first} and {second}", item.name)}
                </caption>
                <thead><tr><th scope="col">"Rung"</th>{heads}</tr></thead>
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
    let label = format!("Compare the twins of rung {rung}");
    view! { <a href=href aria-label=label>{rung.to_string()}</a> }.into_any()
}
