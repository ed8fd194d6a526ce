//! The file of a ladder, format 2, as its JSON has it. Knows the shape only; `build` gives it meaning.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::once;

/// A whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LadderFile {
    #[serde(rename = "$schema", default)]
    pub _schema_file: Option<String>,
    pub schema: u32,
    pub id: String,
    pub version: String,
    pub name: String,
    pub short: Option<String>,
    pub lang: String,
    #[serde(default)]
    pub dir: Direction,
    pub about: Option<String>,
    pub headline: Option<String>,
    pub tagline: Option<String>,
    pub note: Option<String>,
    pub licence: Option<Licence>,
    #[serde(default)]
    pub adds: bool,
    pub free_up_to: Option<u32>,
    pub weights_from: Option<u32>,
    #[serde(default)]
    pub sources: Vec<Source>,
    #[serde(default)]
    pub bases: Vec<BasisNote>,
    pub tracks: Vec<TrackFile>,
    #[serde(default)]
    pub title_schemes: Vec<TitleScheme>,
    pub levels: Vec<LevelFile>,
    #[serde(default)]
    pub groups: Vec<GroupFile>,
    #[serde(default)]
    pub scales: Vec<Scale>,
    pub competencies: Vec<CompetencyFile>,
    pub quiz: Option<SidesFile>,
}

/// The direction in which a ladder's language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The word that HTML has for it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The terms and the credit due.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// The licence's name.
    pub name: String,
    /// The address of its text.
    pub url: Option<String>,
    /// Who is credited for what, and what was changed.
    pub credit: Option<String>,
    /// The credit in a few words, for the foot of every page.
    pub short: Option<String>,
}

/// An article, table or public ladder that the content rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id that levels and expectations refer to.
    pub id: String,
    /// A name of one to three words for tight spaces.
    pub short: Option<String>,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its address, if it is on the web.
    pub url: Option<String>,
    /// When it was written or seen.
    pub date: Option<String>,
    /// Its licence as far as it was seen.
    pub licence: Option<String>,
    /// What was taken from it.
    pub took: Option<String>,
}

/// A letter that says what a text rests on, in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisNote {
    /// One to three characters.
    pub letter: String,
    /// One or two words.
    pub name: String,
    /// One sentence.
    pub meaning: Option<String>,
}

/// A way to name the levels. The level stays what counts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleScheme {
    /// The name in records and class names.
    pub id: String,
    /// The name on the switch.
    pub name: String,
    /// Where the scheme comes from and what to know before using it.
    pub about: Option<String>,
    /// Where a title means something else.
    #[serde(default)]
    pub clashes: Vec<Clash>,
    /// The letter of what the scheme rests on.
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A word in a title that means something else somewhere else.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// The word.
    pub word: String,
    /// What it means elsewhere.
    pub note: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrackFile {
    pub id: String,
    pub name: String,
    pub short: Option<String>,
    pub about: Option<String>,
    #[serde(default)]
    pub manages: bool,
    #[serde(default)]
    pub from: Vec<String>,
    pub group: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelFile {
    pub id: String,
    pub code: Option<String>,
    pub title: String,
    pub tracks: Vec<String>,
    pub height: Option<u32>,
    pub about: Option<String>,
    pub question: Option<String>,
    #[serde(default)]
    pub facts: Vec<Fact>,
    #[serde(default)]
    pub bands: Vec<Band>,
    pub points: Option<f64>,
    #[serde(default, deserialize_with = "once")]
    pub titles: BTreeMap<String, String>,
    pub basis: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One fact about a level: a text, or a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about, such as “Scope”.
    pub name: String,
    /// The text.
    pub text: Option<String>,
    /// The list.
    #[serde(default)]
    pub items: Vec<String>,
    /// From and to how many days ahead the level looks, where that is what the fact says.
    pub days: Option<[u16; 2]>,
    /// The letter of what it rests on, where it is not that of the level.
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A band within a level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// What it means.
    pub text: Option<String>,
    /// The points it begins at.
    pub points: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupFile {
    pub id: String,
    pub name: String,
    pub about: Option<String>,
    #[serde(default)]
    pub groups: Vec<GroupFile>,
}

/// A scale of named steps that competencies are measured on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The id that competencies refer to.
    pub id: String,
    /// The steps, the lowest first.
    pub steps: Vec<Step>,
}

/// A step of a scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The id that cells refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means on every competency.
    pub about: Option<String>,
    /// What it counts.
    pub points: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompetencyFile {
    pub id: String,
    pub name: String,
    pub about: Option<String>,
    pub group: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub links: Vec<WebLink>,
    #[serde(default)]
    pub ideas: Vec<Idea>,
    #[serde(default)]
    pub tracks: Vec<String>,
    #[serde(default, deserialize_with = "once")]
    pub weight: BTreeMap<String, u8>,
    #[serde(default, deserialize_with = "once")]
    pub evidence: BTreeMap<String, Vec<String>>,
    pub scale: Option<String>,
    #[serde(default, deserialize_with = "once")]
    pub steps: BTreeMap<String, CellFile>,
    #[serde(default, deserialize_with = "once")]
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
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// The source's id.
    pub source: String,
    /// The idea in a few words of ours.
    pub idea: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CellFile {
    pub gist: Option<String>,
    pub text: Option<String>,
    #[serde(default)]
    pub items: Vec<ItemFile>,
    #[serde(default)]
    pub examples: Vec<String>,
    pub step: Option<String>,
    #[serde(default)]
    pub notes: Vec<CellNote>,
    #[serde(rename = "as")]
    pub same_as: Option<String>,
    pub none: Option<NoneFile>,
    pub change: Option<Change>,
    pub twin: Option<TwinLikeness>,
    pub basis: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "an item is a text, or a group with “text” and perhaps “examples” and “links”"
)]
pub(super) enum ItemFile {
    Text(String),
    Whole(CellItem),
}

/// One statement of an expectation that is a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellItem {
    /// The statement.
    pub text: String,
    /// Examples of it.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Pages elsewhere.
    #[serde(default)]
    pub links: Vec<WebLink>,
}

/// A named note beside an expectation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellNote {
    /// What it is, such as “Not yet expected”.
    pub name: String,
    /// The text.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum NoneFile {
    Expected,
    Written,
}

/// How an expectation differs from the one below it on the path, as its authors say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TwinLikeness {
    /// The same in other words.
    Alike,
    /// The same with another emphasis.
    Emphasis,
    /// Something else.
    Different,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SidesFile {
    pub deep: String,
    pub broad: String,
}
