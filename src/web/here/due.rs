//! The home page says what of the plan is due: how many things and since when, not which. Screens are
//! shared.

use crate::growth::{Date, PlanItem, due};
use crate::web::dom::{self, repository};
use crate::web::here::{DUE, is_locked};

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Says it now, and again whenever saved data changes.
pub(super) fn start() {
    if dom::has(DUE) {
        say();
        dom::on_outside_change(|_| say());
    }
}

fn say() {
    let words = words().unwrap_or_default();
    dom::say(DUE, &words);
    dom::reveal(DUE, !words.is_empty());
}

fn words() -> Option<String> {
    if is_locked() {
        return None;
    }
    let plan = repository().plan().ok()?.into_iter();
    let plan: Vec<PlanItem> = plan.filter_map(Result::ok).collect();
    let today = Date::parse(&dom::day_stamp(dom::now())).ok()?;
    let due = due(&plan, today);
    let first = due.first()?.by?;
    let day = dom::local_day(f64::from(first.days()) * DAY);
    Some(match (due.len(), first == today) {
        (1, true) => "1 item of your plan is due today".to_owned(),
        (1, false) => format!("1 item of your plan is due since {day}"),
        (count, true) => format!("{count} items of your plan are due today"),
        (count, false) => format!("{count} items of your plan are due, the first since {day}"),
    })
}
