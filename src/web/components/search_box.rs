//! The search: a field, the results in groups, and a status text for screen readers. Empty until the search
//! program is loaded; the program fills the template.

use leptos::prelude::*;

/// The file of entries in the app's root. The build adds a hash to its name, here too.
pub const ENTRIES: &str = "search-entries.json";

/// The field and the list. At most one per page.
#[component]
pub fn SearchBox(
    /// The path to the app's root.
    root: String,
    /// The page to use without scripts.
    whole: String,
    /// A query that finds something: a level and a word.
    example: String,
) -> impl IntoView {
    let hint = format!("Try a word, a level, or both: {example}.");
    view! {
        <search class="search-box" data-root=root data-entries=ENTRIES data-example=example>
            <label for="search-words">"Search the ladder and the guide"</label>
            <input
                id="search-words"
                type="search"
                name="q"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="go"
                aria-controls="search-found"
            />
            <p class="search-said soft" id="search-said" role="status">
                {hint}
            </p>
            <ol class="search-found" id="search-found"></ol>
            <template id="search-group">
                <li class="search-group">"."</li>
            </template>
            <template id="search-entry">
                <li>
                    <a href="#main">
                        <span class="search-title">"."</span>
                        <span class="search-place soft"></span>
                        <span class="search-excerpt"></span>
                    </a>
                </li>
            </template>
            <template id="search-mark">
                <mark>"."</mark>
            </template>
            <p class="soft if-search-failed">
                "The search didn’t load. Open "
                <a href=whole>"the whole ladder on one page"</a>
                " and search it with your browser."
            </p>
        </search>
    }
}

/// The search in a window over the page, opened by the button in the page's header.
#[component]
pub fn SearchDialog(
    /// The path to the app's root.
    root: String,
    /// The page to use without scripts.
    whole: String,
    /// A query that finds something.
    example: String,
) -> impl IntoView {
    view! {
        <dialog id="search" class="window" aria-label="Search">
            <form method="dialog" class="window-close">
                <button type="submit" class="button-text">"Close"</button>
            </form>
            <SearchBox root=root whole=whole example=example />
        </dialog>
    }
}
