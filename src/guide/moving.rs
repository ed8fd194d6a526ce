//! What a guide says of moving between tracks and of working beside a manager.
//! Knows the shape of the file only.

use serde::Deserialize;

use crate::guide::{Both, Contrast, Named, Note};
use crate::ladder::Rung;

/// What changes above the fork.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fork {
    /// Before and after, aspect by aspect.
    pub changes: Vec<Contrast>,
    /// What to do in the first ninety days.
    pub first_days: Both<Vec<Note>>,
    /// What one gives up.
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
    /// The rules that hold for all of them.
    pub rules: Vec<Named>,
    /// What to write down so that a return is planned.
    pub passport: Vec<PassportField>,
}

/// One kind of move between the tracks at the same rung.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwitchMove {
    /// The rungs it is about; none for the move into people management.
    pub rungs: Vec<Rung>,
    /// A name where there are no rungs.
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
}

/// One line of a skills passport.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassportField {
    /// The stable name in records, `a–z` and `-`.
    pub id: String,
    /// What to write.
    pub name: String,
    /// Why it is worth writing.
    pub why: String,
}

/// An engineering manager beside an engineer of either track.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pairing {
    /// Topic by topic.
    pub topics: Vec<Contrast>,
    /// Rung by rung, where both tracks have a level of their own.
    pub counterparts: Vec<Counterpart>,
    /// The ways in which a manager's own impact grows.
    pub routes: Vec<Named>,
}

/// Who is beside an engineer at one rung, and what the two make together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    /// The rung.
    pub rung: Rung,
    /// Beside the deep level.
    pub deep: String,
    /// Beside the broad level.
    pub broad: String,
    /// What they make together.
    pub product: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}
