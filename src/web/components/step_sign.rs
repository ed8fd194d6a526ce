//! The size of a step between two levels: a sign and its words.

use leptos::prelude::*;

use crate::ladder::StepSize;

/// The sign and the words. The sign alone tells the sizes apart, in grey as well.
#[component]
pub fn StepSign(
    /// The size.
    size: StepSize,
    /// The words.
    words: &'static str,
) -> impl IntoView {
    let id = match size {
        StepSize::Same => "same",
        StepSize::Emphasis => "emphasis",
        StepSize::More => "more",
        StepSize::New => "new",
    };
    view! { <span class=format!("step-size step-{id}")>{words}</span> }
}
