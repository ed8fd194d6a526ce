//! How large the step from one level to another is in one competency, as the authors say it with `change`
//! and `twin`, or by the same text for both. Where they say nothing, nothing is claimed.

use crate::ladder::{Change, Competency, Expectation, Ladder, Level, Relation, TwinLikeness};

/// The size of a step, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepSize {
    /// The same is expected.
    Same,
    /// The same with another emphasis.
    Emphasis,
    /// More of the same kind.
    More,
    /// A new kind of work.
    New,
}

impl From<Change> for StepSize {
    fn from(change: Change) -> Self {
        match change {
            Change::Same => Self::Same,
            Change::More => Self::More,
            Change::New => Self::New,
        }
    }
}

impl From<TwinLikeness> for StepSize {
    fn from(twin: TwinLikeness) -> Self {
        match twin {
            TwinLikeness::Alike => Self::Same,
            TwinLikeness::Emphasis => Self::Emphasis,
            TwinLikeness::Different => Self::New,
        }
    }
}

impl Competency {
    /// Whether two levels expect the same in the same words, written once with `as` or twice.
    pub fn is_shared_by(&self, a: &Level, b: &Level) -> bool {
        let said = |cell: &Expectation| {
            let Expectation {
                gist,
                text,
                items,
                examples,
                notes,
                step,
                ..
            } = cell.clone();
            (gist, text, items, examples, notes, step)
        };
        let ends = self.at(a).zip(self.at(b));
        ends.is_some_and(|(a, b)| said(a) == said(b))
    }
}

impl Ladder {
    /// How large the step to `level` is from the level below. A text that another level of this height
    /// shares is as large a step there, if what lies below is shared as well.
    pub fn change(&self, item: &Competency, level: &Level) -> Option<Change> {
        let cell = item.at(level)?;
        let below = self.below(level);
        let shares = |a: &Level, b: &Level| a == b || item.is_shared_by(a, b);
        if !below.is_empty() && below.iter().all(|lower| shares(level, lower)) {
            return Some(Change::Same);
        }
        cell.change.or_else(|| {
            let mut twins = self.twins(level).into_iter();
            twins.find_map(|other| {
                let lower = self.below(other);
                let is_known = |level: &&Level| lower.iter().any(|there| shares(there, level));
                let is_as_large = shares(level, other) && below.iter().all(is_known);
                item.at(other)?.change.filter(|_| is_as_large)
            })
        })
    }

    /// How large the step from one level to another is, whichever way; over several levels the largest
    /// on the way. None where the authors leave a part of it unsaid.
    pub fn step(&self, item: &Competency, from: &Level, to: &Level) -> Option<StepSize> {
        if from == to || item.is_shared_by(from, to) {
            return item.at(to).map(|_| StepSize::Same);
        }
        match self.relation(from, to) {
            Relation::Same | Relation::Unranked => None,
            Relation::Up { .. } => self.climb(item, from, to),
            Relation::Down { .. } => self.climb(item, to, from),
            Relation::Across => self.across(item, from, to),
            Relation::AcrossUp { .. } => self.across_and_up(item, from, to),
            Relation::AcrossDown { .. } => self.across_and_up(item, to, from),
        }
    }

    /// The largest step on the way up.
    fn climb(&self, item: &Competency, low: &Level, high: &Level) -> Option<StepSize> {
        let known = self.path(low);
        let steps = self.path(high).into_iter();
        let steps = steps.filter(|level| !known.contains(level));
        let sizes = steps.map(|level| self.change(item, level).map(StepSize::from));
        sizes.collect::<Option<Vec<StepSize>>>()?.into_iter().max()
    }

    /// Between two levels of one height; nothing where a level has more than one beside it, since a
    /// file does not say which is meant.
    fn across(&self, item: &Competency, a: &Level, b: &Level) -> Option<StepSize> {
        if item.is_shared_by(a, b) {
            return Some(StepSize::Same);
        }
        let alone = |level: &Level| self.twins(level).len() == 1;
        let said = |level: &Level| item.at(level)?.twin;
        let twin = said(a).or_else(|| said(b));
        twin.filter(|_| alone(a) && alone(b)).map(StepSize::from)
    }

    /// First to the other track at the same height, then up.
    fn across_and_up(&self, item: &Competency, low: &Level, high: &Level) -> Option<StepSize> {
        let way = self.path(high);
        let mut beside = self.twins(low).into_iter();
        let beside = beside.find(|level| way.contains(level))?;
        let over = self.across(item, low, beside)?;
        Some(over.max(self.climb(item, beside, high)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ladder() -> Ladder {
        let level = |id: &str, tracks: &[&str], height: u32| json!({ "id": id, "title": id, "tracks": tracks, "height": height });
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }, { "id": "broad", "name": "Broad" }],
            "levels": [
                level("a1", &["deep", "broad"], 1),
                level("d2", &["deep"], 2), level("b2", &["broad"], 2),
                level("d3", &["deep"], 3), level("b3", &["broad"], 3),
                level("d4", &["deep"], 4), level("b4", &["broad"], 4),
            ],
            "competencies": [{
                "id": "risk", "name": "Risk",
                "cells": {
                    "a1": { "gist": "Name risks" },
                    "d2": { "gist": "Weigh risks", "change": "more" }, "b2": { "as": "d2" },
                    "d3": { "gist": "Weigh them early", "change": "same" },
                    "b3": { "gist": "Weigh them late", "change": "new", "twin": "emphasis" },
                    "d4": { "as": "d3" }, "b4": { "gist": "Own risks" },
                },
            }],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn step(ladder: &Ladder, from: &str, to: &str) -> Option<StepSize> {
        let level = |id| ladder.level(id).unwrap();
        let item = ladder.competency("risk").unwrap();
        let size = ladder.step(item, level(from), level(to));
        assert_eq!(
            size,
            ladder.step(item, level(to), level(from)),
            "{to} to {from}"
        );
        size
    }

    #[test]
    fn a_shared_text_is_the_same_and_as_large_a_step_from_what_both_have_below() {
        let ladder = ladder();
        assert_eq!(step(&ladder, "d2", "b2"), Some(StepSize::Same));
        assert_eq!(step(&ladder, "a1", "b2"), Some(StepSize::More));
        assert_eq!(step(&ladder, "d3", "d4"), Some(StepSize::Same));
    }

    #[test]
    fn over_several_levels_the_largest_step_counts() {
        let ladder = ladder();
        assert_eq!(step(&ladder, "a1", "d3"), Some(StepSize::More));
        assert_eq!(step(&ladder, "a1", "b3"), Some(StepSize::New));
        assert_eq!(step(&ladder, "d2", "b3"), Some(StepSize::New));
        assert_eq!(step(&ladder, "b2", "d3"), Some(StepSize::Same));
    }

    #[test]
    fn what_authors_leave_unsaid_is_not_claimed() {
        let ladder = ladder();
        assert_eq!(step(&ladder, "d3", "b3"), Some(StepSize::Emphasis));
        for (from, to) in [("b3", "b4"), ("d4", "b4"), ("a1", "b4")] {
            assert_eq!(step(&ladder, from, to), None, "{from} {to}");
        }
    }
}
