//! Sentences of the plan.

use crate::growth::{Date, PlanFault, PlanItem, PlanState, Quarter};
use crate::web::growth::dates;
use crate::web::words::too_long;

/// What became of an item: its sign and its word.
pub(in crate::web::growth) const fn state(state: PlanState) -> (&'static str, &'static str) {
    match state {
        PlanState::Open => ("○", "Open"),
        PlanState::Done => ("✓", "Done"),
        PlanState::Kept => ("→", "Kept for later"),
        PlanState::Dropped => ("✕", "Dropped"),
    }
}

/// The day of an item, and whether it has come.
pub(in crate::web::growth) fn by(item: &PlanItem, today: Date) -> Option<String> {
    let by = item.by?;
    let day = dates::day(by);
    Some(match item.state {
        PlanState::Open if by < today => format!("Overdue: it was due on {day}"),
        PlanState::Open if by == today => "Due today".to_owned(),
        _ => format!("By {day}"),
    })
}

/// A day that is not in the quarter of its item, and the remedy.
pub(super) fn other_quarter(day: Date, quarter: Quarter) -> String {
    format!(
        "{} is in {}, and this is planned for {}. Choose another day or the other quarter.",
        dates::day(day),
        dates::quarter(day.quarter()),
        dates::quarter(quarter)
    )
}

/// Why an item cannot be planned, and the remedy.
pub(super) fn fault(fault: &PlanFault) -> String {
    match fault {
        PlanFault::Blank => "Write what you want to reach.".to_owned(),
        PlanFault::Text(_, excess) => too_long(excess.by, excess.most, false),
        PlanFault::Mark(_) => "Choose what it is about.".to_owned(),
        PlanFault::Full(quarter) => format!(
            "{} has {} open things already, and more rarely get done. Finish, keep or drop one first, or plan this for another quarter.",
            dates::quarter(*quarter),
            PlanItem::MOST_OPEN
        ),
    }
}
