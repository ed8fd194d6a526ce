//! `404.html`: shown for every unknown address, at any depth. Its links find the app's root first.

use leptos::prelude::*;

/// The body. Nobody knows how deep the unknown address lies, so links are found by the script in
/// `not-found.js`; without it the text says what to do.
pub fn not_found() -> String {
    Owner::new().with(|| {
        view! {
            <main id="main">
                <h1>"This page is not here"</h1>
                <p class="lede">
                    "The address may have a letter too many, or the page may belong to another ladder."
                </p>
                <ul id="ways-out" class="needs-script">
                    <li><a href="#main" data-to="">"Both tracks side by side"</a></li>
                    <li><a href="#main" data-to="levels/">"All levels"</a></li>
                    <li><a href="#main" data-to="competencies/">"All competencies"</a></li>
                    <li><a href="#main" data-to="guide/">"The guide"</a></li>
                    <li><a href="#main" data-to="search/">"Search"</a></li>
                    <li><a href="#main" data-to="quiz/">"The quiz"</a></li>
                </ul>
                <noscript>
                    <p>
                        "Shorten the address from its end, part by part, until you reach the start page."
                    </p>
                </noscript>
            </main>
        }
        .to_html()
    })
}
