//! What every page is made from: the ladders and the quiz, read once.
//! Knows which ladder a page shows; knows no visitor.

use crate::guide::Guide;
use crate::ladder::{Ladder, Level};
use crate::pack::{FileFaults, LadderPack, Pack, SITE};
use crate::quiz::{Figures, Quiz, Quizzes};
use crate::route::{GrowthPart, Moved, Route, Topic};

/// The content behind the pages of one ladder of a site.
#[derive(Clone, Copy)]
pub struct Site {
    /// The site id in the keys of a browser's stored records.
    pub id: &'static str,
    /// The name of the site.
    pub name: &'static str,
    /// The address of the site, where it is known.
    pub url: Option<&'static str>,
    /// The ladder shown.
    pub ladder: &'static Ladder,
    /// What is around it, where there is a guide.
    pub guide: Option<&'static Guide>,
    /// The quiz asked.
    pub quiz: &'static Quiz,
    /// The quiz with its earlier versions.
    pub quizzes: &'static Quizzes,
    /// The accuracy of each form of the quiz.
    pub figures: &'static Figures,
    /// All ladders, the default one first.
    all: &'static [LadderPack],
}

/// The most levels of which every two are compared; of more, only those one step apart.
const MOST_COMPARED: usize = 24;
/// The most expectations that have a page each; of more, they are parts of their level's page.
const MOST_EXPECTATIONS: usize = 3_000;

impl Site {
    /// The form that is selected by default.
    pub const FORM: &'static str = "standard";
    /// The name of a site that has none.
    pub const NAME: &'static str = "Ladder Explorer";

    /// Reads a site, at its default ladder. What was read stays until the program ends.
    ///
    /// # Errors
    /// Every fault in one of the files, each with its place.
    pub fn load<B: AsRef<[u8]>>(
        bytes_of: impl Fn(&str) -> Result<B, String>,
    ) -> Result<Self, FileFaults> {
        Self::of(Pack::read(bytes_of)?)
    }

    /// A site that was read, at its default ladder. It stays until the program ends.
    ///
    /// # Errors
    /// If it has no ladder.
    pub fn of(pack: Pack) -> Result<Self, FileFaults> {
        let pack: &'static Pack = Box::leak(Box::new(pack));
        // A site that was read has a ladder.
        let Some(first) = pack.ladders.first() else {
            return Err(FileFaults {
                file: SITE.to_owned(),
                faults: Vec::new(),
            });
        };
        Ok(Self {
            id: &pack.site.id,
            name: pack.site.name.as_deref().unwrap_or(Self::NAME),
            url: pack.site.url.as_deref(),
            ladder: &first.ladder,
            guide: first.guide.as_ref(),
            quiz: pack.quizzes.current(),
            quizzes: &pack.quizzes,
            figures: &pack.figures,
            all: &pack.ladders,
        })
    }

    /// The same site at each of its ladders, the default one first.
    pub fn each(self) -> Vec<Self> {
        let at = |one: &'static LadderPack| Self {
            ladder: &one.ladder,
            guide: one.guide.as_ref(),
            ..self
        };
        self.all.iter().map(at).collect()
    }

    /// Whether the ladder shown is the site's default.
    pub fn is_default(self) -> bool {
        let first = self.all.first();
        first.is_some_and(|first| first.ladder.id == self.ladder.id)
    }

    /// A page of the ladder shown.
    pub fn at(self, page: Route) -> Route {
        page.of((!self.is_default()).then_some(&*self.ladder.id))
    }

    /// The topics of the guide that this ladder has something for.
    pub fn topics(self) -> Vec<Topic> {
        let ladder = self.ladder;
        let has = |topic: &Topic| match topic {
            Topic::Divergence => ladder.pair().is_some(),
            Topic::Case => true,
            Topic::Glossary => self.guide.is_some_and(|guide| !guide.glossary.is_empty()),
            Topic::Sources => !(ladder.sources.is_empty() && ladder.bases.is_empty()),
            _ => self.guide.is_some(),
        };
        Topic::ALL.into_iter().filter(has).collect()
    }

    /// The topics that were joined with others of this ladder.
    pub fn moved(self) -> Vec<Moved> {
        let topics = self.topics();
        let all = Moved::ALL.into_iter();
        let fits = |old: &Moved| self.guide.is_some() && topics.contains(&old.topic);
        all.filter(fits).collect()
    }

    /// Whether each expectation has a page of its own. A ladder with more of them is also too large
    /// for one table: its levels and competencies are read one at a time.
    pub fn has_expectation_pages(self) -> bool {
        self.ladder.levels.len() * self.ladder.competencies.len() <= MOST_EXPECTATIONS
    }

    /// Whether any two levels are compared, or only those one step apart.
    pub fn compares_all(self) -> bool {
        self.ladder.levels.len() <= MOST_COMPARED
    }

    /// Whether there is any comparison.
    pub fn has_comparisons(self) -> bool {
        let levels = &self.ladder.levels;
        let mut pairs = levels
            .iter()
            .flat_map(|a| levels.iter().map(move |b| (a, b)));
        pairs.any(|(a, b)| self.compares(a, b))
    }

    /// Whether any two levels can be chosen to be compared.
    pub fn has_picker(self) -> bool {
        self.compares_all() && self.has_comparisons()
    }

    /// Whether there is a comparison of two levels.
    pub fn compares(self, from: &Level, to: &Level) -> bool {
        let ladder = self.ladder;
        let near = || {
            let steps = [ladder.below(from), ladder.above(from), ladder.twins(from)];
            steps.iter().any(|levels| levels.contains(&to))
        };
        from != to && (self.compares_all() || near())
    }

    /// Every address of the ladder shown; with the default one, those of the site as well.
    pub fn routes(self) -> Vec<Route> {
        let ladder = self.ladder;
        let mut routes = vec![
            Route::Home,
            Route::Levels,
            Route::Competencies,
            Route::Matrix,
            Route::Guide,
            Route::Whole,
            Route::Talk,
            Route::Search,
        ];
        if self.has_comparisons() {
            routes.push(Route::Compare);
        }
        if self.is_default() {
            routes.extend(Route::OF_SITE);
        }
        routes.extend(self.topics().into_iter().map(Route::Topic));
        routes.extend(GrowthPart::ALL.map(Route::Growth));
        let items = ladder.competencies.iter();
        routes.extend(items.map(|item| Route::Competency(item.id.clone())));
        for level in &ladder.levels {
            routes.push(Route::Level(level.id.clone()));
            routes.push(Route::TalkSheet(level.id.clone()));
            if self.has_expectation_pages() {
                let items = ladder.competencies.iter();
                let items = items.filter(|item| item.at(level).is_some());
                routes.extend(
                    items.map(|item| Route::Expectation(level.id.clone(), item.id.clone())),
                );
            }
            let others = ladder.levels.iter().filter(|to| self.compares(level, to));
            routes.extend(others.map(|to| Route::Pair(level.id.clone(), to.id.clone())));
        }
        routes.into_iter().map(|page| self.at(page)).collect()
    }
}
