//! Every competency of a pass with the signs of its marks. A press leads to it.

use leptos::prelude::*;

use crate::ladder::Competency;
use crate::web::components::{StandingMark, StandingSign};

/// The list; `heads` says what its columns of signs are, where it is always the same; `at` is the place of the present one, counted from 0, and `go` leads to another.
pub(super) fn all_steps(
    heads: &str,
    items: impl IntoIterator<Item = (&'static Competency, Vec<StandingSign>)>,
    at: usize,
    go: impl Fn(usize) + Copy + Send + 'static,
) -> AnyView {
    let lines = items
        .into_iter()
        .enumerate()
        .map(|(place, (item, signs))| {
            let words: Vec<&str> = signs.iter().map(|sign| sign.words()).collect();
            let told = format!("{}: {}", item.name, words.join(", "));
            let signs = signs
                .into_iter()
                .map(|sign| view! { <StandingMark sign=sign /> })
                .collect_view();
            view! {
                <li>
                    <button
                        type="button"
                        class="marking-step"
                        aria-current=(place == at).then_some("step")
                        aria-label=told
                        on:click=move |_| go(place)
                    >
                        <span>{item.name.clone()}</span>
                        <span class="marking-signs" aria-hidden="true">{signs}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    let heads = heads.to_owned();
    let heads = (!heads.is_empty())
        .then(|| view! { <p class="marking-levels soft small" aria-hidden="true">{heads}</p> });
    view! {
        <nav class="marking-steps no-print" aria-label="Competencies">
            {heads}
            <ol class="plain-list">{lines}</ol>
        </nav>
    }
    .into_any()
}
