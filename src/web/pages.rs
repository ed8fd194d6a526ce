//! Maps each address to its page; the features render them. Never part of a program for the browser’s pages.

use crate::route::Route;
use crate::web::document::Page;
use crate::web::site::Site;
use crate::web::{
    about, compare, data, growth, guide, home, ladder, quiz, results, search, studio,
};

pub use crate::web::about::not_found::not_found;
pub use crate::web::search::entries::entries;
pub use crate::web::share_image::pages::images;

/// Renders the page at an address of the site’s current ladder; none where the ladder has no such level,
/// competency or topic.
pub fn page(site: Site, route: &Route) -> Option<Page> {
    match route.page() {
        Route::Home => Some(home::page(site)),
        Route::Levels => Some(ladder::levels::levels_page(site)),
        Route::Level(level) => ladder::level::page(site, level),
        Route::Expectation(level, id) => ladder::expectation::page(site, level, id),
        Route::Competencies => Some(ladder::levels::competencies_page(site)),
        Route::Competency(id) => ladder::competency::page(site, id),
        Route::Matrix => Some(ladder::matrix::page(site)),
        Route::Compare => Some(compare::page::page(site)),
        Route::Pair(from, to) => compare::pair::page(site, from, to),
        Route::Guide => Some(guide::hub(site)),
        Route::Topic(topic) => guide::page(site, *topic),
        Route::Whole => Some(ladder::whole::page(site)),
        Route::Talk => Some(ladder::talk::page(site)),
        Route::TalkSheet(level) => ladder::talk::sheet_page(site, level),
        Route::Growth(part) => growth::page::page(site, *part),
        Route::Search => Some(search::page::page(site)),
        Route::Link => Some(about::link::page(site)),
        Route::Quiz => quiz::page::page(site),
        Route::Results => results::page::page(site),
        Route::Data => Some(data::page::page(site)),
        Route::Privacy => Some(about::privacy::page(site)),
        Route::About => Some(about::page::page(site)),
        Route::OwnLadder => Some(about::own::page(site)),
        Route::Studio => studio::page::page(site),
        Route::In(..) => None,
    }
}
