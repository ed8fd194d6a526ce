//! Switching: the moves at each rung, their rules, what carries over, and a passport form.

use leptos::prelude::*;

use crate::guide::{PassportField, SwitchMove};
use crate::ladder::{Ladder, LevelCode, Rung, Track};
use crate::route::{Route, Topic};
use crate::web::compare::pair::CARRY_OVER;
use crate::web::components::{LevelPicker, Station};
use crate::web::frame::stops;
use crate::web::guide::Intro;
use crate::web::guide::parts::{named, rests_on};
use crate::web::site::Site;

const TOPIC: Topic = Topic::Switching;
const HERE: Route = Route::Topic(TOPIC);

pub(crate) const INTRO: Intro = Intro {
    title: "Switching tracks",
    line: "How to change sides at the same rung, how to come back, what carries over, and a skills passport to fill in.",
    lede: "The letter changes, the number stays, and the way back is part of the plan.",
    next: (Route::Quiz, "Which side energises you?"),
};

pub(crate) fn content(site: Site) -> AnyView {
    let switching = &site.guide.switching;
    let moves = switching
        .moves
        .iter()
        .map(|entry| one_move(site.ladder, entry))
        .collect_view();
    view! {
        <h2 id="moves">"The moves"</h2>
        <ul class="plain-list moves">{moves}</ul>
        <h2 id="rules">"The rules"</h2>
        {named(site.ladder, TOPIC, &switching.rules)}
        {carry_over(site)}
        {passport(&switching.passport)}
    }
    .into_any()
}

// The moves -------------------------------------------------------------------------------------

fn one_move(ladder: &Ladder, entry: &SwitchMove) -> AnyView {
    let head = match &entry.name {
        Some(name) => name.clone().into_any(),
        None => both_ways(&entry.rungs),
    };
    let id = entry.rungs.first().map(|rung| format!("from-rung-{rung}"));
    view! {
        <li id=id>
            <h3>{head}</h3>
            <p><strong>{entry.ease.clone()} "."</strong> " " {entry.how.clone()}</p>
            {rests_on(ladder, TOPIC, entry.basis, &entry.sources)}
        </li>
    }
    .into_any()
}

/// The symbols of some rungs' levels, each pair with an arrow in both directions.
fn both_ways(rungs: &[Rung]) -> AnyView {
    rungs
        .iter()
        .filter_map(|rung| twins(*rung))
        .enumerate()
        .map(|(i, (deep, broad))| {
            let comma = (i > 0).then_some(", ");
            view! {
                {comma}
                <Station code=deep />
                <span aria-hidden="true">" ↔ "</span>
                <span class="visually-hidden">" to and from "</span>
                <Station code=broad />
            }
        })
        .collect_view()
        .into_any()
}

/// The levels at one rung, deep and broad, if there are both.
fn twins(rung: Rung) -> Option<(LevelCode, LevelCode)> {
    LevelCode::on(Track::Deep, rung).zip(LevelCode::on(Track::Broad, rung))
}

// What carries over -----------------------------------------------------------------------------

/// What still counts after a switch, and which expectations become gaps.
fn carry_over(site: Site) -> AnyView {
    let ladder = site.ladder;
    let moves = (LevelCode::FIRST_BROAD_RUNG..=LevelCode::TOP_RUNG)
        .filter_map(twins)
        .map(|(deep, broad)| {
            view! { {one_way(ladder, deep, broad)} {one_way(ladder, broad, deep)} }
        })
        .collect_view();
    let (from, to) = (
        LevelCode::on(Track::Deep, LevelCode::FORK_RUNG + 1),
        LevelCode::on(Track::Broad, LevelCode::FORK_RUNG + 1),
    );
    view! {
        <section id="carry-over">
            <h2>"What carries over"</h2>
            <p>
                "Pick where you are and where you go. The comparison shows which of your evidence still counts and which gaps open."
            </p>
            {from.zip(to).map(|(from, to)| view! {
                <LevelPicker
                    action=format!("{}#{CARRY_OVER}", HERE.link(&Route::Compare))
                    levels=stops(ladder, &HERE)
                    from=from
                    to=to
                />
            })}
            <p class="soft">"Switches at one height, and the gaps that each opens:"</p>
            <ul class="plain-list">{moves}</ul>
        </section>
    }
    .into_any()
}

fn one_way(ladder: &Ladder, from: LevelCode, to: LevelCode) -> AnyView {
    let carried = crate::ladder::carry_over(ladder, from, to);
    let gaps: Vec<&str> = carried
        .gaps
        .iter()
        .map(|gap| gap.competency.name.as_str())
        .collect();
    let href = format!("{}#{CARRY_OVER}", HERE.link(&Route::Pair(from, to)));
    view! {
        <li class="index-line">
            <a href=href>
                <Station code=from />
                <span aria-hidden="true">" → "</span>
                <span class="visually-hidden">" to "</span>
                <Station code=to />
            </a>
            <span class="soft">{gaps.join("; ")}</span>
        </li>
    }
    .into_any()
}

// The passport ----------------------------------------------------------------------------------

/// The number of blank lines per field in print.
const BLANK_LINES: usize = 3;

fn passport(fields: &[PassportField]) -> AnyView {
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
        <section class="paper-form" id="passport">
            <h2>"Your skills passport"</h2>
            <p>"A few lines to write down before you switch, and once a year after that."</p>
            <p class="no-print">
                "Print this page to get them as a form on a sheet of its own, or "
                <a href=HERE.link(&Route::Topic(Topic::Case))>"keep them in this browser, beside your case"</a>
                "."
            </p>
            <ul class="plain-list">{fields}</ul>
        </section>
    }
    .into_any()
}
