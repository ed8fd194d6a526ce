//! The choice of titles, applied to the whole page at once and remembered.

use leptos::prelude::*;

use crate::app::components::{Notice, SchemeSwitch, Tone};
use crate::app::state::{Kept, change_settings, settings};
use crate::app::{browser, words};
use crate::ladder::Ladder;

/// What the part needs of its page: `id=name` of each scheme, one a line.
pub fn with(ladder: &Ladder) -> String {
    let lines: Vec<String> = ladder
        .title_schemes
        .iter()
        .map(|scheme| format!("{}={}", scheme.id, scheme.name))
        .collect();
    lines.join("\n")
}

/// The switch, and a sentence where the choice could not be kept.
#[component]
pub fn SchemePart(
    /// As made by [`with`].
    with: String,
) -> impl IntoView {
    let schemes = with
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .collect();
    let chosen = RwSignal::new(None);
    let kept = RwSignal::new(Kept::NotYet);
    Effect::new(move |_| chosen.set(settings().title_scheme));
    let on_choose = Callback::new(move |id: String| {
        browser::mark("scheme", Some(&id));
        chosen.set(Some(id.clone()));
        kept.set(change_settings(|settings| settings.title_scheme = Some(id)));
    });
    view! {
        <div>
            <SchemeSwitch schemes=schemes chosen=chosen.into() on_choose=on_choose />
            {move || match kept.get() {
                Kept::OnlyHere => Some(words::NOT_KEPT.to_owned()),
                Kept::Failed(error) => Some(words::store_problem(&error)),
                Kept::NotYet | Kept::Saved => None,
            }
                .map(|words| view! { <Notice tone=Tone::Warning>{words}</Notice> })}
        </div>
    }
}
