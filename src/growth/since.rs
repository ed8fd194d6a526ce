//! What else changed between two check-ins: the plan, and the ladder itself. The marks are compared in
//! `check_in`.

use crate::growth::mark::{Expected, said};
use crate::growth::{CheckIn, CheckInChange, FrozenAim, PlanState};
use crate::ladder::Ladder;

/// What became of a plan from one check-in to a later one: aims, in the order of the plan. What did not
/// change is in no list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanChange {
    /// Open, and not there or closed before.
    pub planned: Vec<String>,
    /// Reached since.
    pub done: Vec<String>,
    /// Kept for a later quarter since.
    pub kept: Vec<String>,
    /// Given up since.
    pub dropped: Vec<String>,
    /// No longer in the plan.
    pub removed: Vec<String>,
}

impl PlanChange {
    /// What changed from `earlier` to `later`. A frozen plan has no ids, so items are matched by their
    /// aims. Of several with one aim the oldest belong together; a plan has its oldest at the end.
    pub fn between(earlier: &[FrozenAim], later: &[FrozenAim]) -> Self {
        let mut change = Self::default();
        let mut left: Vec<&FrozenAim> = earlier.iter().rev().collect();
        for now in later.iter().rev() {
            let before = left.iter().position(|one| one.aim == now.aim);
            let before = before.map(|at| left.remove(at).state);
            let list = match now.state {
                state if before == Some(state) => continue,
                PlanState::Open => &mut change.planned,
                PlanState::Done => &mut change.done,
                PlanState::Kept => &mut change.kept,
                PlanState::Dropped => &mut change.dropped,
            };
            list.insert(0, now.aim.clone());
        }
        let removed = left.iter().rev().map(|one| one.aim.clone());
        change.removed = removed.collect();
        change
    }
}

impl CheckInChange {
    /// The same, with each mark of the later check-in on words that the ladder no longer has among the
    /// reworded ones. Only what is not saved yet (`is_now`), or a check-in on this version of the ladder
    /// after one on another, can tell; of others nothing changes: they compare by the words that they hold.
    pub fn with_reworded(
        mut self,
        ladder: &Ladder,
        (earlier, later): (&CheckIn, &CheckIn),
        is_now: bool,
    ) -> Self {
        let (before, after) = (&earlier.ladder_version, &later.ladder_version);
        if !is_now && (before == after || *after != ladder.version) {
            return self;
        }
        let is_on_others = |id: &String| {
            let expected = Expected::find(ladder, id);
            let mark = later.marks.get(id).zip(expected);
            mark.is_some_and(|(mark, expected)| mark.said != said(expected.expectation))
        };
        let lists = [
            &mut self.rose,
            &mut self.fell,
            &mut self.same,
            &mut self.chance,
            &mut self.new,
        ];
        for list in lists {
            let (others, rest) = std::mem::take(list).into_iter().partition(&is_on_others);
            *list = rest;
            let others: Vec<String> = others;
            self.reworded.extend(others);
        }
        self.reworded.sort();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::{Date, Mark, Marks, Standing};
    use serde_json::json;

    fn plan(all: &[(&str, PlanState)]) -> Vec<FrozenAim> {
        let frozen = |(aim, state): &(&str, PlanState)| FrozenAim {
            aim: (*aim).to_owned(),
            state: *state,
        };
        all.iter().map(frozen).collect()
    }

    #[test]
    fn each_aim_that_changed_is_in_one_list() {
        use PlanState::{Done, Dropped, Kept, Open};
        let earlier = plan(&[
            ("done", Open),
            ("gone", Open),
            ("again", Dropped),
            ("as before", Done),
            ("dropped", Open),
        ]);
        let later = plan(&[
            ("new", Open),
            ("at once", Done),
            ("done", Done),
            ("again", Open),
            ("as before", Done),
            ("dropped", Dropped),
        ]);
        let change = PlanChange::between(&earlier, &later);
        assert_eq!(change.planned, ["new", "again"]);
        assert_eq!(change.done, ["at once", "done"]);
        assert_eq!(change.dropped, ["dropped"]);
        assert_eq!(change.removed, ["gone"]);
        // Kept in its quarter, and open again in the next one under the same aim.
        let change = PlanChange::between(&plan(&[("a", Open)]), &plan(&[("a", Open), ("a", Kept)]));
        assert_eq!(
            (&*change.kept, &*change.planned),
            (&["a".to_owned()][..], &["a".to_owned()][..])
        );
        assert!(change.removed.is_empty());
        assert_eq!(PlanChange::between(&later, &later), PlanChange::default());
    }

    #[test]
    fn a_mark_on_words_that_are_gone_is_asked_again_and_not_carried_over() {
        let ladder = |version: &str, says: &str| {
            let file = json!({
                "schema": 2, "id": "small", "version": version, "name": "Small", "lang": "en",
                "tracks": [{ "id": "deep", "name": "Deep" }],
                "levels": [{ "id": "a", "title": "A", "tracks": ["deep"], "height": 1 }],
                "competencies": [
                    { "id": "one", "name": "One", "cells": { "a": { "gist": says } } },
                    { "id": "two", "name": "Two", "cells": { "a": { "gist": "The same" } } },
                ],
            });
            Ladder::parse(&file.to_string()).unwrap()
        };
        let (old, new) = (ladder("1.0.0", "Before"), ladder("1.1.0", "Now"));
        let marks: Marks = ["a.one", "a.two"]
            .map(|id| {
                let cell = Expected::find(&old, id).unwrap().expectation;
                let mark = Mark::new(&old, cell, Standing::Reliably, "", 1.0);
                (id.to_owned(), mark.unwrap())
            })
            .into();
        let check_in = |ladder: &Ladder| {
            let date = Date::parse("2026-11-28").unwrap();
            let id = CheckIn::free_id(date, &[]).unwrap();
            CheckIn::new((id, date), ladder, (None, None), &marks, 1.0)
        };
        let (earlier, later) = (check_in(&old), check_in(&new));
        let change = CheckInChange::between(&earlier, &later);
        assert_eq!(change.same, ["a.one", "a.two"]);
        let told = change
            .clone()
            .with_reworded(&new, (&earlier, &later), false);
        assert_eq!(
            (&*told.reworded, &*told.same),
            (&["a.one".to_owned()][..], &["a.two".to_owned()][..])
        );
        // What came after both is no news between them.
        for ladder in [&old, &new] {
            let before = (&earlier, &earlier);
            assert_eq!(change.clone().with_reworded(ladder, before, false), change);
        }
        let unchanged_version = ladder("1.0.0", "Now");
        let before = (&earlier, &earlier);
        let told = change
            .clone()
            .with_reworded(&unchanged_version, before, false);
        assert_eq!(told, change, "whatever the ladder says by now");
        let told = change
            .clone()
            .with_reworded(&unchanged_version, before, true);
        assert_eq!(told.reworded, ["a.one"], "today it is asked again");
    }
}
