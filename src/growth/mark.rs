//! A mark: where the visitor sees themselves against one expectation of a ladder. Says which text a mark
//! belongs to; independent of the storage.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Competency, Expectation, Ladder, Level};
use crate::text_merge::TooLong;

/// Marks by their ids; see [`mark_id`].
pub type Marks = BTreeMap<String, Mark>;

/// How often someone shows what is expected. The first three are in order, the last stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Not yet.
    NotYet,
    /// Sometimes.
    Sometimes,
    /// Reliably.
    Reliably,
    /// There was no chance to show it. This is no gap.
    NoChance,
}

impl Standing {
    /// Each standing with its id in records and files.
    const IDS: [(Self, &'static str); 4] = [
        (Self::NotYet, "not-yet"),
        (Self::Sometimes, "sometimes"),
        (Self::Reliably, "reliably"),
        (Self::NoChance, "no-chance"),
    ];

    /// All four, in the order of a form.
    pub const ALL: [Self; 4] = [
        Self::NotYet,
        Self::Sometimes,
        Self::Reliably,
        Self::NoChance,
    ];

    /// The id in records and files.
    pub fn id(self) -> &'static str {
        let known = Self::IDS.into_iter().find(|(one, _)| *one == self);
        known.map_or("", |(_, id)| id)
    }

    /// The standing with this id.
    pub fn of(id: &str) -> Option<Self> {
        let known = Self::IDS.into_iter().find(|(_, known)| *known == id);
        known.map(|(one, _)| one)
    }

    /// 0 for not yet, 1 for sometimes, 2 for reliably; none if there was no chance. It orders two
    /// standings on one expectation; a sum of several would mean nothing.
    pub const fn degree(self) -> Option<u8> {
        match self {
            Self::NotYet => Some(0),
            Self::Sometimes => Some(1),
            Self::Reliably => Some(2),
            Self::NoChance => None,
        }
    }
}

/// A mark on one expectation. Its id is not in it: see [`mark_id`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// The version of this record's format.
    pub schema: u32,
    /// Where the visitor sees themselves.
    pub standing: Standing,
    /// Why, in a line; empty if nothing was written, [`Mark::LONGEST_WHY`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What the expectation said when it was marked; see [`said`].
    pub said: Vec<String>,
    /// The version of the ladder at that time.
    pub ladder_version: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

impl Mark {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of a reason.
    pub const LONGEST_WHY: usize = 500;

    /// A mark on an expectation of a ladder, set at `now`, in milliseconds since 1970. Space around the
    /// reason is not kept.
    ///
    /// # Errors
    /// If the reason has more than [`Mark::LONGEST_WHY`] characters.
    pub fn new(
        ladder: &Ladder,
        expectation: &Expectation,
        standing: Standing,
        why: &str,
        now: f64,
    ) -> Result<Self, TooLong> {
        Self::on(said(expectation), &ladder.version, standing, why, now)
    }

    /// As [`Mark::new`], on an expectation that says `said`, in a version of its ladder.
    ///
    /// # Errors
    /// As for [`Mark::new`].
    pub fn on(
        said: Vec<String>,
        ladder_version: &str,
        standing: Standing,
        why: &str,
        now: f64,
    ) -> Result<Self, TooLong> {
        let why = why.trim();
        TooLong::check(why, Self::LONGEST_WHY)?;
        Ok(Self {
            schema: Self::SCHEMA,
            standing,
            why: why.to_owned(),
            said,
            ladder_version: ladder_version.to_owned(),
            changed: now,
        })
    }

    /// Whether the expectation still says what it said when it was marked.
    pub fn is_on(&self, expectation: &Expectation) -> bool {
        self.said == said(expectation)
    }

    /// Checks the length of its text.
    ///
    /// # Errors
    /// “reason”, and by how much it is longer than [`Mark::LONGEST_WHY`].
    pub fn check(&self) -> Result<(), (&'static str, TooLong)> {
        TooLong::check(&self.why, Self::LONGEST_WHY).map_err(|excess| ("reason", excess))
    }
}

/// What an expectation says, as a mark remembers it: its headline, unless a statement begins with it,
/// then each statement. Never empty.
pub fn said(expectation: &Expectation) -> Vec<String> {
    let headline = expectation.headline();
    let is_said = expectation
        .statements()
        .any(|statement| statement.starts_with(headline));
    let headline = (!is_said).then_some(headline).into_iter();
    headline
        .chain(expectation.statements())
        .map(str::to_owned)
        .collect()
}

/// The id of the mark on what a level expects in a competency: `<level>.<competency>`. The level is the
/// one that the text is written for, so levels that share a cell share its mark. None if the level
/// expects nothing there.
pub fn mark_id(ladder: &Ladder, competency: &Competency, level: &Level) -> Option<String> {
    let expectation = competency.at(level)?;
    let owner = match expectation.same_as {
        Some(owner) => ladder.levels.get(owner)?,
        None => level,
    };
    Some(format!("{}.{}", owner.id, competency.id))
}

/// An expectation that a mark can be on.
#[derive(Clone, Debug)]
pub struct Expected<'a> {
    /// The id of its mark.
    pub id: String,
    /// The level that it is written for, or the one of those asked for that expects it.
    pub level: &'a Level,
    /// The competency.
    pub competency: &'a Competency,
    /// What it says.
    pub expectation: &'a Expectation,
}

impl<'a> Expected<'a> {
    /// The expectation that a mark is on. None if the ladder no longer has it, or by now writes it for
    /// another level.
    pub fn find(ladder: &'a Ladder, id: &str) -> Option<Self> {
        let (level, competency) = id.split_once('.')?;
        let level = ladder.levels.iter().find(|one| one.id == level)?;
        let competency = ladder.competency(competency)?;
        let expectation = competency.at(level)?;
        expectation.same_as.is_none().then(|| Self {
            id: id.to_owned(),
            level,
            competency,
            expectation,
        })
    }

    /// As [`Expected::find`], at the first of some levels that expects it; where none of them does, at the
    /// level that it is written for.
    pub fn find_at(ladder: &'a Ladder, levels: &[&'a Level], id: &str) -> Option<Self> {
        let found = Self::find(ladder, id)?;
        let mut levels = levels.iter().copied();
        let level =
            levels.find(|level| mark_id(ladder, found.competency, level).as_deref() == Some(id));
        Some(Self {
            level: level.unwrap_or(found.level),
            ..found
        })
    }

    /// What some levels expect, level by level in the order given, each in the ladder's order. A text
    /// that they share is there once, at the first of them.
    pub fn of_levels(ladder: &'a Ladder, levels: &[&'a Level]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for level in levels {
            for competency in &ladder.competencies {
                let id = mark_id(ladder, competency, level);
                if let Some(one) = id.and_then(|id| Self::find(ladder, &id))
                    && all.iter().all(|known| known.id != one.id)
                {
                    all.push(Self { level, ..one });
                }
            }
        }
        all
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
            ],
            "competencies": [{
                "id": "risk", "name": "Risk",
                "cells": {
                    "a1": { "none": "expected" },
                    "d2": { "gist": "Weigh risks", "text": "Weighs them early. Says so." },
                    "b2": { "as": "d2" },
                },
            }, {
                "id": "craft", "name": "Craft",
                "cells": {
                    "a1": { "text": "Writes code. Reads it, too.", "items": ["Asks."] },
                    "d2": { "examples": ["A tool that others use"] },
                    "b2": { "text": "Writes code. Reads it, too.", "items": ["Asks."] },
                },
            }],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn id(ladder: &Ladder, competency: &str, level: &str) -> Option<String> {
        let competency = ladder.competency(competency).unwrap();
        mark_id(ladder, competency, ladder.level(level).unwrap())
    }

    #[test]
    fn a_standing_reads_as_it_is_written() {
        for standing in Standing::ALL {
            assert_eq!(Standing::of(standing.id()), Some(standing));
            let json = serde_json::to_string(&standing).unwrap();
            assert_eq!(json, format!("\"{}\"", standing.id()));
        }
        assert_eq!(Standing::of("always"), None);
    }

    #[test]
    fn levels_that_share_a_cell_share_its_mark_and_equal_words_do_not() {
        let ladder = ladder();
        assert_eq!(id(&ladder, "risk", "d2").as_deref(), Some("d2.risk"));
        assert_eq!(id(&ladder, "risk", "b2").as_deref(), Some("d2.risk"));
        assert_eq!(id(&ladder, "risk", "a1"), None, "nothing is expected");
        assert_eq!(id(&ladder, "craft", "a1").as_deref(), Some("a1.craft"));
        assert_eq!(id(&ladder, "craft", "b2").as_deref(), Some("b2.craft"));
    }

    #[test]
    fn the_text_of_a_mark_is_found_by_its_id() {
        let ladder = ladder();
        let found = Expected::find(&ladder, "d2.risk").unwrap();
        assert_eq!((&*found.level.id, &*found.competency.id), ("d2", "risk"));
        for id in ["b2.risk", "a1.risk", "d2", "D2.risk", "d2.", ".risk", ""] {
            assert!(Expected::find(&ladder, id).is_none(), "{id}");
        }
        let levels: Vec<&Level> = ladder.levels.iter().rev().collect();
        let all = Expected::of_levels(&ladder, &levels).into_iter();
        let ids: Vec<String> = all.map(|one| one.id).collect();
        assert_eq!(ids, ["d2.risk", "b2.craft", "d2.craft", "a1.craft"]);
    }

    #[test]
    fn a_shared_text_stands_at_the_level_that_was_asked_about() {
        let ladder = ladder();
        let [low, owner, asked] = ["a1", "d2", "b2"].map(|id| ladder.level(id).unwrap());
        let at = |levels: &[&Level]| {
            let all = Expected::of_levels(&ladder, levels).into_iter();
            let risk = { all }.find(|one| one.id == "d2.risk").unwrap();
            risk.level.id.clone()
        };
        assert_eq!(at(&[low, asked]), "b2");
        assert_eq!(at(&[owner, asked]), "d2", "the first of two");
        let found = |levels: &[&Level]| {
            let found = Expected::find_at(&ladder, levels, "d2.risk");
            found.unwrap().level.id.clone()
        };
        assert_eq!(found(&[low, asked]), "b2");
        assert_eq!(found(&[low]), "d2", "its own, where none expects it");
        assert!(Expected::find_at(&ladder, &[asked], "b2.risk").is_none());
    }

    #[test]
    fn a_mark_remembers_each_statement_once_and_a_headline_of_its_own() {
        let ladder = ladder();
        let said = |id: &str| said(Expected::find(&ladder, id).unwrap().expectation);
        assert_eq!(
            said("d2.risk"),
            ["Weigh risks", "Weighs them early. Says so."]
        );
        assert_eq!(said("a1.craft"), ["Writes code. Reads it, too.", "Asks."]);
        assert_eq!(said("d2.craft"), ["A tool that others use"]);
    }

    #[test]
    fn a_reason_that_is_too_long_is_refused() {
        let ladder = ladder();
        let cell = Expected::find(&ladder, "d2.risk").unwrap().expectation;
        let mark = |why: &str| Mark::new(&ladder, cell, Standing::Sometimes, why, 1.0);
        let most = Mark::LONGEST_WHY;
        assert_eq!(
            mark(&"é".repeat(most + 3)),
            Err(TooLong { by: 3, most }),
            "nothing is cut"
        );
        let longest = mark(&format!("  {}\n", "🦀".repeat(most))).unwrap();
        assert_eq!(longest.why.chars().count(), most);
        assert!(longest.check().is_ok() && longest.is_on(cell));
    }
}
