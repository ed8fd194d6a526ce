//! The case for a level: each expectation with its mark, its evidence and the second view, the strongest
//! first. Sorts what is there; computes no level and no score.

use std::collections::BTreeMap;

use crate::growth::mark::{Expected, Marks, Standing, said};
use crate::growth::profile::{Marked, marked};
use crate::growth::view::{View, ViewMark};
use crate::growth::{AgreedMark, CaseChoice, Date, Entry, newest_first};
use crate::ladder::{Ladder, Level};

/// Two years in days, one of them a leap year. Evidence that is older is marked as old.
const OLD_AFTER: i32 = 731;

/// What a case is made of.
#[derive(Clone, Copy, Debug)]
pub struct CaseSources<'a> {
    /// The visitor's marks.
    pub marks: &'a Marks,
    /// The evidence, in any order.
    pub entries: &'a [Entry],
    /// The second view, if one is to be shown.
    pub second: Option<&'a View>,
    /// What was agreed on in talks, by the ids of marks.
    pub agreed: &'a BTreeMap<String, AgreedMark>,
    /// What the visitor decided.
    pub choice: &'a CaseChoice,
}

/// The case for a level.
#[derive(Clone, Debug)]
pub struct LevelCase<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The level.
    pub level: &'a Level,
    /// The day of the case.
    pub date: Date,
    /// The summary; may be empty.
    pub summary: &'a str,
    /// The second view, if one is shown.
    pub second: Option<&'a View>,
    /// Each expectation of the level, in the order of [`CasePart`]. Within a part the strongest comes
    /// first; what is equally strong is in the ladder's order.
    pub rows: Vec<CaseRow<'a>>,
}

/// One expectation of a case.
#[derive(Clone, Debug)]
pub struct CaseRow<'a> {
    /// The expectation.
    pub expected: Expected<'a>,
    /// The visitor's mark. The level expects something here, so this is not
    /// [`Marked::NothingExpected`].
    pub marked: Marked,
    /// The reason for the mark; may be empty, and is if the mark does not count.
    pub why: &'a str,
    /// Every entry with the competency, the newest first.
    pub entries: Vec<CaseEntry<'a>>,
    /// What the second view says, unless the expectation was reworded since.
    pub second: Option<&'a ViewMark>,
    /// What was agreed on last.
    pub agreed: Option<&'a AgreedMark>,
}

/// An entry that can stand for an expectation.
#[derive(Clone, Copy, Debug)]
pub struct CaseEntry<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Whether the case has it.
    pub is_chosen: bool,
    /// Whether it is more than two years older than the case.
    pub is_old: bool,
}

/// A part of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CasePart {
    /// Shown reliably, or sometimes with evidence.
    Shown,
    /// A gap: shown sometimes without evidence, or not yet.
    Gap,
    /// There was no chance to show it. This is no gap.
    NoChance,
    /// Not marked, or to be marked again, because it was reworded since.
    Unmarked,
}

impl CasePart {
    /// Every part, in the order of a case.
    pub const ALL: [Self; 4] = [Self::Shown, Self::Gap, Self::NoChance, Self::Unmarked];
}

impl<'a> LevelCase<'a> {
    /// The case for a level on the day `date`.
    pub fn new(ladder: &'a Ladder, level: &'a Level, from: CaseSources<'a>, date: Date) -> Self {
        let expected = Expected::of_levels(ladder, &[level]).into_iter();
        let row = |expected| CaseRow::new(ladder, level, expected, from, date);
        let mut rows: Vec<CaseRow> = expected.map(row).collect();
        rows.sort_by_key(CaseRow::rank);
        Self {
            ladder,
            level,
            date,
            summary: from.choice.summary.trim(),
            second: from.second,
            rows,
        }
    }

    /// The expectations of one part.
    pub fn part(&self, part: CasePart) -> Vec<&CaseRow<'a>> {
        let rows = self.rows.iter();
        rows.filter(|row| row.part() == part).collect()
    }
}

impl<'a> CaseRow<'a> {
    fn new(
        ladder: &Ladder,
        level: &Level,
        expected: Expected<'a>,
        from: CaseSources<'a>,
        date: Date,
    ) -> Self {
        let competency = expected.competency;
        let marked = marked(ladder, from.marks, competency, level);
        let mark = from.marks.get(&expected.id);
        let mark = mark.filter(|_| matches!(marked, Marked::As(_)));
        let now = said(expected.expectation);
        let second = from.second.and_then(|view| view.marks.get(&expected.id));
        let about = from.entries.iter();
        let about = about.filter(|entry| entry.competencies.contains(&competency.id));
        let mut about: Vec<&Entry> = about.collect();
        about.sort_by(|a, b| newest_first(a, b));
        let entries = about.into_iter().map(|entry| CaseEntry {
            entry,
            is_chosen: !from.choice.leaves_out(&competency.id, &entry.id),
            is_old: entry.age(date).is_some_and(|days| days > OLD_AFTER),
        });
        Self {
            marked,
            why: mark.map_or("", |mark| mark.why.trim()),
            entries: entries.collect(),
            second: second.filter(|mark| mark.said == now),
            agreed: from.agreed.get(&expected.id),
            expected,
        }
    }

    /// The entries that the case has, the newest first.
    pub fn evidence(&self) -> impl Iterator<Item = &CaseEntry<'a>> {
        self.entries.iter().filter(|entry| entry.is_chosen)
    }

    /// The part of the case that it is in.
    pub fn part(&self) -> CasePart {
        self.rank().0
    }

    /// Whether it is marked as shown, reliably or sometimes.
    pub const fn is_claimed(&self) -> bool {
        matches!(
            self.marked,
            Marked::As(Standing::Reliably | Standing::Sometimes)
        )
    }

    /// The part, and the place within it: what comes first is stronger. What is shown comes with evidence
    /// before without, then what nobody doubts, then what is marked higher; elsewhere the mark counts
    /// first. Evidence that is left out counts, so that a row stays where it is. It sorts, and means
    /// nothing else.
    fn rank(&self) -> (CasePart, [bool; 3]) {
        let (bare, doubted) = (self.entries.is_empty(), self.is_doubted());
        match self.marked {
            Marked::As(Standing::Reliably) => (CasePart::Shown, [bare, doubted, false]),
            Marked::As(Standing::Sometimes) if !bare => (CasePart::Shown, [bare, doubted, true]),
            Marked::As(Standing::Sometimes) => (CasePart::Gap, [false, doubted, bare]),
            Marked::As(Standing::NotYet) => (CasePart::Gap, [true, doubted, bare]),
            Marked::As(Standing::NoChance) => (CasePart::NoChance, [false, doubted, bare]),
            Marked::Reworded(_) => (CasePart::Unmarked, [false, doubted, bare]),
            Marked::Unmarked | Marked::NothingExpected => {
                (CasePart::Unmarked, [true, doubted, bare])
            }
        }
    }

    /// Whether it was agreed on lower than the visitor marked it, or, without an agreement, is marked
    /// lower in the second view.
    fn is_doubted(&self) -> bool {
        let Marked::As(mine) = self.marked else {
            return false;
        };
        let agreed = self.agreed.map(|one| one.judgement.standing);
        let other = agreed.or(self.second.map(|one| one.standing));
        let degrees = mine.degree().zip(other.and_then(Standing::degree));
        degrees.is_some_and(|(mine, other)| other < mine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::{GrowthId, Judged, Mark};
    use serde_json::json;

    const ITEMS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

    fn ladder() -> Ladder {
        let competency = |id: &&str| json!({ "id": id, "name": id, "cells": { "d1": { "gist": format!("Low {id}") }, "d2": { "gist": format!("High {id}") }, "b2": { "as": "d2" } } });
        let level = |id: &str, track: &str, height: u32| json!({ "id": id, "title": id, "tracks": [track], "height": height });
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }, { "id": "broad", "name": "Broad" }],
            "levels": [level("d1", "deep", 1), level("d2", "deep", 2), level("b2", "broad", 2)],
            "competencies": ITEMS.iter().map(competency).collect::<Vec<_>>(),
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn entry(id: &str, competency: &str, day: &str) -> Entry {
        let mut entry = Entry::new(id, 1.0, 0.5).unwrap();
        entry.id = GrowthId::parse(id).unwrap();
        entry.tag(competency, true).unwrap();
        entry.date = Date::parse(day).ok();
        entry
    }

    fn marks(ladder: &Ladder, all: &[(&str, Standing)]) -> Marks {
        let mark = |(id, standing): &(&str, Standing)| {
            let cell = Expected::find(ladder, id).unwrap().expectation;
            let mark = Mark::new(ladder, cell, *standing, "Why.", 1.0).unwrap();
            ((*id).to_owned(), mark)
        };
        all.iter().map(mark).collect()
    }

    fn day() -> Date {
        Date::parse("2026-11-28").unwrap()
    }

    fn ids<'a>(rows: impl IntoIterator<Item = &'a CaseRow<'a>>) -> Vec<&'a str> {
        let rows = rows.into_iter();
        rows.map(|row| row.expected.competency.id.as_str())
            .collect()
    }

    #[test]
    fn the_strongest_comes_first_then_gaps_then_no_chance_and_last_what_is_not_marked() {
        use Standing::{NoChance, NotYet, Reliably, Sometimes};
        let ladder = ladder();
        let mut marks = marks(
            &ladder,
            &[
                ("d2.b", NoChance),
                ("d2.c", Reliably),
                ("d2.d", NotYet),
                ("d2.e", Sometimes),
                ("d2.f", Sometimes),
                ("d2.g", Reliably),
                ("d2.h", Reliably),
                ("d1.a", Reliably),
            ],
        );
        marks.get_mut("d2.c").unwrap().said.clear();
        let entries = ["d", "f", "h", "b"].map(|item| entry(item, item, "2026-05-04"));
        let choice = CaseChoice::new();
        let from = CaseSources {
            marks: &marks,
            entries: &entries,
            second: None,
            agreed: &BTreeMap::new(),
            choice: &choice,
        };
        // A level that shares its cells shares its marks.
        for level in ["d2", "b2"] {
            let case = LevelCase::new(&ladder, ladder.level(level).unwrap(), from, day());
            assert_eq!(ids(&case.rows), ["h", "f", "g", "e", "d", "b", "c", "a"]);
            let part = |part| ids(case.part(part));
            assert_eq!(part(CasePart::Shown), ["h", "f", "g"]);
            assert_eq!(part(CasePart::Gap), ["e", "d"]);
            assert_eq!(part(CasePart::NoChance), ["b"]);
            assert_eq!(part(CasePart::Unmarked), ["c", "a"]);
            let why: Vec<&str> = case.rows.iter().map(|row| row.why).collect();
            assert_eq!(why[5..], ["Why.", "", ""], "what does not count has none");
            assert_eq!(case.rows[6].marked, Marked::Reworded(Reliably));
        }
    }

    #[test]
    fn evidence_is_newest_first_flagged_when_old_and_can_be_left_out() {
        let ladder = ladder();
        let marks = marks(&ladder, &[("d2.a", Standing::Sometimes)]);
        let entries = [
            entry("undated", "a", ""),
            entry("old", "a", "2024-11-26"),
            entry("new", "a", "2026-11-27"),
            entry("in-time", "a", "2024-11-27"),
            entry("other", "b", "2026-11-27"),
        ];
        let mut choice = CaseChoice::new();
        let told = |choice: &CaseChoice| {
            let from = CaseSources {
                marks: &marks,
                entries: &entries,
                second: None,
                agreed: &BTreeMap::new(),
                choice,
            };
            let case = LevelCase::new(&ladder, ladder.level("d2").unwrap(), from, day());
            let row = &case.rows[0];
            let all = row.entries.iter();
            let all = all.map(|one| (one.entry.did.clone(), one.is_old));
            let chosen = row.evidence().map(|one| one.entry.did.clone());
            (
                row.part(),
                all.collect::<Vec<_>>(),
                chosen.collect::<Vec<_>>(),
            )
        };
        let (part, all, chosen) = told(&choice);
        let expected = [
            ("new", false),
            ("in-time", false),
            ("old", true),
            ("undated", false),
        ];
        assert_eq!(all, expected.map(|(id, is_old)| (id.to_owned(), is_old)));
        assert_eq!((part, chosen.len()), (CasePart::Shown, 4));
        choice.leave_out("a", &entries[1].id, true);
        choice.leave_out("a", &entries[2].id, true);
        let (_, still, chosen) = told(&choice);
        assert_eq!(still, all, "what is left out can be taken in again");
        assert_eq!(chosen, ["in-time", "undated"]);
        choice.leave_out("a", &entries[0].id, true);
        choice.leave_out("a", &entries[3].id, true);
        let (part, _, chosen) = told(&choice);
        assert_eq!(
            (part, chosen.len()),
            (CasePart::Shown, 0),
            "it stays in place"
        );
    }

    #[test]
    fn a_second_view_counts_for_the_words_that_it_saw() {
        let ladder = ladder();
        let level = ladder.level("d2").unwrap();
        let judged: Judged = ["a", "b"]
            .map(|id| {
                (
                    format!("d2.{id}"),
                    (Standing::Reliably, "A line.".to_owned()),
                )
            })
            .into();
        let mut view = View::new(&ladder, &[level], (Some("Zoë"), &judged, ""), 1.0).unwrap();
        view.marks.get_mut("d2.b").unwrap().said.clear();
        let (marks, choice) = (BTreeMap::new(), CaseChoice::new());
        let from = CaseSources {
            marks: &marks,
            entries: &[],
            second: Some(&view),
            agreed: &BTreeMap::new(),
            choice: &choice,
        };
        let case = LevelCase::new(&ladder, level, from, day());
        let seen = case.rows.iter().filter(|row| row.second.is_some());
        assert_eq!(ids(seen), ["a"]);
        assert_eq!(case.part(CasePart::Unmarked).len(), ITEMS.len());
    }
}
