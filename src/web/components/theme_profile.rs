//! Answers by theme: a bar to the left for those that speak for deep work, one to the right for those
//! that speak for broad work. The picture is a table.

use leptos::prelude::*;

use crate::ladder::Side;

/// One theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeLine {
    /// Its name.
    pub name: String,
    /// How many answers speak for deep work.
    pub deep: usize,
    /// How many answers speak for broad work.
    pub broad: usize,
}

/// The length of a full bar.
const FULL: usize = 100;

/// The themes, in order.
#[component]
pub fn ThemeProfile(
    /// The themes.
    themes: Vec<ThemeLine>,
) -> impl IntoView {
    let counts = themes.iter().flat_map(|theme| [theme.deep, theme.broad]);
    let most = counts.max().unwrap_or(0).max(1);
    let bar = |side: Side, count: usize| {
        let width = FULL * count / most;
        let x = *side.of(&[FULL - width, 0]);
        let class = *side.of(&["pull pull-1", "pull pull-2"]);
        view! {
            <td class=class>
                <span class="pull-row">
                    <b>{count.to_string()}</b>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect x=x.to_string() y="0" width=width.to_string() height="10" />
                    </svg>
                </span>
            </td>
        }
    };
    let rows = themes
        .into_iter()
        .map(|theme| {
            view! {
                <tr>
                    <th scope="row">{theme.name}</th>
                    {bar(Side::Deep, theme.deep)}
                    {bar(Side::Broad, theme.broad)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="themes">
            <caption>"How many answers favour each kind of work. Answers in the middle are left out."</caption>
            <thead>
                <tr>
                    <th scope="col">"Theme"</th>
                    <th scope="col" class="pull-1">"deep"</th>
                    <th scope="col" class="pull-2">"broad"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
