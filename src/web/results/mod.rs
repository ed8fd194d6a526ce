//! The results: their page, and their island: the list, one result in full, the content of a link.

mod history;
mod island;
mod list;
mod named;
pub mod page;
mod result;
mod shared;

#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use crate::web::island::{Island, mount};
#[cfg(target_arch = "wasm32")]
use crate::web::state::of_this_page;

pub use island::{ResultsBefore, ResultsPart};

/// Starts the island of the results.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    mount(Island::Results, of_this_page(), |root, data| {
        view! { <ResultsPart root=root data=data /> }
    });
}
