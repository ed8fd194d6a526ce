//! The quiz as in its file: behaviours, items, parameters, forms. It is created only by
//! [`Quiz::parse`], so nothing needs checking afterwards. Answers are elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Fault, FileKind, Side, once, read_json};
use crate::quiz::check;

/// A quiz: its questions, their order, and their parameters.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Quiz {
    /// The JSON Schema next to the file, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Quiz::SCHEMA`].
    pub schema: u32,
    /// The stable id of this quiz in records.
    pub id: String,
    /// Raised whenever an item's meaning or parameters change.
    pub version: u32,
    /// The parameters of the scoring model.
    pub model: Model,
    /// Parameter sets by name.
    #[serde(deserialize_with = "once")]
    pub parameters: BTreeMap<String, Parameters>,
    /// The five answers to every pair, in display order from left to right.
    pub pair_labels: [String; 5],
    /// The behaviours that the items are about.
    pub behaviours: Vec<Behaviour>,
    /// All items.
    pub items: Vec<Item>,
    /// The forms, from short to long; each begins with the items of the one before it.
    pub forms: Vec<Form>,
    /// What a result cannot say; shown with every result.
    pub limits: Vec<Limit>,
}

/// The parameters of the scoring model (see `quiz::fit`).
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Model {
    /// ρ, the correlation of the two traits under the prior, above −1 and below 1.
    pub prior_correlation: f64,
    /// τ, the exponent on the likelihood, above 0 up to 1. Below 1 it damps hand-set parameters.
    pub damping: f64,
}

/// The graded response parameters of an item (Samejima, 1969).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// Slopes on (depth, breadth).
    pub slope: [f64; 2],
    /// d₁ > d₂ > d₃ > d₄ in P(Y ≥ k) = σ(slope·θ + d_k).
    pub thresholds: [f64; 4],
}

/// Something an engineer does, on one side of the line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// The stable id.
    pub id: String,
    /// Which track it belongs to.
    pub side: Side,
    /// 1 for the behaviours of every form, 2 for the second facets of the long form.
    pub facet: u8,
    /// A short imperative.
    pub name: String,
    /// The same as a gerund, for use in a sentence.
    pub phrase: String,
    /// The competencies in which it is visible, by id.
    pub competencies: Vec<String>,
    /// The articles it comes from, by source id.
    pub sources: Vec<String>,
}

/// One question.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The stable id, used in records.
    pub id: String,
    /// The name of its parameter set.
    pub parameters: String,
    /// The question.
    pub ask: ItemKind,
}

/// The two kinds of question.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// A trade-off between one deep and one broad side.
    Pair(Pair),
    /// How much one behaviour energises.
    Rating(Rating),
}

/// A trade-off. Category 4 is “much more the broad side”, whichever side is on the left.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The situation, in one sentence.
    pub stem: String,
    /// The deep side.
    pub deep: String,
    /// The broad side.
    pub broad: String,
    /// The behaviour of the deep side.
    #[serde(rename = "deepBehaviour")]
    pub deep_behaviour: String,
    /// The behaviour of the broad side.
    #[serde(rename = "broadBehaviour")]
    pub broad_behaviour: String,
    /// Which side stands left.
    pub left: Side,
}

/// A rating from 0, “drains me”, to 4, “energises me”.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The piece of work.
    pub text: String,
    /// The behaviour it represents.
    pub behaviour: String,
    /// Five labels, from draining to energising.
    pub labels: [String; 5],
}

/// An ordered list of items.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The stable id, used in records.
    pub id: String,
    /// The name on the page.
    pub name: String,
    /// The approximate duration.
    pub minutes: u8,
    /// Item ids in the order they are asked.
    pub items: Vec<String>,
}

/// One limit of what a result can say.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The sentence.
    pub text: String,
}

impl Quiz {
    /// The file format that this app reads.
    pub const SCHEMA: u32 = 1;

    /// Reads a quiz file and checks it whole.
    ///
    /// # Errors
    /// Every fault found, each with its location; only one if the text is too large or not JSON of this
    /// shape.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let quiz: Self = read_json(text, FileKind::Quiz)?;
        let faults = check::faults(&quiz);
        if faults.is_empty() {
            Ok(quiz)
        } else {
            Err(faults)
        }
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The form with this id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// The longer of two forms, by their ids, which continues the shorter one. The second if neither is
    /// longer.
    pub fn longer<'a>(&self, one: &'a str, other: &'a str) -> &'a str {
        let length = |id| self.form(id).map_or(0, |form| form.items.len());
        if length(one) > length(other) {
            one
        } else {
            other
        }
    }

    /// The behaviour with this id.
    pub fn behaviour(&self, id: &str) -> Option<&Behaviour> {
        self.behaviours.iter().find(|behaviour| behaviour.id == id)
    }

    /// The parameters of an item. A parsed quiz has them for every item.
    pub fn parameters(&self, item: &Item) -> Option<&Parameters> {
        self.parameters.get(&item.parameters)
    }
}

impl Pair {
    /// The side on the left (`true`) or right.
    pub fn side(&self, left: bool) -> &str {
        match (self.left == Side::Deep, left) {
            (true, true) | (false, false) => &self.deep,
            _ => &self.broad,
        }
    }

    /// Converts the position of an answer from the left, 0–4, to its stored category, and back.
    pub const fn mirror(&self, position: u8) -> u8 {
        match self.left {
            Side::Deep => position,
            Side::Broad => 4 - position,
        }
    }
}
