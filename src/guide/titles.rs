//! The types for roles and titles, here and in other companies. Defines the shape of the file only.

use serde::Deserialize;

use crate::guide::Note;
use crate::ladder::{Rung, Side};

/// Roles and titles around the ladder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// How the roles belong together.
    #[serde(default)]
    pub about: Vec<Note>,
    /// Roles in companies, with their levels on the ladder.
    pub roles: Vec<Role>,
    /// The word “Director”.
    pub director: Vec<Note>,
    /// Ways in which engineers beyond Senior work, as a way to interpret a result.
    pub archetypes: Vec<Archetype>,
    /// The levels of other companies.
    pub mappings: Vec<Mapping>,
}

/// A role with its levels on the ladder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The name.
    pub name: String,
    /// The levels it is at, by id or code; none for one above both tracks.
    pub levels: Vec<String>,
    /// Whether people report to it where it is used so.
    pub manages: bool,
    /// Its work.
    pub text: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A way of working beyond Senior, after Larson, with our own assignment to tracks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archetype {
    /// The name in the source.
    pub name: String,
    /// The track that it resembles; none if it resembles both.
    #[serde(default)]
    pub reads: Option<Side>,
    /// What such a person does.
    pub text: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// The confidence of a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The source states it explicitly.
    Stated,
    /// Scope, horizon and title agree.
    Close,
    /// A guess from the title alone.
    Loose,
}

/// Another company's level mapped to our rungs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The company or ladder.
    pub company: String,
    /// Its code or title.
    pub theirs: String,
    /// Our rungs, in ascending order.
    pub rungs: Vec<Rung>,
    /// The confidence.
    pub confidence: Confidence,
    /// The reason, in a few words.
    pub why: String,
    /// The source, by the ladder's id.
    pub source: String,
}
