//! `/search/`: the search as a page, for addresses that contain a query and for use without a dialog.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::components::SearchBox;
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::{framed, search_example};
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Search,
        "Search",
        "Find any level, competency, expectation or page by a word or a level.",
        || content(site),
    )
}

fn content(site: Site) -> AnyView {
    let here = site.at(Route::Search);
    let whole = here.link(&Route::Whole);
    let example = search_example(site.ladder);
    view! {
        <h1>"Search"</h1>
        <div class="needs-script">
            <SearchBox root=here.root() whole=whole example=example />
            <p class="soft">
                "On any page, press / or Ctrl and K (on a Mac, Command and K). Move through the results with the arrow keys and open one with Enter. The key n opens a note of what you did."
            </p>
            <label class="matrix-differs">
                <input type="checkbox" id=enhancements::SLASH checked />
                <span>"Open the search with the / key, and a note with the n key"</span>
            </label>
            <p class="notice" id=enhancements::SAY role="alert"></p>
        </div>
    }
    .into_any()
}
