//! The deep–broad line with the 80 % interval as a band and the estimate as a small tick.

use leptos::prelude::*;

/// Where the line ends on either side, in prior standard deviations.
const END: f64 = 3.5;

/// What the line shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LeanEstimate {
    /// The estimate λ̂.
    pub estimate: f64,
    /// The 80 % interval of λ.
    pub interval: (f64, f64),
    /// The picture in one sentence.
    pub words: String,
}

impl LeanEstimate {
    fn band(&self) -> (i32, i32) {
        let (low, high) = (along(self.interval.0), along(self.interval.1));
        (low, (high - low).max(2))
    }
}

/// The line. Its words say the same, for whoever does not see it. Where the lean changes, the band,
/// the tick and the words move, and nothing is drawn anew.
#[component]
pub fn LeanLine(#[prop(into)] lean: Signal<LeanEstimate>) -> impl IntoView {
    let words = move || lean.with(|lean| lean.words.clone());
    let band = Memo::new(move |_| lean.with(LeanEstimate::band));
    let point = move || lean.with(|lean| format!("M{} 28V68", along(lean.estimate)));
    view! {
        <figure class="lean-line">
            <svg viewBox="0 0 600 96" role="img" aria-label=words>
                <path class="lean-axis" d="M20 48H580M300 28V68" />
                <rect class="map-deep-stop" x="8" y="40" width="16" height="16" />
                <circle class="map-broad-stop" cx="584" cy="48" r="8" />
                <rect class="lean-band" x=move || band.get().0 y="34" width=move || band.get().1 height="28" rx="3" />
                <path class="lean-point" d=point />
            </svg>
            <div class="lean-ends" aria-hidden="true">
                <span class="lean-end-deep">"deep"</span>
                <span>"both alike"</span>
                <span class="lean-end-broad">"broad"</span>
            </div>
            <figcaption>{words}</figcaption>
        </figure>
    }
}

/// The place on the drawn line, 20 to 580.
#[allow(clippy::cast_possible_truncation)] // clamped to the line before
fn along(lambda: f64) -> i32 {
    (300.0 + 280.0 * lambda.clamp(-END, END) / END).round() as i32
}
