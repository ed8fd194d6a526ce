//! Breadcrumbs: the pages above this one, from the root down.

use leptos::prelude::*;

/// A page above this one.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Its name.
    pub words: String,
    /// Its address.
    pub href: String,
}

/// The path to this page; empty for a page at the root.
#[component]
pub fn Breadcrumbs(
    /// The pages above, the topmost first.
    above: Vec<Crumb>,
    /// This page.
    here: String,
) -> impl IntoView {
    (!above.is_empty()).then(|| {
        let above = above
            .into_iter()
            .map(|crumb| view! { <li><a href=crumb.href>{crumb.words}</a></li> })
            .collect_view();
        view! {
            <nav class="breadcrumbs" aria-label="You are here">
                <ol>{above} <li aria-current="page">{here}</li></ol>
            </nav>
        }
    })
}
