//! The file of a ladder, format 2, as its JSON has it. Knows the shape only; `build` gives it meaning.

mod cells;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::once;

pub use cells::{
    CellFile, CellItem, CellNote, Change, CompetencyFile, Idea, ItemFile, NoneFile, TwinLikeness,
    WebLink,
};

/// A whole file of a ladder: the draft that an import returns and an editor changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Draft {
    /// The schema file, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The version of the format.
    pub schema: u32,
    /// The stable name.
    pub id: String,
    /// The version of the content: three numbers with dots.
    pub version: String,
    /// What pages call the ladder.
    pub name: String,
    /// The name in one to three words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The language of the texts (BCP 47).
    pub lang: String,
    /// The direction of that language.
    #[serde(default, skip_serializing_if = "Direction::is_left_to_right")]
    pub dir: Direction,
    /// What the ladder is, in one or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What the first page opens with, instead of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The line below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// How to read the expectations of a level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// Whether a level adds to those below it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adds: bool,
    /// The height up to which moving between tracks costs nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_up_to: Option<u32>,
    /// The height from which the weights hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights_from: Option<u32>,
    /// What the texts rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The letters for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<BasisNote>,
    /// The tracks.
    pub tracks: Vec<TrackFile>,
    /// Other titles for the levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title_schemes: Vec<TitleScheme>,
    /// The levels; those of each track from the lowest up.
    pub levels: Vec<LevelFile>,
    /// The groups of competencies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupFile>,
    /// The scales that cells name steps of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<Scale>,
    /// The competencies with their cells.
    pub competencies: Vec<CompetencyFile>,
    /// The two tracks that the quiz speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiz: Option<SidesFile>,
}

/// The direction in which a ladder's language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether it is the direction that a file need not name.
    fn is_left_to_right(&self) -> bool {
        *self == Self::Ltr
    }
}

/// The terms and the credit due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// The licence's name.
    pub name: String,
    /// The address of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who is credited for what, and what was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The credit in a few words, for the foot of every page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}

/// An article, table or public ladder that the content rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id that levels and expectations refer to.
    pub id: String,
    /// A name of one to three words for tight spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The title.
    pub title: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its address, if it is on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was written or seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its licence as far as it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What was taken from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub took: Option<String>,
}

/// A letter that says what a text rests on, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisNote {
    /// One to three characters.
    pub letter: String,
    /// One or two words.
    pub name: String,
    /// One sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
}

/// A way to name the levels. The level stays what counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleScheme {
    /// The name in records and class names.
    pub id: String,
    /// The name on the switch.
    pub name: String,
    /// Where the scheme comes from and what to know before using it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Where a title means something else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clashes: Vec<Clash>,
    /// The letter of what the scheme rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A word in a title that means something else somewhere else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// The word.
    pub word: String,
    /// What it means elsewhere.
    pub note: String,
}

/// A way up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackFile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name in one or two words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// What it is, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Whether people on it have reports.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub manages: bool,
    /// The levels from which one steps over to its first level, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// The family of tracks that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// A level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelFile {
    /// The name in addresses.
    pub id: String,
    /// A short code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The title.
    pub title: String,
    /// Its tracks, by id; more than one share it.
    pub tracks: Vec<String>,
    /// Rises along each track; equal numbers mean equal standing. None: unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// What the level is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The question that one answers at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Facts, in the order in which they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Steps within the level, the lowest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// The points that it begins at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Its titles, by the id of the scheme.
    #[serde(
        default,
        deserialize_with = "once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub titles: BTreeMap<String, String>,
    /// The letter of what it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// One fact about a level: a text, or a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about, such as “Scope”.
    pub name: String,
    /// The text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// From and to how many days ahead the level looks, where that is what the fact says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<[u16; 2]>,
    /// The letter of what it rests on, where it is not that of the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A band within a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The points it begins at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
}

/// A group of competencies, and those within it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Groups within it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupFile>,
}

/// A scale of named steps that competencies are measured on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The id that competencies refer to.
    pub id: String,
    /// The steps, the lowest first.
    pub steps: Vec<Step>,
}

/// A step of a scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The id that cells refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means on every competency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
}

/// The two tracks that the quiz speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SidesFile {
    /// The track of the deep side, by id.
    pub deep: String,
    /// The track of the broad side, by id.
    pub broad: String,
}
