//! Lines about check-ins: standings, counts, a plan, a day. Values in, views out.

use leptos::prelude::*;

use crate::growth::{CheckIn, FrozenAim, PlanState, Standing};
use crate::web::components::{StandingMark, StandingSign, Station};
use crate::web::growth::dates;
use crate::web::growth::model::Model;
use crate::web::growth::words;

/// The standings in the order of a summary.
const ORDER: [Standing; 4] = [
    Standing::Reliably,
    Standing::Sometimes,
    Standing::NotYet,
    Standing::NoChance,
];

/// A standing as its sign and its words.
pub(super) fn standing(standing: Standing) -> AnyView {
    let sign = StandingSign::of(standing.id());
    view! {
        <span class="standing-words"><StandingMark sign=sign /> " " {words::standing(standing)}</span>
    }
    .into_any()
}

/// How many marks there are, and how many of each standing.
pub(super) fn tally(check_in: &CheckIn) -> AnyView {
    let counts = ORDER.into_iter().filter_map(|one| {
        let marks = check_in.marks.values();
        let count = marks.filter(|mark| mark.standing == one).count();
        let sign = StandingSign::of(one.id());
        let name = words::standing(one).to_lowercase();
        (count > 0).then(|| {
            view! { <li><StandingMark sign=sign /> {format!(" {count} {name}")}</li> }
        })
    });
    let all = words::count(check_in.marks.len(), "mark", "marks");
    view! { <span>{all}</span> <ul class="tally plain-list">{counts.collect_view()}</ul> }
        .into_any()
}

/// Both levels as signs, or their ids if the ladder no longer has them.
pub(super) fn levels(model: Model, check_in: &CheckIn) -> AnyView {
    let sign = |id: &Option<String>| {
        let id = id.clone()?;
        let known = model.ladder().levels.iter().find(|level| level.id == id);
        Some(match known {
            Some(level) => view! { <Station level=level /> }.into_any(),
            None => view! { <span>{id}</span> }.into_any(),
        })
    };
    match (sign(&check_in.own), sign(&check_in.target)) {
        (Some(own), Some(target)) => view! { {own} ", aiming for " {target} }.into_any(),
        _ => view! { "No levels chosen" }.into_any(),
    }
}

/// How many items of a plan there are of each state.
pub(super) fn plan_counts(plan: &[FrozenAim]) -> String {
    let states = [
        (PlanState::Open, "open"),
        (PlanState::Done, "done"),
        (PlanState::Kept, "kept for later"),
        (PlanState::Dropped, "dropped"),
    ];
    let counts = states.into_iter().filter_map(|(state, word)| {
        let count = plan.iter().filter(|one| one.state == state).count();
        (count > 0).then(|| format!("{count} {word}"))
    });
    let counts: Vec<String> = counts.collect();
    match counts.is_empty() {
        true => "Nothing planned".to_owned(),
        false => counts.join(", "),
    }
}

/// The day of a check-in, and its number if the day has several.
pub(super) fn day(check_in: &CheckIn) -> String {
    let day = dates::day(check_in.date);
    match check_in.id.as_str().split_once('.') {
        Some((_, number)) => format!("{day}, no. {number}"),
        None => day,
    }
}
