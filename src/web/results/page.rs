//! `/results/`: the results saved in this browser, read once the program has started.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::document::Page;
use crate::web::frame::{framed, with_data};
use crate::web::island::{Island, island};
use crate::web::results::island::ResultsBefore;
use crate::web::site::Site;
use crate::web::state::ResultData;

pub(crate) fn page(site: Site) -> Option<Page> {
    let page = framed(
        site,
        Route::Results,
        "Your results",
        "Every quiz attempt saved in this browser. They are saved nowhere else.",
        content,
    );
    with_data(page, &ResultData::of(site))
}

fn content() -> AnyView {
    let root = Route::Results.root();
    view! {
        {island(Island::Results, root.clone(), view! { <ResultsBefore /> })}
    }
    .into_any()
}
