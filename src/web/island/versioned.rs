//! A part that may need an earlier version of the quiz: says so while it waits, and if it fails.

use leptos::prelude::*;

use crate::quiz::{Quiz, Quizzes};
use crate::web::components::{Notice, Tone};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::state::versions::{Version, with_versions};

/// How long a wait may take without a sign, in milliseconds.
const PATIENCE: i32 = 300;

/// Shows a part with the current quiz and the `needed` earlier versions.
pub(crate) fn versioned(
    root: &str,
    current: Quiz,
    needed: Vec<Version>,
    show: impl FnMut(Quizzes) -> AnyView + Send + 'static,
) -> AnyView {
    let found = RwSignal::new(None::<Option<Quizzes>>);
    let slow = RwSignal::new(false);
    with_versions(root, current, needed, move |quizzes| {
        found.set(Some(quizzes))
    });
    if found.with_untracked(Option::is_none) {
        dom::after(PATIENCE, move || slow.set(true));
    }
    let mut show = show;
    redrawn(move || match found.get() {
        // What the part reads while it is made must not draw it anew.
        Some(Some(quizzes)) => untrack(|| show(quizzes)),
        Some(None) => missing().into_any(),
        None => slow
            .get()
            .then(
                || view! { <p role="status">"Fetching the questions of an earlier version …"</p> },
            )
            .into_any(),
    })
    .into_any()
}

fn missing() -> impl IntoView {
    view! {
        <h1 id="stage-head">"The earlier questions couldn’t be loaded"</h1>
        <Notice tone=Tone::Warning>
            "This was answered with an earlier version of the quiz, and its questions could not be fetched. Your answers are safe. Check the connection and try again."
        </Notice>
        <p class="actions">
            <button type="button" class="button button-first" on:click=move |_| dom::reload()>
                "Try again"
            </button>
        </p>
    }
}
