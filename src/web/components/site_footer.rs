//! The footer of every page: where answers are stored, and the credits.

use leptos::prelude::*;

/// The privacy line, the credit and the licences.
#[component]
pub fn SiteFooter(
    /// The address of My data.
    data: String,
    /// The address of the page about privacy.
    privacy: String,
    /// The address of the page about purpose and licences.
    about: String,
    /// The address of the page about sources, where there is one.
    sources: Option<String>,
    /// The address of the sheets for growth talks.
    talk: String,
    /// The address of the whole ladder on one page.
    whole: String,
    /// The address of the page about linking and embedding.
    link: String,
    /// The address of the page about a ladder of one’s own.
    own: String,
    /// Whose content it is, under which licence.
    credit: String,
) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <p>
                "Your answers stay in this browser. Nothing is sent anywhere, and no one counts visits."
            </p>
            <p>
                {credit} " Code: MIT or Apache-2.0."
            </p>
            <ul class="footer-links">
                <li><a href=data>"My data"</a></li>
                <li><a href=privacy>"Privacy"</a></li>
                <li><a href=about>"About"</a></li>
                {sources.map(|href| view! { <li><a href=href>"Sources"</a></li> })}
                <li><a href=talk>"Growth talk"</a></li>
                <li><a href=whole>"The whole ladder, to print"</a></li>
                <li><a href=link>"Link and embed"</a></li>
                <li><a href=own>"Use your own ladder"</a></li>
            </ul>
        </footer>
    }
}
