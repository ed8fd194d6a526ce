//! The results: their page, and their island: the list, one result in full, the content of a link.

mod history;
mod island;
mod list;
mod named;
pub mod page;
mod result;
mod shared;

#[cfg(feature = "browser")]
use leptos::prelude::*;

#[cfg(feature = "browser")]
use crate::web::island::{Island, mount};
#[cfg(feature = "browser")]
use crate::web::state::of_this_page;

pub use island::{ResultsBefore, ResultsPart};

/// Starts the island of the results.
#[cfg(feature = "browser")]
pub fn start() {
    mount(Island::Results, of_this_page(), |root, data| {
        view! { <ResultsPart root=root data=data /> }
    });
}
