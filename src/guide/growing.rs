//! What a guide says of growing: stages, attributes, signs, plans, traps, and where sources disagree.
//! Knows the shape of the file only.

use serde::Deserialize;

/// A stage of growing impact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrowthStage {
    /// What one begins to do.
    pub name: String,
    /// What that means.
    pub text: String,
    /// Where it mostly happens, in words.
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

/// A way to be, seen from both sides.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// The stable name, `a–z` and `-`.
    pub id: String,
    /// The word.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// How it shows on the deep side.
    pub deep: Vec<String>,
    /// How it shows on the broad side.
    pub broad: Vec<String>,
    /// The competencies it colours, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// A sign that somebody leads already.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// The stable name, `a–z` and `-`.
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
    /// The stable name, `a–z` and `-`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The goal, in the second person.
    pub goal: String,
    /// Lines of the plan, with blanks to fill in.
    pub plan: Vec<String>,
    /// The competencies it grows, by id.
    pub competencies: Vec<String>,
    /// What this rests on.
    pub basis: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}

/// Where a trap lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhereFound {
    /// Before the tracks part.
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

/// What usually goes wrong.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// The stable name, `a–z` and `-`.
    pub id: String,
    /// Where it lies.
    pub found: WhereFound,
    /// The name.
    pub name: String,
    /// How to tell.
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
    /// What about.
    pub topic: String,
    /// Who says what.
    pub disagreement: String,
    /// What this ladder does.
    pub resolution: String,
    /// The sources, by the ladder's ids.
    pub sources: Vec<String>,
}
