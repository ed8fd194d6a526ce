//! The quiz as in its file: behaviours, items, parameters, forms. It is created only by
//! [`Quiz::parse`], so nothing needs checking afterwards. Answers are elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Fault, FileKind, Side, once, read_json};
use crate::quiz::{Answer, check};

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
    /// The five answers to every rating that has none of its own, from draining to energising.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_labels: Option<[String; 5]>,
    /// The answers that count for no side.
    #[serde(default)]
    pub gap_labels: GapLabels,
    /// The versions before this one whose files are kept, so that old answers can be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<u32>,
    /// What the items are about, in a few groups; empty in a quiz without them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
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
    /// The slope on the trait of people work, for ratings that count for neither side.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub people: f64,
    /// d₁ > d₂ > d₃ > d₄ in P(Y ≥ k) = σ(slope·θ + d_k).
    pub thresholds: [f64; 4],
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_zero(slope: &f64) -> bool {
    *slope == 0.0
}

/// The words of the answers that count for no side. An answer without words is not offered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapLabels {
    /// Neither side of a pair appeals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neither: Option<String>,
    /// Not sure. In a quiz without the answer `never` it means that too.
    pub unsure: String,
    /// Never had the chance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub never: Option<String>,
}

impl Default for GapLabels {
    fn default() -> Self {
        Self {
            neither: None,
            unsure: "Not sure, or never had the chance".to_owned(),
            never: None,
        }
    }
}

/// A group of items by what they are about. Both sides occur in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The stable id.
    pub id: String,
    /// The name on the page.
    pub name: String,
}

/// Something an engineer does, on one side of the line; or people work, which is on neither.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// The stable id.
    pub id: String,
    /// Which track it belongs to; none for people work, `people` in the file.
    #[serde(with = "side_or_people")]
    pub side: Option<Side>,
    /// The id of its theme; none for people work, and in a quiz without themes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
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
    /// Which side is on the left.
    pub left: Side,
    /// The id of the theme of the situation; none in a quiz without themes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
}

/// A rating from 0, “drains me”, to 4, “energises me”.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The piece of work.
    pub text: String,
    /// The behaviour it represents.
    pub behaviour: String,
    /// Five labels of its own, from draining to energising; none uses [`Quiz::rating_labels`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<[String; 5]>,
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

    /// Reads a quiz that the build has checked.
    ///
    /// # Errors
    /// If it is not JSON of this shape.
    pub fn from_site(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
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

    /// The theme of an item; none for people work, and in a quiz without themes.
    pub fn theme_of(&self, item: &Item) -> Option<&Theme> {
        let id = match &item.ask {
            ItemKind::Pair(pair) => pair.theme.as_ref(),
            ItemKind::Rating(rating) => self.behaviour(&rating.behaviour)?.theme.as_ref(),
        };
        self.themes.iter().find(|theme| Some(&theme.id) == id)
    }

    /// Whether an item rates people work, which counts for neither side.
    pub fn is_people(&self, item: &Item) -> bool {
        match &item.ask {
            ItemKind::Pair(_) => false,
            ItemKind::Rating(rating) => {
                let behaviour = self.behaviour(&rating.behaviour);
                behaviour.is_some_and(|behaviour| behaviour.side.is_none())
            }
        }
    }

    /// Every answer that is offered to an item, with its words: the five from left to right, then
    /// those that count for no side.
    pub fn options<'a>(&'a self, item: &'a Item) -> Vec<(Answer, &'a str)> {
        let (labels, pair) = match &item.ask {
            ItemKind::Pair(pair) => (Some(&self.pair_labels), Some(pair)),
            ItemKind::Rating(rating) => {
                (rating.labels.as_ref().or(self.rating_labels.as_ref()), None)
            }
        };
        let five = (0..)
            .zip(labels.into_iter().flatten())
            .map(|(position, label)| {
                let category = pair.map_or(position, |pair| pair.mirror(position));
                (Answer::Category(category), label.as_str())
            });
        let gaps = &self.gap_labels;
        let neither = gaps.neither.as_ref().filter(|_| pair.is_some());
        let gaps = [
            (Answer::Neither, neither),
            (Answer::NotSure, Some(&gaps.unsure)),
            (Answer::Never, gaps.never.as_ref()),
        ];
        let gaps = gaps
            .into_iter()
            .filter_map(|(answer, label)| Some((answer, label?.as_str())));
        five.chain(gaps).collect()
    }

    /// The words of an answer to an item; none if it is not offered.
    pub fn label<'a>(&'a self, item: &'a Item, answer: Answer) -> Option<&'a str> {
        let mut options = self.options(item).into_iter();
        options
            .find(|(option, _)| *option == answer)
            .map(|(_, label)| label)
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

/// How the side of a behaviour is written: `deep`, `broad`, or `people` for neither.
mod side_or_people {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::ladder::Side;

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Written {
        Deep,
        Broad,
        People,
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
    pub(super) fn serialize<S: Serializer>(side: &Option<Side>, to: S) -> Result<S::Ok, S::Error> {
        let written = match side {
            Some(Side::Deep) => Written::Deep,
            Some(Side::Broad) => Written::Broad,
            None => Written::People,
        };
        written.serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Side>, D::Error> {
        Ok(match Written::deserialize(from)? {
            Written::Deep => Some(Side::Deep),
            Written::Broad => Some(Side::Broad),
            Written::People => None,
        })
    }
}
