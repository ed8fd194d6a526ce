//! The quiz: its page, and its island, which runs a `quiz::Session`.

mod driver;
mod end;
mod island;
pub mod page;
pub mod question;
mod review;
mod start;
mod step;

#[cfg(feature = "browser")]
use leptos::prelude::*;

#[cfg(feature = "browser")]
use crate::web::island::{Island, mount};
#[cfg(feature = "browser")]
use crate::web::state::of_this_page;

pub use driver::BEFORE_START;
pub use island::{QuizBefore, QuizPart};

/// Starts the island of the quiz.
#[cfg(feature = "browser")]
pub fn start() {
    mount(Island::Quiz, of_this_page(), |root, data| {
        view! { <QuizPart root=root data=data /> }
    });
}
