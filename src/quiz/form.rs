//! The quiz as its file has it: behaviours, items, parameters, forms. One way in: [`Quiz::parse`].
//! Knows nothing of answers; after `parse` nobody checks again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ladder::{Fault, Track};

/// A quiz: what is asked, in which order, and how an answer counts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Quiz {
    /// The JSON Schema beside the file, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Quiz::SCHEMA`].
    pub schema: u32,
    /// The stable name of this quiz in records.
    pub id: String,
    /// Raised whenever an item's meaning or parameters change.
    pub version: u32,
    /// The scoring model's own numbers.
    pub model: Model,
    /// Parameter sets by name.
    pub parameters: BTreeMap<String, Parameters>,
    /// The five answers to every pair, in display order from left to right.
    pub pair_labels: [String; 5],
    /// What the items are about.
    pub behaviours: Vec<Behaviour>,
    /// All items.
    pub items: Vec<Item>,
    /// The forms, by name.
    pub forms: Vec<Form>,
    /// What a result cannot tell; printed beside every one.
    pub limits: Vec<Limit>,
}

/// The scoring model's own numbers (see `quiz::fit`).
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
    /// The stable name.
    pub id: String,
    /// Which track it belongs to.
    pub side: Track,
    /// 1 for the behaviours of every form, 2 for the second facets of the long form.
    pub facet: u8,
    /// An imperative of a few words.
    pub name: String,
    /// The same as a gerund, to fit into a sentence.
    pub phrase: String,
    /// The competencies it shows up in, by id.
    pub competencies: Vec<String>,
    /// The articles it comes from, by source id.
    pub sources: Vec<String>,
}

/// One question.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The stable name, used in records.
    pub id: String,
    /// The name of its parameter set.
    pub parameters: String,
    /// What is asked.
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

/// A trade-off. Category 4 is “much more the broad side”, whichever side stands left.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The situation, in one sentence.
    pub stem: String,
    /// The deep side.
    pub deep: String,
    /// The broad side.
    pub broad: String,
    /// The behaviour the deep side stands for.
    #[serde(rename = "deepBehaviour")]
    pub deep_behaviour: String,
    /// The behaviour the broad side stands for.
    #[serde(rename = "broadBehaviour")]
    pub broad_behaviour: String,
    /// Which side stands left.
    pub left: Track,
}

/// A rating from 0, “drains me”, to 4, “energises me”.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The piece of work.
    pub text: String,
    /// The behaviour it stands for.
    pub behaviour: String,
    /// Five labels, from draining to energising.
    pub labels: [String; 5],
}

/// An ordered list of items.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The stable name, used in records.
    pub id: String,
    /// The name on the page.
    pub name: String,
    /// About how long it takes.
    pub minutes: u8,
    /// Item ids in the order they are asked.
    pub items: Vec<String>,
}

/// One thing a result cannot tell.
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
    /// Every fault found, each with its place; one only when the text is no JSON of this shape.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let quiz: Self = serde_json::from_str(text).map_err(|error| {
            vec![Fault::new(
                format!("line {}, column {}", error.line(), error.column()),
                format!("{error}; see the schema file beside the quiz"),
            )]
        })?;
        let mut found = Vec::new();
        quiz.check_model(&mut found);
        quiz.check_items(&mut found);
        quiz.check_forms(&mut found);
        if found.is_empty() {
            Ok(quiz)
        } else {
            Err(found)
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

    /// The behaviour with this id.
    pub fn behaviour(&self, id: &str) -> Option<&Behaviour> {
        self.behaviours.iter().find(|behaviour| behaviour.id == id)
    }

    /// The parameters of an item. A parsed quiz has them for each.
    pub fn parameters(&self, item: &Item) -> Option<&Parameters> {
        self.parameters.get(&item.parameters)
    }

    fn check_model(&self, found: &mut Vec<Fault>) {
        if self.schema != Self::SCHEMA {
            found.push(Fault::new(
                "schema",
                format!("is {}; this app reads {}", self.schema, Self::SCHEMA),
            ));
        }
        let rho = self.model.prior_correlation;
        if !(rho > -1.0 && rho < 1.0) {
            found.push(Fault::new(
                "model.priorCorrelation",
                "must lie between −1 and 1, both excluded",
            ));
        }
        if !(self.model.damping > 0.0 && self.model.damping <= 1.0) {
            found.push(Fault::new(
                "model.damping",
                "must lie above 0 and be 1 at most",
            ));
        }
        for (name, parameters) in &self.parameters {
            let place = format!("parameters.{name}");
            let [d1, d2, d3, d4] = parameters.thresholds;
            if !(d1 > d2 && d2 > d3 && d3 > d4) {
                found.push(Fault::new(
                    format!("{place}.thresholds"),
                    "must fall from the first to the last",
                ));
            }
            let [deep, broad] = parameters.slope;
            if !(deep.is_finite() && broad.is_finite() && (deep != 0.0 || broad != 0.0)) {
                found.push(Fault::new(
                    format!("{place}.slope"),
                    "must be two numbers, not both 0",
                ));
            }
        }
    }

    fn check_items(&self, found: &mut Vec<Fault>) {
        let mut ids = BTreeSet::new();
        for (i, item) in self.items.iter().enumerate() {
            let place = format!("items[{i}]");
            if !ids.insert(item.id.as_str()) {
                found.push(Fault::new(
                    format!("{place}.id"),
                    format!("“{}” stands twice; records refer to it", item.id),
                ));
            }
            if self.parameters(item).is_none() {
                found.push(Fault::new(
                    format!("{place}.parameters"),
                    format!("“{}” is not among the parameter sets", item.parameters),
                ));
            }
            let behaviours: Vec<(&str, &String, Option<Track>)> = match &item.ask {
                ItemKind::Pair(pair) => vec![
                    ("deepBehaviour", &pair.deep_behaviour, Some(Track::Deep)),
                    ("broadBehaviour", &pair.broad_behaviour, Some(Track::Broad)),
                ],
                ItemKind::Rating(rating) => vec![("behaviour", &rating.behaviour, None)],
            };
            for (field, id, side) in behaviours {
                match (self.behaviour(id), side) {
                    (None, _) => found.push(Fault::new(
                        format!("{place}.{field}"),
                        format!("“{id}” is not among the behaviours"),
                    )),
                    (Some(behaviour), Some(side)) if behaviour.side != side => {
                        found.push(Fault::new(
                            format!("{place}.{field}"),
                            format!("“{id}” is on the other side"),
                        ));
                    }
                    _ => {}
                }
            }
        }
    }

    fn check_forms(&self, found: &mut Vec<Fault>) {
        for (i, form) in self.forms.iter().enumerate() {
            let place = format!("forms[{i}]");
            let mut ids = BTreeSet::new();
            let (mut left, mut sides) = ([0usize; 2], [0usize; 2]);
            for (k, id) in form.items.iter().enumerate() {
                if !ids.insert(id) {
                    found.push(Fault::new(
                        format!("{place}.items[{k}]"),
                        format!("“{id}” is asked twice"),
                    ));
                }
                match self.item(id).map(|item| &item.ask) {
                    None => found.push(Fault::new(
                        format!("{place}.items[{k}]"),
                        format!("“{id}” is not among the items"),
                    )),
                    Some(ItemKind::Pair(pair)) => left[pair.left as usize] += 1,
                    Some(ItemKind::Rating(rating)) => {
                        if let Some(behaviour) = self.behaviour(&rating.behaviour) {
                            sides[behaviour.side as usize] += 1;
                        }
                    }
                }
            }
            if left[0] != left[1] {
                found.push(Fault::new(
                    format!("{place}.items"),
                    format!(
                        "the deep side stands left in {} pairs, the broad side in {}; make them equal",
                        left[0], left[1]
                    ),
                ));
            }
            if sides[0] != sides[1] {
                found.push(Fault::new(
                    format!("{place}.items"),
                    format!(
                        "has {} deep and {} broad ratings; make them equal",
                        sides[0], sides[1]
                    ),
                ));
            }
        }
    }
}

impl Pair {
    /// The side that stands left (`true`) or right.
    pub fn side(&self, left: bool) -> &str {
        match (self.left == Track::Deep, left) {
            (true, true) | (false, false) => &self.deep,
            _ => &self.broad,
        }
    }

    /// The stored category of the `position`-th answer from the left, 0–4, and the reverse.
    pub const fn mirror(&self, position: u8) -> u8 {
        match self.left {
            Track::Deep => position,
            Track::Broad => 4 - position,
        }
    }
}
