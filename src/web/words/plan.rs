//! What is due in a plan, in a sentence for other pages.

use crate::growth::{Date, PlanItem, due};
use crate::web::words::count;

/// What is due in a plan at the day `today` or in the six days after it. None if nothing is.
pub fn due_this_week(plan: &[PlanItem], today: Date) -> Option<String> {
    let week = Date::of_days(today.days() + 6).unwrap_or(today);
    let all = due(plan, week);
    let is_overdue = |one: &&&PlanItem| one.by.is_some_and(|by| by < today);
    let overdue = all.iter().filter(is_overdue).count();
    let things = |number| count(number, "thing");
    match (overdue, all.len() - overdue) {
        (0, 0) => None,
        (0, coming) => Some(format!("Due this week: {} in your plan", things(coming))),
        (overdue, 0) => Some(format!("Overdue: {} in your plan", things(overdue))),
        (overdue, coming) => Some(format!(
            "Overdue: {} in your plan; due this week: {coming} more",
            things(overdue)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::PlanState;

    #[test]
    fn what_is_overdue_and_what_is_due_within_a_week_is_counted_apart() {
        let today = Date::parse("2026-11-28").unwrap();
        let item = |by: i32| {
            let item = PlanItem::new("a.b", "Ask", today.quarter(), (1.0, f64::from(by) / 50.0));
            let mut item = item.unwrap();
            item.by = Date::of_days(today.days() + by);
            item
        };
        let told = |days: &[i32]| {
            let plan: Vec<PlanItem> = days.iter().map(|by| item(*by)).collect();
            due_this_week(&plan, today)
        };
        for (days, words) in [
            (&[7][..], None),
            (&[0], Some("Due this week: 1 thing in your plan")),
            (&[1, 6, 7], Some("Due this week: 2 things in your plan")),
            (&[-1, 9], Some("Overdue: 1 thing in your plan")),
            (
                &[-9, -1, 0],
                Some("Overdue: 2 things in your plan; due this week: 1 more"),
            ),
        ] {
            assert_eq!(told(days).as_deref(), words, "{days:?}");
        }
        let mut done = item(0);
        done.state = PlanState::Done;
        assert_eq!(due_this_week(&[done], today), None);
    }
}
