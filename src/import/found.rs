//! What was found in the files so far: tracks, levels, competencies and cells by their names, and the
//! notes of the report; `questions` asks. Readers of every kind add to it; `assemble` makes a ladder of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::cell::join;
use crate::import::level_words::split_code;
use crate::import::names::{clean, key};
use crate::import::{Choices, Dropped, Guess};
use crate::ladder::{CellFile, Fact, ItemFile, Scale};

/// The most entries of a report; what is left out beyond them is counted.
const MOST_NOTES: usize = 500;
/// The most characters of a text in a report.
const LONGEST_NOTE: usize = 400;

/// A track and the family that it belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundTrack {
    pub name: String,
    pub group: Option<String>,
    pub about: Vec<String>,
}

/// A level of one track; of none that is known, if `track` is none.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundLevel {
    pub name: String,
    pub code: Option<String>,
    pub title: String,
    pub track: Option<usize>,
    pub about: Vec<String>,
    pub facts: Vec<Fact>,
    pub points: Option<f64>,
}

/// A competency.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundCompetency {
    pub name: String,
    pub group: Option<usize>,
    pub about: Vec<String>,
    pub tags: Vec<String>,
    pub evidence: Vec<String>,
    pub scale: Option<String>,
    pub steps: BTreeMap<String, CellFile>,
    /// Whether it is left out, because it is about pay.
    pub is_left: bool,
}

/// Everything that was found.
pub(super) struct Found<'a> {
    pub choices: &'a Choices,
    /// The ids of the questions so far.
    pub asked: BTreeSet<String>,
    /// Sentences on choices that are not possible.
    pub refused: Vec<String>,
    pub dropped: Vec<Dropped>,
    beyond: usize,
    pub guessed: Vec<Guess>,
    pub name: Option<String>,
    pub about: Vec<String>,
    pub tracks: Vec<FoundTrack>,
    pub levels: Vec<FoundLevel>,
    pub groups: Vec<String>,
    pub scales: Vec<Scale>,
    pub competencies: Vec<FoundCompetency>,
    /// What each level expects, by the places of competency and level.
    pub cells: BTreeMap<(usize, usize), CellFile>,
    /// Cells that say the same as that of another level: competency, level, other level.
    pub same: Vec<(usize, usize, usize)>,
    /// Tables of which each row names levels of equal standing.
    pub standings: Vec<Vec<Vec<String>>>,
    /// The number of tables so far.
    pub tables: usize,
    /// For each competency its place, or that of the one that it is another spelling of.
    pub merged: Vec<usize>,
    /// Whether tracks were left out.
    pub has_left_out: bool,
    pub by_track: BTreeMap<String, usize>,
    by_group: BTreeMap<String, usize>,
    by_level: BTreeMap<(Option<usize>, String), usize>,
    by_competency: BTreeMap<(Option<usize>, String), usize>,
    spellings: BTreeSet<String>,
}

impl<'a> Found<'a> {
    pub fn new(choices: &'a Choices) -> Self {
        Self {
            choices,
            asked: BTreeSet::new(),
            refused: Vec::new(),
            dropped: Vec::new(),
            beyond: 0,
            guessed: Vec::new(),
            name: None,
            about: Vec::new(),
            tracks: Vec::new(),
            levels: Vec::new(),
            groups: Vec::new(),
            scales: Vec::new(),
            competencies: Vec::new(),
            cells: BTreeMap::new(),
            same: Vec::new(),
            standings: Vec::new(),
            tables: 0,
            merged: Vec::new(),
            has_left_out: false,
            by_track: BTreeMap::new(),
            by_group: BTreeMap::new(),
            by_level: BTreeMap::new(),
            by_competency: BTreeMap::new(),
            spellings: BTreeSet::new(),
        }
    }

    /// The same with nothing found.
    pub fn beside(&self) -> Self {
        Self::new(self.choices)
    }

    // The report --------------------------------------------------------------------------------

    /// Says that a text is not in the ladder, or not as it was.
    pub fn drop(&mut self, place: &str, text: &str, why: &str) {
        if self.dropped.len() >= MOST_NOTES {
            self.beyond += 1;
            return;
        }
        let mut short: String = clean(text).chars().take(LONGEST_NOTE).collect();
        if short.chars().count() == LONGEST_NOTE {
            short.push('…');
        }
        let note = Dropped {
            place: clean(place),
            text: short,
            why: why.to_owned(),
        };
        if self.dropped.last() != Some(&note) {
            self.dropped.push(note);
        }
    }

    /// The notes of the report, and how many more there would be.
    pub fn notes(&mut self) -> Vec<Dropped> {
        if self.beyond > 0 {
            self.dropped.push(Dropped {
                place: "all files".to_owned(),
                text: format!("{} more", self.beyond),
                why: "the report ends here".to_owned(),
            });
        }
        std::mem::take(&mut self.dropped)
    }

    // Names -------------------------------------------------------------------------------------

    /// The place of a track.
    pub fn track(&mut self, name: &str, group: Option<&str>) -> usize {
        let name = clean(name);
        let wanted = key(&name);
        let next = self.tracks.len();
        let at = *self.by_track.entry(wanted).or_insert(next);
        if at == next {
            self.tracks.push(FoundTrack {
                name,
                group: group.map(clean).filter(|group| !group.is_empty()),
                about: Vec::new(),
            });
        }
        at
    }

    /// The place of a group.
    pub fn group(&mut self, name: &str) -> usize {
        let name = clean(name);
        let wanted = key(&name);
        let next = self.groups.len();
        let at = *self.by_group.entry(wanted).or_insert(next);
        if at == next {
            self.groups.push(name);
        }
        at
    }

    /// The place of a level: the one with this name, title or code on the track, or a new one.
    pub fn level(&mut self, track: Option<usize>, name: &str) -> usize {
        let name = clean(name);
        let (code, title) = split_code(&name);
        if let Some(at) = self.known_level(track, &name) {
            // Of a level that was named by its code alone, this is the title.
            if let Some(level) = self.levels.get_mut(at)
                && level.code.as_ref() == Some(&level.title)
                && level.title != title
            {
                level.title.clone_from(&title);
                self.by_level.entry((track, key(&title))).or_insert(at);
            }
            return at;
        }
        let at = self.levels.len();
        for one in [Some(&name), Some(&title), code.as_ref()]
            .into_iter()
            .flatten()
        {
            self.by_level.entry((track, key(one))).or_insert(at);
        }
        self.levels.push(FoundLevel {
            name,
            code,
            title,
            track,
            ..FoundLevel::default()
        });
        at
    }

    /// The place of a level that was found before.
    pub fn known_level(&self, track: Option<usize>, name: &str) -> Option<usize> {
        let (code, title) = split_code(name);
        let whole = self.by_level.get(&(track, key(name))).copied();
        whole.or_else(|| {
            let coded = self.by_level.get(&(track, key(&code?))).copied()?;
            // Two levels may have one code: the title tells them apart.
            let level = self.levels.get(coded)?;
            let is_same =
                key(&level.title) == key(&title) || level.code.as_ref() == Some(&level.title);
            is_same.then_some(coded)
        })
    }

    /// The place of a competency: the one with this name in the group, or a new one.
    pub fn competency(&mut self, name: &str, group: Option<&str>) -> usize {
        let name = clean(name);
        let group = group.map(|group| self.group(group));
        let known = self.by_competency.get(&(group, key(&name))).copied();
        // A name without a group is that of the only group that has it.
        let known = known.or_else(|| match group {
            None => self.only(&key(&name)),
            Some(_) => self.by_competency.get(&(None, key(&name))).copied(),
        });
        let at = known.unwrap_or_else(|| {
            self.competencies.push(FoundCompetency {
                name: name.clone(),
                group,
                ..FoundCompetency::default()
            });
            self.competencies.len() - 1
        });
        self.by_competency.insert((group, key(&name)), at);
        if let Some(entry) = self.competencies.get_mut(at) {
            entry.group = entry.group.or(group);
            if entry.name != name && self.spellings.insert(name.clone()) {
                let known = entry.name.clone();
                let why = format!("another spelling of “{known}”, read as the same");
                self.drop("competencies", &name, &why);
            }
        }
        at
    }

    fn only(&self, key: &str) -> Option<usize> {
        let mut all = self
            .by_competency
            .iter()
            .filter(|((_, name), _)| name == key);
        let (_, first) = all.next()?;
        all.next().is_none().then_some(*first)
    }

    /// Adds to what a level expects. Two texts of one cell are both kept, and reported.
    pub fn cell(&mut self, competency: usize, level: usize, cell: CellFile, place: &str) {
        let Some(known) = self.cells.get_mut(&(competency, level)) else {
            self.cells.insert((competency, level), cell);
            return;
        };
        let items = cell.items.iter().map(|item| match item {
            ItemFile::Text(text) => text,
            ItemFile::Whole(item) => &item.text,
        });
        let texts: Vec<&String> = cell
            .text
            .iter()
            .chain(items)
            .chain(&cell.examples)
            .collect();
        let is_statement = texts.len() == 1;
        let text = texts.into_iter().cloned().collect::<Vec<_>>().join(" ");
        if join(known, cell) && !is_statement {
            self.drop(
                place,
                &text,
                "a second text of one cell; both are kept, as a list",
            );
        }
    }
}
