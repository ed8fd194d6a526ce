//! What happened over time, as four bands on one axis of months: lean, check-ins, evidence and plan; and
//! the same as a table. A position is from 0, the start of the first month, to 1, the end of the last.

use leptos::prelude::*;

use crate::web::components::timeline_bands::{
    TimelineLean, TimelineMarks, TimelineMonth, band, drawing, evidence_band, lean_band,
    marks_band, nothing, percent,
};

/// An item of the plan.
#[derive(Clone, Debug)]
pub struct TimelineAim {
    /// What is to be reached.
    pub aim: String,
    /// From when to when it runs.
    pub span: [f64; 2],
    /// Where the day is by which it is to be reached.
    pub by: Option<f64>,
    /// What became of it.
    pub end: AimEnd,
}

/// What became of an item of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimEnd {
    /// It is still to be done.
    Open,
    /// It is reached.
    Done,
    /// It goes on in a later quarter.
    Kept,
    /// It was given up.
    Dropped,
}

impl AimEnd {
    const fn sign(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Done => "✓",
            Self::Kept => "→",
            Self::Dropped => "×",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Kept => "kept",
            Self::Dropped => "dropped",
        }
    }
}

/// The names of the months.
const NAMES: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// The most names of months that fit, on a wide screen and on a narrow one.
const MOST_NAMES: [usize; 2] = [14, 8];
/// So many items of the plan are in sight; earlier ones are folded.
const IN_SIGHT: usize = 6;
/// The heads of the table.
const HEADS: [&str; 5] = ["Month", "Lean", "Check-ins", "Evidence", "Plan"];

/// The picture and the table.
#[component]
pub fn TimelineChart(
    /// The months.
    months: Vec<TimelineMonth>,
    /// Where today is.
    today: f64,
    /// The words for the ends of the lean, the deep one first; none where there is no quiz.
    ends: Option<[String; 2]>,
    /// The results of the quiz.
    leans: Vec<TimelineLean>,
    /// The check-ins, the earliest first.
    check_ins: Vec<TimelineMarks>,
    /// The items of the plan, the earliest first.
    plan: Vec<TimelineAim>,
    /// What the picture shows, in a sentence.
    summary: String,
    /// Sentences on what it leaves out.
    left_out: Vec<String>,
    /// The same as rows of a table: the month, then a text for each band.
    rows: Vec<[String; 5]>,
) -> impl IntoView {
    let left_out = left_out.into_iter();
    let left_out = left_out.map(|line| view! { <p class="soft">{line}</p> });
    view! {
        <figure class="timeline">
            <figcaption class="visually-hidden">{summary}</figcaption>
            <div class="timeline-bands">
                {axis(&months, today)}
                {ends.map(|ends| lean_band(leans, ends))}
                {marks_band(check_ins)}
                {evidence_band(&months, today)}
                {plan_band(plan)}
            </div>
            {left_out.collect_view()}
            {table(rows)}
        </figure>
    }
}

// The axis --------------------------------------------------------------------------------------

/// Lines through all bands, and the names of the months and of today over them.
fn axis(months: &[TimelineMonth], today: f64) -> AnyView {
    let count = months.len().max(1) as f64;
    let [wide, narrow] = MOST_NAMES.map(|most| step(months.len(), most));
    let shown = |step: u32, month: u32| (month - 1).is_multiple_of(step);
    let marks = (0_u32..).zip(months).map(
        |(
            index,
            TimelineMonth {
                of: (year, month), ..
            },
        )| {
            let x = percent(f64::from(index) / count);
            let class = match (shown(wide, *month), shown(narrow, *month)) {
                (false, false) => None,
                (true, false) => Some("timeline-wide"),
                (false, true) => Some("timeline-narrow"),
                (true, true) => Some(""),
            };
            let name = class.map(|class| {
                let name = NAMES.get(*month as usize - 1).copied();
                view! {
                    <line class=class x1=x.clone() x2=x.clone() y1="20" y2="100%" />
                    <text class=class x=x.clone() dx="3" y="30">{name}</text>
                }
            });
            // The first year is not named where the next one begins too close to it.
            let is_named = *month == 1 || (index == 0 && f64::from(13 - month) > count / 6.0);
            let year =
                is_named.then(|| view! { <text x=x dx="3" y="46">{year.to_string()}</text> });
            view! { {name} {year} }
        },
    );
    let anchor = match today {
        at if at > 0.9 => "end",
        at if at < 0.1 => "start",
        _ => "middle",
    };
    let today = percent(today);
    view! {
        <svg class="timeline-axis" aria-hidden="true">
            {marks.collect_view()}
            <line class="timeline-today" x1=today.clone() x2=today.clone() y1="16" y2="100%" />
            <text class="timeline-now" x=today y="12" text-anchor=anchor>"today"</text>
        </svg>
    }
    .into_any()
}

/// Every how many months one is named, so that at most so many are.
fn step(count: usize, most: usize) -> u32 {
    let steps = [1_u32, 2, 3, 6];
    let fits = |step: &u32| count <= most * *step as usize;
    steps.into_iter().find(fits).unwrap_or(12)
}

// Plan ------------------------------------------------------------------------------------------

fn plan_band(plan: Vec<TimelineAim>) -> AnyView {
    if plan.is_empty() {
        return nothing("Plan", "Nothing planned in these months.");
    }
    let mut earlier = plan;
    let latest = earlier.split_off(earlier.len().saturating_sub(IN_SIGHT));
    let list = |aims: Vec<TimelineAim>| {
        let aims = aims.into_iter().map(aim).collect_view();
        view! { <ul class="plain-list timeline-plan">{aims}</ul> }
    };
    let folded = (!earlier.is_empty()).then(|| {
        view! {
            <details class="timeline-earlier">
                <summary>{format!("{} earlier", earlier.len())}</summary>
                {list(earlier)}
            </details>
        }
    });
    let key = "✓ done, → kept for later, × dropped; the short line is the planned day".into_any();
    view! {
        {band("Plan", key, ().into_any())}
        {folded}
        {list(latest)}
    }
    .into_any()
}

fn aim(
    TimelineAim {
        aim,
        span: [from, to],
        by,
        end,
    }: TimelineAim,
) -> AnyView {
    // An item of a day can be seen, too.
    let width = percent((to - from).max(0.006));
    let (class, y, height) = match end {
        AimEnd::Open => ("timeline-empty", "6", "8"),
        AimEnd::Dropped => ("timeline-entries", "9", "2"),
        AimEnd::Done | AimEnd::Kept => ("timeline-entries", "6", "8"),
    };
    let by = by.map(|by| {
        let line = (by > to).then(|| {
            view! { <line class="timeline-to" x1=percent(to) x2=percent(by) y1="10" y2="10" /> }
        });
        view! { {line} <line class="timeline-by" x1=percent(by) x2=percent(by) y1="1" y2="19" /> }
    });
    let content = view! {
        <rect class=class x=percent(from) width=width y=y height=height />
        <text class="timeline-end" x=percent(to) dx="5" y="15">{end.sign()}</text>
        {by}
    };
    view! {
        <li class="timeline-band">
            <span class="timeline-aim">{aim} " " <span class="soft">{end.sign()} " " {end.words()}</span></span>
            {drawing(20, content)}
        </li>
    }
    .into_any()
}

// The table -------------------------------------------------------------------------------------

fn table(rows: Vec<[String; 5]>) -> AnyView {
    // A column without anything in it is left out.
    let has_any = |column: &usize| rows.iter().any(|row| !row[*column].is_empty());
    let columns: Vec<usize> = (1..HEADS.len()).filter(has_any).collect();
    let heads = std::iter::once(&0).chain(&columns);
    let heads = heads.map(|column| view! { <th scope="col">{HEADS[*column]}</th> });
    let rows = rows.into_iter().map(|row| {
        let cells = columns
            .iter()
            .map(|column| view! { <td>{row[*column].clone()}</td> });
        let when = row[0].clone();
        view! { <tr><th scope="row">{when}</th> {cells.collect_view()}</tr> }
    });
    view! {
        <details class="timeline-table">
            <summary>"The same as a table"</summary>
            <section class="scroll" tabindex="0" aria-label="What happened, month by month">
                <table class="titles">
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </section>
        </details>
    }
    .into_any()
}
