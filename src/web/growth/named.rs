//! What a mark is on, by name. Handles ids and the ladder; independent of what is marked.

use leptos::prelude::*;

use crate::growth::{Aim, Expected, mark_id};
use crate::web::components::Station;
use crate::web::growth::model::Model;

/// The level’s sign and the competency, leading to the expectation’s page. Of an expectation that the
/// ladder no longer has, what it `said`, or else the competency alone.
pub(crate) fn named(model: Model, id: &str, said: &[String]) -> AnyView {
    match Expected::find(model.ladder(), id) {
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
            let said = said.unwrap_or_else(|| name(model, id));
            view! { <span>{said}</span> " " <span class="soft">"(no longer in the ladder)"</span> }
                .into_any()
        }
    }
}

/// The level and the competency as one text; of a competency that the ladder no longer has, its id.
pub(crate) fn name(model: Model, id: &str) -> String {
    if let Some(expected) = Expected::find(model.ladder(), id) {
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
