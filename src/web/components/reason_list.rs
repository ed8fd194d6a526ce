//! Answers and their weights, as a table with bars.

use leptos::prelude::*;

use crate::ladder::Side;

/// One answer and its weight.
#[derive(Clone, Debug)]
pub struct ReasonLine {
    /// The question and the answer, as text.
    pub words: String,
    /// The side it speaks for.
    pub towards: Side,
    /// How many percentage points of P rest on it, 0 to 100.
    pub points: f64,
}

/// Fewer points than this count as zero.
const NOTHING: f64 = 0.01;

#[allow(clippy::cast_possible_truncation)] // 0 to 100
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The answers, the heaviest first.
#[component]
pub fn ReasonList(
    /// The caption of the table.
    caption: String,
    /// The answers.
    reasons: Vec<ReasonLine>,
) -> impl IntoView {
    // A full bar is the heaviest answer, but at least one point, so that negligible weights look
    // negligible.
    let most = reasons.iter().map(|r| r.points).fold(1.0, f64::max);
    let rows = reasons
        .into_iter()
        .map(|reason| {
            let side = reason.towards.id();
            let place = reason.towards.of(&[1, 2]);
            let width = whole(100.0 * reason.points / most).max(1);
            let weight = match whole(reason.points) {
                0 => "less than 1 point".to_owned(),
                1 => "1 point".to_owned(),
                points => format!("{points} points"),
            };
            // An answer without weight supports neither track.
            let weighs = reason.points >= NOTHING;
            let weight = if weighs { format!("{weight} towards {side}") } else { weight };
            let bar = weighs.then(|| {
                view! {
                    <svg class="reason-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect class=format!("reason-{place}") width=width height="8" />
                    </svg>
                }
            });
            view! {
                <tr>
                    <td class="reason-words">{reason.words}</td>
                    <td class="reason-weight">
                        {bar}
                        <span>{weight}</span>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="reasons">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Your answer"</th>
                    <th scope="col">"Weight"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
