//! The choice of the visitor's own level and the one they aim for.

use leptos::prelude::*;

use crate::growth::Aim;
use crate::ladder::{Ladder, Level};
use crate::web::dom::repository;
use crate::web::frame::columns;
use crate::web::growth::model::Model;
use crate::web::island::redrawn::redrawn;

/// The two lists. The target follows a first choice: the next level up.
#[component]
pub(crate) fn ChooseLevels(model: Model) -> impl IntoView {
    let aim = model.aim();
    let ladder = model.ladder();
    let choose = move |own: Option<&Level>, target: Option<&Level>| {
        let before = aim.get_untracked();
        let before = before.as_ref().and_then(|aim| aim.levels(ladder));
        let own = own.or(before.map(|(own, _)| own));
        let next = |own: &Level| ladder.above(own).first().copied();
        let target = target.or(before.map(|(_, target)| target));
        let target = target.or_else(|| own.and_then(next)).or(own);
        let own = own.or(target);
        if let Some((own, target)) = own.zip(target) {
            model.saved(repository().save_aim(&Aim::new(own, target)));
        }
    };
    redrawn(move || {
        let chosen = aim.get();
        let (own, target) = chosen.map(|aim| (aim.own, aim.target)).unzip();
        view! {
            <div class="growth-levels no-print">
                {list(ladder, "own-level", "My level", own, move |level| choose(level, None))}
                {list(ladder, "target-level", "The level I aim for", target, move |level| choose(None, level))}
            </div>
        }
    })
}

/// A list of levels.
pub(super) fn list(
    ladder: &'static Ladder,
    id: &'static str,
    label: &'static str,
    chosen: Option<String>,
    choose: impl Fn(Option<&'static Level>) + 'static,
) -> AnyView {
    let options = columns(ladder)
        .into_iter()
        .map(|level| {
            let selected = chosen.as_ref() == Some(&level.id);
            view! { <option value=level.id.clone() selected=selected>{level.name()}</option> }
        })
        .collect_view();
    let none = chosen.is_none();
    view! {
        <label for=id>
            <span>{label}</span>
            <select
                id=id
                class="field"
                autocomplete="off"
                on:change=move |event| {
                    let id = event_target_value(&event);
                    choose(ladder.levels.iter().find(|level| level.id == id));
                }
            >
                {none.then(|| view! { <option value="" selected=true>"Choose a level"</option> })}
                {options}
            </select>
        </label>
    }
    .into_any()
}
