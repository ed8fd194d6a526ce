//! One file a kind of page: joins the ladder to components. No arithmetic, no style values.
//! Rendered natively only; what comes alive later is in `live`.

mod about;
mod compare;
mod competency;
mod data;
mod entries;
mod expectation;
mod frame;
mod gallery;
mod guide;
mod home;
mod level;
mod levels;
mod link;
mod matrix;
mod not_found;
mod pair;
mod privacy;
mod quiz;
mod results;
mod search;
mod share;
mod ways;
mod whole;

use crate::app::document::Page;
use crate::app::site::Site;
use crate::ladder::LevelCode;
use crate::route::{Route, Topic};

pub use entries::entries;
pub use not_found::not_found;
pub use share::images;

/// Every address of a site, in the order of the navigation.
pub fn routes(site: Site) -> Vec<Route> {
    let mut routes = vec![
        Route::Home,
        Route::Levels,
        Route::Competencies,
        Route::Matrix,
        Route::Compare,
        Route::Guide,
        Route::Quiz,
        Route::Results,
        Route::Whole,
        Route::Search,
        Route::Link,
        Route::Data,
        Route::Privacy,
        Route::About,
        Route::Gallery,
    ];
    routes.extend(Topic::ALL.map(Route::Topic));
    let competencies = || site.ladder.competencies.iter().map(|item| item.id.clone());
    routes.extend(competencies().map(Route::Competency));
    for code in LevelCode::all() {
        routes.push(Route::Level(code));
        routes.extend(competencies().map(|id| Route::Expectation(code, id)));
        let others = LevelCode::all().filter(|other| *other != code);
        routes.extend(others.map(|other| Route::Pair(code, other)));
    }
    routes
}

/// Renders the page at an address; none where the ladder has no such level or competency.
pub fn page(site: Site, route: &Route) -> Option<Page> {
    match route {
        Route::Home => Some(home::page(site)),
        Route::Levels => Some(levels::levels_page(site)),
        Route::Level(code) => level::page(site, *code),
        Route::Expectation(code, id) => expectation::page(site, *code, id),
        Route::Competencies => Some(levels::competencies_page(site)),
        Route::Competency(id) => competency::page(site, id),
        Route::Matrix => Some(matrix::page(site)),
        Route::Compare => Some(compare::page(site)),
        Route::Pair(from, to) => pair::page(site, *from, *to),
        Route::Guide => Some(guide::hub()),
        Route::Topic(topic) => Some(guide::page(site, *topic)),
        Route::Whole => Some(whole::page(site)),
        Route::Search => Some(search::page()),
        Route::Link => Some(link::page(site)),
        Route::Quiz => quiz::page(site),
        Route::Results => results::page(site),
        Route::Data => Some(data::page()),
        Route::Privacy => Some(privacy::page()),
        Route::About => Some(about::page(site)),
        Route::Gallery => Some(gallery::page(site)),
    }
}
