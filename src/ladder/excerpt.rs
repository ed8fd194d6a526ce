//! The part of a ladder that a result needs: names and headlines of the two tracks that the quiz
//! speaks about, small enough to travel with a page. Knows nothing of results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ladder::{Ladder, Level, Rung};

/// The levels of the quiz's two tracks, rung by rung.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Excerpt {
    /// The ladder's id.
    pub ladder: String,
    /// The ladder's name.
    pub name: String,
    /// The rung at which the two tracks fork; 0 where they never part.
    pub fork: Rung,
    /// Whether the ladder says that one moves between them freely up to there.
    pub is_free: bool,
    /// The rungs at which one of the tracks has a level, the lowest first.
    pub rungs: Vec<RungLine>,
    /// The competencies.
    pub competencies: Vec<CompetencyLine>,
}

/// The two levels of a rung; of a shared level both are the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RungLine {
    /// The rung.
    pub rung: Rung,
    /// The level of the deep track, then that of the broad one.
    pub levels: [Option<LevelLine>; 2],
}

/// A level in one line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelLine {
    /// The id, as addresses have it.
    pub id: String,
    /// The text of its mark.
    pub label: String,
    /// Whether that is a code, and not the title.
    pub is_code: bool,
    /// The number of its track's colour; none where tracks share it.
    pub hue: Option<u8>,
    /// The title under each scheme, by scheme id; of a ladder without schemes one with no id.
    pub titles: Vec<(String, String)>,
    /// The question one answers there.
    pub question: String,
}

/// A competency with its headlines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CompetencyLine {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The headline of each level, by level id.
    pub gists: BTreeMap<String, String>,
}

impl Excerpt {
    /// Takes the excerpt of a ladder. None where the quiz says nothing of this ladder, or where no
    /// height is known.
    pub fn of(ladder: &Ladder) -> Option<Self> {
        let sides = ladder.sides?;
        let line = |rung, track| {
            ladder
                .on(track, rung)
                .map(|level| LevelLine::of(ladder, level))
        };
        let rungs: Vec<RungLine> = ladder
            .rungs()
            .map(|rung| RungLine {
                rung,
                levels: sides.map(|track| line(rung, track)),
            })
            .filter(|one| one.levels.iter().any(Option::is_some))
            .collect();
        // Below the split there is nothing to choose between: the result names the level alone.
        let apart = ladder.apart(sides);
        let levels: Vec<&Level> = apart.iter().flat_map(|(_, levels)| *levels).collect();
        let competencies = ladder.competencies.iter();
        (!rungs.is_empty()).then(|| Self {
            ladder: ladder.id.clone(),
            name: ladder.name.clone(),
            fork: ladder.fork().unwrap_or(0),
            is_free: ladder.free_up_to.is_some(),
            rungs,
            competencies: competencies
                .map(|item| CompetencyLine {
                    id: item.id.clone(),
                    name: item.name.clone(),
                    gists: levels
                        .iter()
                        .filter_map(|level| {
                            let gist = item.at(level)?.headline();
                            Some((level.id.clone(), gist.to_owned()))
                        })
                        .collect(),
                })
                .collect(),
        })
    }

    /// The line of a rung.
    pub fn rung(&self, rung: Rung) -> Option<&RungLine> {
        self.rungs.iter().find(|one| one.rung == rung)
    }

    /// The competency with this id.
    pub fn competency(&self, id: &str) -> Option<&CompetencyLine> {
        self.competencies.iter().find(|item| item.id == id)
    }
}

impl LevelLine {
    fn of(ladder: &Ladder, level: &Level) -> Self {
        Self {
            id: level.id.clone(),
            label: level.label().to_owned(),
            is_code: level.code.is_some(),
            hue: level.hue,
            titles: ladder.titles(level),
            question: level.question.clone().unwrap_or_default(),
        }
    }
}

impl Ladder {
    /// A level's titles by scheme, the default one first; of a level without such titles its own,
    /// under no scheme.
    pub fn titles(&self, level: &Level) -> Vec<(String, String)> {
        let schemes = self.title_schemes.iter();
        let titles: Vec<(String, String)> = schemes
            .filter_map(|scheme| {
                let title = level.titles.get(&scheme.id)?;
                Some((scheme.id.clone(), title.clone()))
            })
            .collect();
        // A level that only some schemes name has its own title under the others.
        match titles.len() == self.title_schemes.len() && !titles.is_empty() {
            true => titles,
            false => vec![(String::new(), level.title.clone())],
        }
    }
}
