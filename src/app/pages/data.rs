//! `/data/`: everything that this browser keeps, read after the page came alive.

use leptos::prelude::*;

use super::frame::framed;
use crate::app::document::Page;
use crate::app::live::{DataBefore, Part, live};
use crate::route::Route;

pub(super) fn page() -> Page {
    framed(
        Route::Data,
        "My data",
        "Everything this app keeps in your browser: what, how much, since when. Back it up, bring it back, lock it, delete it.",
        content,
    )
}

fn content() -> AnyView {
    let root = Route::Data.root();
    view! {
        {live(Part::Data, root.clone(), view! { <DataBefore /> })}
        <p>
            <a href=Route::Data.link(&Route::Privacy)>"What is kept, why, and how to check it"</a>
        </p>
    }
    .into_any()
}
