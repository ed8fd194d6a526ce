//! On the home page: the way back into a quiz that is under way, or to the results.

use leptos::prelude::*;

use crate::app::browser::shelf;
use crate::route::Route;

/// A line with a link, once something is kept; empty before.
#[component]
pub fn ResumePart(
    /// The way up to the app's root.
    with: String,
) -> impl IntoView {
    let line = RwSignal::new(None::<(&'static str, String)>);
    Effect::new(move |_| line.set(line_for(&with)));
    view! {
        <p class="resume">
            {move || line.get().map(|(words, href)| view! { <a href=href>{words}</a> })}
        </p>
    }
}

fn line_for(root: &str) -> Option<(&'static str, String)> {
    let kept: Vec<_> = shelf().attempts().ok()?.into_iter().flatten().collect();
    let newest = kept.first()?;
    let (words, route) = if newest.finished.is_none() {
        ("Continue the quiz you began", Route::Quiz)
    } else {
        ("Look at your results again", Route::Results)
    };
    Some((words, format!("{root}{}", route.path())))
}
