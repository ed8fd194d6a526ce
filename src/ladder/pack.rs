//! A ladder pack as in its file. It is created only by [`Ladder::parse`], which checks it completely,
//! so nothing needs checking afterwards.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Fault, FileKind, LevelCode, Rung, Track, check, once, read_json};

/// A whole ladder: two tracks, their levels, and the expectations of each level in each competency.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ladder {
    /// The JSON Schema next to the file, for editors.
    #[serde(rename = "$schema", default)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Ladder::SCHEMA`].
    pub schema: u32,
    /// The stable id of this ladder in records and links.
    pub id: String,
    /// The version of the content.
    pub version: String,
    /// The name of this ladder on pages.
    pub name: String,
    /// A description in one sentence.
    pub about: String,
    /// The terms of use of the content.
    pub licence: Licence,
    /// All sources of the content.
    pub sources: Vec<Source>,
    /// The meaning of the basis letters.
    pub bases: Vec<BasisNote>,
    /// The two tracks.
    pub tracks: Vec<TrackNote>,
    /// The naming schemes for the levels of the broad track.
    pub title_schemes: Vec<TitleScheme>,
    /// The groups of competencies.
    pub dimensions: Vec<Dimension>,
    /// The fourteen levels, from T1 to L9.
    pub levels: Vec<Level>,
    /// The competencies with their expectations.
    pub competencies: Vec<Competency>,
}

/// The terms and the credits.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Licence {
    /// The licence's name.
    pub name: String,
    /// The address of its text.
    pub url: String,
    /// Who is credited for what, and what was changed.
    pub credit: String,
}

/// An article, table or public ladder that the content rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The id that expectations refer to.
    pub id: String,
    /// A name of one to three words for narrow layouts.
    pub short: String,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Its address, if it is on the web.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was written or accessed.
    #[serde(default)]
    pub date: Option<String>,
    /// Its licence, if one was found.
    pub licence: String,
    /// What this ladder uses from it.
    pub took: String,
}

/// The basis of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// Stated in a source article.
    S,
    /// Stated in Poss's ladder table.
    P,
    /// Seen in a public ladder.
    F,
    /// Derived by us from these.
    D,
    /// Our own choice.
    O,
}

/// The meaning of a basis letter, in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisNote {
    /// The letter.
    pub letter: Basis,
    /// One or two words.
    pub name: String,
    /// One sentence.
    pub meaning: String,
}

/// A track in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackNote {
    /// The track.
    pub id: Track,
    /// Its name.
    pub name: String,
    /// What it is in one sentence.
    pub tagline: String,
}

/// A naming scheme for the levels of the broad track. The level number stays authoritative.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TitleScheme {
    /// The id in records and class names.
    pub id: String,
    /// The name on the switch.
    pub name: String,
    /// Whether these titles name people managers; the checks insist on `false`.
    pub is_management: bool,
    /// Its origin and advice on its use.
    pub about: String,
    /// The title of every level from rung 5 up, by code.
    #[serde(deserialize_with = "once")]
    pub titles: BTreeMap<LevelCode, String>,
    /// Words with another meaning elsewhere.
    pub clashes: Vec<Clash>,
    /// The basis of the scheme.
    pub basis: Basis,
    /// The sources, by id.
    pub sources: Vec<String>,
}

/// A word in a title that has another meaning elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// The word.
    pub word: String,
    /// What it means elsewhere.
    pub note: String,
}

/// A group of competencies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The letter competencies refer to.
    pub id: String,
    /// The name.
    pub name: String,
}

/// The position of a level between trunk and rails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Rungs 1–4: one path for both tracks.
    Trunk,
    /// Rung 5: two labels, free movement.
    Shared,
    /// Rung 6: the tracks separate here, movement still free.
    Fork,
    /// Rungs 7–9: two parallel tracks of the same height.
    Parallel,
}

/// A level: a rung on one track.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// The code.
    pub code: LevelCode,
    /// Its phase.
    pub phase: Phase,
    /// The default title.
    pub title: String,
    /// The purpose of this level, in two sentences.
    pub summary: String,
    /// The scope of responsibility.
    pub scope: String,
    /// The planning horizon.
    pub horizon: String,
    /// The amount of direction received.
    pub autonomy: String,
    /// The counterpart in management.
    pub counterpart: String,
    /// The question answered at this level.
    pub question: String,
    /// What others notice when a person has reached this level.
    pub ready_signal: String,
    /// The common mistake.
    pub trap: String,
    /// The share of time on hands-on engineering, only if a source states it.
    #[serde(default)]
    pub hands_on: Option<HandsOn>,
    /// Years usually spent in technical leadership before, only if a source states it.
    #[serde(default)]
    pub lead_years: Option<u8>,
    /// The basis of the level's facts.
    pub basis: Basis,
    /// The sources, by id.
    pub sources: Vec<String>,
}

/// A share of time, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandsOn {
    /// The lower end, 0–100.
    pub min: u8,
    /// The upper end, 0–100.
    pub max: u8,
    /// The basis of the numbers; the checks reject our own numbers here.
    pub basis: Basis,
}

/// The track for which a competency matters more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lean {
    /// The deep track.
    Deep,
    /// The broad track.
    Broad,
    /// Both alike.
    Both,
}

/// The weight of a competency at rungs 7–9, 0–3 for each track.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// On the deep track.
    pub deep: u8,
    /// On the broad track.
    pub broad: u8,
}

/// An idea that a competency takes from a source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// The source's id.
    pub source: String,
    /// The idea in a few words of our own.
    pub idea: String,
}

/// Examples of evidence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// On the deep track: shows difficulty, novelty or durability.
    pub deep: Vec<String>,
    /// On the broad track: valid even without code of one's own.
    pub broad: Vec<String>,
}

/// A competency, and the expectations of each level.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Competency {
    /// The stable id in addresses, `a–z` and `-`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The dimension's id.
    pub dimension: String,
    /// The track for which it matters more.
    pub lean: Lean,
    /// Its weight on each track.
    pub weight: Weight,
    /// What it means, in one sentence.
    pub meaning: String,
    /// The ideas behind it.
    pub ideas: Vec<Idea>,
    /// Examples of evidence.
    pub evidence: Evidence,
    /// What each of the fourteen levels expects.
    #[serde(deserialize_with = "once")]
    pub expectations: BTreeMap<LevelCode, Expectation>,
}

/// The expectation of one level in one competency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The idea in three to eight words.
    pub gist: String,
    /// What a person visibly does, in one to three sentences; rungs 5–9 have it.
    #[serde(default)]
    pub detail: Option<String>,
    /// Its basis.
    pub basis: Basis,
    /// The sources, by id.
    pub sources: Vec<String>,
}

impl Ladder {
    /// The file format that this app reads.
    pub const SCHEMA: u32 = 1;

    /// Reads a pack and checks it completely, so that a `Ladder` needs no further checks.
    ///
    /// # Errors
    /// Every fault found, each with its location; only one if the text is too large or not JSON of this
    /// shape.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let ladder: Self = read_json(text, FileKind::Ladder)?;
        let faults = check::faults(&ladder);
        if faults.is_empty() {
            Ok(ladder)
        } else {
            Err(faults)
        }
    }

    /// The level with this code. A parsed ladder has all fourteen.
    pub fn level(&self, code: LevelCode) -> Option<&Level> {
        self.levels.iter().find(|level| level.code == code)
    }

    /// The levels of one rung: one on the trunk, two from 5 up, deep first.
    pub fn rung(&self, rung: Rung) -> Vec<&Level> {
        self.levels
            .iter()
            .filter(|level| level.code.rung() == rung)
            .collect()
    }

    /// The competency with this id.
    pub fn competency(&self, id: &str) -> Option<&Competency> {
        self.competencies.iter().find(|item| item.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The meaning of a basis letter.
    pub fn basis(&self, letter: Basis) -> Option<&BasisNote> {
        self.bases.iter().find(|note| note.letter == letter)
    }

    /// The texts for a track.
    pub fn track(&self, track: Track) -> Option<&TrackNote> {
        self.tracks.iter().find(|note| note.id == track)
    }
}

impl Weight {
    /// The weight on `track`, 0–3.
    pub const fn on(self, track: Track) -> u8 {
        match track {
            Track::Deep => self.deep,
            Track::Broad => self.broad,
        }
    }
}

impl Evidence {
    /// The examples for `track`.
    pub fn on(&self, track: Track) -> &[String] {
        match track {
            Track::Deep => &self.deep,
            Track::Broad => &self.broad,
        }
    }
}

impl Basis {
    /// The letter.
    pub const fn letter(self) -> char {
        match self {
            Self::S => 'S',
            Self::P => 'P',
            Self::F => 'F',
            Self::D => 'D',
            Self::O => 'O',
        }
    }
}
