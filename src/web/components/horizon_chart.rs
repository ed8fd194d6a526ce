//! How far ahead each level looks, as bars on one axis of time, with the same in words beside them.

use leptos::prelude::*;

use crate::web::components::{Sign, Station, hue_class};

/// One level.
#[derive(Clone, Debug)]
pub struct HorizonRow {
    /// Its sign.
    pub sign: Sign,
    /// The address of its page.
    pub href: String,
    /// Its first fact, such as the scope.
    pub beside: String,
    /// From and to how many days ahead it looks; at least 1, in order.
    pub days: [u16; 2],
    /// The same in words.
    pub words: String,
}

/// Lengths of time that the axis names, in days.
const MARKS: [(u16, &str); 6] = [
    (7, "a week"),
    (30, "a month"),
    (91, "a quarter"),
    (365, "a year"),
    (1825, "5 years"),
    (3650, "10 years"),
];

/// A bar is at least this wide, in per cent of the axis.
const THIN: f64 = 1.5;

/// The table with its bars.
#[component]
pub fn HorizonChart(
    /// The levels, the lowest first.
    rows: Vec<HorizonRow>,
    /// What is beside the bars, and what the bars show.
    heads: [String; 2],
) -> impl IntoView {
    let axis = Axis::of(&rows);
    let marks = axis.marks();
    let names = marks
        .iter()
        .map(|(at, name)| {
            view! { <text x=percent(*at) y="12" text-anchor="middle">{*name}</text> }
        })
        .collect_view();
    let body = rows.into_iter().map(|row| one(row, &axis)).collect_view();
    let [beside, ahead] = heads;
    view! {
        <table class="horizons">
            <caption class="visually-hidden">{format!("{beside} and “{ahead}” of each level")}</caption>
            <thead>
                <tr>
                    <th scope="col">"Level"</th>
                    <th scope="col">{beside}</th>
                    <th scope="col">
                        {ahead} <svg class="horizon-axis" height="16" aria-hidden="true">{names}</svg>
                    </th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn one(row: HorizonRow, axis: &Axis) -> AnyView {
    let [from, to] = row.days.map(|days| axis.at(days));
    let width = (to - from).max(THIN);
    let left = from.min(100.0 - width);
    let hue = hue_class(row.sign.hue);
    let lines = axis.marks().into_iter();
    let lines = lines
        .map(|(at, _)| view! { <line x1=percent(at) x2=percent(at) y1="0" y2="100%" /> })
        .collect_view();
    view! {
        <tr class=hue>
            <th scope="row"><a href=row.href><Station level=row.sign /></a></th>
            <td>{row.beside}</td>
            <td>
                <div class="horizon">
                    <svg class="horizon-bar" height="20" aria-hidden="true">
                        {lines}
                        <rect x=percent(left) width=percent(width) y="5" height="10" />
                    </svg>
                    <span>{row.words}</span>
                </div>
            </td>
        </tr>
    }
    .into_any()
}

/// An axis on which each step is as many times longer than the one before: days and years on one line.
struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    fn of(rows: &[HorizonRow]) -> Self {
        let days = || rows.iter().flat_map(|row| row.days).map(f64::from);
        let low = days().fold(f64::INFINITY, f64::min).max(1.0);
        // Never without length, whatever a ladder says.
        let high = days().fold(low + 1.0, f64::max);
        Self { low, high }
    }

    /// Where a length of time lies, in per cent.
    fn at(&self, days: u16) -> f64 {
        let days = f64::from(days).max(self.low);
        (days / self.low).ln() / (self.high / self.low).ln() * 100.0
    }

    /// The named lengths that lie on it, and far enough from its ends for their names.
    fn marks(&self) -> Vec<(f64, &'static str)> {
        let marks = MARKS.into_iter().map(|(days, name)| (self.at(days), name));
        marks.filter(|(at, _)| (5.0..95.0).contains(at)).collect()
    }
}

fn percent(at: f64) -> String {
    format!("{at:.1}%")
}
