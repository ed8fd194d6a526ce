//! Two levels to choose: native lists in a form that leads to their comparison.

use leptos::prelude::*;

use crate::ladder::LevelCode;
use crate::web::components::LevelLink;

/// The form. Its address names both levels; a script leads on from there, and without one every
/// comparison is a link elsewhere on the page.
#[component]
pub fn LevelPicker(
    /// The address of the page that compares.
    action: String,
    /// The levels on offer.
    levels: Vec<LevelLink>,
    /// The ones chosen at first.
    from: LevelCode,
    /// The level one goes to.
    to: LevelCode,
) -> impl IntoView {
    let options = |chosen: LevelCode| {
        levels
            .iter()
            .map(|level| {
                let title = level.titles.first().map(|(_, title)| title.clone());
                let words = format!("{} {}", level.code, title.unwrap_or_default());
                view! {
                    <option value=level.code.slug() selected=level.code == chosen>{words}</option>
                }
            })
            .collect_view()
    };
    view! {
        <form class="level-picker needs-script no-print" action=action method="get">
            <label>"From" <select name="a" data-from-address="">{options(from)}</select></label>
            <label>"To" <select name="b" data-from-address="">{options(to)}</select></label>
            <button type="submit" class="button">"Compare"</button>
        </form>
    }
}
