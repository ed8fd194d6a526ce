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
    }
    .into_any()
}
