//! Every address of a site. Knows the ladder's own ids; draws nothing.

use crate::ladder::LevelCode;
use crate::route::{Route, Topic};
use crate::web::site::Site;

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
