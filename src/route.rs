//! Every address of the app: [`Route`] ⇄ path, and links that work under any sub-path. Handles ids
//! only; page content and hosting are elsewhere.

use crate::ladder::{Ladder, LevelCode};

/// One page. Addresses never change: wikis link to them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: both tracks and the matrix.
    Home,
    /// `/levels/`: all levels.
    Levels,
    /// `/levels/t6/`: one level, compared with its twin.
    Level(LevelCode),
    /// `/levels/t6/risk/`: the expectation of one level in one competency.
    Expectation(LevelCode, String),
    /// `/competencies/`: all competencies.
    Competencies,
    /// `/competencies/risk/`: one competency on both tracks.
    Competency(String),
    /// `/matrix/`: every rung of both tracks at once.
    Matrix,
    /// `/compare/`: a choice of any two levels.
    Compare,
    /// `/compare/t5/l6/`: a move from one level to another.
    Pair(LevelCode, LevelCode),
    /// `/guide/`: advice around the ladder.
    Guide,
    /// `/guide/fork/`: one part of the guide.
    Topic(Topic),
    /// `/whole/`: the whole ladder on one page, to read, search in and print.
    Whole,
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
    /// `/gallery/`: every component once, for developers of the app.
    Gallery,
}

/// A part of the guide: a page of its own under `/guide/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Competencies by the distance between the twins.
    Divergence,
    /// What changes from rung 6 to rung 7.
    Fork,
    /// Moving between the tracks.
    Switching,
    /// An engineering manager paired with each track.
    Pairing,
    /// Where the hours of a week go.
    HandsOn,
    /// Roles, title schemes and the levels of other companies.
    Titles,
    /// Implementers and integrators.
    Work,
    /// The stages of growing impact.
    Impact,
    /// Attributes for any role.
    Attributes,
    /// Signs that a person already leads, and plans.
    Leading,
    /// Common mistakes.
    Traps,
    /// A case for a level, with notes of evidence.
    Case,
    /// Introducing the second track.
    Organisation,
    /// The sources, and where they disagree.
    Sources,
}

impl Topic {
    /// Every topic, in the order of the guide.
    pub const ALL: [Self; 14] = [
        Self::Divergence,
        Self::Fork,
        Self::Switching,
        Self::Pairing,
        Self::HandsOn,
        Self::Work,
        Self::Impact,
        Self::Attributes,
        Self::Leading,
        Self::Traps,
        Self::Case,
        Self::Titles,
        Self::Organisation,
        Self::Sources,
    ];

    /// The name in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Divergence => "where-the-tracks-part",
            Self::Fork => "the-fork",
            Self::Switching => "switching",
            Self::Pairing => "pairing",
            Self::HandsOn => "hands-on-time",
            Self::Titles => "roles-and-titles",
            Self::Work => "two-kinds-of-work",
            Self::Impact => "stages-of-impact",
            Self::Attributes => "how-to-be",
            Self::Leading => "already-leading",
            Self::Traps => "traps",
            Self::Case => "your-case",
            Self::Organisation => "for-the-organisation",
            Self::Sources => "sources",
        }
    }
}

impl Route {
    /// Every address of a site with this ladder, in the order of the navigation.
    pub fn all(ladder: &Ladder) -> Vec<Self> {
        let mut routes = vec![
            Self::Home,
            Self::Levels,
            Self::Competencies,
            Self::Matrix,
            Self::Compare,
            Self::Guide,
            Self::Quiz,
            Self::Results,
            Self::Whole,
            Self::Search,
            Self::Link,
            Self::Data,
            Self::Privacy,
            Self::About,
            Self::Gallery,
        ];
        routes.extend(Topic::ALL.map(Self::Topic));
        let competencies = || ladder.competencies.iter().map(|item| item.id.clone());
        routes.extend(competencies().map(Self::Competency));
        for code in LevelCode::all() {
            routes.push(Self::Level(code));
            routes.extend(competencies().map(|id| Self::Expectation(code, id)));
            let others = LevelCode::all().filter(|other| *other != code);
            routes.extend(others.map(|other| Self::Pair(code, other)));
        }
        routes
    }

    /// The path from the app's root, with a slash at the end and none at the start: `levels/t6/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Levels => "levels/".to_owned(),
            Self::Level(code) => format!("levels/{}/", code.slug()),
            Self::Expectation(code, id) => format!("levels/{}/{id}/", code.slug()),
            Self::Competencies => "competencies/".to_owned(),
            Self::Competency(id) => format!("competencies/{id}/"),
            Self::Matrix => "matrix/".to_owned(),
            Self::Compare => "compare/".to_owned(),
            Self::Pair(from, to) => format!("compare/{}/{}/", from.slug(), to.slug()),
            Self::Guide => "guide/".to_owned(),
            Self::Topic(topic) => format!("guide/{}/", topic.slug()),
            Self::Whole => "whole/".to_owned(),
            Self::Search => "search/".to_owned(),
            Self::Link => "link/".to_owned(),
            Self::Quiz => "quiz/".to_owned(),
            Self::Results => "results/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Privacy => "privacy/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Gallery => "gallery/".to_owned(),
        }
    }

    /// The route for a path from the app's root, with or without slashes at either end.
    pub fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let level = |code: &str| LevelCode::parse(code).ok();
        Some(match parts.as_slice() {
            [] => Self::Home,
            ["levels"] => Self::Levels,
            ["levels", code] => Self::Level(level(code)?),
            ["levels", code, id] => Self::Expectation(level(code)?, (*id).to_owned()),
            ["competencies"] => Self::Competencies,
            ["competencies", id] => Self::Competency((*id).to_owned()),
            ["matrix"] => Self::Matrix,
            ["compare"] => Self::Compare,
            ["compare", from, to] => Self::Pair(level(from)?, level(to)?),
            ["guide"] => Self::Guide,
            ["guide", slug] => {
                Self::Topic(Topic::ALL.into_iter().find(|topic| topic.slug() == *slug)?)
            }
            ["whole"] => Self::Whole,
            ["search"] => Self::Search,
            ["link"] => Self::Link,
            ["quiz"] => Self::Quiz,
            ["results"] => Self::Results,
            ["data"] => Self::Data,
            ["privacy"] => Self::Privacy,
            ["about"] => Self::About,
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }

    /// The number of folders between the app's root and this page.
    pub fn depth(&self) -> usize {
        self.path().matches('/').count()
    }

    /// The relative path from this page to the app's root: `./`, `../`, `../../`.
    pub fn root(&self) -> String {
        match self.depth() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// A relative link from this page to `target`, valid under any sub-path without rebuilding.
    pub fn link(&self, target: &Self) -> String {
        format!("{}{}", self.root(), target.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_routes() -> Vec<Route> {
        let mut routes = vec![
            Route::Home,
            Route::Levels,
            Route::Competencies,
            Route::Competency("risk".into()),
            Route::Matrix,
            Route::Compare,
            Route::Guide,
            Route::Whole,
            Route::Search,
            Route::Link,
            Route::Quiz,
            Route::Results,
            Route::Data,
            Route::Privacy,
            Route::About,
            Route::Gallery,
        ];
        routes.extend(LevelCode::all().map(Route::Level));
        routes.extend(LevelCode::all().map(|code| Route::Expectation(code, "risk".into())));
        for from in LevelCode::all() {
            routes.extend(LevelCode::all().map(|to| Route::Pair(from, to)));
        }
        routes.extend(Topic::ALL.map(Route::Topic));
        routes
    }

    #[test]
    fn every_route_reads_back_from_its_path() {
        for route in some_routes() {
            assert_eq!(Route::parse(&route.path()), Some(route));
        }
    }

    #[test]
    fn unknown_paths_are_no_route() {
        for path in [
            "levels/t6/risk/x",
            "levels/m3",
            "compare/t5",
            "guide/nothing",
            "nowhere",
            "quiz/1",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
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
                let expected = format!("some/sub/{}", target.path());
                assert_eq!(arrived, expected.trim_end_matches('/'));
            }
        }
    }
}
