//! The types for work: where the hours go, two kinds of work, and what is noticed when one is missing. Defines
//! the shape of the file only.

use serde::Deserialize;

use crate::guide::{Contrast, Named, Note};

/// How the hours of a week are spent, and what each rung states about them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// What counts as hands-on engineering, and what does not.
    pub about: Vec<Note>,
    /// The share of time on hands-on engineering at some levels.
    pub shares: Vec<HandsOnShare>,
    /// What leadership work costs in direct impact.
    pub costs: Vec<Named>,
    /// The activities of a week, for the log.
    pub activities: Vec<Activity>,
}

/// A share of time at one level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandsOnShare {
    /// The level, by id.
    pub level: String,
    /// The lower end, per cent.
    pub min: u8,
    /// The upper end, per cent.
    pub max: u8,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// An activity that takes hours of a week.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The label of the field.
    pub name: String,
    /// Whether it counts as hands-on engineering.
    pub hands_on: bool,
    /// Whether it is integrator work; implementer work otherwise.
    pub integrates: bool,
}

/// The two kinds of work.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkKinds {
    /// Implementer work (deep) and integrator work (broad), facet by facet.
    pub facets: Vec<Contrast>,
    /// How the need for each changes.
    pub notes: Vec<Named>,
    /// What an organisation notices when integrator work is missing.
    pub symptoms: Vec<Symptom>,
}

/// Something that an organisation notices, and the remedy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// What people notice.
    pub tell: String,
    /// What it usually means.
    pub means: String,
    /// What to do.
    pub remedy: String,
    /// The competencies it requires, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}
