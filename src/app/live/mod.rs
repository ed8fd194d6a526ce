//! The parts of a page that come alive: rendered natively like the rest, hydrated in the browser.
//! Each finds its place by `data-live`; the rest of the page stays plain HTML and costs no wasm.

mod asking;
mod quiz_part;
mod result_part;
mod results_part;
mod resume_part;
mod rung_part;
mod scheme_part;

#[cfg(target_arch = "wasm32")]
use leptos::mount::hydrate_from;
use leptos::prelude::*;

pub use quiz_part::QuizPart;
pub use results_part::ResultsPart;
pub use resume_part::ResumePart;
pub use rung_part::RungPart;
pub use scheme_part::{SchemePart, with as scheme_with};

/// The live parts, by the name in `data-live`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The rung chosen in the matrix goes into the address.
    Rung,
    /// The choice of titles.
    Scheme,
    /// “You have a quiz under way.”
    Resume,
    /// The quiz itself.
    Quiz,
    /// The list of attempts, and one of them in full.
    Results,
}

impl Part {
    /// The name in `data-live`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rung => "rung",
            Self::Scheme => "scheme",
            Self::Resume => "resume",
            Self::Quiz => "quiz",
            Self::Results => "results",
        }
    }
}

/// Puts a live part into a page. Its view must be its only child, and its first rendering must not
/// depend on anything kept: that is applied after hydration. `with` is what the part needs to know
/// of its page, read back from `data-with` in the browser.
pub fn live(part: Part, with: String, view: impl IntoView) -> impl IntoView {
    view! { <div data-live=part.name() data-with=with>{view}</div> }
}

/// Brings the small parts to life that most pages have: choices and the way back into the quiz.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    each_live(|element, name, with| match name {
        "rung" => hydrate_from(element, || view! { <RungPart /> }).forget(),
        "scheme" => hydrate_from(element, || view! { <SchemePart with=with /> }).forget(),
        "resume" => hydrate_from(element, || view! { <ResumePart with=with /> }).forget(),
        _ => {}
    });
}

/// Brings the quiz and the results to life. A program of its own, so that only their two pages load
/// what scoring takes.
#[cfg(target_arch = "wasm32")]
pub fn start_quiz() {
    each_live(|element, name, with| match name {
        "quiz" => hydrate_from(element, || view! { <QuizPart with=with /> }).forget(),
        "results" => hydrate_from(element, || view! { <ResultsPart with=with /> }).forget(),
        _ => {}
    });
}

#[cfg(target_arch = "wasm32")]
fn each_live(hydrate: impl Fn(web_sys::HtmlElement, &str, String)) {
    use wasm_bindgen::JsCast;

    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Ok(found) = document.query_selector_all("[data-live]") else {
        return;
    };
    for index in 0..found.length() {
        let element = found
            .item(index)
            .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            let attribute = |name| element.get_attribute(name).unwrap_or_default();
            let (name, with) = (attribute("data-live"), attribute("data-with"));
            hydrate(element, &name, with);
        }
    }
    super::browser::mark("alive", Some(""));
}
