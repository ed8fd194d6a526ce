//! The weight of each competency on either track, as two marks on one line from 0 to 3, with the
//! numbers beside it.

use leptos::prelude::*;

use crate::ladder::Rung;

/// One competency.
#[derive(Clone, Debug)]
pub struct WeightRow {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// How much it counts on each of the two tracks, 0 to 3; none where the ladder does not say.
    pub weights: Option<[u8; 2]>,
    /// How far the two levels of each rung are apart, 0 to 1 each.
    pub distances: Vec<f64>,
    /// The mean of the distances.
    pub mean: f64,
}

/// Where 0 and 3 lie on the drawn line, and how high it is.
const LINE: (u32, u32, u32) = (10, 130, 24);

/// The table with its chart.
#[component]
pub fn WeightChart(
    /// The competencies, the largest distance between twins first.
    rows: Vec<WeightRow>,
    /// The short names of the two tracks.
    heads: [String; 2],
    /// The rungs of the distances.
    rungs: Vec<Rung>,
) -> impl IntoView {
    let weighted = rows.iter().any(|row| row.weights.is_some());
    let rungs = rungs
        .into_iter()
        .map(|rung| view! { <th scope="col" class="number">{format!("Rung {rung}")}</th> })
        .collect_view();
    let body = rows
        .into_iter()
        .map(|one| row(one, weighted))
        .collect_view();
    let weight_heads = weighted.then(|| {
        let [first, second] = heads;
        view! {
            <th scope="col">"Weight, 0 to 3"</th>
            <th scope="col" class="number">{first}</th>
            <th scope="col" class="number">{second}</th>
        }
    });
    view! {
        <section class="scroll" tabindex="0" aria-label="Competencies by distance">
            <table class="weights">
                <caption class="visually-hidden">
                    "Competencies by the distance between twins, with their weight on each track"
                </caption>
                <thead>
                    <tr>
                        <th scope="col">"Competency"</th>
                        {weight_heads}
                        {rungs}
                        <th scope="col" class="number">"Mean"</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </section>
    }
}

fn row(row: WeightRow, weighted: bool) -> impl IntoView {
    let cells = row
        .distances
        .into_iter()
        .map(|distance| view! { <td class="number">{percent(distance)}</td> })
        .collect_view();
    let weights = weighted.then(|| weights(row.weights));
    view! {
        <tr>
            <th scope="row"><a href=row.href>{row.name}</a></th>
            {weights}
            {cells}
            <td class="number"><strong>{percent(row.mean)}</strong></td>
        </tr>
    }
}

/// The two weights as marks on one line, and as numbers.
fn weights(weights: Option<[u8; 2]>) -> AnyView {
    let Some([first, second]) = weights else {
        return view! { <td></td><td class="number">"–"</td><td class="number">"–"</td> }
            .into_any();
    };
    let (start, end, height) = LINE;
    let (x, y) = (at(first), height / 2);
    let (left, right) = (at(first.min(second)), at(first.max(second)));
    view! {
        <td>
            <svg class="weight-line" viewBox=format!("0 0 140 {height}") width="140" height=height aria-hidden="true">
                <path class="weight-axis" d=format!("M{start} {y}H{end}") />
                <path class="weight-gap" d=format!("M{left} {y}H{right}") />
                <rect class="map-stop-1" x=x - 6 y=y - 6 width="12" height="12" />
                <circle class="map-stop-2" cx=at(second) cy=y r="5" />
            </svg>
        </td>
        <td class="number">{first.to_string()}</td>
        <td class="number">{second.to_string()}</td>
    }
    .into_any()
}

/// Where a weight lies on the line.
fn at(weight: u8) -> u32 {
    let (start, end, _) = LINE;
    start + (end - start) / 3 * u32::from(weight.min(3))
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
