//! `/results/`: what this browser keeps, read after the page came alive.

use leptos::prelude::*;

use super::frame::{framed, with_data};
use crate::app::document::Page;
use crate::app::live::{Part, ResultsBefore, live};
use crate::app::site::Site;
use crate::app::state::ResultData;
use crate::route::Route;

pub(super) fn page(site: Site) -> Option<Page> {
    let page = framed(
        Route::Results,
        "Your results",
        "Every attempt at the quiz that this browser keeps, each opened again from its answers. They are kept nowhere else.",
        content,
    );
    with_data(page, &ResultData::of(site))
}

fn content() -> AnyView {
    let root = Route::Results.root();
    view! {
        {live(Part::Results, root.clone(), view! { <ResultsBefore /> })}
        <p class="notice notice-warning if-failed" role="alert">
            <strong>"Note: "</strong>
            "The program that reads your results could not be loaded, or is not what was published, so it was not started. Reload the page; nothing you saved is lost."
        </p>
        <noscript>
            <p class="notice notice-warning">
                <strong>"Note: "</strong>
                "Reading what your browser keeps needs JavaScript, which is off."
            </p>
        </noscript>
    }
    .into_any()
}
