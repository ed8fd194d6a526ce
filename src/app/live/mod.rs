//! The parts of a page that come alive: rendered natively like the rest, hydrated in the browser.
//! Each finds its place by `data-live`; the rest of the page stays plain HTML and costs no wasm.

mod as_link;
mod asking;
mod data;
mod link_maker;
mod quiz_part;
mod rehearsal;
mod result;
mod results;
mod review;
mod shared_origin;
mod sitting;
mod stage;
mod start;
mod step;
mod text_to_copy;

#[cfg(target_arch = "wasm32")]
use leptos::mount::hydrate_from;
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use serde::de::DeserializeOwned;

#[cfg(target_arch = "wasm32")]
use super::state::{self, QuizData, ResultData, of_this_page};

pub use data::DataPart;
pub use quiz_part::QuizPart;
pub use results::ResultsPart;
pub use stage::BEFORE_START;

/// The live parts, by the name in `data-live`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The quiz itself.
    Quiz,
    /// The list of attempts, and one of them in full.
    Results,
    /// Everything that is kept.
    Data,
}

impl Part {
    /// The name in `data-live`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
            Self::Results => "results",
            Self::Data => "data",
        }
    }
}

/// Puts a live part into a page. Its view must be its only child, and its first rendering must not
/// depend on anything kept: that is applied after hydration. `root` is the way up to the app's root,
/// read back in the browser.
pub fn live(part: Part, root: String, view: impl IntoView) -> impl IntoView {
    view! { <div data-live=part.name() data-root=root>{view}</div> }
}

/// Brings the quiz to life.
#[cfg(target_arch = "wasm32")]
pub fn start_quiz() {
    start(Part::Quiz, |root, data: QuizData| {
        view! { <QuizPart root=root data=data /> }
    });
}

/// Brings the results to life.
#[cfg(target_arch = "wasm32")]
pub fn start_results() {
    start(Part::Results, |root, data: ResultData| {
        view! { <ResultsPart root=root data=data /> }
    });
}

/// Brings a part of this page to life. Both sides render from the same data, so a page whose data
/// cannot be read stays as it was served, and says so.
#[cfg(target_arch = "wasm32")]
fn start<T: DeserializeOwned + 'static, V: IntoView + 'static>(
    part: Part,
    view: impl FnOnce(String, T) -> V + 'static,
) {
    hydrated(part, of_this_page(), view);
}

/// Brings everything that is kept to life.
#[cfg(target_arch = "wasm32")]
pub fn start_data() {
    hydrated(Part::Data, Some(()), |root, ()| {
        view! { <DataPart root=root /> }
    });
}

#[cfg(target_arch = "wasm32")]
fn hydrated<T: 'static, V: IntoView + 'static>(
    part: Part,
    data: Option<T>,
    view: impl FnOnce(String, T) -> V + 'static,
) {
    use super::browser;

    match (data, browser::live_part(part.name())) {
        (Some(data), Some((element, root))) => {
            hydrate_from(element, || view(root, data)).forget();
            state::follow_settings(|_| ());
            browser::mark("alive", Some(""));
        }
        _ => {
            browser::mark("failed", Some("stopped"));
            browser::mark("waiting", None);
        }
    }
}
