//! The weight of each competency on either track, as two marks on one line from 0 to 3, with the
//! numbers beside it.

use leptos::prelude::*;

/// One competency.
#[derive(Clone, Debug)]
pub struct WeightRow {
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub href: String,
    /// How much it counts on each of the two tracks, 0 to 3; none where the ladder does not say.
    pub weights: Option<[u8; 2]>,
}

/// Where 0 and 3 lie on the drawn line, and how high it is.
const LINE: (u32, u32, u32) = (10, 130, 24);

/// The table with its chart.
#[component]
pub fn WeightChart(
    /// The competencies, the largest difference first.
    rows: Vec<WeightRow>,
    /// The short names of the two tracks.
    heads: [String; 2],
) -> impl IntoView {
    let body = rows.into_iter().map(row).collect_view();
    let [first, second] = heads;
    view! {
        <table class="weights">
            <caption class="visually-hidden">"How much each competency counts on either track"</caption>
            <thead>
                <tr>
                    <th scope="col">"Competency"</th>
                    <th scope="col" class="weight-drawn">"0 to 3"</th>
                    <th scope="col" class="number">{first}</th>
                    <th scope="col" class="number">{second}</th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn row(row: WeightRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=row.href>{row.name}</a></th>
            {weights(row.weights)}
        </tr>
    }
}

/// The two weights as marks on one line, and as numbers.
fn weights(weights: Option<[u8; 2]>) -> AnyView {
    let Some([first, second]) = weights else {
        return view! { <td class="weight-drawn"></td><td class="number">"–"</td><td class="number">"–"</td> }
            .into_any();
    };
    let (start, end, height) = LINE;
    let (x, y) = (at(first), height / 2);
    let (left, right) = (at(first.min(second)), at(first.max(second)));
    view! {
        <td class="weight-drawn">
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
