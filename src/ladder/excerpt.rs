//! The part of a ladder that a result needs: names and gists, small enough to embed in a page.
//! Independent of results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Ladder, LevelCode, Rung};

/// Levels and gists from rung 5 up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Excerpt {
    /// The ladder's id.
    pub ladder: String,
    /// The levels.
    pub levels: Vec<LevelLine>,
    /// The competencies.
    pub competencies: Vec<CompetencyLine>,
}

/// A level in one line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LevelLine {
    /// The code.
    pub code: LevelCode,
    /// The title under each scheme, by scheme id.
    pub titles: BTreeMap<String, String>,
    /// The question answered at that level.
    pub question: String,
}

/// A competency with its gists.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompetencyLine {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The gist of each level.
    pub gists: BTreeMap<LevelCode, String>,
}

impl Excerpt {
    /// The lowest rung in an excerpt: below it the tracks are the same.
    pub const FROM: Rung = LevelCode::FIRST_BROAD_RUNG;

    /// The excerpt of a ladder.
    pub fn of(ladder: &Ladder) -> Self {
        let high = |code: &LevelCode| code.rung() >= Self::FROM;
        let levels = ladder.levels.iter().filter(|level| high(&level.code));
        Self {
            ladder: ladder.id.clone(),
            levels: levels
                .map(|level| LevelLine {
                    code: level.code,
                    titles: ladder
                        .title_schemes
                        .iter()
                        .filter_map(|scheme| {
                            Some((scheme.id.clone(), scheme.titles.get(&level.code)?.clone()))
                        })
                        .collect(),
                    question: level.question.clone(),
                })
                .collect(),
            competencies: ladder
                .competencies
                .iter()
                .map(|item| CompetencyLine {
                    id: item.id.clone(),
                    name: item.name.clone(),
                    gists: item
                        .expectations
                        .iter()
                        .filter(|(code, _)| high(code))
                        .map(|(code, cell)| (*code, cell.gist.clone()))
                        .collect(),
                })
                .collect(),
        }
    }

    /// The level with this code, if it is in the excerpt.
    pub fn level(&self, code: LevelCode) -> Option<&LevelLine> {
        self.levels.iter().find(|level| level.code == code)
    }

    /// The competency with this id.
    pub fn competency(&self, id: &str) -> Option<&CompetencyLine> {
        self.competencies.iter().find(|item| item.id == id)
    }
}
