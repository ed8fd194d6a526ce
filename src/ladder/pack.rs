//! A ladder after its file was read and checked: [`Ladder::parse`] is the one way in. References are
//! resolved, what is derived is worked out. Knows nothing of pages; after `parse` nobody checks again.

use crate::ladder::Fault;
use crate::ladder::build::build;
use crate::ladder::comparison::CellWords;
use crate::ladder::file::{
    Band, BasisNote, CellItem, CellNote, Change, Direction, Draft, Fact, Idea, Licence, Scale,
    Source, TitleScheme, TwinLikeness, WebLink,
};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A whole ladder: its tracks, their levels, and what each level expects in each competency.
///
/// As JSON it is the excerpt that a page of My growth reads: what levels and competencies are called,
/// what they expect, how much that counts, and what one could point to. The rest is left out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ladder {
    /// The stable name of this ladder in records and addresses.
    pub id: String,
    /// The version of the content.
    pub version: String,
    /// The name of this ladder on pages.
    pub name: String,
    /// The same in one to three words, for the switch between ladders.
    #[serde(skip)]
    pub short: String,
    /// The language of its texts (BCP 47).
    #[serde(skip)]
    pub lang: String,
    /// The direction of that language.
    #[serde(skip)]
    pub dir: Direction,
    /// One sentence on what it is.
    #[serde(skip)]
    pub about: Option<String>,
    /// What its first page opens with, instead of the name.
    #[serde(skip)]
    pub headline: Option<String>,
    /// The line below it, instead of what it is.
    #[serde(skip)]
    pub tagline: Option<String>,
    /// How to read the expectations of a level, in a sentence or two.
    #[serde(skip)]
    pub note: Option<String>,
    /// Under which terms the content may be used.
    #[serde(skip)]
    pub licence: Option<Licence>,
    /// Whether a level adds to those below it; if not, each level restates all that it expects.
    pub adds: bool,
    /// The highest rung at which moving between the tracks costs nothing, where the file says it.
    pub free_up_to: Option<Rung>,
    /// The rung from which the weights hold; none where they hold at all.
    pub weights_from: Option<Rung>,
    /// Everything the content rests on.
    #[serde(skip)]
    pub sources: Vec<Source>,
    /// The letters that say what a text rests on. None: no letter is shown.
    #[serde(skip)]
    pub bases: Vec<BasisNote>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// The ways to name the levels.
    #[serde(skip)]
    pub title_schemes: Vec<TitleScheme>,
    /// The levels, in the file's order.
    pub levels: Vec<Level>,
    /// The groups of competencies, each before the ones within it.
    pub groups: Vec<Group>,
    /// The scales of named steps.
    #[serde(skip)]
    pub scales: Vec<Scale>,
    /// The competencies with their expectations.
    pub competencies: Vec<Competency>,
    /// The tracks that the quiz speaks about, deep and broad; none where it says nothing of this ladder.
    pub sides: Option<[usize; 2]>,
}

/// A height among those that a ladder has, counted from 1. The same rung means the same standing.
pub type Rung = u8;

/// A track. Its index in [`Ladder::tracks`] is how levels refer to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Track {
    /// The name in files and addresses.
    pub id: String,
    /// The name.
    pub name: String,
    /// A word for tight spaces and for sentences: “deep”.
    pub short: String,
    /// What it is in one sentence.
    #[serde(skip)]
    pub about: Option<String>,
    /// Whether people on it manage people.
    pub manages: bool,
    /// The levels from which one steps over to it, by index.
    pub from: Vec<usize>,
    /// The family it belongs to, where there are many tracks.
    #[serde(skip)]
    pub group: Option<String>,
    /// Its number in colours and marks, from 1; the quiz's deep track has 1, the broad one 2.
    pub hue: u8,
}

/// A level.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Level {
    /// Its place in [`Ladder::levels`].
    pub index: usize,
    /// The name in addresses and records.
    pub id: String,
    /// A short code, where the ladder has codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The default title.
    pub title: String,
    /// The tracks it belongs to, by index; more than one: they share it.
    pub tracks: Vec<usize>,
    /// Its height among all; none where the ladder does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// The number of its track's colour; none where tracks share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hue: Option<u8>,
    /// What this level is for.
    #[serde(skip)]
    pub about: Option<String>,
    /// The question one answers at this level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Facts about it, in the file's order.
    #[serde(skip)]
    pub facts: Vec<Fact>,
    /// Bands within it.
    #[serde(skip)]
    pub bands: Vec<Band>,
    /// The points it begins at, in a ladder that counts points.
    #[serde(skip)]
    pub points: Option<f64>,
    /// Its title under each scheme, by scheme id.
    #[serde(skip)]
    pub titles: BTreeMap<String, String>,
    /// The letter of what its facts rest on.
    #[serde(skip)]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(skip)]
    pub sources: Vec<String>,
}

/// A group of competencies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// The id that competencies refer to.
    pub id: String,
    /// The name; of a group within another, after the names above it.
    pub name: String,
    /// What belongs to it.
    #[serde(skip)]
    pub about: Option<String>,
    /// How many groups it is in.
    pub depth: usize,
}

/// Something one can be good at, and what each level expects of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Competency {
    /// The name in addresses and records.
    pub id: String,
    /// The name.
    pub name: String,
    /// What it means, in one sentence.
    pub about: Option<String>,
    /// The id of its group.
    pub group: Option<String>,
    /// Words to find it by.
    #[serde(skip)]
    pub tags: Vec<String>,
    /// Pages elsewhere.
    #[serde(skip)]
    pub links: Vec<WebLink>,
    /// The ideas behind it.
    #[serde(skip)]
    pub ideas: Vec<Idea>,
    /// The tracks it belongs to, by index.
    pub tracks: Vec<usize>,
    /// How much it counts on each track, 0–3, by the track's index; none where the file does not say.
    pub weights: Vec<Option<u8>>,
    /// What one could point to, on any track.
    pub evidence: Vec<String>,
    /// What one could point to, by the track's index.
    pub evidence_on: Vec<Vec<String>>,
    /// What each step of its scale means, the lowest first; empty if levels name steps, since their cells
    /// say it then. In some ladders a level is a sum of points, and the steps alone have texts.
    #[serde(skip)]
    pub steps: Vec<Expectation>,
    /// What each level expects, by the level's index.
    pub cells: Vec<Cell>,
}

/// What one level says of one competency.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Cell {
    /// It expects something.
    Expects(Box<Expectation>),
    /// It says nothing, for this reason.
    Absent(Absence),
}

/// Why a level says nothing of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Absence {
    /// The ladder says that it is not expected there.
    NotExpected,
    /// Nobody has written it.
    NotWritten,
    /// The competency does not belong to the level's track.
    OtherTrack,
    /// The competency is written step by step, and no level names a step.
    InSteps,
}

/// What one level expects in one competency. At least one of its texts is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Expectation {
    /// The idea in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// What a person visibly does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The same as a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<CellItem>,
    /// Examples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Notes with a name.
    #[serde(skip)]
    pub notes: Vec<CellNote>,
    /// The step on the competency's scale: its place there from 0, and its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<(usize, String)>,
    /// Whether the texts are those of the step, and not of this level alone.
    pub of_step: bool,
    /// The level, by index, that this is written for, where it is the same as there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
    /// How it differs from the one below on the path.
    #[serde(skip)]
    pub change: Option<Change>,
    /// How it differs from that at the same height.
    #[serde(skip)]
    pub twin: Option<TwinLikeness>,
    /// The letter of what it rests on.
    #[serde(skip)]
    pub basis: Option<String>,
    /// The sources, by id.
    #[serde(skip)]
    pub sources: Vec<String>,
    /// The words of its texts, once they are compared.
    #[serde(skip)]
    pub words: CellWords,
}

impl Ladder {
    /// The file format that this app writes and reads; it reads format 1 as well.
    pub const SCHEMA: u32 = 2;

    /// Reads a file and checks it whole, so that anyone who holds a `Ladder` need not check again.
    ///
    /// # Errors
    /// Every fault found, each with its location; only one if the text is too large or not JSON of this
    /// shape.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        build(Draft::from_json(text)?)
    }

    /// The level with this id or, in any case of letters, this code.
    pub fn level(&self, name: &str) -> Option<&Level> {
        let name = name.to_lowercase();
        let by_id = self.levels.iter().find(|level| level.id == name);
        let coded = |level: &&Level| {
            let code = level.code.as_ref();
            code.is_some_and(|code| code.to_lowercase() == name)
        };
        by_id.or_else(|| self.levels.iter().find(coded))
    }

    /// The competency with this id.
    pub fn competency(&self, id: &str) -> Option<&Competency> {
        self.competencies.iter().find(|item| item.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// What a letter means.
    pub fn basis(&self, letter: &str) -> Option<&BasisNote> {
        self.bases.iter().find(|note| note.letter == letter)
    }

    /// The group with this id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// Whether the file says of any competency how much it counts.
    pub fn has_weights(&self) -> bool {
        let mut all = self.competencies.iter().flat_map(|item| &item.weights);
        all.any(Option::is_some)
    }
}

impl Level {
    /// The code, or the title where there is none: what stands in a mark.
    pub fn label(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.title)
    }

    /// The code and the title, or the title alone.
    pub fn name(&self) -> String {
        match &self.code {
            Some(code) => format!("{code} {}", self.title),
            None => self.title.clone(),
        }
    }

    /// Whether more than one track has this level.
    pub fn is_shared(&self) -> bool {
        self.tracks.len() > 1
    }

    /// The track it belongs to alone, by index.
    pub fn track(&self) -> Option<usize> {
        match self.tracks.as_slice() {
            [track] => Some(*track),
            _ => None,
        }
    }
}

impl PartialEq for Level {
    /// Levels of one ladder are the same where their ids are.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Level {}

impl Competency {
    /// Whether levels say something of it, and not its steps alone.
    pub fn has_cells(&self) -> bool {
        let expects = |cell: &Cell| matches!(cell, Cell::Expects(_));
        self.steps.is_empty() || self.cells.iter().any(expects)
    }

    /// What a level expects in it, where it expects something.
    pub fn at(&self, level: &Level) -> Option<&Expectation> {
        match self.cells.get(level.index) {
            Some(Cell::Expects(expectation)) => Some(expectation),
            _ => None,
        }
    }

    /// Why a level says nothing of it, where it does not.
    pub fn absence(&self, level: &Level) -> Option<Absence> {
        match self.cells.get(level.index) {
            Some(Cell::Expects(_)) => None,
            Some(Cell::Absent(why)) => Some(*why),
            None => Some(Absence::NotWritten),
        }
    }

    /// How much it counts on a track, 0–3, where the ladder says it.
    pub fn weight(&self, track: usize) -> Option<u8> {
        self.weights.get(track).copied().flatten()
    }

    /// What one could point to on a track: what holds on any, then the track's own.
    pub fn evidence_on(&self, track: usize) -> impl Iterator<Item = &str> {
        let own = self.evidence_on.get(track).into_iter().flatten();
        self.evidence.iter().chain(own).map(String::as_str)
    }
}
