//! The basis of a text: the letter, its meaning and the sources, one click away.

use leptos::prelude::*;

/// The basis letter with its meaning, linking to the sources.
#[component]
pub fn BasisNote(
    /// The letter.
    letter: String,
    /// What it means in a word or two.
    name: String,
    /// The short names of the sources; empty if the letter alone is enough.
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

/// The letter alone, its meaning and the sources in its name.
#[component]
pub fn BasisMark(
    /// The letter.
    letter: String,
    /// What it means, and the sources.
    words: String,
    /// The address of the explanation.
    href: String,
) -> impl IntoView {
    let title = words.clone();
    view! {
        <a class="basis-mark" href=href title=title>
            <span class="basis-letter" aria-hidden="true">{letter}</span>
            <span class="visually-hidden">{words}</span>
        </a>
    }
}
