//! What a mark is on, by name. Handles ids and the ladder; independent of what is marked.

use leptos::prelude::*;

use crate::growth::{Aim, CheckIn, Expected, mark_id};
use crate::ladder::Level;
use crate::web::components::Station;
use crate::web::dom::repository;
use crate::web::growth::model::Model;

/// The levels in whose names a mark is told, the first that fits.
pub(crate) type Levels = Vec<&'static Level>;

/// The levels that the visitor chose.
pub(crate) fn chosen_levels(model: Model) -> Levels {
    let aim = repository().aim().ok().flatten();
    let levels = aim.and_then(|aim| aim.levels(model.ladder()));
    levels.map_or_else(Vec::new, |(own, target)| vec![own, target])
}

/// The levels that a check-in was made for.
pub(crate) fn levels_of(model: Model, check_in: &CheckIn) -> Levels {
    let ids = [&check_in.own, &check_in.target].into_iter().flatten();
    let level = |id: &String| model.ladder().levels.iter().find(|level| level.id == *id);
    ids.filter_map(level).collect()
}

/// The level’s sign and the competency, leading to the expectation’s page. Of an expectation that the
/// ladder no longer has, what it `said`, or else the competency alone.
pub(crate) fn named(model: Model, levels: &Levels, id: &str, said: &[String]) -> AnyView {
    match Expected::find_at(model.ladder(), levels, id) {
        Some(Expected {
            level, competency, ..
        }) => view! {
            <Station level=level />
            " "
            <a href=model.expectation(level, competency)>{competency.name.clone()}</a>
        }
        .into_any(),
        None => {
            let said = said.first().map(|text| format!("“{text}”"));
            let said = said.unwrap_or_else(|| name(model, levels, id));
            view! { <span>{said}</span> " " <span class="soft">"(no longer in the ladder)"</span> }
                .into_any()
        }
    }
}

/// The level and the competency as one text; of a competency that the ladder no longer has, its id.
pub(crate) fn name(model: Model, levels: &Levels, id: &str) -> String {
    if let Some(expected) = Expected::find_at(model.ladder(), levels, id) {
        return format!("{} {}", expected.level.label(), expected.competency.name);
    }
    let competency = id.split_once('.').map_or(id, |(_, competency)| competency);
    let known = model.ladder().competency(competency);
    known.map_or_else(|| competency.to_owned(), |known| known.name.clone())
}

/// Where a mark can be set again: in the pass, if it asks for that level, or else on the page of the
/// expectation. None if the ladder no longer has it.
pub(crate) fn marking(model: Model, aim: Option<&Aim>, id: &str) -> Option<String> {
    let ladder = model.ladder();
    let Expected {
        level, competency, ..
    } = Expected::find(ladder, id)?;
    let asked = aim.and_then(|aim| aim.levels(ladder));
    let asked = asked.is_some_and(|(own, target)| {
        let is_it = |level| mark_id(ladder, competency, level).as_deref() == Some(id);
        is_it(own) || is_it(target)
    });
    Some(match asked {
        true => model.marking(competency),
        false => model.expectation(level, competency),
    })
}
