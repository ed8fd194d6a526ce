//! A second view: what a manager or a peer marked for the same expectations, and how it differs from
//! the visitor's own marks. Nothing here says who is right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::growth::GrowthId;
use crate::growth::mark::{Expected, Marks, Standing, said};
use crate::ladder::{Ladder, Level};
use crate::text_merge::TooLong;

/// What somebody else marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id, derived from the content.
    pub id: GrowthId,
    /// Who marked, if they gave a name; [`View::LONGEST_NAME`] characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The version of the ladder that they saw.
    pub ladder_version: String,
    /// The ids of the levels that they were asked about.
    pub levels: Vec<String>,
    /// What they marked, by the ids of marks. What they left open is not there.
    #[serde(default)]
    pub marks: BTreeMap<String, ViewMark>,
    /// A note; empty if there is none, [`View::LONGEST_NOTE`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was received, in milliseconds since 1970.
    pub received: f64,
}

/// What somebody else marked for one expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewMark {
    /// The standing.
    pub standing: Standing,
    /// A line about it; empty if there is none, [`View::LONGEST_LINE`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// What the expectation said; see [`said`].
    pub said: Vec<String>,
}

/// Standings and lines by the ids of marks.
pub type Judged = BTreeMap<String, (Standing, String)>;

impl View {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of a name.
    pub const LONGEST_NAME: usize = 80;
    /// The maximum number of characters of a line about one expectation.
    pub const LONGEST_LINE: usize = 300;
    /// The maximum number of characters of the note.
    pub const LONGEST_NOTE: usize = 2_000;

    /// A view of some levels, received at `now`, in milliseconds since 1970. Space around texts is not
    /// kept, nor is a mark on what none of the levels expects. The id is derived from everything but the
    /// time and the ladder's version, so that a view that is opened twice is saved once.
    ///
    /// # Errors
    /// As for [`View::check`].
    pub fn new(
        ladder: &Ladder,
        levels: &[&Level],
        (from, marks, note): (Option<&str>, &Judged, &str),
        now: f64,
    ) -> Result<Self, (&'static str, TooLong)> {
        let from = from.map(str::trim).filter(|name| !name.is_empty());
        let all = Expected::of_levels(ladder, levels).into_iter();
        let marks = all.filter_map(|expected| {
            let (standing, line) = marks.get(&expected.id)?;
            let mark = ViewMark {
                standing: *standing,
                line: line.trim().to_owned(),
                said: said(expected.expectation),
            };
            Some((expected.id, mark))
        });
        let marks: BTreeMap<String, ViewMark> = marks.collect();
        let note = note.trim();
        let levels: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
        // Texts and ids as JSON: no two views are written the same.
        let content = (&ladder.id, &levels, from, &marks, note);
        let content = serde_json::to_string(&content).unwrap_or_default();
        let view = Self {
            schema: Self::SCHEMA,
            id: GrowthId::of_content("view", &content),
            from: from.map(str::to_owned),
            ladder_version: ladder.version.clone(),
            levels,
            marks,
            note: note.to_owned(),
            received: now,
        };
        view.check().map(|()| view)
    }

    /// Checks the lengths of its texts.
    ///
    /// # Errors
    /// The name of the first field that is too long, and by how much.
    pub fn check(&self) -> Result<(), (&'static str, TooLong)> {
        let fits =
            |field, text: &str, most| TooLong::check(text, most).map_err(|excess| (field, excess));
        let from = self.from.as_deref().unwrap_or_default();
        fits("name", from, Self::LONGEST_NAME)?;
        for mark in self.marks.values() {
            fits("line", &mark.line, Self::LONGEST_LINE)?;
        }
        fits("note", &self.note, Self::LONGEST_NOTE)
    }
}

/// One expectation that both marked.
#[derive(Clone, Debug)]
pub struct BothMarked<'a> {
    /// The expectation.
    pub expected: Expected<'a>,
    /// The visitor's standing.
    pub mine: Standing,
    /// The standing in the second view.
    pub theirs: Standing,
}

impl BothMarked<'_> {
    /// How far the two are apart: 0 to 2. None if one says that there was no chance to show it and the
    /// other does not: that is a difference of its own kind.
    pub fn steps(&self) -> Option<u8> {
        match (self.mine.degree(), self.theirs.degree()) {
            (Some(mine), Some(theirs)) => Some(mine.abs_diff(theirs)),
            (None, None) => Some(0),
            _ => None,
        }
    }
}

/// The visitor's marks beside a second view. Each expectation of the view's levels that one of the two
/// marked is in one list; all but the first list are in the order of the levels and of the ladder.
#[derive(Clone, Debug, Default)]
pub struct SideBySide<'a> {
    /// Where the two differ: the largest difference first, and last those of which one says that there
    /// was no chance to show it.
    pub differences: Vec<BothMarked<'a>>,
    /// Where the two say the same.
    pub alike: Vec<BothMarked<'a>>,
    /// What only the visitor marked.
    pub only_mine: Vec<Expected<'a>>,
    /// What only the other marked.
    pub only_theirs: Vec<Expected<'a>>,
    /// What was reworded since one of the two marked it: not compared.
    pub reworded: Vec<Expected<'a>>,
    /// The ids of the view's marks on expectations that the ladder no longer has.
    pub gone: Vec<String>,
}

impl<'a> SideBySide<'a> {
    /// Puts a view beside the visitor's marks.
    pub fn new(ladder: &'a Ladder, mine: &Marks, view: &View) -> Self {
        let mut found = Self::default();
        let level = |id: &String| ladder.levels.iter().find(|level| level.id == *id);
        let levels: Vec<&Level> = view.levels.iter().filter_map(level).collect();
        let all = Expected::of_levels(ladder, &levels);
        let is_gone = |id: &&String| all.iter().all(|one| one.id != **id);
        found.gone = view.marks.keys().filter(is_gone).cloned().collect();
        for expected in all {
            let now = said(expected.expectation);
            let (mine, theirs) = (mine.get(&expected.id), view.marks.get(&expected.id));
            let differs = |told: Option<&Vec<String>>| told.is_some_and(|told| *told != now);
            if differs(mine.map(|mark| &mark.said)) || differs(theirs.map(|mark| &mark.said)) {
                found.reworded.push(expected);
                continue;
            }
            match (mine, theirs) {
                (Some(mine), Some(theirs)) => {
                    let both = BothMarked {
                        expected,
                        mine: mine.standing,
                        theirs: theirs.standing,
                    };
                    match both.steps() {
                        Some(0) => found.alike.push(both),
                        _ => found.differences.push(both),
                    }
                }
                (Some(_), None) => found.only_mine.push(expected),
                (None, Some(_)) => found.only_theirs.push(expected),
                (None, None) => {}
            }
        }
        let rank = |both: &BothMarked| std::cmp::Reverse(both.steps());
        found.differences.sort_by_key(rank);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::Mark;
    use serde_json::json;

    const ITEMS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn ladder() -> Ladder {
        let competency = |id: &&str| json!({ "id": id, "name": id, "cells": { "d1": { "gist": format!("Low {id}") }, "d2": { "gist": format!("High {id}") } } });
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
            "tracks": [{ "id": "deep", "name": "Deep" }],
            "levels": [
                { "id": "d1", "title": "One", "tracks": ["deep"], "height": 1 },
                { "id": "d2", "title": "Two", "tracks": ["deep"], "height": 2 },
            ],
            "competencies": ITEMS.iter().map(competency).collect::<Vec<_>>(),
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn judged(level: &str, all: &[Standing]) -> Judged {
        let all = ITEMS.iter().zip(all);
        all.map(|(item, standing)| (format!("{level}.{item}"), (*standing, String::new())))
            .collect()
    }

    fn mine(ladder: &Ladder, all: &Judged) -> Marks {
        let mark = |id: &String, standing: Standing| {
            let cell = Expected::find(ladder, id).unwrap().expectation;
            (
                id.clone(),
                Mark::new(ladder, cell, standing, "", 1.0).unwrap(),
            )
        };
        all.iter()
            .map(|(id, (standing, _))| mark(id, *standing))
            .collect()
    }

    fn ids(all: &[BothMarked]) -> Vec<String> {
        all.iter().map(|both| both.expected.id.clone()).collect()
    }

    #[test]
    fn the_largest_difference_comes_first_and_no_chance_apart() {
        use Standing::{NoChance, NotYet, Reliably, Sometimes};
        let ladder = ladder();
        let level = ladder.level("d2").unwrap();
        let own = [NoChance, Sometimes, Reliably, NotYet, Reliably, NoChance];
        let other = [Reliably, Reliably, Reliably, Reliably, NotYet, NoChance];
        let (own, other) = (judged("d2", &own), judged("d2", &other));
        let view = View::new(&ladder, &[level], (Some("Zoë"), &other, ""), 1.0).unwrap();
        let both = SideBySide::new(&ladder, &mine(&ladder, &own), &view);
        assert_eq!(ids(&both.differences), ["d2.d", "d2.e", "d2.b", "d2.a"]);
        let steps = both.differences.iter().map(BothMarked::steps);
        assert_eq!(steps.collect::<Vec<_>>(), [Some(2), Some(2), Some(1), None]);
        assert_eq!(ids(&both.alike), ["d2.c", "d2.f"]);
    }

    #[test]
    fn what_one_of_the_two_left_open_or_what_changed_since_is_not_compared() {
        let ladder = ladder();
        let level = ladder.level("d2").unwrap();
        let all = [Standing::Sometimes; 6];
        let mut theirs = judged("d2", &all[..3]);
        theirs.extend(judged("d1", &all));
        let mut view = View::new(&ladder, &[level], (None, &theirs, ""), 1.0).unwrap();
        assert_eq!(view.marks.len(), 3, "d1 was not asked about");
        let mut own = mine(&ladder, &judged("d2", &all));
        own.remove("d2.a");
        view.marks.get_mut("d2.b").unwrap().said.clear();
        own.get_mut("d2.d").unwrap().said.clear();
        let gone = view.marks["d2.c"].clone();
        view.marks.insert("d2.gone".to_owned(), gone);
        let both = SideBySide::new(&ladder, &own, &view);
        let of = |all: &[Expected]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(of(&both.only_theirs), ["d2.a"]);
        assert_eq!(of(&both.reworded), ["d2.b", "d2.d"]);
        assert_eq!(ids(&both.alike), ["d2.c"]);
        assert_eq!(of(&both.only_mine), ["d2.e", "d2.f"]);
        assert_eq!(both.gone, ["d2.gone"]);
    }

    #[test]
    fn one_content_has_one_id_and_another_content_another() {
        let ladder = ladder();
        let level = ladder.level("d2").unwrap();
        let marks = judged("d2", &[Standing::Sometimes; 2]);
        let id = |from, marks: &Judged, note, now| {
            let view = View::new(&ladder, &[level], (from, marks, note), now).unwrap();
            view.id
        };
        let first = id(Some("Zoë"), &marks, "", 1.0);
        assert_eq!(first, id(Some(" Zoë "), &marks, "\n", 2.0));
        assert_eq!(first.as_str().len(), "view-".len() + 16);
        let mut lined = marks.clone();
        lined
            .entry("d2.a".to_owned())
            .and_modify(|one| one.1.push('x'));
        for other in [
            id(None, &marks, "", 1.0),
            id(Some("Zoë"), &lined, "", 1.0),
            id(Some("Zoë"), &marks, "x", 1.0),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        let ladder = ladder();
        let level = ladder.level("d2").unwrap();
        let line = "é".repeat(View::LONGEST_LINE + 1);
        let marks = [("d2.a".to_owned(), (Standing::Sometimes, line))].into();
        let told = View::new(&ladder, &[level], (None, &marks, ""), 1.0);
        let most = View::LONGEST_LINE;
        assert_eq!(told, Err(("line", TooLong { by: 1, most })));
    }
}
