//! A level's title in every scheme; the styles show the chosen one.

use leptos::prelude::*;

/// One title, or one per scheme if they differ.
#[component]
pub fn LevelTitle(
    /// `(scheme id, title)`, the default scheme first.
    titles: Vec<(String, String)>,
) -> impl IntoView {
    let same = titles.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if same {
        let title = titles.into_iter().next().map(|(_, title)| title);
        return view! { <span class="level-title">{title}</span> }.into_any();
    }
    let each = titles
        .into_iter()
        .map(|(scheme, title)| view! { <span data-in=scheme>{title}</span> })
        .collect_view();
    view! { <span class="level-title">{each}</span> }.into_any()
}
