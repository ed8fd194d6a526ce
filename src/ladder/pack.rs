//! A ladder pack as its file has it, and the one way in: [`Ladder::parse`], which checks it whole.
//! Knows nothing of pages; after `parse` nobody checks again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Fault, FileKind, LevelCode, Rung, Track, check, once, read_json};

/// A whole ladder: two tracks, their levels, and what each level expects in each competency.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ladder {
    /// The JSON Schema beside the file, for editors.
    #[serde(rename = "$schema", default)]
    pub schema_file: Option<String>,
    /// The version of this file format; this app reads [`Ladder::SCHEMA`].
    pub schema: u32,
    /// The stable name of this ladder in records and links.
    pub id: String,
    /// The version of the content.
    pub version: String,
    /// What a page calls this ladder.
    pub name: String,
    /// One sentence on what it is.
    pub about: String,
    /// Under which terms the content may be used.
    pub licence: Licence,
    /// Everything the content rests on.
    pub sources: Vec<Source>,
    /// What the basis letters mean.
    pub bases: Vec<BasisNote>,
    /// The two tracks.
    pub tracks: Vec<TrackNote>,
    /// The ways to name the levels of the broad track.
    pub title_schemes: Vec<TitleScheme>,
    /// The groups that competencies fall into.
    pub dimensions: Vec<Dimension>,
    /// The fourteen levels, from T1 to L9.
    pub levels: Vec<Level>,
    /// The competencies with their expectations.
    pub competencies: Vec<Competency>,
}

/// The terms and the credit due.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Licence {
    /// The licence's name.
    pub name: String,
    /// Where its text is.
    pub url: String,
    /// Who is credited for what, and what was changed.
    pub credit: String,
}

/// An article, table or public ladder that the content rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The name that expectations refer to.
    pub id: String,
    /// A name of one to three words for tight places.
    pub short: String,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Where it is, if it is on the web.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was written or seen.
    #[serde(default)]
    pub date: Option<String>,
    /// Its licence as far as it was seen.
    pub licence: String,
    /// What we took from it.
    pub took: String,
}

/// What a text rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// Stated in a source article.
    S,
    /// Stated in Poss's ladder table.
    P,
    /// Seen in a public ladder.
    F,
    /// Derived by us from the above.
    D,
    /// Our own choice.
    O,
}

/// What a basis letter means, in words.
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
    /// Which one.
    pub id: Track,
    /// Its name.
    pub name: String,
    /// What it is in one sentence.
    pub tagline: String,
}

/// A way to name the levels of the broad track. The number stays what counts.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TitleScheme {
    /// The name in records and class names.
    pub id: String,
    /// The name on the switch.
    pub name: String,
    /// Whether these titles name people managers; the checks insist on `false`.
    pub is_management: bool,
    /// Where the scheme comes from and what to know before using it.
    pub about: String,
    /// The title of every level from rung 5 up, by code.
    #[serde(deserialize_with = "once")]
    pub titles: BTreeMap<LevelCode, String>,
    /// Where a title means something else.
    pub clashes: Vec<Clash>,
    /// What the scheme rests on.
    pub basis: Basis,
    /// The sources, by id.
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

/// A group of competencies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The letter competencies refer to.
    pub id: String,
    /// The name.
    pub name: String,
}

/// Where a level is between trunk and rails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Rungs 1–4: one path for both tracks.
    Trunk,
    /// Rung 5: two labels, free movement.
    Shared,
    /// Rung 6: the tracks part here, movement still free.
    Fork,
    /// Rungs 7–9: two rails of the same height.
    Parallel,
}

/// A level: a rung on one track.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// The code.
    pub code: LevelCode,
    /// Where it stands.
    pub phase: Phase,
    /// The default title.
    pub title: String,
    /// What this level is for, in two sentences.
    pub summary: String,
    /// How much is in one person's hands.
    pub scope: String,
    /// How far ahead one looks.
    pub horizon: String,
    /// How much direction one gets.
    pub autonomy: String,
    /// Who on the management side one works with.
    pub counterpart: String,
    /// The question one answers at this level.
    pub question: String,
    /// What others notice when somebody is at home here.
    pub ready_signal: String,
    /// What usually goes wrong.
    pub trap: String,
    /// The share of time on hands-on engineering, only where a source states it.
    #[serde(default)]
    pub hands_on: Option<HandsOn>,
    /// Years usually spent in technical leadership before, only where a source states it.
    #[serde(default)]
    pub lead_years: Option<u8>,
    /// What the level's facts rest on.
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
    /// What the numbers rest on; the checks refuse our own invention here.
    pub basis: Basis,
}

/// Which track a competency matters more to.
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

/// How much a competency counts at rungs 7–9, 0–3 for each track.
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
    /// The idea in a few words of ours.
    pub idea: String,
}

/// What somebody could point to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// On the deep track: shows difficulty, novelty or durability.
    pub deep: Vec<String>,
    /// On the broad track: counts even where no code of one's own exists.
    pub broad: Vec<String>,
}

/// Something one can be good at, and what each level expects of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Competency {
    /// The stable name in addresses, `a–z` and `-`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The dimension's id.
    pub dimension: String,
    /// Which track it matters more to.
    pub lean: Lean,
    /// How much it counts on each.
    pub weight: Weight,
    /// What it means, in one sentence.
    pub meaning: String,
    /// The ideas behind it.
    pub ideas: Vec<Idea>,
    /// What somebody could point to.
    pub evidence: Evidence,
    /// What each of the fourteen levels expects.
    #[serde(deserialize_with = "once")]
    pub expectations: BTreeMap<LevelCode, Expectation>,
}

/// What one level expects in one competency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The idea in three to eight words.
    pub gist: String,
    /// What a person visibly does, in one to three sentences; rungs 5–9 have it.
    #[serde(default)]
    pub detail: Option<String>,
    /// What it rests on.
    pub basis: Basis,
    /// The sources, by id.
    pub sources: Vec<String>,
}

impl Ladder {
    /// The file format that this app reads.
    pub const SCHEMA: u32 = 1;

    /// Reads a pack and checks it whole, so that anyone who holds a `Ladder` need not check again.
    ///
    /// # Errors
    /// Every fault found, each with its place; one only when the text is too large or no
    /// JSON of this shape.
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

    /// What a basis letter means.
    pub fn basis(&self, letter: Basis) -> Option<&BasisNote> {
        self.bases.iter().find(|note| note.letter == letter)
    }

    /// The words for a track.
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
