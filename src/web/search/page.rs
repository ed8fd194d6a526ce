//! `/search/`: the search as a page, for addresses that contain a query and for use without a dialog.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::components::SearchBox;
use crate::web::document::Page;
use crate::web::enhancements;
use crate::web::frame::framed;

const HERE: Route = Route::Search;

pub(crate) fn page() -> Page {
    framed(
        HERE,
        "Search",
        "Find any level, competency, expectation or page by a word or a level code.",
        content,
    )
}

fn content() -> AnyView {
    let whole = HERE.link(&Route::Whole);
    view! {
        <h1>"Search"</h1>
        <div class="needs-script">
            <SearchBox root=HERE.root() whole=whole.clone() />
            <p class="soft">
                "On any page: press / or Ctrl and K (on a Mac, Command and K). Arrow keys move through what was found, Enter opens it."
            </p>
            <label class="matrix-differs">
                <input type="checkbox" id=enhancements::SLASH checked />
                <span>"The key / opens the search"</span>
            </label>
            <p class="notice" id=enhancements::SAY role="alert"></p>
        </div>
    }
    .into_any()
}
