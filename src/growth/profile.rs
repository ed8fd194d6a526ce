//! The profile: two levels, competency by competency, with the visitor's marks. Sorts what is marked;
//! computes no level and no score, and infers nothing from the marks of other levels.

use std::cmp::Reverse;

use crate::growth::mark::{Expected, Marks, Standing, mark_id};
use crate::ladder::{Competency, Ladder, Level};

/// What is known of one expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// The level expects nothing in this competency.
    NothingExpected,
    /// It is not marked.
    Unmarked,
    /// It is marked.
    As(Standing),
    /// It was reworded since it was marked so. Ask again: the mark does not count.
    Reworded(Standing),
}

/// One competency at both levels.
#[derive(Clone, Copy, Debug)]
pub struct ProfileRow<'a> {
    /// The competency.
    pub competency: &'a Competency,
    /// At the visitor's own level.
    pub own: Marked,
    /// At the target.
    pub target: Marked,
    /// How much the competency counts on the target's track, 0–3; the most of them, if it is on
    /// several. None if the ladder does not say, or says it for higher levels only.
    pub weight: Option<u8>,
}

/// Both levels, competency by competency.
#[derive(Clone, Debug)]
pub struct Profile<'a> {
    /// Each competency in which one of the two levels expects something, in the ladder's order.
    pub rows: Vec<ProfileRow<'a>>,
}

impl<'a> Profile<'a> {
    /// The profile of somebody at the level `own` who looks at the level `target`; they may be the same.
    pub fn new(ladder: &'a Ladder, marks: &Marks, own: &Level, target: &Level) -> Self {
        let rows = ladder.competencies.iter().map(|competency| ProfileRow {
            competency,
            own: marked(ladder, marks, competency, own),
            target: marked(ladder, marks, competency, target),
            weight: weight(ladder, competency, target),
        });
        let says = |row: &ProfileRow| {
            [row.own, row.target]
                .iter()
                .any(|one| *one != Marked::NothingExpected)
        };
        Self {
            rows: rows.filter(says).collect(),
        }
    }

    /// What is shown reliably at the target, in the ladder's order.
    pub fn solid(&self) -> Vec<&ProfileRow<'a>> {
        self.at_target(&[Marked::As(Standing::Reliably)])
    }

    /// What is not yet or only sometimes shown at the target: what counts most first, then what is
    /// further away, then in the ladder's order. What has no weight comes last.
    pub fn gaps(&self) -> Vec<&ProfileRow<'a>> {
        let not_yet = Marked::As(Standing::NotYet);
        let mut gaps = self.at_target(&[not_yet, Marked::As(Standing::Sometimes)]);
        gaps.sort_by_key(|row| (Reverse(row.weight), row.target != not_yet));
        gaps
    }

    /// What is not yet or only sometimes shown at the visitor's own level, in the ladder's order: not yet
    /// first.
    pub fn own_gaps(&self) -> Vec<&ProfileRow<'a>> {
        let [not_yet, sometimes] = [Standing::NotYet, Standing::Sometimes].map(Marked::As);
        let rows = self.rows.iter();
        let mut gaps: Vec<&ProfileRow> = rows
            .filter(|row| row.own == not_yet || row.own == sometimes)
            .collect();
        gaps.sort_by_key(|row| row.own != not_yet);
        gaps
    }

    /// What there was no chance to show at the target, in the ladder's order. These are no gaps.
    pub fn no_chance(&self) -> Vec<&ProfileRow<'a>> {
        self.at_target(&[Marked::As(Standing::NoChance)])
    }

    /// What is not marked at the target, in the ladder's order.
    pub fn unmarked(&self) -> Vec<&ProfileRow<'a>> {
        self.at_target(&[Marked::Unmarked])
    }

    /// What was reworded at the target since it was marked, in the ladder's order.
    pub fn reworded(&self) -> Vec<&ProfileRow<'a>> {
        let is_reworded = |row: &&ProfileRow| matches!(row.target, Marked::Reworded(_));
        self.rows.iter().filter(is_reworded).collect()
    }

    fn at_target(&self, wanted: &[Marked]) -> Vec<&ProfileRow<'a>> {
        let rows = self.rows.iter();
        rows.filter(|row| wanted.contains(&row.target)).collect()
    }
}

/// What is known of what a level expects in a competency.
pub fn marked(ladder: &Ladder, marks: &Marks, competency: &Competency, level: &Level) -> Marked {
    let id = mark_id(ladder, competency, level);
    let Some(expected) = id.and_then(|id| Expected::find(ladder, &id)) else {
        return Marked::NothingExpected;
    };
    match marks.get(&expected.id) {
        None => Marked::Unmarked,
        Some(mark) if mark.is_on(expected.expectation) => Marked::As(mark.standing),
        Some(mark) => Marked::Reworded(mark.standing),
    }
}

fn weight(ladder: &Ladder, competency: &Competency, level: &Level) -> Option<u8> {
    let holds = match ladder.weights_from {
        Some(from) => level.rung.is_some_and(|rung| rung >= from),
        None => true,
    };
    let tracks = level.tracks.iter().filter(|_| holds);
    tracks.filter_map(|track| competency.weight(*track)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::Mark;
    use serde_json::json;

    fn ladder() -> Ladder {
        let competency = |id: &str, weight: Option<u8>| {
            let weight = weight.map_or(json!({}), |weight| json!({ "deep": weight }));
            json!({
                "id": id, "name": id, "weight": weight,
                "cells": { "d1": { "gist": format!("Low {id}") }, "d2": { "gist": format!("High {id}") } },
            })
        };
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }],
            "levels": [
                { "id": "d1", "title": "One", "tracks": ["deep"], "height": 1 },
                { "id": "d2", "title": "Two", "tracks": ["deep"], "height": 2 },
            ],
            "competencies": [
                competency("none", None), competency("one", Some(1)), competency("three", Some(3)),
                competency("two", Some(2)), competency("again", Some(2)), competency("last", Some(2)),
            ],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn marks(ladder: &Ladder, all: &[(&str, Standing)]) -> Marks {
        let mark = |id: &str, standing| {
            let cell = Expected::find(ladder, id).unwrap().expectation;
            Mark::new(ladder, cell, standing, "", 1.0).unwrap()
        };
        let marks = all.iter();
        marks
            .map(|(id, standing)| ((*id).to_owned(), mark(id, *standing)))
            .collect()
    }

    fn ids(rows: Vec<&ProfileRow>) -> Vec<String> {
        let rows = rows.into_iter();
        rows.map(|row| row.competency.id.clone()).collect()
    }

    #[test]
    fn gaps_are_sorted_by_weight_then_by_how_far_then_as_in_the_ladder() {
        let ladder = ladder();
        let marks = marks(
            &ladder,
            &[
                ("d2.none", Standing::NotYet),
                ("d2.one", Standing::NotYet),
                ("d2.three", Standing::Sometimes),
                ("d2.two", Standing::Sometimes),
                ("d2.again", Standing::Sometimes),
                ("d2.last", Standing::NotYet),
            ],
        );
        let [own, target] = ["d1", "d2"].map(|id| ladder.level(id).unwrap());
        let profile = Profile::new(&ladder, &marks, own, target);
        let gaps = ids(profile.gaps());
        assert_eq!(gaps, ["three", "last", "two", "again", "one", "none"]);
        let of_own = Profile::new(&ladder, &marks, target, own);
        assert!(of_own.gaps().is_empty(), "marks of other levels count");
        assert_eq!(of_own.unmarked().len(), 6);
    }

    #[test]
    fn each_row_is_in_one_list() {
        let ladder = ladder();
        let mut marks = marks(
            &ladder,
            &[
                ("d2.none", Standing::Reliably),
                ("d2.one", Standing::NoChance),
                ("d1.three", Standing::Reliably),
                ("d2.two", Standing::Sometimes),
                ("d2.again", Standing::Reliably),
            ],
        );
        marks.get_mut("d2.again").unwrap().said = vec!["Something else".to_owned()];
        let [own, target] = ["d1", "d2"].map(|id| ladder.level(id).unwrap());
        let profile = Profile::new(&ladder, &marks, own, target);
        assert_eq!(ids(profile.solid()), ["none"]);
        assert_eq!(ids(profile.no_chance()), ["one"]);
        assert_eq!(ids(profile.unmarked()), ["three", "last"]);
        assert_eq!(ids(profile.gaps()), ["two"]);
        assert_eq!(ids(profile.reworded()), ["again"]);
        assert_eq!(profile.rows[2].own, Marked::As(Standing::Reliably));
    }

    #[test]
    fn gaps_at_the_own_level_are_told_apart_from_those_at_the_target() {
        let ladder = ladder();
        let marks = marks(
            &ladder,
            &[
                ("d1.none", Standing::Sometimes),
                ("d1.one", Standing::NotYet),
                ("d1.two", Standing::Reliably),
                ("d1.last", Standing::NoChance),
                ("d2.three", Standing::NotYet),
            ],
        );
        let [own, target] = ["d1", "d2"].map(|id| ladder.level(id).unwrap());
        let profile = Profile::new(&ladder, &marks, own, target);
        assert_eq!(ids(profile.own_gaps()), ["one", "none"]);
        assert_eq!(ids(profile.gaps()), ["three"]);
    }
}
