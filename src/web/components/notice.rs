//! A message about saved data or a problem, with a remedy.

use leptos::prelude::*;

/// The kind of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// No problem; not announced, only read in its place.
    Quiet,
    /// Something is not saved or not possible; announced at once.
    Warning,
}

/// The message. A warning has the word, not only the colour.
#[component]
pub fn Notice(
    /// Its kind.
    tone: Tone,
    /// Its content.
    children: Children,
) -> impl IntoView {
    match tone {
        Tone::Quiet => view! { <p class="notice">{children()}</p> }.into_any(),
        Tone::Warning => view! {
            <p class="notice notice-warning" role="alert">
                <strong>"Problem: "</strong>
                {children()}
            </p>
        }
        .into_any(),
    }
}
