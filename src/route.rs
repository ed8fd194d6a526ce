//! Every address of the app: [`Route`] ⇄ path, and links that work under any sub-path. Handles ids
//! only; page content and hosting are elsewhere.

use serde::{Deserialize, Serialize};

/// One page. Addresses never change: wikis link to them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: the tracks and the matrix.
    Home,
    /// `/levels/`: all levels.
    Levels,
    /// `/levels/e4/`: one level, beside those of the same height.
    Level(String),
    /// `/levels/e4/risk/`: what one level expects in one competency.
    Expectation(String, String),
    /// `/competencies/`: all competencies.
    Competencies,
    /// `/competencies/risk/`: one competency from level to level.
    Competency(String),
    /// `/matrix/`: every level at once.
    Matrix,
    /// `/compare/`: a choice of any two levels.
    Compare,
    /// `/compare/e4/l5/`: going from one level to another.
    Pair(String, String),
    /// `/guide/`: everything around the ladder.
    Guide,
    /// `/guide/switching/`: one part of the guide.
    Topic(Topic),
    /// `/whole/`: the whole ladder on one page, to read, search in and print.
    Whole,
    /// `/talk/`: how to talk about growth, and the sheet of each level.
    Talk,
    /// `/talk/e4/`: one sheet to print for a growth talk at a level.
    TalkSheet(String),
    /// `/growth/`: where I stand, and what next; each part has a page of its own below it.
    Growth(GrowthPart),
    /// `/search/`: the search.
    Search,
    /// `/link/`: how to link to and embed any part.
    Link,
    /// `/quiz/`: the fit quiz.
    Quiz,
    /// `/results/`: every attempt saved in this browser, and one of them in full.
    Results,
    /// `/data/`: all data saved in this browser.
    Data,
    /// `/privacy/`: what is saved, and how to check it.
    Privacy,
    /// `/about/`: titles, sources, privacy.
    About,
    /// `/own-ladder/`: how to use a ladder of one's own.
    OwnLadder,
    /// `/studio/`: where such a ladder is made.
    Studio,
    /// `/small-company/levels/`: a page of a ladder that is not the first of the site, by the
    /// ladder’s id.
    In(String, Box<Route>),
}

/// A part of the guide: a page of its own under `/guide/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Why two tracks, and which suits whom.
    Choosing,
    /// Where the tracks part: competencies, and what changes above the fork.
    Divergence,
    /// Moving between the tracks.
    Switching,
    /// How impact grows: signs, stages, plans, ways of working.
    Growing,
    /// Where the hours of a week go.
    HandsOn,
    /// Common mistakes.
    Traps,
    /// A case for a level, with notes of evidence.
    Case,
    /// What managers ask, and working together with an engineer of either track.
    Managers,
    /// Introducing the second track, and keeping it fair.
    Organisation,
    /// Roles, title schemes and the levels of other companies.
    Titles,
    /// Terms, each in a sentence.
    Glossary,
    /// The sources, and where they disagree.
    Sources,
}

impl Topic {
    /// Every topic, in the order of the guide.
    pub const ALL: [Self; 12] = [
        Self::Choosing,
        Self::Divergence,
        Self::Switching,
        Self::Growing,
        Self::HandsOn,
        Self::Traps,
        Self::Case,
        Self::Managers,
        Self::Organisation,
        Self::Titles,
        Self::Glossary,
        Self::Sources,
    ];

    /// The name in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Choosing => "which-track",
            Self::Divergence => "where-the-tracks-part",
            Self::Switching => "switching",
            Self::Growing => "growing",
            Self::HandsOn => "hands-on-time",
            Self::Traps => "traps",
            Self::Case => "your-case",
            Self::Managers => "for-managers",
            Self::Organisation => "for-the-organisation",
            Self::Titles => "roles-and-titles",
            Self::Glossary => "glossary",
            Self::Sources => "sources",
        }
    }
}

/// A part of My growth: a page under `/growth/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GrowthPart {
    /// The profile beside a target, the gaps, and what is due.
    Overview,
    /// Marking a level's expectations, one competency at a time.
    Marks,
    /// The journal of evidence.
    Evidence,
    /// The plan for a quarter.
    Plan,
    /// Check-ins, and what changed between two of them.
    CheckIns,
    /// A manager's or a peer's view, beside one's own.
    SecondView,
    /// The case for a level.
    Case,
    /// Everything on one time axis.
    OverTime,
}

impl GrowthPart {
    /// Every part, in the order of the page's own navigation.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Marks,
        Self::Evidence,
        Self::Plan,
        Self::SecondView,
        Self::CheckIns,
        Self::Case,
        Self::OverTime,
    ];

    /// The folder in the address, with its slash; empty for the overview.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Marks => "marks/",
            Self::Evidence => "evidence/",
            Self::Plan => "plan/",
            Self::CheckIns => "check-ins/",
            Self::SecondView => "second-view/",
            Self::Case => "case/",
            Self::OverTime => "over-time/",
        }
    }
}

/// A topic that was joined with another. Its address leads to a part of that one.
#[derive(Clone, Copy, Debug)]
pub struct Moved {
    /// The name in the old address.
    pub slug: &'static str,
    /// The topic that it is a part of now.
    pub topic: Topic,
    /// The id of that part.
    pub part: &'static str,
}

impl Moved {
    /// Every topic that was joined with another.
    pub const ALL: [Self; 6] = [
        Self::to("the-fork", Topic::Divergence, "fork"),
        Self::to("two-kinds-of-work", Topic::Choosing, "facets"),
        Self::to("stages-of-impact", Topic::Growing, "stages"),
        Self::to("how-to-be", Topic::Growing, "ways-of-working"),
        Self::to("already-leading", Topic::Growing, "signs"),
        Self::to("pairing", Topic::Managers, "topics"),
    ];

    const fn to(slug: &'static str, topic: Topic, part: &'static str) -> Self {
        Self { slug, topic, part }
    }
}

impl Route {
    /// The pages that a site has once, whatever its ladders, in the order of the navigation.
    pub const OF_SITE: [Self; 8] = [
        Self::Quiz,
        Self::Results,
        Self::Link,
        Self::Data,
        Self::Privacy,
        Self::About,
        Self::OwnLadder,
        Self::Studio,
    ];

    /// Whether each ladder has this page for itself.
    pub fn is_of_ladder(&self) -> bool {
        !Self::OF_SITE.contains(self)
    }

    /// This page of a ladder; of the site’s first ladder, which has no folder of its own, without an id.
    pub fn of(self, ladder: Option<&str>) -> Self {
        match ladder {
            Some(id) if self.is_of_ladder() => Self::In(id.to_owned(), Box::new(self)),
            _ => self,
        }
    }

    /// The page without its ladder.
    pub fn page(&self) -> &Self {
        match self {
            Self::In(_, page) => page,
            page => page,
        }
    }

    /// The path from the app's root, with a slash at the end and none at the start: `levels/e4/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Levels => "levels/".to_owned(),
            Self::Level(level) => format!("levels/{level}/"),
            Self::Expectation(level, id) => format!("levels/{level}/{id}/"),
            Self::Competencies => "competencies/".to_owned(),
            Self::Competency(id) => format!("competencies/{id}/"),
            Self::Matrix => "matrix/".to_owned(),
            Self::Compare => "compare/".to_owned(),
            Self::Pair(from, to) => format!("compare/{from}/{to}/"),
            Self::Guide => "guide/".to_owned(),
            Self::Topic(topic) => format!("guide/{}/", topic.slug()),
            Self::Whole => "whole/".to_owned(),
            Self::Talk => "talk/".to_owned(),
            Self::TalkSheet(level) => format!("talk/{level}/"),
            Self::Growth(part) => format!("growth/{}", part.folder()),
            Self::Search => "search/".to_owned(),
            Self::Link => "link/".to_owned(),
            Self::Quiz => "quiz/".to_owned(),
            Self::Results => "results/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Privacy => "privacy/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::OwnLadder => "own-ladder/".to_owned(),
            Self::Studio => "studio/".to_owned(),
            Self::In(ladder, page) => format!("{ladder}/{}", page.path()),
        }
    }

    /// How many folders below the app's root this page lies.
    pub fn depth(&self) -> usize {
        self.path().matches('/').count()
    }

    /// The relative path from this page to the app's root: `./`, `../`, `../../`.
    pub fn root(&self) -> String {
        up(self.depth())
    }

    /// The way from this page up to the root of its ladder.
    pub fn ladder_root(&self) -> String {
        up(self.page().depth())
    }

    /// A link from this page to `target`, right under any sub-path without rebuilding. A page that
    /// each ladder has is meant within this page's ladder, unless `target` names another.
    pub fn link(&self, target: &Self) -> String {
        match (self, target) {
            (_, Self::In(..)) => format!("{}{}", self.root(), target.path()),
            (Self::In(..), page) if page.is_of_ladder() => {
                format!("{}{}", self.ladder_root(), page.path())
            }
            (_, page) => format!("{}{}", self.root(), page.path()),
        }
    }
}

fn up(depth: usize) -> String {
    match depth {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_routes() -> Vec<Route> {
        let mut routes = vec![
            Route::Home,
            Route::Levels,
            Route::Level("e4".into()),
            Route::Expectation("e4".into(), "risk".into()),
            Route::Competencies,
            Route::Competency("risk".into()),
            Route::Matrix,
            Route::Compare,
            Route::Pair("e4".into(), "l5".into()),
            Route::Guide,
            Route::Whole,
            Route::Talk,
            Route::TalkSheet("e4".into()),
            Route::Search,
        ];
        routes.extend(Topic::ALL.map(Route::Topic));
        routes.extend(GrowthPart::ALL.map(Route::Growth));
        let nested = routes
            .clone()
            .into_iter()
            .map(|page| page.of(Some("other")));
        let nested: Vec<Route> = nested.collect();
        routes.extend(nested);
        routes.extend(Route::OF_SITE);
        routes
    }

    #[test]
    fn no_two_pages_have_one_address() {
        let paths: std::collections::BTreeSet<String> =
            some_routes().iter().map(Route::path).collect();
        assert_eq!(paths.len(), some_routes().len());
    }

    #[test]
    fn an_old_topic_is_no_topic() {
        for old in Moved::ALL {
            assert!(Topic::ALL.iter().all(|topic| topic.slug() != old.slug));
        }
    }

    #[test]
    fn a_page_of_the_site_is_in_no_ladder() {
        assert_eq!(Route::Quiz.of(Some("other")), Route::Quiz);
        assert_eq!(Route::Home.of(Some("other")).path(), "other/");
        assert_eq!(Route::Home.of(None), Route::Home);
    }

    /// Resolves `link` from `page` as a browser does, under an example sub-path.
    fn follow(page: &Route, link: &str) -> String {
        let mut folders: Vec<String> = format!("some/sub/{}", page.path())
            .split('/')
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        for part in link.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    folders.pop();
                }
                folder => folders.push(folder.to_owned()),
            }
        }
        folders.join("/")
    }

    #[test]
    fn links_between_any_two_pages_hold_under_a_sub_path() {
        for page in some_routes() {
            for target in some_routes() {
                let arrived = follow(&page, &page.link(&target));
                let meant = match &page {
                    Route::In(ladder, _) if !matches!(target, Route::In(..)) => {
                        target.of(Some(ladder))
                    }
                    _ => target,
                };
                let expected = format!("some/sub/{}", meant.path());
                assert_eq!(arrived, expected.trim_end_matches('/'));
            }
        }
    }
}
