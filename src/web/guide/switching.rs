//! Switching: the moves at each rung, their rules, what carries over, and a passport form.

use leptos::prelude::*;

use crate::guide::{Guide, PassportField, SwitchMove};
use crate::ladder::{Ladder, Level, Rung};
use crate::route::{GrowthPart, Route, Topic};
use crate::web::compare::pair::CARRY_OVER;
use crate::web::components::{LevelPicker, Station};
use crate::web::frame::stops;
use crate::web::guide::Intro;
use crate::web::guide::mark::Ground;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{named, said};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Switching);

pub(crate) const INTRO: Intro = Intro {
    title: "Switching tracks",
    line: "How to change track at the same level, how to come back, what carries over, and a skills passport to fill in.",
    lede: "The track changes, the level stays, and the way back is part of the plan.",
    tags: "move change track return back relabel passport",
};

pub(crate) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, switching) = (site.ladder, &guide.switching);
    let here = site.at(HERE);
    let moves = switching.moves.iter();
    let moves = moves
        .map(|entry| one_move(ladder, &here, entry))
        .collect_view();
    let moves = view! { <ul class="plain-list moves">{moves}</ul> };
    vec![
        Part::open("moves", "The moves", moves.into_any()),
        Part::open("carry-over", "What carries over", carry_over(site, &here)),
        Part::folded(
            "rules",
            "The rules",
            "The number stays, what you have shown still counts, and coming back is not a step down.",
            named(ladder, &here, &switching.rules),
        ),
        Part::folded(
            "passport",
            "Your skills passport",
            "A few lines to write down before you switch, and once a year after that.",
            passport(&here, &switching.passport),
        ),
    ]
}

/// The levels of each rung at which both sides have one of their own, deep and broad.
fn twins(ladder: &Ladder) -> Vec<(Rung, [&Level; 2])> {
    let twins = ladder.sides.map(|sides| ladder.apart(sides));
    twins.unwrap_or_default()
}

// The moves -------------------------------------------------------------------------------------

fn one_move(ladder: &Ladder, here: &Route, entry: &SwitchMove) -> AnyView {
    let head = match &entry.name {
        Some(name) => name.clone().into_any(),
        None => both_ways(ladder, &entry.rungs),
    };
    let ground = Ground::new(&entry.basis, &entry.sources);
    let id = entry.rungs.first().map(|rung| format!("from-rung-{rung}"));
    view! {
        <li id=id>
            <h3>{head}</h3>
            <div>
                <strong>{entry.ease.clone()} "."</strong> " "
                {said(ladder, here, &entry.how, ground, entry.then.as_ref(), true)}
            </div>
        </li>
    }
    .into_any()
}

/// The stations of some rungs, each pair with an arrow that points both ways.
fn both_ways(ladder: &Ladder, rungs: &[Rung]) -> AnyView {
    twins(ladder)
        .into_iter()
        .filter(|(rung, _)| rungs.contains(rung))
        .enumerate()
        .map(|(i, (_, [deep, broad]))| {
            let comma = (i > 0).then_some(", ");
            view! {
                {comma}
                <Station level=deep />
                <span aria-hidden="true">" ↔ "</span>
                <span class="visually-hidden">" to and from "</span>
                <Station level=broad />
            }
        })
        .collect_view()
        .into_any()
}

// What carries over -----------------------------------------------------------------------------

/// What still counts after a switch, and which expectations open as gaps.
fn carry_over(site: Site, here: &Route) -> AnyView {
    let ladder = site.ladder;
    let twins = twins(ladder);
    // Above the fork a switch costs something.
    let above = twins.iter().find(|(rung, _)| Some(*rung) > ladder.fork());
    let shown = above.or(twins.first()).map(|(_, levels)| *levels);
    let picker = shown.map(|[from, to]| {
        view! {
            <LevelPicker
                action=format!("{}#{CARRY_OVER}", here.link(&Route::Compare))
                levels=stops(site, here)
                from=from.id.clone()
                to=to.id.clone()
            />
        }
    });
    let moves = twins
        .iter()
        .filter(|(_, [deep, broad])| site.compares(deep, broad))
        .map(|(_, [deep, broad])| {
            view! { {one_way(ladder, here, deep, broad)} {one_way(ladder, here, broad, deep)} }
        })
        .collect_view();
    view! {
        <p>
            "Pick where you are and where you go. The comparison shows what you can reuse and what you would need to build."
        </p>
        {picker}
        <p class="soft">"Switches at the same level, and what you would need to build:"</p>
        <ul class="plain-list switch-list">{moves}</ul>
    }
    .into_any()
}

fn one_way(ladder: &Ladder, here: &Route, from: &Level, to: &Level) -> AnyView {
    let carried = crate::ladder::carry_over(ladder, from, to);
    let gaps: Vec<&str> = carried
        .gaps
        .iter()
        .map(|gap| gap.competency.name.as_str())
        .collect();
    let pair = Route::Pair(from.id.clone(), to.id.clone());
    let href = format!("{}#{CARRY_OVER}", here.link(&pair));
    view! {
        <li class="index-line">
            <a href=href>
                <Station level=from />
                <span aria-hidden="true">" → "</span>
                <span class="visually-hidden">" to "</span>
                <Station level=to />
            </a>
            <span class="soft">{gaps.join("; ")}</span>
        </li>
    }
    .into_any()
}

// The passport ----------------------------------------------------------------------------------

/// The number of blank lines per field in print.
const BLANK_LINES: usize = 3;

fn passport(here: &Route, fields: &[PassportField]) -> AnyView {
    let fields = fields
        .iter()
        .map(|field| {
            let blanks = (0..BLANK_LINES)
                .map(|_| view! { <div class="blank-line"></div> })
                .collect_view();
            view! {
                <li id=format!("passport-{}", field.id)>
                    <h3>{field.name.clone()}</h3>
                    <p class="soft">{field.why.clone()}</p>
                    <div class="blank-lines" aria-hidden="true">{blanks}</div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="paper-form">
            <p class="no-print">
                "Print this page to get them as a form, or "
                <a href=here.link(&Route::Growth(GrowthPart::Evidence))>"save them in this browser, with your evidence"</a>
                "."
            </p>
            <ul class="plain-list">{fields}</ul>
        </section>
    }
    .into_any()
}
