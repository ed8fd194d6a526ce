//! A choice of two levels: native lists in a form that leads to their comparison.

use leptos::prelude::*;

use crate::ladder::LevelCode;
use crate::web::components::LevelLink;

/// The form. It submits both levels in the address, and a script redirects from there. Without a
/// script, every comparison is a link elsewhere on the page.
#[component]
pub fn LevelPicker(
    /// The address of the compare page.
    action: String,
    /// The levels to choose from.
    levels: Vec<LevelLink>,
    /// The first level, selected at first.
    from: LevelCode,
    /// The second level, selected at first.
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
