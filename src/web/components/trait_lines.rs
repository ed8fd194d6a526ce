//! The two traits, each on a scale from “costs energy” to “gives energy”.

use leptos::prelude::*;

use crate::ladder::Side;

/// One trait.
#[derive(Clone, Debug)]
pub struct TraitLine {
    /// Which one: how much deep or broad work energises.
    pub side: Side,
    /// Its estimate, in standard deviations under the prior.
    pub estimate: f64,
    /// The estimate in a sentence that says how many answers it is based on.
    pub words: String,
}

/// The scale's limit on either side.
const END: f64 = 2.5;

/// Both traits, one below the other.
#[component]
pub fn TraitLines(
    /// The traits.
    lines: Vec<TraitLine>,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| {
            let x = along(line.estimate);
            let mark = match line.side {
                Side::Deep => {
                    view! { <rect class="map-stop-1" x=x - 7 y="5" width="14" height="14" /> }
                        .into_any()
                }
                Side::Broad => {
                    view! { <circle class="map-stop-2" cx=x cy="12" r="7" /> }.into_any()
                }
            };
            view! {
                <div class="trait">
                    <svg viewBox="0 0 300 24" aria-hidden="true">
                        <path class="lean-axis" d="M10 12H290M150 4V20" />
                        {mark}
                    </svg>
                    <p>{line.words}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="traits">
            {lines}
            <p class="soft trait-ends" aria-hidden="true"><span>"costs energy"</span><span>"gives energy"</span></p>
        </div>
    }
}

/// The position on the drawn scale, 10 to 290.
#[allow(clippy::cast_possible_truncation)] // clamped to the scale before
fn along(estimate: f64) -> i32 {
    (150.0 + 140.0 * estimate.clamp(-END, END) / END).round() as i32
}
