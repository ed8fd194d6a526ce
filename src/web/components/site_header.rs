//! The header of every page: the home link, the search, the way to a note and the navigation.

use leptos::prelude::*;

/// A link in the navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// The words.
    pub words: String,
    /// The address, right from this page.
    pub href: String,
    /// Whether it is this page (`page`) or one above it (`true`).
    pub here: Option<&'static str>,
}

/// The file in the app's root that the program of notes and marks reads. The build adds a hash to its
/// name, here too.
pub const HERE: &str = "here-file.json";

/// The way to write down what one did.
#[derive(Clone, Debug)]
pub struct NoteLink {
    /// The page of all notes, right from this page.
    pub href: String,
    /// The competency that this page is about: its id and its name.
    pub about: Option<(String, String)>,
}

/// The skip link, the name and the navigation.
#[component]
pub fn SiteHeader(
    /// The name of the site.
    name: &'static str,
    /// The address of the home page.
    home: String,
    /// The links.
    links: Vec<NavLink>,
    /// The address of the search.
    search: String,
    /// The way to a note. Without its program it is a link.
    note: NoteLink,
    /// The ladders of the site; none where there is one.
    ladders: Vec<NavLink>,
) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| {
            view! { <li><a href=link.href aria-current=link.here>{link.words}</a></li> }
        })
        .collect_view();
    let switch = (!ladders.is_empty()).then(|| {
        let ladders = ladders
            .into_iter()
            .map(|ladder| view! { <li><a href=ladder.href aria-current=ladder.here>{ladder.words}</a></li> })
            .collect_view();
        view! {
            <nav class="ladder-switch" aria-label="Ladders">
                <ul class="site-links">{ladders}</ul>
            </nav>
        }
    });
    let (about, about_name) = note.about.unzip();
    view! {
        <a class="skip-link" href="#main">"Skip to the content"</a>
        <header class="site-header">
            <a class="site-name" href=home>
                <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false">
                    <path class="map-line-1" d="M14.5 30V19C14.5 14 7 14 7 9V6" />
                    <path class="map-line-2" d="M17.5 30V19C17.5 14 25 14 25 9V6" />
                    <rect class="map-stop-1" x="3.5" y="2" width="7" height="7" />
                    <circle class="map-stop-2" cx="25" cy="5.5" r="3.8" />
                </svg>
                {name}
            </a>
            <div class="site-tools">
                <a class="search-button" href=search data-search="" aria-keyshortcuts="/ Control+K Meta+K">
                    "Search" <kbd class="needs-script" aria-hidden="true">"/"</kbd>
                </a>
                <a
                    class="search-button needs-script"
                    href=note.href
                    data-here=HERE
                    data-about=about
                    data-name=about_name
                    aria-keyshortcuts="n"
                >
                    <span>"Add" <span class="site-tool-rest">" evidence"</span></span> <kbd aria-hidden="true">"n"</kbd>
                </a>
            </div>
            <nav aria-label="Main">
                <ul class="site-links">{links}</ul>
            </nav>
            {switch}
        </header>
    }
}
