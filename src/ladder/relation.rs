//! How two levels stand to each other: up, down or across. Knows nothing of what a level expects.

use crate::ladder::{Competency, Ladder, Level, Rung};

/// The relation of one level to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same level.
    Same,
    /// Higher on one path; a shared level lies below all its tracks.
    Up {
        /// The number of rungs.
        rungs: Rung,
    },
    /// Lower on one path.
    Down {
        /// The number of rungs.
        rungs: Rung,
    },
    /// Another track at the same height.
    Across,
    /// Another track, and higher.
    AcrossUp {
        /// The number of rungs.
        rungs: Rung,
    },
    /// Another track, and lower.
    AcrossDown {
        /// The number of rungs.
        rungs: Rung,
    },
    /// The ladder does not say how high one of the two is.
    Unranked,
}

impl Relation {
    /// The same pair seen from the other end.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Up { rungs } => Self::Down { rungs },
            Self::Down { rungs } => Self::Up { rungs },
            Self::AcrossUp { rungs } => Self::AcrossDown { rungs },
            Self::AcrossDown { rungs } => Self::AcrossUp { rungs },
            Self::Same | Self::Across | Self::Unranked => self,
        }
    }

    /// Whether the destination includes all that the origin expects, on a ladder whose levels add
    /// to those below: then a clause that is gone from the text is still expected.
    pub const fn is_up(self) -> bool {
        matches!(self, Self::Same | Self::Up { .. })
    }
}

impl Ladder {
    /// How `to` stands to `from`.
    pub fn relation(&self, from: &Level, to: &Level) -> Relation {
        if from == to {
            return Relation::Same;
        }
        let (Some(here), Some(there)) = (from.rung, to.rung) else {
            return Relation::Unranked;
        };
        let rungs = here.abs_diff(there);
        if self.path(to).contains(&from) {
            Relation::Up { rungs }
        } else if self.path(from).contains(&to) {
            Relation::Down { rungs }
        } else if here < there {
            Relation::AcrossUp { rungs }
        } else if here > there {
            Relation::AcrossDown { rungs }
        } else {
            Relation::Across
        }
    }

    /// Whether what `from` expects is expected at `to` as well, because levels add to those below.
    pub(super) fn includes(&self, relation: Relation) -> bool {
        match relation {
            Relation::Same => true,
            relation => self.adds && relation.is_up(),
        }
    }
}

/// The track that `level` belongs to for somebody who comes from or goes to `other`: of a shared
/// level the other's track, and none where nothing is decided.
pub(super) fn side(level: &Level, other: &Level) -> Option<usize> {
    level.track().or_else(|| {
        let track = other.track()?;
        level.tracks.contains(&track).then_some(track)
    })
}

/// How much `item` counts on `side`, 0–3; where nothing is decided the largest weight, so that no
/// track colours what all expect. None where the ladder does not say it.
pub(super) fn weight(item: &Competency, side: Option<usize>) -> Option<u8> {
    match side {
        Some(track) => item.weight(track),
        None => item.weights.iter().copied().flatten().max(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Two shared levels; then a deep and a broad one at the heights 3 and 4; one of unknown height.
    fn ladder(adds: bool) -> Ladder {
        let level = |id: &str, tracks: &[&str], height: Option<u8>| {
            let mut level = json!({ "id": id, "title": id, "tracks": tracks });
            if let Some(height) = height {
                level["height"] = json!(height);
            }
            level
        };
        let both: &[&str] = &["deep", "broad"];
        let file = json!({
            "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en", "adds": adds,
            "tracks": [{ "id": "deep", "name": "Deep" }, { "id": "broad", "name": "Broad" }],
            "levels": [
                level("a1", both, Some(1)),
                level("a2", both, Some(2)),
                level("d3", &["deep"], Some(3)),
                level("b3", &["broad"], Some(3)),
                level("d4", &["deep"], Some(4)),
                level("b4", &["broad"], Some(4)),
                level("fellow", &["deep"], None),
            ],
            "competencies": [{
                "id": "risk", "name": "Risk", "weight": { "deep": 1, "broad": 3 },
                "cells": { "a1": { "gist": "Name risks" } },
            }],
        });
        Ladder::parse(&file.to_string()).unwrap()
    }

    fn between(ladder: &Ladder, from: &str, to: &str) -> Relation {
        ladder.relation(ladder.level(from).unwrap(), ladder.level(to).unwrap())
    }

    #[test]
    fn what_all_share_lies_below_both_tracks() {
        let ladder = ladder(true);
        assert_eq!(between(&ladder, "a1", "b4"), Relation::Up { rungs: 3 });
        assert_eq!(between(&ladder, "a1", "d4"), Relation::Up { rungs: 3 });
        assert_eq!(between(&ladder, "b3", "a2"), Relation::Down { rungs: 1 });
        assert_eq!(between(&ladder, "a2", "a2"), Relation::Same);
    }

    #[test]
    fn above_it_the_other_track_is_across() {
        let ladder = ladder(true);
        assert_eq!(between(&ladder, "d4", "b4"), Relation::Across);
        assert_eq!(
            between(&ladder, "d3", "b4"),
            Relation::AcrossUp { rungs: 1 }
        );
        assert_eq!(
            between(&ladder, "b4", "d3"),
            Relation::AcrossDown { rungs: 1 }
        );
    }

    #[test]
    fn a_height_that_is_unknown_is_not_guessed() {
        let ladder = ladder(true);
        for other in ["a1", "d4", "b4"] {
            assert_eq!(between(&ladder, "fellow", other), Relation::Unranked);
            assert_eq!(between(&ladder, other, "fellow"), Relation::Unranked);
        }
        assert_eq!(between(&ladder, "fellow", "fellow"), Relation::Same);
    }

    #[test]
    fn seen_from_the_other_end_each_relation_is_reversed() {
        let ladder = ladder(true);
        for from in &ladder.levels {
            for to in &ladder.levels {
                let relation = ladder.relation(from, to);
                assert_eq!(ladder.relation(to, from), relation.reversed());
            }
        }
    }

    #[test]
    fn only_the_way_up_includes_what_lies_below_and_only_where_levels_add() {
        let adding = ladder(true);
        let restating = ladder(false);
        for (from, to) in [("a1", "b4"), ("d3", "d4")] {
            let relation = between(&adding, from, to);
            assert!(relation.is_up() && adding.includes(relation), "{from} {to}");
            assert!(!restating.includes(relation), "{from} {to}");
        }
        let same = between(&adding, "a1", "a1");
        assert!(adding.includes(same) && restating.includes(same));
        for (from, to) in [
            ("d4", "d3"),
            ("d3", "b3"),
            ("d3", "b4"),
            ("b4", "d3"),
            ("d4", "fellow"),
        ] {
            assert!(!adding.includes(between(&adding, from, to)), "{from} {to}");
        }
    }

    #[test]
    fn a_level_that_tracks_share_takes_the_side_of_the_other() {
        let ladder = ladder(true);
        let of = |level: &str, other: &str| {
            side(ladder.level(level).unwrap(), ladder.level(other).unwrap())
        };
        assert_eq!(of("a2", "b4"), Some(1));
        assert_eq!(of("d3", "b4"), Some(0));
        assert_eq!(of("a1", "a2"), None);
    }

    #[test]
    fn where_no_side_is_decided_the_larger_weight_counts() {
        let ladder = ladder(true);
        let risk = ladder.competency("risk").unwrap();
        assert_eq!(weight(risk, Some(0)), Some(1));
        assert_eq!(weight(risk, None), Some(3));
    }
}
