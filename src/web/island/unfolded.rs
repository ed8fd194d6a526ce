//! A fold that may hold hundreds of lines, drawn when it is first opened.

use leptos::prelude::*;

use crate::web::dom;
use crate::web::island::redrawn::redrawn;

/// The fold, with its summary and what it holds.
pub(crate) fn unfolded(
    class: &'static str,
    summary: &'static str,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let was_open = RwSignal::new(false);
    let open = move |event| {
        if dom::is_unfolded(&event) && !was_open.get_untracked() {
            was_open.set(true);
        }
    };
    view! {
        <details class=class on:toggle=open>
            <summary>{summary}</summary>
            {redrawn(move || was_open.get().then(&draw))}
        </details>
    }
    .into_any()
}
