//! How two levels stand to each other: up, down or across. Knows nothing of what a level asks for.

use crate::ladder::{Competency, LevelCode, Rung, Track};

/// How one level stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One and the same level.
    Same,
    /// Higher on one path; the trunk lies below both tracks, so L6 is up from T3.
    Up {
        /// How many rungs.
        rungs: Rung,
    },
    /// Lower on one path.
    Down {
        /// How many rungs.
        rungs: Rung,
    },
    /// The other track at the same height.
    Across,
    /// The other track, and higher.
    AcrossUp {
        /// How many rungs.
        rungs: Rung,
    },
    /// The other track, and lower.
    AcrossDown {
        /// How many rungs.
        rungs: Rung,
    },
}

impl Relation {
    /// How `to` stands to `from`.
    pub fn between(from: LevelCode, to: LevelCode) -> Self {
        let rungs = from.rung().abs_diff(to.rung());
        if from == to {
            Self::Same
        } else if path(to).any(|level| level == from) {
            Self::Up { rungs }
        } else if path(from).any(|level| level == to) {
            Self::Down { rungs }
        } else if from.rung() < to.rung() {
            Self::AcrossUp { rungs }
        } else if from.rung() > to.rung() {
            Self::AcrossDown { rungs }
        } else {
            Self::Across
        }
    }

    /// Whether the destination keeps all that the origin asks. Levels add to the ones below, so on
    /// the way up a clause that is gone from the text is still asked.
    pub const fn keeps_below(self) -> bool {
        matches!(self, Self::Same | Self::Up { .. })
    }

    /// The same pair seen from the other end.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Up { rungs } => Self::Down { rungs },
            Self::Down { rungs } => Self::Up { rungs },
            Self::AcrossUp { rungs } => Self::AcrossDown { rungs },
            Self::AcrossDown { rungs } => Self::AcrossUp { rungs },
            Self::Same | Self::Across => self,
        }
    }
}

/// A level and all below it on its path, from the top down. From L5 the path runs on at T4.
pub(super) fn path(level: LevelCode) -> impl Iterator<Item = LevelCode> {
    std::iter::successors(Some(level), |level| level.below())
}

/// The track that `level` belongs to for somebody who comes from or goes to `other`: on the trunk
/// the other's track, and none where both are on the trunk and nothing is decided.
pub(super) fn side(level: LevelCode, other: LevelCode) -> Option<Track> {
    [level, other]
        .into_iter()
        .find(|code| !code.is_trunk())
        .map(LevelCode::track)
}

/// How much `item` counts on `side`, 0–3; on the trunk alone the larger weight, so that neither
/// track colours what both ask.
pub(super) fn weight(item: &Competency, side: Option<Track>) -> u8 {
    side.map_or(item.weight.deep.max(item.weight.broad), |track| {
        item.weight.on(track)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> Relation {
        Relation::between(
            LevelCode::parse(from).unwrap(),
            LevelCode::parse(to).unwrap(),
        )
    }

    #[test]
    fn the_trunk_lies_below_both_tracks() {
        assert_eq!(between("T3", "L6"), Relation::Up { rungs: 3 });
        assert_eq!(between("T3", "T6"), Relation::Up { rungs: 3 });
        assert_eq!(between("L5", "T4"), Relation::Down { rungs: 1 });
        assert_eq!(between("T2", "T2"), Relation::Same);
    }

    #[test]
    fn above_the_trunk_the_other_track_is_across() {
        assert_eq!(between("T7", "L7"), Relation::Across);
        assert_eq!(between("T5", "L6"), Relation::AcrossUp { rungs: 1 });
        assert_eq!(between("L9", "T5"), Relation::AcrossDown { rungs: 4 });
    }

    #[test]
    fn seen_from_the_other_end_each_relation_is_reversed() {
        for from in LevelCode::all() {
            for to in LevelCode::all() {
                let relation = Relation::between(from, to);
                assert_eq!(Relation::between(to, from), relation.reversed());
            }
        }
    }

    #[test]
    fn only_the_way_up_keeps_what_lies_below() {
        assert!(between("T3", "L6").keeps_below());
        assert!(between("T3", "T3").keeps_below());
        for (from, to) in [("T6", "T5"), ("T5", "L5"), ("T5", "L6"), ("L6", "T5")] {
            assert!(!between(from, to).keeps_below(), "{from} to {to}");
        }
    }

    #[test]
    fn a_level_on_the_trunk_takes_the_side_of_the_other() {
        let code = |text| LevelCode::parse(text).unwrap();
        assert_eq!(side(code("T4"), code("L6")), Some(Track::Broad));
        assert_eq!(side(code("T5"), code("L6")), Some(Track::Deep));
        assert_eq!(side(code("T1"), code("T4")), None);
    }
}
