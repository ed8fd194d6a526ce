//! A ladder after its file was read and checked: [`Ladder::parse`] is the one way in. References are
//! resolved, what is derived is worked out. Knows nothing of pages; after `parse` nobody checks again.

use crate::ladder::build::build;
use crate::ladder::file::{
    Band, BasisNote, CellItem, CellNote, Change, Direction, Fact, Idea, LadderFile, Licence, Scale,
    Source, TitleScheme, TwinLikeness, WebLink,
};
use crate::ladder::format_one::FormatOne;
use crate::ladder::{Fault, FileKind, read_json};

use serde::Deserialize;
use std::collections::BTreeMap;

/// A whole ladder: its tracks, their levels, and what each level expects in each competency.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// The stable name of this ladder in records and addresses.
    pub id: String,
    /// The version of the content.
    pub version: String,
    /// The name of this ladder on pages.
    pub name: String,
    /// The same in one to three words, for the switch between ladders.
    pub short: String,
    /// The language of its texts (BCP 47).
    pub lang: String,
    /// The direction of that language.
    pub dir: Direction,
    /// One sentence on what it is.
    pub about: Option<String>,
    /// What its first page opens with, instead of the name.
    pub headline: Option<String>,
    /// The line below it, instead of what it is.
    pub tagline: Option<String>,
    /// How to read the expectations of a level, in a sentence or two.
    pub note: Option<String>,
    /// Under which terms the content may be used.
    pub licence: Option<Licence>,
    /// Whether a level adds to those below it; if not, each level restates all that it expects.
    pub adds: bool,
    /// The highest rung at which moving between the tracks costs nothing, where the file says it.
    pub free_up_to: Option<Rung>,
    /// The rung from which the weights hold; none where they hold at all.
    pub weights_from: Option<Rung>,
    /// Everything the content rests on.
    pub sources: Vec<Source>,
    /// The letters that say what a text rests on. None: no letter is shown.
    pub bases: Vec<BasisNote>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// The ways to name the levels.
    pub title_schemes: Vec<TitleScheme>,
    /// The levels, in the file's order.
    pub levels: Vec<Level>,
    /// The groups of competencies, each before the ones within it.
    pub groups: Vec<Group>,
    /// The scales of named steps.
    pub scales: Vec<Scale>,
    /// The competencies with their expectations.
    pub competencies: Vec<Competency>,
    /// The tracks that the quiz speaks about, deep and broad; none where it says nothing of this ladder.
    pub sides: Option<[usize; 2]>,
}

/// A height among those that a ladder has, counted from 1. The same rung means the same standing.
pub type Rung = u8;

/// A track. Its index in [`Ladder::tracks`] is how levels refer to it.
#[derive(Clone, Debug)]
pub struct Track {
    /// The name in files and addresses.
    pub id: String,
    /// The name.
    pub name: String,
    /// A word for tight spaces and for sentences: “deep”.
    pub short: String,
    /// What it is in one sentence.
    pub about: Option<String>,
    /// Whether people on it manage people.
    pub manages: bool,
    /// The levels from which one steps over to it, by index.
    pub from: Vec<usize>,
    /// The family it belongs to, where there are many tracks.
    pub group: Option<String>,
    /// Its number in colours and marks, from 1; the quiz's deep track has 1, the broad one 2.
    pub hue: u8,
}

/// A level.
#[derive(Clone, Debug)]
pub struct Level {
    /// Its place in [`Ladder::levels`].
    pub index: usize,
    /// The name in addresses and records.
    pub id: String,
    /// A short code, where the ladder has codes.
    pub code: Option<String>,
    /// The default title.
    pub title: String,
    /// The tracks it belongs to, by index; more than one: they share it.
    pub tracks: Vec<usize>,
    /// Its height among all; none where the ladder does not say it.
    pub rung: Option<Rung>,
    /// The number of its track's colour; none where tracks share it.
    pub hue: Option<u8>,
    /// What this level is for.
    pub about: Option<String>,
    /// The question one answers at this level.
    pub question: Option<String>,
    /// Facts about it, in the file's order.
    pub facts: Vec<Fact>,
    /// Bands within it.
    pub bands: Vec<Band>,
    /// The points it begins at, in a ladder that counts points.
    pub points: Option<f64>,
    /// Its title under each scheme, by scheme id.
    pub titles: BTreeMap<String, String>,
    /// The letter of what its facts rest on.
    pub basis: Option<String>,
    /// The sources, by id.
    pub sources: Vec<String>,
}

/// A group of competencies.
#[derive(Clone, Debug)]
pub struct Group {
    /// The id that competencies refer to.
    pub id: String,
    /// The name; of a group within another, after the names above it.
    pub name: String,
    /// What belongs to it.
    pub about: Option<String>,
    /// How many groups it is in.
    pub depth: usize,
}

/// Something one can be good at, and what each level expects of it.
#[derive(Clone, Debug)]
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
    pub tags: Vec<String>,
    /// Pages elsewhere.
    pub links: Vec<WebLink>,
    /// The ideas behind it.
    pub ideas: Vec<Idea>,
    /// The tracks it belongs to, by index.
    pub tracks: Vec<usize>,
    /// How much it counts on each track, 0–3, by the track's index; none where the file does not say.
    pub weights: Vec<Option<u8>>,
    /// What one could point to, on any track.
    pub evidence: Vec<String>,
    /// What one could point to, by the track's index.
    pub evidence_on: Vec<Vec<String>>,
    /// What each level expects, by the level's index.
    pub cells: Vec<Cell>,
}

/// What one level says of one competency.
#[derive(Clone, Debug)]
pub enum Cell {
    /// It expects something.
    Expects(Box<Expectation>),
    /// It says nothing, for this reason.
    Absent(Absence),
}

/// Why a level says nothing of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The ladder says that it is not expected there.
    NotExpected,
    /// Nobody has written it.
    NotWritten,
    /// The competency does not belong to the level's track.
    OtherTrack,
}

/// What one level expects in one competency. At least one of its texts is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectation {
    /// The idea in a few words.
    pub gist: Option<String>,
    /// What a person visibly does.
    pub text: Option<String>,
    /// The same as a list.
    pub items: Vec<CellItem>,
    /// Examples.
    pub examples: Vec<String>,
    /// Notes with a name.
    pub notes: Vec<CellNote>,
    /// The step on the competency's scale: its place there from 0, and its name.
    pub step: Option<(usize, String)>,
    /// Whether the texts are those of the step, and not of this level alone.
    pub of_step: bool,
    /// The level, by index, that this is written for, where it is the same as there.
    pub same_as: Option<usize>,
    /// How it differs from the one below on the path.
    pub change: Option<Change>,
    /// How it differs from that at the same height.
    pub twin: Option<TwinLikeness>,
    /// The letter of what it rests on.
    pub basis: Option<String>,
    /// The sources, by id.
    pub sources: Vec<String>,
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
        build(match format(text) {
            Some(1) => read_json::<FormatOne>(text, FileKind::Ladder)?.into_file(),
            _ => read_json::<LadderFile>(text, FileKind::Ladder)?,
        })
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

/// The number in `schema`, if the text is JSON with one.
fn format(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Peek {
        schema: Option<serde_json::Value>,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let peek: Peek = serde_json::from_str(text).ok()?;
    peek.schema?.as_u64()
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

impl Expectation {
    /// The expectation in a few words: the gist; for a step without a text of the level's own the
    /// step; else the first statement.
    pub fn headline(&self) -> &str {
        let step = self.step.as_ref().map(|(_, name)| name.as_str());
        let item = || self.items.first().map(|item| item.text.as_str());
        let text = || self.text.as_deref().map(first_sentence);
        let example = || self.examples.first().map(String::as_str);
        let note = || self.notes.first().map(|note| note.text.as_str());
        (self.gist.as_deref().filter(|_| !self.of_step))
            .or(step.filter(|_| self.of_step))
            .or_else(text)
            .or_else(item)
            .or(step)
            .or_else(example)
            .or_else(note)
            .unwrap_or_default()
    }

    /// Whether it has a headline of its own, beside its text, list and examples.
    pub fn has_headline(&self) -> bool {
        self.gist.is_some() || self.of_step
    }

    /// Every statement in order: gist, text, items.
    pub fn statements(&self) -> impl Iterator<Item = &str> {
        let items = self.items.iter().map(|item| item.text.as_str());
        let gist = self.gist.as_deref().into_iter();
        gist.chain(self.text.as_deref()).chain(items)
    }
}

fn first_sentence(text: &str) -> &str {
    crate::ladder::clauses(text)
        .first()
        .copied()
        .unwrap_or(text)
}
