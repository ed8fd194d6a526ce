//! The two tracks and the code of a level: a letter and a rung, such as `T6` or `L9`. Independent of
//! the expectations of a level.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ladder::Fault;

/// One of the two career tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// Impact by technical depth and by building; levels have the letter T.
    Deep,
    /// Technical leadership across teams without people management; levels have the letter L.
    Broad,
}

impl Track {
    /// Both tracks, deep first, as in the sources.
    pub const BOTH: [Self; 2] = [Self::Deep, Self::Broad];

    /// The other track.
    pub const fn other(self) -> Self {
        match self {
            Self::Deep => Self::Broad,
            Self::Broad => Self::Deep,
        }
    }

    /// The letter of this track's level codes.
    pub const fn letter(self) -> char {
        match self {
            Self::Deep => 'T',
            Self::Broad => 'L',
        }
    }

    /// The id used in files, addresses and class names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Deep => "deep",
            Self::Broad => "broad",
        }
    }
}

/// The height on either track: 1 to 9. The same number means the same seniority.
pub type Rung = u8;

/// A level's code. It is created only by [`LevelCode::parse`] and [`LevelCode::on`], and so always
/// valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LevelCode {
    rung: Rung,
    track: Track,
}

impl LevelCode {
    /// The lowest rung at which the broad track has levels of its own.
    pub const FIRST_BROAD_RUNG: Rung = 5;
    /// The rung at which the tracks separate.
    pub const FORK_RUNG: Rung = 6;
    /// The highest rung.
    pub const TOP_RUNG: Rung = 9;

    /// Every code in ascending order: `T1 … T4, T5, L5, … T9, L9`.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=Self::TOP_RUNG)
            .flat_map(|rung| Track::BOTH.map(|track| Self::on(track, rung)))
            .flatten()
    }

    /// Reads `T1`–`T9` and `L5`–`L9`, in either case.
    ///
    /// # Errors
    /// If the text is not such a code.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut letters = text.chars();
        let track = match letters.next() {
            Some('T' | 't') => Some(Track::Deep),
            Some('L' | 'l') => Some(Track::Broad),
            _ => None,
        };
        let rung = letters.next().and_then(|digit| digit.to_digit(10));
        match (track, rung, letters.next()) {
            (Some(track), Some(rung), None) => Self::on(track, rung as Rung),
            _ => None,
        }
        .ok_or_else(|| {
            Fault::new(
                format!("level code “{text}”"),
                "is no level; write T1 to T9 or L5 to L9",
            )
        })
    }

    /// The level of `track` at `rung`, if there is one: the broad track begins at 5.
    pub fn on(track: Track, rung: Rung) -> Option<Self> {
        let first = match track {
            Track::Deep => 1,
            Track::Broad => Self::FIRST_BROAD_RUNG,
        };
        (first..=Self::TOP_RUNG)
            .contains(&rung)
            .then_some(Self { rung, track })
    }

    /// The rung, 1 to 9.
    pub const fn rung(self) -> Rung {
        self.rung
    }

    /// The track of the letter. T1–T4 have the deep track's letter and belong to both.
    pub const fn track(self) -> Track {
        self.track
    }

    /// The same rung on the other track, if there is one.
    pub fn twin(self) -> Option<Self> {
        Self::on(self.track.other(), self.rung)
    }

    /// Whether the level belongs to both tracks.
    pub const fn is_trunk(self) -> bool {
        self.rung < Self::FIRST_BROAD_RUNG
    }

    /// The next level up on the same track.
    pub fn above(self) -> Option<Self> {
        Self::on(self.track, self.rung + 1)
    }

    /// The next level down: from L5 the trunk continues at T4.
    pub fn below(self) -> Option<Self> {
        let rung = self.rung.checked_sub(1)?;
        Self::on(self.track, rung).or_else(|| Self::on(Track::Deep, rung))
    }

    /// The code as in addresses: `t6`.
    pub fn slug(self) -> String {
        self.to_string().to_ascii_lowercase()
    }
}

impl fmt::Display for LevelCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.track.letter(), self.rung)
    }
}

impl TryFrom<String> for LevelCode {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        Self::parse(&text)
    }
}

impl From<LevelCode> for String {
    fn from(code: LevelCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_fourteen_levels_and_each_reads_back_from_its_text() {
        let all: Vec<_> = LevelCode::all().collect();
        assert_eq!(all.len(), 14);
        for code in all {
            assert_eq!(LevelCode::parse(&code.to_string()), Ok(code));
            assert_eq!(LevelCode::parse(&code.slug()), Ok(code));
        }
    }

    #[test]
    fn what_is_no_level_is_refused_by_name() {
        for text in ["", "T", "T0", "L4", "T10", "M5", "T5 ", "５"] {
            let fault = LevelCode::parse(text).unwrap_err();
            assert!(fault.to_string().contains(text), "{fault}");
        }
    }

    #[test]
    fn twins_share_a_rung_and_the_trunk_has_none() {
        for code in LevelCode::all() {
            match code.twin() {
                Some(twin) => {
                    assert_eq!(twin.rung(), code.rung());
                    assert_eq!(twin.twin(), Some(code));
                }
                None => assert!(code.is_trunk()),
            }
        }
    }

    #[test]
    fn below_the_first_broad_level_lies_the_trunk() {
        let l5 = LevelCode::parse("L5").unwrap();
        assert_eq!(l5.below().map(|c| c.to_string()), Some("T4".into()));
        assert_eq!(LevelCode::parse("T1").unwrap().below(), None);
        assert_eq!(LevelCode::parse("L9").unwrap().above(), None);
    }
}
