//! The fork: what changes above the highest rung at which one moves between the tracks freely.

use leptos::prelude::*;

use crate::guide::Guide;
use crate::ladder::{Ladder, Rung, Side};
use crate::route::{Route, Topic};
use crate::web::components::ContrastTable;
use crate::web::guide::Intro;
use crate::web::guide::parts::{capital, contrast_rows, notes, side_class, side_name, side_word};
use crate::web::site::Site;

const HERE: Route = Route::Topic(Topic::Fork);

pub(crate) const INTRO: Intro = Intro {
    title: "The fork",
    line: "What changes at the fork on either track, the first ninety days, and what you give up.",
    lede: "At first you can do both. From the fork on, each track is a job of its own.",
    next: (
        Route::Topic(Topic::Switching),
        "How to switch, and to switch back",
    ),
};

/// The rung of the fork and the one above it, where there is one.
fn rungs(ladder: &Ladder) -> Option<(Rung, Rung)> {
    let fork = ladder.fork().filter(|fork| *fork < ladder.top())?;
    Some((fork, fork + 1))
}

pub(crate) fn line(ladder: &Ladder) -> Option<String> {
    let (fork, next) = rungs(ladder)?;
    Some(format!(
        "What changes from rung {fork} to rung {next} on either track, the first ninety days, and what you give up."
    ))
}

pub(crate) fn lede(ladder: &Ladder) -> Option<String> {
    let (fork, next) = rungs(ladder)?;
    Some(format!(
        "Up to rung {fork} you can do both. From {next} on, each track is a job of its own."
    ))
}

pub(crate) fn content(site: Site, guide: &Guide) -> AnyView {
    let (ladder, fork) = (site.ladder, &guide.fork);
    let here = site.at(HERE);
    let caption = match rungs(ladder) {
        Some((fork, next)) => {
            format!("What changes from rung {fork} to rung {next}, aspect by aspect")
        }
        None => "What changes at the fork, aspect by aspect".to_owned(),
    };
    let [deep, broad] = Side::BOTH.map(|side| head(ladder, side));
    let sides = Side::BOTH.map(|side| one_side(ladder, guide, &here, side));
    view! {
        <h2>"Before and after"</h2>
        <ContrastTable
            caption=caption
            heads=["Aspect".to_owned(), "On the shared rungs".to_owned(), deep, broad]
            rows=contrast_rows(ladder, &here, &fork.changes)
        />
        <h2>"The first ninety days"</h2>
        <div class="twins">{sides.collect_view()}</div>
        <h2>"Why it may feel like a step down"</h2>
        {notes(ladder, &here, &fork.step_down)}
    }
    .into_any()
}

/// A side and the level that it starts at above the fork.
fn head(ladder: &Ladder, side: Side) -> String {
    let word = capital(side_word(ladder, side));
    let level = rungs(ladder)
        .zip(ladder.sides)
        .and_then(|((_, next), sides)| ladder.on(*side.of(&sides), next));
    match level {
        Some(level) => format!("{word}, from {}", level.label()),
        None => word,
    }
}

fn one_side(ladder: &Ladder, guide: &Guide, here: &Route, side: Side) -> AnyView {
    let fork = &guide.fork;
    view! {
        <section class=side_class(ladder, side)>
            <h3>{side_name(ladder, side)}</h3>
            {notes(ladder, here, fork.first_days.on(side))}
            <h4>"What you give up"</h4>
            {notes(ladder, here, std::slice::from_ref(fork.gives_up.on(side)))}
        </section>
    }
    .into_any()
}
