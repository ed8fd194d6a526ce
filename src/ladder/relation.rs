//! The relation of two levels: up, down or across. Independent of their expectations.

use crate::ladder::{Competency, LevelCode, Rung, Track};

/// The relation of one level to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same level.
    Same,
    /// Higher on one path; the trunk belongs to both tracks, so L6 is up from T3.
    Up {
        /// The number of rungs.
        rungs: Rung,
    },
    /// Lower on one path.
    Down {
        /// The number of rungs.
        rungs: Rung,
    },
    /// The other track at the same height.
    Across,
    /// The other track, and higher.
    AcrossUp {
        /// The number of rungs.
        rungs: Rung,
    },
    /// The other track, and lower.
    AcrossDown {
        /// The number of rungs.
        rungs: Rung,
    },
}

impl Relation {
    /// The relation of `to` to `from`.
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

    /// Whether the destination includes all expectations of the origin. Levels add to the ones below,
    /// so on the way up a clause that is missing from the text still applies.
    pub const fn keeps_below(self) -> bool {
        matches!(self, Self::Same | Self::Up { .. })
    }

    /// The relation of the same pair in the other direction.
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

/// A level and all below it on its path, from the top down. Below L5 the path continues at T4.
pub(super) fn path(level: LevelCode) -> impl Iterator<Item = LevelCode> {
    std::iter::successors(Some(level), |level| level.below())
}

/// The track that `level` belongs to in a comparison with `other`: on the trunk the other level's
/// track, and none if both are on the trunk.
pub(super) fn side(level: LevelCode, other: LevelCode) -> Option<Track> {
    [level, other]
        .into_iter()
        .find(|code| !code.is_trunk())
        .map(LevelCode::track)
}

/// The weight of `item` on `side`, 0–3; on the trunk alone the larger weight, so that no track is
/// preferred.
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
