//! What changes above the highest level at which one moves between the tracks freely.

use leptos::prelude::*;

use super::HERE;
use crate::guide::Guide;
use crate::ladder::{Ladder, Rung, Side};
use crate::route::Route;
use crate::web::guide::part::Part;
use crate::web::guide::parts::{capital, contrast, notes, side_class, side_name, side_word};
use crate::web::site::Site;

/// The rung of the fork and the one above it, where there is one.
pub(super) fn rungs(ladder: &Ladder) -> Option<(Rung, Rung)> {
    let fork = ladder.fork().filter(|fork| *fork < ladder.top())?;
    Some((fork, fork + 1))
}

pub(super) fn content(site: Site, guide: &Guide) -> Vec<Part> {
    let (ladder, fork) = (site.ladder, &guide.fork);
    let here = site.at(HERE);
    let (title, before) = match rungs(ladder) {
        Some((fork, next)) => (
            format!("What changes from level {fork} to level {next}"),
            format!("Up to level {fork}"),
        ),
        None => ("What changes at the fork".to_owned(), "Before".to_owned()),
    };
    let [deep, broad] = Side::BOTH.map(|side| head(ladder, side));
    let heads = ["Aspect".to_owned(), before, deep, broad];
    let changes = contrast(ladder, &here, title.clone(), heads, &fork.changes);
    let sides = Side::BOTH.map(|side| one_side(ladder, guide, &here, side));
    let days = view! { <div class="twins">{sides.collect_view()}</div> };
    vec![
        Part::open("fork", title, changes),
        Part::folded(
            "first-days",
            "The first ninety days",
            "What to do first on either track, and what you give up.",
            days.into_any(),
        ),
        Part::folded(
            "step-down",
            "Why it may feel like a step down",
            "You leave work you know well, and there is less to show on a Friday.",
            notes(ladder, &here, &fork.step_down),
        ),
    ]
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
