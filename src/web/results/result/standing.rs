//! The visitor's rung, the levels there, and the competencies related to their answers.

use leptos::prelude::*;

use crate::ladder::{Excerpt, LevelCode, Rung, Track};
use crate::quiz::{ItemKind, Quiz, Reason};
use crate::route::Route;

/// The visitor's rung and the data of its levels. Copies refer to the same signal.
#[derive(Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) rung: RwSignal<Rung>,
    facts: StoredValue<Facts>,
}

/// The data for texts about a level.
pub(crate) struct Facts {
    excerpt: Excerpt,
    root: String,
}

impl Standing {
    /// `root` is the path to the app’s root.
    pub(crate) fn new(rung: RwSignal<Rung>, excerpt: Excerpt, root: String) -> Self {
        let facts = StoredValue::new(Facts { excerpt, root });
        Self { rung, facts }
    }

    /// The level of a track at the rung, or of the trunk below the fork. Callers track changes of the
    /// rung.
    pub(crate) fn level(self, track: Track) -> Option<LevelCode> {
        let rung = self.rung.get();
        LevelCode::on(track, rung).or_else(|| LevelCode::on(Track::Deep, rung))
    }

    /// Reads from this data.
    pub(crate) fn look<T>(self, look: impl FnOnce(&Facts) -> T) -> T {
        self.facts.with_value(look)
    }
}

impl Facts {
    /// The address of a page.
    pub(crate) fn href(&self, route: &Route) -> String {
        format!("{}{}", self.root, route.path())
    }

    /// The address of a level’s page.
    pub(crate) fn level_href(&self, code: LevelCode) -> String {
        self.href(&Route::Level(code))
    }

    /// A level’s titles, each with its scheme.
    pub(crate) fn titles(&self, code: LevelCode) -> Vec<(String, String)> {
        let titles = self.excerpt.level(code).map(|level| &level.titles);
        let titles = titles.into_iter().flatten();
        titles
            .map(|(scheme, title)| (scheme.clone(), title.clone()))
            .collect()
    }

    /// The question that a level answers.
    pub(crate) fn question(&self, code: LevelCode) -> String {
        let level = self.excerpt.level(code);
        level
            .map(|level| level.question.clone())
            .unwrap_or_default()
    }

    /// A competency’s name.
    pub(crate) fn name(&self, competency: &str) -> Option<String> {
        let item = self.excerpt.competency(competency);
        item.map(|item| item.name.clone())
    }

    /// The address of an expectation’s page.
    pub(crate) fn expectation_href(&self, code: LevelCode, competency: &str) -> String {
        self.href(&Route::Expectation(code, competency.to_owned()))
    }

    /// The gist of an expectation; an excerpt has those from rung 5 up.
    fn gist_of(&self, code: LevelCode, competency: &str) -> Option<&String> {
        self.excerpt.competency(competency)?.gists.get(&code)
    }

    /// The gist of an expectation.
    pub(crate) fn gist(&self, code: LevelCode, competency: &str) -> String {
        let gist = self.gist_of(code, competency);
        gist.cloned().unwrap_or_default()
    }

    /// An expectation of a level as a next step.
    pub(crate) fn step(&self, code: LevelCode, competency: &str) -> String {
        self.gist_of(code, competency).map_or_else(
            || format!("what {code} asks"),
            |gist| format!("{code}: {gist}"),
        )
    }
}

/// The number of competencies shown for each track.
const COMPETENCIES: usize = 4;

/// The competencies related to the answers on either side, the strongest first.
#[derive(Clone)]
pub(crate) struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Collects the competencies of the answers on each side, the most energising answers first.
    pub(crate) fn of(quiz: &Quiz, reasons: &[Reason]) -> Self {
        let side = |track: Track| {
            let mut drawn: Vec<(u8, f64, &str)> = reasons
                .iter()
                .filter_map(|reason| {
                    let (pull, behaviour) = pull(reason, track)?;
                    let behaviour = quiz.behaviour(behaviour)?;
                    (behaviour.side == track && pull >= 3).then_some((
                        pull,
                        reason.delta_p.abs(),
                        behaviour.id.as_str(),
                    ))
                })
                .collect();
            drawn.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
            let mut ids: Vec<String> = Vec::new();
            for (_, _, behaviour) in drawn {
                for id in quiz
                    .behaviour(behaviour)
                    .into_iter()
                    .flat_map(|b| &b.competencies)
                {
                    if !ids.contains(id) {
                        ids.push(id.clone());
                    }
                }
            }
            ids.truncate(COMPETENCIES);
            ids
        };
        Self {
            deep: side(Track::Deep),
            broad: side(Track::Broad),
        }
    }

    /// The competencies of one side.
    pub(crate) fn on(&self, track: Track) -> &[String] {
        match track {
            Track::Deep => &self.deep,
            Track::Broad => &self.broad,
        }
    }
}

/// How strongly an answer prefers `track`, 0 to 4, and the behaviour behind it.
fn pull<'a>(reason: &Reason<'a>, track: Track) -> Option<(u8, &'a str)> {
    match &reason.item.ask {
        ItemKind::Pair(pair) => Some(match track {
            Track::Deep => (4 - reason.category, pair.deep_behaviour.as_str()),
            Track::Broad => (reason.category, pair.broad_behaviour.as_str()),
        }),
        ItemKind::Rating(rating) => Some((reason.category, rating.behaviour.as_str())),
    }
}
