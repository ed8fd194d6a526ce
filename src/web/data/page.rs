//! `/data/`: everything that this browser stores, read once the program has started.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::data::island::DataBefore;
use crate::web::document::Page;
use crate::web::frame::framed;
use crate::web::island::{Island, island};
use crate::web::site::Site;

pub(crate) fn page(site: Site) -> Page {
    framed(
        site,
        Route::Data,
        "My data",
        "Everything this app has saved in your browser. Back it up, restore it, lock it, or delete it.",
        content,
    )
}

fn content() -> AnyView {
    let root = Route::Data.root();
    view! {
        {island(Island::Data, root.clone(), view! { <DataBefore /> })}
        <p>
            <a href=Route::Data.link(&Route::Privacy)>"What is saved, and how to check it"</a>
        </p>
    }
    .into_any()
}
