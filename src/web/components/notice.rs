//! A message about what is saved or what went wrong, with a way out.

use leptos::prelude::*;

/// How a notice speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// All is well; read when the reader gets there.
    Quiet,
    /// Something is not kept or not possible; read out at once.
    Warning,
}

/// The message. A warning carries the word, not only the colour.
#[component]
pub fn Notice(
    /// How it speaks.
    tone: Tone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    match tone {
        Tone::Quiet => view! { <p class="notice">{children()}</p> }.into_any(),
        Tone::Warning => view! {
            <p class="notice notice-warning" role="alert">
                <strong>"Note: "</strong>
                {children()}
            </p>
        }
        .into_any(),
    }
}
