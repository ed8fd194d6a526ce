//! A choice of two levels: native lists in a form that leads to their comparison.

use leptos::prelude::*;

use crate::web::components::LevelLink;

/// The form. It submits both levels in the address, and a script redirects from there. Without a
/// script, every comparison is a link elsewhere on the page.
#[component]
pub fn LevelPicker(
    /// The address of the compare page.
    action: String,
    /// The levels to choose from.
    levels: Vec<LevelLink>,
    /// The ids of the ones chosen at first.
    from: String,
    /// The level one goes to.
    to: String,
    /// For each level the id of the one to go to at first, if the address names only that level. Empty
    /// for none.
    #[prop(optional)]
    next: Vec<String>,
) -> impl IntoView {
    let options = |chosen: &str| {
        levels
            .iter()
            .enumerate()
            .map(|(at, level)| {
                let is_chosen = level.id == chosen;
                let next = next.get(at).cloned();
                view! {
                    <option value=level.id.clone() data-label=level.sign.label.clone() data-next=next selected=is_chosen>{level.name.clone()}</option>
                }
            })
            .collect_view()
    };
    view! {
        <form class="level-picker needs-script no-print" action=action method="get">
            <label>"From" <select name="a" data-from-address="">{options(&from)}</select></label>
            <label>"To" <select name="b" data-from-address="">{options(&to)}</select></label>
            <button type="submit" class="button">"Compare"</button>
        </form>
    }
}
