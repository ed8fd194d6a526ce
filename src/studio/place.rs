//! Which part of a draft a fault is in, so that one can go there.

use crate::ladder::{Draft, Fault, NoneFile};

/// A part of a draft, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// What is said of the ladder itself.
    Ladder,
    /// A track.
    Track(String),
    /// A level.
    Level(String),
    /// A competency.
    Competency(String),
    /// What a level expects in a competency: the level's id, the competency's.
    Cell(String, String),
}

impl Place {
    /// The part that a fault names; the ladder itself where it names none that can be edited.
    pub fn of(draft: &Draft, fault: &Fault) -> Self {
        Self::found(draft, &fault.place).unwrap_or(Self::Ladder)
    }

    fn found(draft: &Draft, place: &str) -> Option<Self> {
        let (list, rest) = place.split_once('[')?;
        let (number, rest) = rest.split_once(']')?;
        let number: usize = number.parse().ok()?;
        match list {
            "tracks" => Some(Self::Track(draft.tracks.get(number)?.id.clone())),
            "levels" => Some(Self::Level(draft.levels.get(number)?.id.clone())),
            "competencies" => {
                let item = draft.competencies.get(number)?;
                let level = rest.strip_prefix(".cells.").map(|rest| {
                    let end = rest.find(['.', '[']).unwrap_or(rest.len());
                    &rest[..end]
                });
                let known = level.filter(|id| draft.levels.iter().any(|one| one.id == *id));
                Some(match known {
                    Some(level) => Self::Cell(level.to_owned(), item.id.clone()),
                    None => Self::Competency(item.id.clone()),
                })
            }
            _ => None,
        }
    }

    /// The cells in which nobody wrote anything, a competency at a time. Those of other tracks than the
    /// competency’s are none, nor those of one that is written in steps.
    pub fn unwritten(draft: &Draft) -> Vec<Self> {
        let mut all = Vec::new();
        let by_level = draft.competencies.iter().filter(|item| {
            item.steps.is_empty() || item.cells.values().any(|cell| cell.step.is_some())
        });
        for item in by_level {
            let is_on = |track: &String| item.tracks.is_empty() || item.tracks.contains(track);
            for level in draft
                .levels
                .iter()
                .filter(|one| one.tracks.iter().any(is_on))
            {
                let is_open = match item.cells.get(&level.id) {
                    Some(cell) => cell.none == Some(NoneFile::Written),
                    None => true,
                };
                if is_open {
                    all.push(Self::Cell(level.id.clone(), item.id.clone()));
                }
            }
        }
        all
    }

    /// Its name; none where it has gone.
    pub fn name(&self, draft: &Draft) -> Option<String> {
        let level = |id: &str| {
            let level = draft.levels.iter().find(|one| one.id == id);
            level.map(|level| level.title.as_str())
        };
        let item = |id: &str| {
            let item = draft.competencies.iter().find(|one| one.id == id);
            item.map(|item| item.name.as_str())
        };
        match self {
            Self::Ladder => Some(draft.name.clone()),
            Self::Track(id) => {
                let track = draft.tracks.iter().find(|one| one.id == *id);
                track.map(|track| track.name.clone())
            }
            Self::Level(id) => level(id).map(str::to_owned),
            Self::Competency(id) => item(id).map(str::to_owned),
            Self::Cell(at, id) => Some(format!("{}, {}", item(id)?, level(at)?)),
        }
    }

    /// The id of its field on the page.
    pub fn field(&self) -> String {
        match self {
            Self::Ladder => "studio-name".to_owned(),
            Self::Track(id) => format!("track-{id}"),
            Self::Level(id) => format!("level-{id}"),
            Self::Competency(id) => format!("item-{id}"),
            Self::Cell(level, item) => format!("cell-{level}-{item}"),
        }
    }
}
