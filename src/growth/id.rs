//! The stable id of a record of a visitor’s growth. Handles its spelling, not the record.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::guard::escape_hidden;

/// The id of an entry or an item of a plan: 1 to 81 of `a–z`, `0–9`, “-” and “.”.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GrowthId(String);

impl GrowthId {
    /// The maximum number of characters: the id of a mark has those of a level and a competency, of 40
    /// each, and a dot.
    pub const LONGEST: usize = 81;

    /// An id from the time in milliseconds since 1970 and a random number from 0 and below 1, so that
    /// two tabs get different ids.
    pub fn new(now: f64, random: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (time, salt) = (now.max(0.0) as u64, (random.abs().fract() * 1e9) as u64);
        Self(format!("{time:x}-{salt:x}"))
    }

    /// The same id for the same text.
    pub fn of_content(prefix: &str, content: &str) -> Self {
        Self(format!("{prefix}-{:016x}", fnv(content)))
    }

    /// This id as that of the `number`-th part of one content.
    pub(super) fn part(&self, number: usize) -> Self {
        Self(format!("{}-{number:03}", self.0))
    }

    /// Reads an id.
    pub fn parse(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GrowthId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for GrowthId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let told = format!("“{text}” is no id; it has 1 to 81 of a–z, 0–9, “-” and “.”");
        Self::parse(&text).ok_or_else(|| escape_hidden(&told))
    }
}

impl From<GrowthId> for String {
    fn from(id: GrowthId) -> Self {
        id.0
    }
}

/// Whether a text can be an id of this module, of a competency, or of a mark: 1 to 81 of `a–z`, `0–9`,
/// “-” and “.”.
pub(super) fn is_id(text: &str) -> bool {
    (1..=GrowthId::LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
}

/// FNV-1a over 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
