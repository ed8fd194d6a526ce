//! The rung where a visitor stands, what is known of the levels there, and what their answers touch.

use leptos::prelude::*;

use crate::ladder::{Excerpt, LevelCode, Rung, Track};
use crate::quiz::{ItemKind, Quiz, Reason};
use crate::route::Route;

/// Where a visitor stands, and what is known of the levels there. Copies refer to the same signal.
#[derive(Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) rung: RwSignal<Rung>,
    facts: StoredValue<Facts>,
}

/// What the words about a level are made of.
pub(crate) struct Facts {
    excerpt: Excerpt,
    root: String,
}

impl Standing {
    /// `root` is the way up to the app’s root.
    pub(crate) fn new(rung: RwSignal<Rung>, excerpt: Excerpt, root: String) -> Self {
        let facts = StoredValue::new(Facts { excerpt, root });
        Self { rung, facts }
    }

    /// The level of a track at the rung, or, below the fork, that of the trunk. Anyone who reads it
    /// follows the rung.
    pub(crate) fn level(self, track: Track) -> Option<LevelCode> {
        let rung = self.rung.get();
        LevelCode::on(track, rung).or_else(|| LevelCode::on(Track::Deep, rung))
    }

    /// Looks something up in what is known.
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

    /// The question one answers at a level.
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

    /// An expectation in a few words; an excerpt has those from rung 5 up.
    fn gist_of(&self, code: LevelCode, competency: &str) -> Option<&String> {
        self.excerpt.competency(competency)?.gists.get(&code)
    }

    /// An expectation in a few words.
    pub(crate) fn gist(&self, code: LevelCode, competency: &str) -> String {
        let gist = self.gist_of(code, competency);
        gist.cloned().unwrap_or_default()
    }

    /// A level’s expectation as a next step.
    pub(crate) fn step(&self, code: LevelCode, competency: &str) -> String {
        self.gist_of(code, competency).map_or_else(
            || format!("what {code} asks"),
            |gist| format!("{code}: {gist}"),
        )
    }
}

/// How many competencies are shown for each track.
const COMPETENCIES: usize = 4;

/// The competencies that the answers touch on either side, the strongest first.
#[derive(Clone)]
pub(crate) struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Goes through the answers on each side, the most energising first.
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

    /// Those of one side.
    pub(crate) fn on(&self, track: Track) -> &[String] {
        match track {
            Track::Deep => &self.deep,
            Track::Broad => &self.broad,
        }
    }
}

/// How much an answer is drawn to `track`, 0 to 4, and by which behaviour.
fn pull<'a>(reason: &Reason<'a>, track: Track) -> Option<(u8, &'a str)> {
    match &reason.item.ask {
        ItemKind::Pair(pair) => Some(match track {
            Track::Deep => (4 - reason.category, pair.deep_behaviour.as_str()),
            Track::Broad => (reason.category, pair.broad_behaviour.as_str()),
        }),
        ItemKind::Rating(rating) => Some((reason.category, rating.behaviour.as_str())),
    }
}
