//! How often a behaviour occurs in the visitor's weeks at present: one tap per behaviour. Defines its
//! three values and how they are stored; independent of energy and scoring.

use serde::{Deserialize, Serialize};

/// How often a behaviour occurs at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Today {
    /// Not at all. Stored as 0.
    NotAtAll,
    /// Now and then. Stored as 1.
    NowAndThen,
    /// Most weeks. Stored as 2.
    MostWeeks,
}

impl Today {
    /// All three, from the least to the most.
    pub const ALL: [Self; 3] = [Self::NotAtAll, Self::NowAndThen, Self::MostWeeks];
}

impl TryFrom<u8> for Today {
    type Error = String;

    fn try_from(stored: u8) -> Result<Self, String> {
        let step = Self::ALL.get(usize::from(stored)).copied();
        step.ok_or_else(|| {
            format!("today is 0 (not at all), 1 (now and then) or 2 (most weeks); {stored} is none")
        })
    }
}

impl From<Today> for u8 {
    fn from(today: Today) -> Self {
        today as Self
    }
}
