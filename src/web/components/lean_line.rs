//! The deep–broad line with the 80 % interval as a band and the estimate as a small tick.

use leptos::prelude::*;

/// The line's limit on either side, in prior standard deviations.
const END: f64 = 3.5;

/// The values that the line shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LeanEstimate {
    /// The estimate λ̂.
    pub estimate: f64,
    /// The 80 % interval of λ.
    pub interval: (f64, f64),
    /// The picture described in one sentence.
    pub words: String,
}

impl LeanEstimate {
    fn low(&self) -> i32 {
        along(self.interval.0)
    }

    fn width(&self) -> i32 {
        (along(self.interval.1) - self.low()).max(2)
    }
}

/// The line. Its text says the same, for screen readers.
#[component]
pub fn LeanLine(
    /// The values to show.
    lean: LeanEstimate,
) -> impl IntoView {
    let (low, high) = (lean.low(), lean.low() + lean.width());
    let band = halves(low, high, 300).map(|(class, x, width)| {
        view! { <rect class=class x=x.to_string() y="34" width=width.to_string() height="28" /> }
    });
    let point = format!("M{} 28V68", along(lean.estimate));
    let words = lean.words;
    view! {
        <figure class="lean-line">
            <svg viewBox="0 0 600 96" role="img" aria-label=words.clone()>
                <path class="lean-axis" d="M20 48H580M300 28V68" />
                <rect class="map-stop-1" x="8" y="40" width="16" height="16" />
                <circle class="map-stop-2" cx="584" cy="48" r="8" />
                {band.collect_view()}
                <path class="lean-point" d=point />
            </svg>
            <div class="lean-ends" aria-hidden="true">
                <span class="lean-end-1">"deep"</span>
                <span>"both alike"</span>
                <span class="lean-end-2">"broad"</span>
            </div>
            <figcaption>{words}</figcaption>
        </figure>
    }
}

/// The parts of a band on either side of the middle, each with its class, its start and its width.
pub(super) fn halves(
    low: i32,
    high: i32,
    middle: i32,
) -> impl Iterator<Item = (&'static str, i32, i32)> {
    let parts = [
        ("lean-band lean-band-1", low, high.min(middle)),
        ("lean-band lean-band-2", low.max(middle), high),
    ];
    let parts = parts.into_iter().filter(|(_, from, to)| from < to);
    parts.map(|(class, from, to)| (class, from, to - from))
}

/// The position on the drawn line, 20 to 580.
#[allow(clippy::cast_possible_truncation)] // clamped to the line before
fn along(lambda: f64) -> i32 {
    (300.0 + 280.0 * lambda.clamp(-END, END) / END).round() as i32
}
