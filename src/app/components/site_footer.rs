//! The foot of every page: where answers stay, and whose ideas these are.

use leptos::prelude::*;

/// The privacy line, the credit and the licences.
#[component]
pub fn SiteFooter(
    /// The address of the page about sources and privacy.
    about: String,
) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <p>
                "What you answer stays in this browser. Nothing is sent anywhere, nobody counts visits."
            </p>
            <p>
                "Content CC BY-SA 4.0; broad levels after Raphael ‘kena’ Poss. Code MIT or Apache-2.0. "
                <a href=about>"Sources, titles and privacy"</a>
            </p>
        </footer>
    }
}
