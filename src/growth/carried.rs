//! What a plan carries from one quarter into a later one. Handles items; who asks saves them.

use crate::growth::{GrowthId, PlanItem, PlanState, Quarter};

impl PlanItem {
    /// This item anew and open in a later quarter, at the time `now`, in milliseconds since 1970. A day
    /// before that quarter is left out. The id follows from this item and the quarter, so that carrying
    /// twice is carrying once. None if the id gets too long.
    pub fn carried(&self, quarter: Quarter, now: f64) -> Option<Self> {
        let id = format!("{}.{quarter}", root(&self.id)).to_lowercase();
        let first = quarter.first_day();
        Some(Self {
            schema: Self::SCHEMA,
            id: GrowthId::parse(&id)?,
            by: self.by.filter(|by| first.is_some_and(|first| *by >= first)),
            state: PlanState::Open,
            why: String::new(),
            quarter,
            created: now,
            changed: now,
            ..self.clone()
        })
    }
}

/// The items of a plan that are still open in a quarter before `quarter`, or were kept there and are not
/// carried on yet; in the plan's order.
pub fn left_over(plan: &[PlanItem], quarter: Quarter) -> Vec<&PlanItem> {
    let is_left = |one: &&PlanItem| {
        let goes_on = matches!(one.state, PlanState::Open | PlanState::Kept);
        let is_later =
            |other: &PlanItem| other.quarter > one.quarter && root(&other.id) == root(&one.id);
        goes_on && one.quarter < quarter && !plan.iter().any(is_later)
    };
    plan.iter().filter(is_left).collect()
}

/// The id without the quarter that it was carried into.
fn root(id: &GrowthId) -> &str {
    let id = id.as_str();
    match id.rsplit_once('.') {
        Some((root, quarter)) if Quarter::parse(&quarter.to_uppercase()).is_some() => root,
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::Date;

    fn quarter(text: &str) -> Quarter {
        Quarter::parse(text).unwrap()
    }

    fn item(random: f64, state: PlanState) -> PlanItem {
        let new = PlanItem::new("a.b", "Ask", quarter("2026-Q3"), (255.0, random));
        let mut item = new.unwrap();
        item.state = state;
        item
    }

    #[test]
    fn an_item_goes_on_open_with_the_day_that_is_still_to_come() {
        let mut kept = item(0.0, PlanState::Kept);
        kept.why = "No time".to_owned();
        kept.by = Date::parse("2026-10-01").ok();
        let on = kept.carried(quarter("2026-Q4"), 9.0).unwrap();
        assert_eq!(on.id.as_str(), "ff-0.2026-q4");
        assert_eq!((on.state, &*on.why, &*on.aim), (PlanState::Open, "", "Ask"));
        assert_eq!((on.created, on.by), (9.0, kept.by));
        let later = on.carried(quarter("2027-Q1"), 9.0).unwrap();
        assert_eq!((later.id.as_str(), later.by), ("ff-0.2027-q1", None));
    }

    #[test]
    fn what_is_open_or_kept_and_not_carried_on_is_left_over() {
        let plan = [
            item(0.1, PlanState::Open),
            item(0.2, PlanState::Done),
            item(0.3, PlanState::Kept),
            item(0.4, PlanState::Dropped),
        ];
        let now = quarter("2026-Q4");
        let left = |plan: &[PlanItem], now| {
            let left = left_over(plan, now).into_iter();
            left.map(|one| one.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(left(&plan, now), [plan[0].id.clone(), plan[2].id.clone()]);
        assert!(left(&plan, quarter("2026-Q3")).is_empty());
        let mut on = plan[2].carried(now, 9.0).unwrap();
        let with = |on: &PlanItem| [&plan[..], std::slice::from_ref(on)].concat();
        assert_eq!(left(&with(&on), now), [plan[0].id.clone()]);
        on.state = PlanState::Kept;
        let next = now.next();
        assert_eq!(left(&with(&on), next), [plan[0].id.clone(), on.id.clone()]);
    }
}
