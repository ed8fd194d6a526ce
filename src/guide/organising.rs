//! The types for those who decide: an organisation with a second track, and its managers. Defines the
//! shape of the file only.

use serde::Deserialize;

use crate::guide::{Contrast, Named, Note, Symptom};
use crate::ladder::Rung;

/// How an organisation introduces the second track, and keeps it fair.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Reasons: the pressure from the business and from the engineers.
    pub pressures: Vec<Named>,
    /// Needs that may be unmet, to tick.
    pub needs: Vec<Symptom>,
    /// The steps, in order.
    pub steps: Vec<Named>,
    /// What to announce, as sentences to adapt.
    pub announce: Vec<Note>,
    /// Whom to relabel, and how.
    pub relabel: Vec<Note>,
    /// Who decides on promotions, and how evidence is weighed.
    #[serde(default)]
    pub promotions: Vec<Named>,
    /// The levels in use at some sizes, the smallest first.
    #[serde(default)]
    pub sizes: Vec<Size>,
    /// How to map levels of one's own.
    #[serde(default)]
    pub mapping: Vec<Note>,
    /// How to review work whose results show late.
    #[serde(default)]
    pub late: Vec<Named>,
    /// The competencies rolled up for a calibration talk.
    #[serde(default)]
    pub themes: Vec<Theme>,
}

/// Which levels an organisation of a size needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// The number of engineers.
    pub engineers: u32,
    /// The rungs with one or a few people.
    pub few: Vec<Rung>,
    /// The rungs to leave empty.
    pub empty: Vec<Rung>,
    /// Why.
    pub text: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// Competencies that are talked about together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The question of the talk.
    pub question: String,
    /// The competencies, by id.
    pub competencies: Vec<String>,
}

/// What managers ask about both tracks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Managers {
    /// A talk about a result of the quiz.
    #[serde(default)]
    pub result: Vec<Named>,
    /// A talk with someone who no longer moves up.
    #[serde(default)]
    pub stuck: Vec<Named>,
    /// How to judge deep work that one cannot follow.
    #[serde(default)]
    pub deep_work: Vec<Named>,
    /// What to take off someone's plate.
    #[serde(default)]
    pub plate: Vec<Named>,
    /// The first months with someone on a new level.
    #[serde(default)]
    pub days: Vec<Contrast>,
    /// Years and other gaps in a case.
    #[serde(default)]
    pub years: Vec<Note>,
    /// The ways into leading technology, and what each has to prove.
    #[serde(default)]
    pub ways_in: Vec<Named>,
}
