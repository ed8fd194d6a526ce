//! Three bands of the axis of time: lean, check-ins and evidence. Handles the drawings and what explains
//! them; the axis and the plan are in `timeline_chart`.

use leptos::prelude::*;

use crate::web::components::lean_line::halves;

/// A month.
#[derive(Clone, Copy, Debug)]
pub struct TimelineMonth {
    /// Its year, and its number from 1 to 12.
    pub of: (i32, u32),
    /// The number of entries.
    pub entries: usize,
}

/// A result of the quiz.
#[derive(Clone, Debug)]
pub struct TimelineLean {
    /// Its position.
    pub at: f64,
    /// The low end of the interval, the estimate and the high end, −100 (deep) to 100 (broad). None if
    /// the verdict is withheld.
    pub drawn: Option<[f64; 3]>,
}

/// A check-in.
#[derive(Clone, Debug)]
pub struct TimelineMarks {
    /// Its position.
    pub at: f64,
    /// How many expectations of the target are shown reliably, sometimes, not yet, and how many there
    /// was no chance to show. None if it had no target.
    pub counts: Option<[usize; 4]>,
}

/// With more months, the numbers over the bars show on a wide screen only.
const MOST_NUMBERS: usize = 12;
/// The parts of a check-in, from the bottom: what one can see of each, without colour.
const PARTS: [(&str, &str); 4] = [
    ("timeline-full", "reliably"),
    ("timeline-half", "sometimes"),
    ("timeline-empty", "not yet"),
    ("timeline-dashed", "no chance yet"),
];
/// A check-in without a target.
const DIAMOND: &str = "M0 83l5 5l-5 5l-5-5z";

/// A band: its name, what explains it, and the drawing.
pub(super) fn band(name: &'static str, key: AnyView, drawing: AnyView) -> AnyView {
    view! {
        <div class="timeline-band">
            <div class="timeline-head"><h3>{name}</h3> <p class="soft">{key}</p></div>
            {drawing}
        </div>
    }
    .into_any()
}

/// A drawing as wide as the axis.
pub(super) fn drawing(height: u32, content: impl IntoView + 'static) -> AnyView {
    view! { <svg class="timeline-drawing" height=height.to_string() aria-hidden="true">{content.into_any()}</svg> }
        .into_any()
}

/// A position in per cent.
pub(super) fn percent(at: f64) -> String {
    format!("{:.2}%", at * 100.0)
}

/// A band without anything.
pub(super) fn nothing(name: &'static str, words: &'static str) -> AnyView {
    let words = view! { <p class="soft timeline-nothing">{words}</p> };
    band(name, ().into_any(), words.into_any())
}

// Lean ------------------------------------------------------------------------------------------

pub(super) fn lean_band(leans: Vec<TimelineLean>, [deep, broad]: [String; 2]) -> AnyView {
    if leans.is_empty() {
        return nothing("Lean", "No result of the quiz yet.");
    }
    let withheld = leans.iter().any(|lean| lean.drawn.is_none());
    let points = leans.into_iter().map(|TimelineLean { at, drawn }| {
        let drawn = match drawn.map(|drawn| drawn.map(down)) {
            None => view! { <text y="55" text-anchor="middle">"?"</text> }.into_any(),
            Some([low, point, high]) => {
                let parts = halves(low, high.max(low + 2), 50).map(|(class, y, height)| {
                    view! { <rect class=class x="-7" y=y.to_string() width="14" height=height.to_string() /> }
                });
                let stop = match point < 50 {
                    true => view! { <rect class="map-stop-1" x="-5" y=point - 5 width="10" height="10" /> }.into_any(),
                    false => view! { <circle class="map-stop-2" cx="0" cy=point r="5" /> }.into_any(),
                };
                view! { {parts.collect_view()} {stop} }.into_any()
            }
        };
        view! { <svg x=percent(at)>{drawn}</svg> }
    });
    let key = view! {
        <svg class="timeline-sign" viewBox="0 0 12 12" aria-hidden="true"><rect class="map-stop-1" x="2" y="2" width="8" height="8" /></svg>
        {format!(" {deep} above the line, ")}
        <svg class="timeline-sign" viewBox="0 0 12 12" aria-hidden="true"><circle class="map-stop-2" cx="6" cy="6" r="4" /></svg>
        {format!(" {broad} below it")}
        {withheld.then_some("; ? no verdict")}
    };
    let content = view! {
        <line class="lean-axis" x1="0" x2="100%" y1="50" y2="50" />
        {points.collect_view()}
    };
    band("Lean", key.into_any(), drawing(100, content))
}

/// −100 to 100 as 4 to 96, from the top.
#[allow(clippy::cast_possible_truncation)] // clamped before
fn down(lean: f64) -> i32 {
    (50.0 + 0.46 * lean.clamp(-100.0, 100.0)).round() as i32
}

// Check-ins -------------------------------------------------------------------------------------

pub(super) fn marks_band(check_ins: Vec<TimelineMarks>) -> AnyView {
    if check_ins.is_empty() {
        return nothing("Check-ins", "No check-in yet.");
    }
    let sums = check_ins.iter().filter_map(|one| one.counts);
    let most = sums.map(|counts| counts.iter().sum()).max().unwrap_or(0);
    let unit = 84.0 / most.max(1) as f64;
    // As wide as fits on a phone, where the axis has some 280 px.
    let pairs = check_ins.windows(2);
    let gaps = pairs.filter_map(|pair| Some(pair.last()?.at - pair.first()?.at));
    let gap = gaps.fold(1.0, f64::min);
    let half = (gap * 100.0).clamp(1.5, 9.0);
    let no_target = check_ins.iter().any(|one| one.counts.is_none());
    let bars = check_ins.into_iter().map(|TimelineMarks { at, counts }| {
        let mut top = 94.0;
        let parts = PARTS.into_iter().zip(counts.unwrap_or_default());
        let parts = parts.filter(|(_, count)| *count > 0).map(|((class, _), count)| {
            let height = count as f64 * unit;
            top -= height;
            let (x, anchor) = if at > 0.5 { (-half - 4.0, "end") } else { (half + 4.0, "start") };
            let number = (gap > 0.13 && height > 11.0).then(|| {
                view! { <text x=x.to_string() y=format!("{:.1}", top + height / 2.0 + 4.0) text-anchor=anchor>{count.to_string()}</text> }
            });
            view! { {part(class, half, top, height)} {number} }
        });
        let untargeted = counts.is_none();
        let untargeted = untargeted.then(|| view! { <path class="timeline-empty" d=DIAMOND /> });
        view! { <svg x=percent(at)>{parts.collect_view()} {untargeted}</svg> }
    });
    let untargeted = no_target.then(|| {
        view! {
            <span>
                <svg class="timeline-sign" viewBox="-6 82 12 12" aria-hidden="true"><path class="timeline-empty" d=DIAMOND /></svg>
                " without a target"
            </span>
        }
    });
    let key = PARTS.map(|(class, words)| {
        view! {
            <span>
                <svg class="timeline-sign" viewBox="-6 0 12 12" aria-hidden="true">{part(class, 5.0, 1.0, 10.0)}</svg>
                {format!(" {words}")}
            </span>
            " "
        }
    });
    band(
        "Check-ins",
        view! { "at the level you aimed for: " {key.collect_view()} {untargeted} }.into_any(),
        drawing(96, bars.collect_view()),
    )
}

/// A part of a bar, around 0: full, half full, empty or dashed.
fn part(class: &'static str, half: f64, top: f64, height: f64) -> AnyView {
    let outline = format!(
        "M{} {top:.1}h{}v{height:.1}h-{}z",
        -half,
        half * 2.0,
        half * 2.0
    );
    let filled = (class == "timeline-half")
        .then(|| view! { <path class="timeline-full" d=format!("M{} {top:.1}h{half}v{height:.1}h-{half}z", -half) /> });
    view! { <path class=class d=outline /> {filled} }.into_any()
}

// Evidence --------------------------------------------------------------------------------------

pub(super) fn evidence_band(months: &[TimelineMonth], today: f64) -> AnyView {
    let most = months.iter().map(|month| month.entries).max().unwrap_or(0);
    if most == 0 {
        return nothing("Evidence", "No entry in these months.");
    }
    let count = months.len() as f64;
    let is_to_come = |index: u32| f64::from(index) > today * count;
    let class = if months.len() > MOST_NUMBERS {
        "timeline-wide"
    } else {
        ""
    };
    let bars = (0_u32..).zip(months).map(|(index, month)| {
        let at = |within: f64| percent((f64::from(index) + within) / count);
        let height = 60.0 * month.entries as f64 / most as f64;
        match month.entries {
            0 if is_to_come(index) => ().into_any(),
            0 => view! { <line class="timeline-none" x1=at(0.3) x2=at(0.7) y1="77" y2="77" /> }.into_any(),
            entries => view! {
                <rect class="timeline-entries" x=at(0.15) width=percent(0.7 / count) y=format!("{:.1}", 78.0 - height) height=format!("{height:.1}") />
                <text class=class x=at(0.5) y=format!("{:.1}", 74.0 - height) text-anchor="middle">{entries.to_string()}</text>
            }
            .into_any(),
        }
    });
    let key = format!("entries each month, {most} at most").into_any();
    band("Evidence", key, drawing(80, bars.collect_view()))
}
