//! The quiz: its page, and its island, which runs a `quiz::Session`.

mod driver;
mod end;
mod island;
pub mod page;
pub mod question;
mod review;
mod start;
mod step;

#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use crate::web::island::{Island, mount};
#[cfg(target_arch = "wasm32")]
use crate::web::state::of_this_page;

pub use driver::BEFORE_START;
pub use island::{QuizBefore, QuizPart};

/// Starts the island of the quiz.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    mount(Island::Quiz, of_this_page(), |root, data| {
        view! { <QuizPart root=root data=data /> }
    });
}
