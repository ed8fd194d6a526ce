//! The islands: the parts of a page that work with what the visitor does. Natively each is rendered
//! as it looks before its program is there; the program then draws its own view in that place.
//! Each finds its place by `data-live`; the rest of the page stays plain HTML and costs no wasm.

mod as_link;
mod asking;
mod data;
mod driver;
mod link_maker;
mod quiz_part;
mod redrawn;
mod result;
mod results;
mod review;
mod shared_origin;
mod start;
mod step;
mod text_to_copy;

#[cfg(target_arch = "wasm32")]
use leptos::mount::mount_to;
use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use serde::de::DeserializeOwned;

#[cfg(target_arch = "wasm32")]
use super::state::{self, of_this_page};

pub use data::{DataBefore, DataPart};
pub use driver::BEFORE_START;
pub use quiz_part::{QuizBefore, QuizPart};
pub use results::{ResultsBefore, ResultsPart};

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

/// The place of an island in a page, with what it shows until its program is there. `root` is the way
/// up to the app's root, read back in the browser.
pub fn live(part: Part, root: String, before: impl IntoView) -> impl IntoView {
    view! { <div data-live=part.name() data-root=root>{before}</div> }
}

/// Brings the quiz to life.
#[cfg(target_arch = "wasm32")]
pub fn start_quiz() {
    mount(Part::Quiz, of_this_page(), |root, data| {
        view! { <QuizPart root=root data=data /> }
    });
}

/// Brings the results to life.
#[cfg(target_arch = "wasm32")]
pub fn start_results() {
    mount(Part::Results, of_this_page(), |root, data| {
        view! { <ResultsPart root=root data=data /> }
    });
}

/// Brings everything that is kept to life.
#[cfg(target_arch = "wasm32")]
pub fn start_data() {
    mount(Part::Data, Some(()), |root, ()| {
        view! { <DataPart root=root /> }
    });
}

/// Puts the view of an island in the place of what the page was served with, in one frame. Nothing of
/// the old markup is relied on, but for the choice, the press and the focus that it holds: whatever a
/// host, a translator or an extension made of it, the island is whole. Where the page has no place or
/// no data for it, the page says so.
#[cfg(target_arch = "wasm32")]
fn mount<T: DeserializeOwned + 'static, V: IntoView + 'static>(
    part: Part,
    data: Option<T>,
    view: impl FnOnce(String, T) -> V + 'static,
) {
    use super::browser;

    state::take_in_old_records();
    match (data, browser::live_part(part.name())) {
        (Some(data), Some((element, root))) => {
            let focused = browser::focused_in(&element);
            let place = element.clone();
            mount_to(element, move || {
                let view = view(root, data);
                browser::empty(&place);
                view
            })
            .forget();
            if let Some(focused) = focused {
                browser::focus_again(&focused);
            }
            state::follow_settings(|_| ());
            browser::mark("waiting", None);
            browser::mark("alive", Some(""));
        }
        _ => {
            browser::mark("failed", Some("stopped"));
            browser::mark("waiting", None);
        }
    }
}
