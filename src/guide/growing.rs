//! The types for growth in a guide: stages, attributes, signs, plans, traps, and disagreements between
//! sources. Defines the shape of the file only.

use serde::Deserialize;

use crate::guide::Guide;
use crate::ladder::Side;

/// A stage of growing impact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrowthStage {
    /// The new activity of the stage.
    pub name: String,
    /// Its meaning.
    pub text: String,
    /// Where it mostly happens, as text.
    pub place: String,
    /// The levels where it mostly happens, by id or code.
    pub levels: Vec<String>,
    /// The competencies it grows, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// An attribute, described for both sides.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The word.
    pub name: String,
    /// Its meaning.
    pub meaning: String,
    /// How it shows on the deep side.
    pub deep: Vec<String>,
    /// How it shows on the broad side.
    pub broad: Vec<String>,
    /// The related competencies, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A sign that a person already leads.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The sign, in the second person.
    pub text: String,
    /// The competencies it points to, by id.
    pub competencies: Vec<String>,
    /// The levels it points to, by id or code.
    pub levels: Vec<String>,
    /// What to do next.
    pub next: String,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// An area to grow in, as a template for a plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FocusArea {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The goal, in the second person.
    pub goal: String,
    /// Lines of the plan, with blanks to fill in.
    pub plan: Vec<String>,
    /// The line by which to know that it worked, with blanks to fill in.
    #[serde(default)]
    pub success: Option<String>,
    /// Items for a plan of one's own.
    #[serde(default)]
    pub templates: Vec<AreaTemplate>,
    /// The competencies it develops, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// What to plan for a competency, on either side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaTemplate {
    /// The competency it develops, by id.
    pub competency: String,
    /// On the deep side.
    pub deep: PlanTemplate,
    /// On the broad side.
    pub broad: PlanTemplate,
}

/// The texts of an item of a plan, with “____” for what a reader fills in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanTemplate {
    /// What is to be reached.
    pub aim: String,
    /// What to do first.
    pub first_step: String,
    /// How to notice that it is reached.
    pub notice: String,
}

impl AreaTemplate {
    /// The texts for a side.
    pub const fn on(&self, side: Side) -> &PlanTemplate {
        match side {
            Side::Deep => &self.deep,
            Side::Broad => &self.broad,
        }
    }
}

impl Guide {
    /// What to plan on a side, in the order of the file: for one competency, or for all if none is named.
    /// Without a side, as where tracks share a level, both, the deep one first.
    pub fn plan_templates(
        &self,
        side: Option<Side>,
        competency: Option<&str>,
    ) -> Vec<&PlanTemplate> {
        let all = self.focus_areas.iter().flat_map(|area| &area.templates);
        let all = all.filter(|one| competency.is_none_or(|id| one.competency == id));
        let sides = Side::BOTH
            .into_iter()
            .filter(move |one| side.is_none_or(|side| side == *one));
        all.flat_map(|one| sides.clone().map(|side| one.on(side)))
            .collect()
    }
}

/// Where a trap occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhereFound {
    /// Before the tracks separate.
    Trunk,
    /// On the deep track.
    Deep,
    /// On the broad track.
    Broad,
    /// On both tracks.
    Both,
    /// In the organisation.
    Organisation,
}

/// A common mistake.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// The stable id, `a–z` and `-`.
    pub id: String,
    /// Where it occurs.
    pub found: WhereFound,
    /// The name.
    pub name: String,
    /// How to recognise it.
    pub tell: String,
    /// What to do.
    pub remedy: String,
    /// The competencies it concerns, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A point where sources disagree.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// The topic.
    pub topic: String,
    /// The position of each source.
    pub disagreement: String,
    /// The decision in this ladder.
    pub resolution: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}
