//! The competencies of the ladder as boxes to tick, in its groups.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::growth::PASSPORT;
use crate::web::growth::model::Model;

/// The boxes.
#[component]
pub(super) fn Boxes(
    model: Model,
    /// The ids of those that are ticked.
    ticked: RwSignal<BTreeSet<String>>,
    /// Called with an id and whether it is ticked now.
    on_tick: Callback<(String, bool)>,
) -> impl IntoView {
    let ladder = model.ladder();
    let one = move |id: String, name: String| {
        let shown = id.clone();
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    autocomplete="off"
                    prop:checked=move || ticked.with(|ticked| ticked.contains(&shown))
                    on:change=move |event| on_tick.run((id.clone(), event_target_checked(&event)))
                />
                <span>{name}</span>
            </label>
        }
        .into_any()
    };
    let of_group = move |group: Option<&str>| {
        let items = ladder.competencies.iter();
        let items = items.filter(|item| item.group.as_deref() == group);
        let boxes = items.map(|item| one(item.id.clone(), item.name.clone()));
        boxes.collect::<Vec<_>>()
    };
    // An entry may show what this ladder no longer has.
    let is_here = |id: &String| ladder.competencies.iter().any(|item| item.id == *id);
    let others = ticked.with_untracked(|ticked| {
        let others = ticked.iter().filter(|id| !is_here(id));
        let boxes = others.map(|id| one(id.clone(), other_name(id)));
        boxes.collect::<Vec<_>>()
    });
    let groups = ladder.groups.iter();
    let groups = groups.map(|group| (group.name.clone(), of_group(Some(&group.id))));
    let all = groups.chain([
        (String::new(), of_group(None)),
        ("Other".to_owned(), others),
    ]);
    let all = all
        .filter(|(_, boxes)| !boxes.is_empty())
        .map(|(name, boxes)| {
            view! {
                <fieldset class="evidence-boxes">
                    {(!name.is_empty()).then(|| view! { <legend>{name}</legend> })}
                    {boxes}
                </fieldset>
            }
        })
        .collect_view();
    view! { <div class="evidence-groups">{all}</div> }
}

/// What the ladder has no name for.
pub(super) fn other_name(id: &str) -> String {
    match id.strip_prefix(PASSPORT) {
        Some(line) => format!("Skills passport: {}", line.replace('-', " ")),
        None => format!("{id} (not in this ladder)"),
    }
}
