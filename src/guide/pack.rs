//! A guide as its file has it, and the one way in: [`Guide::parse`], which checks it against its ladder.
//! Knows nothing of pages; after `parse` nobody checks again.

use serde::Deserialize;

use crate::guide::{
    Attribute, Budget, ChecklistItem, FocusArea, Fork, GrowthStage, Organisation, Pairing,
    Switching, Tension, Titles, Trap, WorkKinds, check,
};
use crate::ladder::{Fault, FileKind, Ladder, Side, read_json};

/// Everything that is around a ladder. Written for one ladder and checked against it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guide {
    /// The JSON Schema beside the file, for editors.
    #[serde(rename = "$schema", default)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Guide::SCHEMA`].
    pub schema: u32,
    /// The id of the ladder that this guide speaks of.
    pub ladder: String,
    /// What changes where the tracks part.
    pub fork: Fork,
    /// How to move between the tracks.
    pub switching: Switching,
    /// How an engineering manager pairs with each track.
    pub pairing: Pairing,
    /// Where the hours of a week go.
    pub budget: Budget,
    /// Roles and titles around the ladder.
    pub titles: Titles,
    /// The two kinds of work.
    pub work: WorkKinds,
    /// How impact grows, stage by stage.
    pub stages: Vec<GrowthStage>,
    /// What happens among people who grow side by side.
    pub dynamics: Vec<Note>,
    /// How to be, whatever one does.
    pub attributes: Vec<Attribute>,
    /// Signs that somebody leads already.
    pub checklist: Vec<ChecklistItem>,
    /// Areas to put a plan for the next months into.
    pub focus_areas: Vec<FocusArea>,
    /// What usually goes wrong, with tell and remedy.
    pub traps: Vec<Trap>,
    /// How an organisation introduces the second track.
    pub organisation: Organisation,
    /// Where sources disagree.
    pub tensions: Vec<Tension>,
    /// What is our own choice and nobody else's.
    pub ours: Vec<Note>,
    /// What was looked for and not found.
    pub missing: Vec<Note>,
}

/// A sentence or two, and what they rest on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The words.
    pub text: String,
    /// What they rest on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A note under a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name, a few words.
    pub name: String,
    /// The words.
    pub text: String,
    /// What they rest on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// The same kind of thing on either track.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// On the deep track.
    pub deep: T,
    /// On the broad track.
    pub broad: T,
}

/// One aspect on both tracks, and where it applies, before they part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    /// What is compared.
    pub aspect: String,
    /// How it is while the tracks share their rungs; none where only the two sides are compared.
    #[serde(default)]
    pub shared: Option<String>,
    /// How it is on the deep track.
    pub deep: String,
    /// How it is on the broad track.
    pub broad: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

impl Guide {
    /// The file format that this app reads.
    pub const SCHEMA: u32 = 1;

    /// Reads a guide and checks it against its ladder.
    ///
    /// # Errors
    /// Every fault found, each with its place; one only when the text is too large or no
    /// JSON of this shape.
    pub fn parse(text: &str, ladder: &Ladder) -> Result<Self, Vec<Fault>> {
        let guide: Self = read_json(text, FileKind::Guide)?;
        let faults = check::faults(&guide, ladder);
        if faults.is_empty() {
            Ok(guide)
        } else {
            Err(faults)
        }
    }
}

impl<T> Both<T> {
    /// What is on a side.
    pub const fn on(&self, side: Side) -> &T {
        match side {
            Side::Deep => &self.deep,
            Side::Broad => &self.broad,
        }
    }
}
