//! Words about the level where a visitor stands. From rung to rung they change where they are: what is
//! drawn anew is laid out and painted anew, and a click waits for that.

use leptos::prelude::*;

use crate::app::browser;
use crate::ladder::{Excerpt, LevelCode, Rung, Track};
use crate::quiz::{ItemKind, Quiz, Reason};
use crate::route::Route;

/// Where a visitor stands, and what is known of the levels there. Copies refer to the same signal.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub(super) rung: RwSignal<Rung>,
    facts: StoredValue<Facts>,
}

/// What the words about a level are made of.
pub(super) struct Facts {
    excerpt: Excerpt,
    root: String,
}

impl Standing {
    /// `root` is the way up to the app’s root.
    pub(super) fn new(rung: RwSignal<Rung>, excerpt: Excerpt, root: String) -> Self {
        let facts = StoredValue::new(Facts { excerpt, root });
        Self { rung, facts }
    }

    /// The same, but one frame behind: for words that nobody looks at while choosing a rung.
    pub(super) fn a_frame_later(self) -> Self {
        let later = RwSignal::new(self.rung.get_untracked());
        Effect::new(move |_| {
            let rung = self.rung.get();
            browser::after_frame(move || {
                if later.try_get_untracked().is_some_and(|shown| shown != rung) {
                    later.set(rung);
                }
            });
        });
        self.at(later)
    }

    /// The same levels, seen from another rung.
    pub(super) const fn at(self, rung: RwSignal<Rung>) -> Self {
        Self { rung, ..self }
    }

    /// A text about the level of a track, or, below the fork, of the trunk, which follows the rung.
    /// `part` makes it, of something named `id` where the level alone does not say of what. All are of
    /// one type: each further type of closure costs a visitor bytes.
    pub(super) fn words(
        self,
        track: Track,
        part: fn(&Facts, LevelCode, &str) -> String,
        id: &str,
    ) -> impl Fn() -> String + Send + use<> {
        let id = id.to_owned();
        move || {
            let rung = self.rung.get();
            let code = LevelCode::on(track, rung).or_else(|| LevelCode::on(Track::Deep, rung));
            let made = |code| self.facts.with_value(|facts| part(facts, code, &id));
            code.map(made).unwrap_or_default()
        }
    }

    /// Looks something up.
    pub(super) fn look<T>(self, look: impl FnOnce(&Facts) -> T) -> T {
        self.facts.with_value(look)
    }
}

impl Facts {
    /// The address of a page.
    pub(super) fn href(&self, route: &Route) -> String {
        format!("{}{}", self.root, route.path())
    }

    /// The address of a level’s page.
    pub(super) fn level_href(&self, code: LevelCode, _: &str) -> String {
        self.href(&Route::Level(code))
    }

    /// A level’s title under a scheme.
    pub(super) fn title(&self, code: LevelCode, scheme: &str) -> String {
        let level = self.excerpt.level(code);
        let title = level.and_then(|level| level.titles.get(scheme));
        title.cloned().unwrap_or_default()
    }

    /// The question one answers at a level.
    pub(super) fn question(&self, code: LevelCode, _: &str) -> String {
        let level = self.excerpt.level(code);
        level
            .map(|level| level.question.clone())
            .unwrap_or_default()
    }

    /// The schemes of the titles.
    pub(super) fn schemes(&self) -> Vec<String> {
        let level = self.excerpt.levels.first();
        level.map_or_else(Vec::new, |level| level.titles.keys().cloned().collect())
    }

    /// A competency’s name.
    pub(super) fn name(&self, competency: &str) -> Option<String> {
        let item = self.excerpt.competency(competency);
        item.map(|item| item.name.clone())
    }

    /// The address of an expectation’s page.
    pub(super) fn expectation_href(&self, code: LevelCode, competency: &str) -> String {
        self.href(&Route::Expectation(code, competency.to_owned()))
    }

    /// An expectation in a few words; an excerpt has those from rung 5 up.
    fn gist_of(&self, code: LevelCode, competency: &str) -> Option<&String> {
        self.excerpt.competency(competency)?.gists.get(&code)
    }

    /// An expectation in a few words.
    pub(super) fn gist(&self, code: LevelCode, competency: &str) -> String {
        let gist = self.gist_of(code, competency);
        gist.cloned().unwrap_or_default()
    }

    /// A level’s expectation as a next step.
    pub(super) fn step(&self, code: LevelCode, competency: &str) -> String {
        self.gist_of(code, competency).map_or_else(
            || format!("what {code} asks"),
            |gist| format!("{code}: {gist}"),
        )
    }

    /// The address of the page that compares both tracks at a rung.
    pub(super) fn pair_href(&self, code: LevelCode, _: &str) -> String {
        twins(code).map_or_else(String::new, |(deep, broad)| {
            self.href(&Route::Pair(deep, broad))
        })
    }
}

/// Both levels of a rung; none below the fork.
pub(super) fn twins(code: LevelCode) -> Option<(LevelCode, LevelCode)> {
    LevelCode::on(Track::Deep, code.rung()).zip(LevelCode::on(Track::Broad, code.rung()))
}

/// How many competencies are shown for each track.
const COMPETENCIES: usize = 4;

/// The competencies that the answers touch on either side, the strongest first.
#[derive(Clone)]
pub(super) struct Touched {
    deep: Vec<String>,
    broad: Vec<String>,
}

impl Touched {
    /// Goes through the answers on each side, the most energising first.
    pub(super) fn of(quiz: &Quiz, reasons: &[Reason]) -> Self {
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
    pub(super) fn on(&self, track: Track) -> &[String] {
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
