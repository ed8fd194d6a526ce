//! The types for moves between tracks and for working with a manager. Defines the shape of the file
//! only.

use serde::Deserialize;

use crate::guide::{Added, Both, Contrast, Named, Note};
use crate::ladder::Rung;

/// What changes above the fork.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fork {
    /// Before and after, aspect by aspect.
    pub changes: Vec<Contrast>,
    /// What to do in the first ninety days.
    pub first_days: Both<Vec<Note>>,
    /// What has to be given up.
    pub gives_up: Both<Note>,
    /// Why the first months may feel like a step down.
    pub step_down: Vec<Note>,
}

/// Moving between the tracks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switching {
    /// The moves, from the lowest rungs up.
    pub moves: Vec<SwitchMove>,
    /// The rules for all of them.
    pub rules: Vec<Named>,
    /// What to write down to prepare a return.
    pub passport: Vec<PassportField>,
}

/// One kind of move between the tracks at the same rung.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwitchMove {
    /// The rungs it is about; none for the move into people management.
    pub rungs: Vec<Rung>,
    /// A name for a move without rungs.
    #[serde(default)]
    pub name: Option<String>,
    /// How easy it is, in a few words.
    pub ease: String,
    /// How it is done.
    pub how: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
    /// What another adds to it.
    #[serde(default)]
    pub then: Option<Added>,
}

/// One line of a skills passport.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassportField {
    /// The stable id in records, `a–z` and `-`.
    pub id: String,
    /// What to write.
    pub name: String,
    /// Why it is worth writing.
    pub why: String,
}

/// An engineering manager paired with an engineer of either track.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pairing {
    /// Topic by topic.
    pub topics: Vec<Contrast>,
    /// Rung by rung, where both tracks have a level of their own.
    pub counterparts: Vec<Counterpart>,
    /// The ways in which a manager's own impact can grow.
    pub routes: Vec<Named>,
}

/// The counterpart of an engineer at one rung, and what the two produce together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    /// The rung.
    pub rung: Rung,
    /// The counterpart of the deep level.
    pub deep: String,
    /// The counterpart of the broad level.
    pub broad: String,
    /// What they produce together.
    pub product: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}
