//! The weight of each competency on either track, as two marks on one line from 0 to 3, with the
//! numbers beside it.

use leptos::prelude::*;

use crate::ladder::Weight;

/// One competency.
#[derive(Clone, Debug)]
pub struct WeightRow {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// Its weight on each track, 0 to 3.
    pub weight: Weight,
    /// The distances between the twins from rung 5 to 9, 0 to 1 each.
    pub distances: Vec<f64>,
    /// The mean of the distances.
    pub mean: f64,
}

/// The first rung of the distances.
const FROM_RUNG: usize = 5;
/// The positions of 0 and 3 on the drawn line, and the line's height.
const LINE: (u32, u32, u32) = (10, 130, 24);

/// The table with its chart.
#[component]
pub fn WeightChart(
    /// The competencies, the largest distance between twins first.
    rows: Vec<WeightRow>,
) -> impl IntoView {
    let rungs = rows.first().map_or(0, |row| row.distances.len());
    let heads = (FROM_RUNG..FROM_RUNG + rungs)
        .map(|rung| view! { <th scope="col" class="number">{format!("Rung {rung}")}</th> })
        .collect_view();
    let body = rows.into_iter().map(row).collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="Competencies by distance">
            <table class="weights">
                <caption class="visually-hidden">
                    "Competencies by the distance between twins, with their weight on each track"
                </caption>
                <thead>
                    <tr>
                        <th scope="col">"Competency"</th>
                        <th scope="col">"Weight, 0 to 3"</th>
                        <th scope="col" class="number">"Deep"</th>
                        <th scope="col" class="number">"Broad"</th>
                        {heads}
                        <th scope="col" class="number">"Mean"</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </section>
    }
}

fn row(row: WeightRow) -> impl IntoView {
    let cells = row
        .distances
        .into_iter()
        .map(|distance| view! { <td class="number">{percent(distance)}</td> })
        .collect_view();
    let Weight { deep, broad } = row.weight;
    let (_, _, height) = LINE;
    let (x, y) = (at(deep), height / 2);
    let (left, right) = (at(deep.min(broad)), at(deep.max(broad)));
    let (start, end, _) = LINE;
    view! {
        <tr>
            <th scope="row"><a href=row.href>{row.name}</a></th>
            <td>
                <svg class="weight-line" viewBox=format!("0 0 140 {height}") width="140" height=height aria-hidden="true">
                    <path class="weight-axis" d=format!("M{start} {y}H{end}") />
                    <path class="weight-gap" d=format!("M{left} {y}H{right}") />
                    <rect class="map-deep-stop" x=x - 6 y=y - 6 width="12" height="12" />
                    <circle class="map-broad-stop" cx=at(broad) cy=y r="5" />
                </svg>
            </td>
            <td class="number">{deep.to_string()}</td>
            <td class="number">{broad.to_string()}</td>
            {cells}
            <td class="number"><strong>{percent(row.mean)}</strong></td>
        </tr>
    }
}

/// The position of a weight on the line.
fn at(weight: u8) -> u32 {
    let (start, end, _) = LINE;
    start + (end - start) / 3 * u32::from(weight.min(3))
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
