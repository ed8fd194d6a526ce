//! The visitor's rung, the levels there, and the competencies related to their answers.

use leptos::prelude::*;

use crate::ladder::{Excerpt, LevelLine, Rung, RungLine, Side};
use crate::quiz::{Answers, Form, Item, ItemKind, Quiz};
use crate::route::Route;
use crate::web::state::Ways;

/// The visitor's rung and the data of its levels. Copies refer to the same signal.
#[derive(Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) rung: RwSignal<Option<Rung>>,
    facts: StoredValue<Facts>,
}

/// The data for texts about a level.
pub(crate) struct Facts {
    excerpt: Option<Excerpt>,
    ways: Ways,
    root: String,
}

impl Standing {
    /// `root` is the way up to the app’s root.
    pub(crate) fn new(
        rung: RwSignal<Option<Rung>>,
        excerpt: Option<Excerpt>,
        ways: Ways,
        root: String,
    ) -> Self {
        let facts = StoredValue::new(Facts {
            excerpt,
            ways,
            root,
        });
        Self { rung, facts }
    }

    /// The rung that the visitor chose, if this ladder has it. None is assumed.
    pub(crate) fn known(excerpt: Option<&Excerpt>, chosen: Option<Rung>) -> Option<Rung> {
        chosen.filter(|rung| excerpt.is_some_and(|excerpt| excerpt.rung(*rung).is_some()))
    }

    /// The level of a side at the chosen rung; a shared one is that of both. Anyone who reads it follows
    /// the rung.
    pub(crate) fn level(self, side: Side) -> Option<LevelLine> {
        let rung = self.rung.get()?;
        self.look(|facts| side.of(&facts.excerpt.as_ref()?.rung(rung)?.levels).clone())
    }

    /// The rungs to choose from.
    pub(crate) fn rungs(self) -> Vec<Rung> {
        self.look(|facts| facts.lines().iter().map(|line| line.rung).collect())
    }

    /// Reads from this data.
    pub(crate) fn look<T>(self, look: impl FnOnce(&Facts) -> T) -> T {
        self.facts.with_value(look)
    }
}

impl Facts {
    /// Whether anything is known of the levels of both sides.
    pub(crate) const fn has_levels(&self) -> bool {
        self.excerpt.is_some()
    }

    /// Whether there is a guide to lead to.
    pub(crate) const fn has_guide(&self) -> bool {
        self.ways.guide
    }

    /// The highest rung at which one moves between the tracks freely.
    pub(crate) fn free_up_to(&self) -> Option<Rung> {
        let excerpt = self.excerpt.as_ref()?;
        excerpt.is_free.then_some(excerpt.fork)
    }

    fn lines(&self) -> &[RungLine] {
        self.excerpt.as_ref().map_or(&[], |excerpt| &excerpt.rungs)
    }

    /// The lowest rung at which each side has a level of its own.
    pub(crate) fn parting(&self) -> Option<Rung> {
        let mut lines = self.lines().iter();
        let parts = lines.find(|line| match &line.levels {
            [Some(deep), Some(broad)] => deep != broad,
            _ => false,
        });
        parts.map(|line| line.rung)
    }

    /// The highest rung below the parting at which both sides have the same level.
    pub(crate) fn shared(&self) -> Option<Rung> {
        let parting = self.parting();
        let below = |line: &&RungLine| parting.is_none_or(|parting| line.rung < parting);
        let shared = self.lines().iter().rev().filter(below).find(|line| {
            let [deep, broad] = &line.levels;
            deep.is_some() && deep == broad
        });
        shared.map(|line| line.rung)
    }

    /// The address of a page.
    pub(crate) fn href(&self, route: &Route) -> String {
        format!("{}{}", self.root, route.path())
    }

    /// The address of a level’s page.
    pub(crate) fn level_href(&self, level: &LevelLine) -> String {
        self.href(&Route::Level(level.id.clone()))
    }

    /// A competency’s name.
    pub(crate) fn name(&self, competency: &str) -> Option<String> {
        let item = self.excerpt.as_ref()?.competency(competency)?;
        Some(item.name.clone())
    }

    /// Where an expectation is: a page of its own, or a part of its level’s page. None where the
    /// level says nothing of the competency, or the ladder does not have it.
    pub(crate) fn expectation_href(&self, level: &LevelLine, competency: &str) -> Option<String> {
        self.excerpt.as_ref()?.competency(competency)?;
        let mut silent = self.ways.silent.iter();
        if silent.any(|(of, id)| *of == level.id && id == competency) {
            return None;
        }
        Some(match self.ways.expectations {
            true => self.href(&Route::Expectation(level.id.clone(), competency.to_owned())),
            false => format!("{}#{competency}", self.level_href(level)),
        })
    }

    /// An expectation in a few words; an excerpt has those of the levels that are apart.
    pub(crate) fn gist(&self, level: &LevelLine, competency: &str) -> Option<String> {
        let item = self.excerpt.as_ref()?.competency(competency)?;
        let gist = item.gists.get(&level.id)?;
        Some(gist.clone()).filter(|gist| !gist.is_empty())
    }

    /// The lowest level that a side has for itself.
    pub(crate) fn first_of(&self, side: Side) -> Option<LevelLine> {
        let parting = self.parting()?;
        let line = self.lines().iter().find(|line| line.rung == parting)?;
        side.of(&line.levels).clone()
    }

    /// The lowest and the highest rung at which one moves between the tracks freely.
    pub(crate) fn free_range(&self) -> Option<(String, String)> {
        let (low, high) = self.parting().zip(self.free_up_to())?;
        (low <= high).then(|| (low.to_string(), high.to_string()))
    }
}

/// How many competencies are shown for each side.
const COMPETENCIES: usize = 4;

/// The competencies related to the answers on either side, the strongest first.
#[derive(Clone)]
pub(crate) struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Collects the competencies of the answers on each side, the most energising answers first.
    pub(crate) fn of(quiz: &Quiz, form: &Form, answers: &Answers) -> Self {
        let answered = answers.responses(quiz, form);
        let of = |side: Side| {
            let mut ids: Vec<String> = Vec::new();
            for strength in [4, 3] {
                for (item, response) in &answered {
                    let Some((pull, behaviour)) = pull(item, response.category, side) else {
                        continue;
                    };
                    let behaviour = quiz.behaviour(behaviour);
                    let behaviour = behaviour.filter(|one| one.side == Some(side));
                    for id in behaviour.iter().flat_map(|one| &one.competencies) {
                        if pull == strength && !ids.contains(id) {
                            ids.push(id.clone());
                        }
                    }
                }
            }
            ids.truncate(COMPETENCIES);
            ids
        };
        Self {
            deep: of(Side::Deep),
            broad: of(Side::Broad),
        }
    }

    /// Those of one side.
    pub(crate) fn on(&self, side: Side) -> &[String] {
        match side {
            Side::Deep => &self.deep,
            Side::Broad => &self.broad,
        }
    }
}

/// How much an answer is drawn to `side`, 0 to 4, and by which behaviour.
fn pull(item: &Item, category: u8, side: Side) -> Option<(u8, &str)> {
    match &item.ask {
        ItemKind::Pair(pair) => Some(match side {
            Side::Deep => (4 - category, pair.deep_behaviour.as_str()),
            Side::Broad => (category, pair.broad_behaviour.as_str()),
        }),
        ItemKind::Rating(rating) => Some((category, rating.behaviour.as_str())),
    }
}
