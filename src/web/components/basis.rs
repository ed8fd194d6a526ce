//! What a text rests on: the letter, its meaning and the sources, one step away.

use leptos::prelude::*;

/// The basis letter with its meaning, linking to the sources.
#[component]
pub fn BasisNote(
    /// The letter.
    letter: String,
    /// What it means in a word or two.
    name: String,
    /// The short names of the sources, or nothing where the letter says it all.
    sources: String,
    /// The address of the explanation.
    href: String,
) -> impl IntoView {
    view! {
        <p class="basis">
            <a href=href>
                <span class="basis-letter" aria-hidden="true">{letter}</span>
                {name}
            </a>
            {(!sources.is_empty()).then(|| format!(": {sources}"))}
        </p>
    }
}
