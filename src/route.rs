//! Every address of the app: [`Route`] ⇄ path, and links that hold under any sub-path.
//! Knows ids only: not what is on a page, nor where the app is hosted.

use crate::ladder::LevelCode;

/// One page. Addresses never change: wikis link to them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: both tracks and the matrix.
    Home,
    /// `/levels/`: all levels.
    Levels,
    /// `/levels/t6/`: one level, beside its twin.
    Level(LevelCode),
    /// `/competencies/`: all competencies.
    Competencies,
    /// `/competencies/risk/`: one competency on both rails.
    Competency(String),
    /// `/quiz/`: the fit quiz.
    Quiz,
    /// `/results/`: every attempt kept in this browser, and one of them in full.
    Results,
    /// `/about/`: titles, sources, privacy.
    About,
    /// `/gallery/`: every component once, for the people who build the app.
    Gallery,
}

impl Route {
    /// The path from the app's root, with a slash at the end and none at the start: `levels/t6/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Levels => "levels/".to_owned(),
            Self::Level(code) => format!("levels/{}/", code.slug()),
            Self::Competencies => "competencies/".to_owned(),
            Self::Competency(id) => format!("competencies/{id}/"),
            Self::Quiz => "quiz/".to_owned(),
            Self::Results => "results/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Gallery => "gallery/".to_owned(),
        }
    }

    /// The route at a path from the app's root, with or without slashes around it.
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next()) {
            (None, None) => Self::Home,
            (Some("levels"), None) => Self::Levels,
            (Some("levels"), Some(code)) => Self::Level(LevelCode::parse(code).ok()?),
            (Some("competencies"), None) => Self::Competencies,
            (Some("competencies"), Some(id)) => Self::Competency(id.to_owned()),
            (Some("quiz"), None) => Self::Quiz,
            (Some("results"), None) => Self::Results,
            (Some("about"), None) => Self::About,
            (Some("gallery"), None) => Self::Gallery,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }

    /// How many folders below the app's root this page lies.
    pub fn depth(&self) -> usize {
        self.path().matches('/').count()
    }

    /// The way from this page up to the app's root: `./`, `../`, `../../`.
    pub fn root(&self) -> String {
        match self.depth() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// A link from this page to `target`, right under any sub-path without rebuilding.
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
            Route::Quiz,
            Route::Results,
            Route::About,
            Route::Gallery,
        ];
        routes.extend(LevelCode::all().map(Route::Level));
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
        for path in ["levels/t6/x", "levels/m3", "nowhere", "quiz/1"] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    /// Follows `link` from `page` the way a browser does, under a made-up sub-path.
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
