//! Attempts over time: one row each on one deep–broad scale, with the 80 % interval as a band.

use leptos::prelude::*;

use crate::web::components::lean_line::halves;

/// One attempt.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// Its date or its name.
    pub name: String,
    /// The estimate λ̂ and the 80 % interval of λ; none if the verdict is withheld.
    pub drawn: Option<(f64, (f64, f64))>,
    /// The verdict in two or three words.
    pub words: String,
}

/// The scale's limit on either side, in prior standard deviations.
const END: f64 = 3.5;

/// The rows, the earliest first.
#[component]
pub fn HistoryChart(
    /// The attempts.
    rows: Vec<HistoryRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let drawn = row.drawn.map(|(lean, (low, high))| {
                let (low, high, point) = (along(low), along(high), along(lean));
                let band = halves(low, high.max(low + 2), 150).map(|(class, x, width)| {
                    view! { <rect class=class x=x.to_string() y="5" width=width.to_string() height="14" /> }
                });
                view! {
                    {band.collect_view()}
                    <path class="lean-point" d=format!("M{point} 2V22") />
                }
            });
            view! {
                <li class="history-row">
                    <span>{row.name}</span>
                    <svg viewBox="0 0 300 24" aria-hidden="true">
                        <path class="lean-axis" d="M10 12H290M150 0V24" />
                        {drawn}
                    </svg>
                    <span class="soft">{row.words}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="history plain-list">{rows}</ol>
        <p class="history-ends soft" aria-hidden="true">
            <span>"deep"</span> <span>"both alike"</span> <span>"broad"</span>
        </p>
    }
}

/// The position on the drawn scale, 10 to 290.
#[allow(clippy::cast_possible_truncation)] // clamped to the scale before
fn along(lambda: f64) -> i32 {
    (150.0 + 140.0 * lambda.clamp(-END, END) / END).round() as i32
}
