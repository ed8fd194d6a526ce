//! A guide as in its file. It is created only by [`Guide::parse`], which checks it against its ladder,
//! so nothing needs checking afterwards.

use serde::Deserialize;

use crate::guide::{
    Attribute, Budget, ChecklistItem, ExampleCase, FocusArea, Fork, GrowthStage, Managers,
    Organisation, Pairing, Switching, Tension, Titles, Trap, WorkKinds, check,
};
use crate::ladder::{Fault, FileKind, Ladder, Side, read_json};

/// The guide to a ladder. Written for one ladder and checked against it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guide {
    /// The JSON Schema next to the file, for editors.
    #[serde(rename = "$schema", default)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Guide::SCHEMA`].
    pub schema: u32,
    /// The id of the ladder that this guide belongs to.
    pub ladder: String,
    /// Why to have two tracks, and whom each is for.
    #[serde(default)]
    pub reasons: Vec<Named>,
    /// What changes where the tracks separate.
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
    /// What impact means.
    #[serde(default)]
    pub impact: Vec<Note>,
    /// How impact grows, stage by stage.
    pub stages: Vec<GrowthStage>,
    /// What happens between people who grow side by side.
    pub dynamics: Vec<Note>,
    /// Attributes for any role.
    pub attributes: Vec<Attribute>,
    /// Signs that a person already leads.
    pub checklist: Vec<ChecklistItem>,
    /// Areas for a plan for the next months.
    pub focus_areas: Vec<FocusArea>,
    /// Common mistakes, with signs and remedies.
    pub traps: Vec<Trap>,
    /// Cases for a level, filled in.
    #[serde(default)]
    pub examples: Vec<ExampleCase>,
    /// What managers ask about both tracks.
    #[serde(default)]
    pub managers: Managers,
    /// How an organisation introduces the second track, and keeps it fair.
    pub organisation: Organisation,
    /// Terms, each in a sentence.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// Where sources disagree.
    pub tensions: Vec<Tension>,
    /// Our own choices, without a source.
    pub ours: Vec<Note>,
    /// What was looked for and not found.
    pub missing: Vec<Note>,
}

/// One or two sentences, with their basis.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The text.
    pub text: String,
    /// What they rest on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
    /// What another adds to it.
    #[serde(default)]
    pub then: Option<Added>,
}

/// What is added to a text on another ground: beside what a source states, what we conclude or advise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// The text.
    pub text: String,
    /// What it rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A term and what it means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The term.
    pub name: String,
    /// Its meaning, in a sentence.
    pub text: String,
}

/// A note with a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name, a few words.
    pub name: String,
    /// The text.
    pub text: String,
    /// What they rest on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
    /// What another adds to it.
    #[serde(default)]
    pub then: Option<Added>,
}

/// A pair of values, one for each track.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    /// On the deep track.
    pub deep: T,
    /// On the broad track.
    pub broad: T,
}

/// One aspect of both tracks and, where it applies, of the rungs before they separate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    /// The aspect.
    pub aspect: String,
    /// The shared rungs; none if only the two sides are compared.
    #[serde(default)]
    pub shared: Option<String>,
    /// The deep track.
    pub deep: String,
    /// The broad track.
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
    /// Every fault found, each with its location; only one if the text is too large or not JSON of this
    /// shape.
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
