//! What the file of a ladder says of its competencies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::once;

/// A competency, and what each level expects in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetencyFile {
    /// The name in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Its group, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Pages elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<WebLink>,
    /// What it takes from which source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<Idea>,
    /// The tracks that it belongs to, by id. None: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<String>,
    /// How much it counts, 0 to 3, by the id of the track.
    #[serde(
        default,
        deserialize_with = "once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub weight: BTreeMap<String, u8>,
    /// What shows it, by the id of the track, or `all`.
    #[serde(
        default,
        deserialize_with = "once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub evidence: BTreeMap<String, Vec<String>>,
    /// The scale that its cells name steps of, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// What each step of that scale means here, by the id of the step.
    #[serde(
        default,
        deserialize_with = "once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub steps: BTreeMap<String, CellFile>,
    /// What each level expects, by the id of the level.
    #[serde(
        default,
        deserialize_with = "once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub cells: BTreeMap<String, CellFile>,
}

/// A link to a page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebLink {
    /// Its words.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// An idea that a competency takes from a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// The source's id.
    pub source: String,
    /// The idea in a few words of ours.
    pub idea: String,
}

/// What a level expects in a competency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellFile {
    /// The idea in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// The text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The statements, if it is a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemFile>,
    /// Examples of the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// The step of the scale, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// Named notes beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CellNote>,
    /// The level that expects the same, by id.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Why there is no expectation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<NoneFile>,
    /// How it differs from the one below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// How it differs from the level at the same height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twin: Option<TwinLikeness>,
    /// The letter of what it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A statement of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "an item is a text, or a group with “text” and perhaps “examples” and “links”"
)]
pub enum ItemFile {
    /// A text.
    Text(String),
    /// A text with what belongs to it.
    Whole(CellItem),
}

/// One statement of an expectation that is a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellItem {
    /// The statement.
    pub text: String,
    /// Examples of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Pages elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<WebLink>,
}

/// A named note beside an expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellNote {
    /// What it is, such as “Not yet expected”.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Why a level expects nothing in a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoneFile {
    /// Nothing is expected.
    Expected,
    /// Nothing is written yet.
    Written,
}

/// How an expectation differs from the one below it on the path, as its authors say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// The same.
    Same,
    /// More of the same kind.
    More,
    /// A new kind of work.
    New,
}

/// How an expectation differs from that of the level at the same height, as its authors say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TwinLikeness {
    /// The same in other words.
    Alike,
    /// The same with another emphasis.
    Emphasis,
    /// Something else.
    Different,
}
