//! One file a kind of page: joins the ladder to components. No arithmetic, no style values.
//! Rendered natively only; what comes alive later is in `live`.

mod about;
mod competency;
mod frame;
mod gallery;
mod home;
mod level;
mod levels;
mod not_found;
mod quiz;
mod results;

use crate::app::document::Page;
use crate::app::site::Site;
use crate::ladder::LevelCode;
use crate::route::Route;

pub use not_found::not_found;

/// Every address of a site, in the order of the navigation.
pub fn routes(site: Site) -> Vec<Route> {
    let mut routes = vec![
        Route::Home,
        Route::Levels,
        Route::Competencies,
        Route::Quiz,
        Route::Results,
        Route::About,
        Route::Gallery,
    ];
    routes.extend(LevelCode::all().map(Route::Level));
    let competencies = site.ladder.competencies.iter();
    routes.extend(competencies.map(|item| Route::Competency(item.id.clone())));
    routes
}

/// Renders the page at an address; none where the ladder has no such level or competency.
pub fn page(site: Site, route: &Route) -> Option<Page> {
    match route {
        Route::Home => Some(home::page(site)),
        Route::Levels => Some(levels::levels_page(site)),
        Route::Level(code) => level::page(site, *code),
        Route::Competencies => Some(levels::competencies_page(site)),
        Route::Competency(id) => competency::page(site, id),
        Route::Quiz => quiz::page(site),
        Route::Results => results::page(site),
        Route::About => Some(about::page(site)),
        Route::Gallery => Some(gallery::page(site)),
    }
}
