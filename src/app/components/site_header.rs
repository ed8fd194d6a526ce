//! The head of every page: the way home and the four places to go.

use leptos::prelude::*;

/// A place in the navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// The words.
    pub words: &'static str,
    /// The address, right from this page.
    pub href: String,
    /// Whether it is this page.
    pub here: bool,
}

/// The skip link, the name and the navigation.
#[component]
pub fn SiteHeader(
    /// The address of the home page.
    home: String,
    /// The places.
    links: Vec<NavLink>,
) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| {
            let current = link.here.then_some("page");
            view! { <li><a href=link.href aria-current=current>{link.words}</a></li> }
        })
        .collect_view();
    view! {
        <a class="skip-link" href="#main">"Skip to the content"</a>
        <header class="site-header">
            <a class="site-name" href=home>
                <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false">
                    <path class="map-deep" d="M14.5 30V19C14.5 14 7 14 7 9V6" />
                    <path class="map-broad" d="M17.5 30V19C17.5 14 25 14 25 9V6" />
                    <rect class="map-deep-stop" x="3.5" y="2" width="7" height="7" />
                    <circle class="map-broad-stop" cx="25" cy="5.5" r="3.8" />
                </svg>
                "Ladder Explorer"
            </a>
            <nav aria-label="Main">
                <ul class="site-links">{links}</ul>
            </nav>
        </header>
    }
}
