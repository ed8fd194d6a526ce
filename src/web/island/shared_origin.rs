//! A one-time notice that other pages of the same owner can read this browser's data, and what helps.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::dom::{self, repository};
use crate::web::island::redrawn::redrawn;

/// The id of this notice.
const NOTICE: &str = "shared-origin";
/// Hosts that serve every project of an owner from one origin.
const SHARED: [&str; 2] = [".github.io", ".gitlab.io"];

/// The notice; empty if the app has its origin to itself, or once the notice was seen.
#[component]
pub(crate) fn SharedOrigin(
    /// The path to the app's root.
    root: String,
) -> impl IntoView {
    let host = dom::host();
    let shared = SHARED.iter().any(|ending| host.ends_with(ending));
    let shown = RwSignal::new(shared && !repository().notice_seen(NOTICE));
    let seen = move |_| {
        // If this cannot be saved, the notice only appears again.
        let _kept = repository().note_seen(NOTICE);
        shown.set(false);
        dom::focus("stage-head");
    };
    let privacy = format!("{root}{}#shared", Route::Privacy.path());
    redrawn(move || {
        shown.get().then(|| {
            view! {
                <p class="notice" role="status">
                    {format!("All pages on {host} share one storage.")}
                    " Other pages of the same owner can read what you answer here. "
                    <a href=privacy.clone()>"What you can do about it"</a> ". "
                    <button type="button" class="button-text" on:click=seen>"Understood"</button>
                </p>
            }
        })
    })
}
