//! What the visitor looks at: their own level and the one beside it. Handles ids; whether a ladder has
//! the levels is asked by the caller.

use serde::{Deserialize, Serialize};

use crate::ladder::{Ladder, Level};
use crate::text_merge::TooLong;

/// The visitor's own level and a target, as chosen for one ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the level that the visitor is on.
    pub own: String,
    /// The id of the level that they aim for; may be the same.
    pub target: String,
}

impl Aim {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of an id.
    const LONGEST_ID: usize = 40;

    /// Two levels of a ladder.
    pub fn new(own: &Level, target: &Level) -> Self {
        Self {
            schema: Self::SCHEMA,
            own: own.id.clone(),
            target: target.id.clone(),
        }
    }

    /// Both levels. None if the ladder no longer has one of them.
    pub fn levels<'a>(&self, ladder: &'a Ladder) -> Option<(&'a Level, &'a Level)> {
        let level = |id: &str| ladder.levels.iter().find(|level| level.id == id);
        level(&self.own).zip(level(&self.target))
    }

    /// Checks the lengths of both ids.
    ///
    /// # Errors
    /// “level”, and by how much it is longer than an id can be.
    pub fn check(&self) -> Result<(), (&'static str, TooLong)> {
        [&self.own, &self.target].into_iter().try_for_each(|id| {
            TooLong::check(id, Self::LONGEST_ID).map_err(|excess| ("level", excess))
        })
    }
}
