//! The two kinds of work that the quiz and the guide speak about. A ladder says which of its tracks
//! stand for them.

use serde::{Deserialize, Serialize};

use crate::ladder::{Ladder, Track};

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Impact by technical depth and by building.
    Deep,
    /// Technical leadership across teams without people management.
    Broad,
}

impl Side {
    /// Both sides, deep first.
    pub const BOTH: [Self; 2] = [Self::Deep, Self::Broad];

    /// The other side.
    pub const fn other(self) -> Self {
        match self {
            Self::Deep => Self::Broad,
            Self::Broad => Self::Deep,
        }
    }

    /// The word used in files, addresses and class names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Deep => "deep",
            Self::Broad => "broad",
        }
    }

    /// What is on this side of two.
    pub fn of<T>(self, [deep, broad]: &[T; 2]) -> &T {
        match self {
            Self::Deep => deep,
            Self::Broad => broad,
        }
    }
}

impl Ladder {
    /// The track that stands for a side, where the ladder names one.
    pub fn track_of(&self, side: Side) -> Option<&Track> {
        self.tracks.get(*side.of(&self.sides?))
    }
}
