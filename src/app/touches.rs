//! The small touches that most pages have: a choice remembered, an address kept in step, a way back
//! into the quiz. They work on the nodes that were rendered natively, without the Leptos runtime, so
//! that a page of reading costs little. Knows the shelf and the browser; renders nothing.

use super::browser::{self, shelf};
use super::{state, words};
use crate::ladder::{LevelCode, Rung};
use crate::route::Route;

/// The rung shown where the address names none: the first one at which the tracks differ in full.
pub const FIRST_SHOWN: Rung = LevelCode::FORK_RUNG + 1;

/// The element that a failed save is told in.
pub const SAY: &str = "scheme-kept";
/// The link back into the quiz or to the results; hidden until it leads somewhere.
pub const RESUME: &str = "resume";

/// Brings the touches of this page to life.
pub fn start() {
    keep_rung_in_address();
    remember_scheme();
    offer_way_back();
    browser::mark("alive", Some(""));
}

fn keep_rung_in_address() {
    browser::on_choice("rung", |rung| {
        browser::set_query(&format!("?rung={rung}"), false);
    });
}

fn remember_scheme() {
    if let Ok(Some(kept)) = shelf().settings()
        && let Some(scheme) = kept.title_scheme
    {
        browser::choose("scheme", &scheme);
    }
    browser::on_choice("scheme", |scheme| {
        browser::mark("scheme", Some(&scheme));
        browser::say(SAY, &problem_of_keeping(scheme).unwrap_or_default());
    });
}

/// Keeps the choice; what to say where that failed.
fn problem_of_keeping(scheme: String) -> Option<String> {
    words::problem(&state::change_settings(|settings| {
        settings.title_scheme = Some(scheme);
    }))
}

fn offer_way_back() {
    let Ok(Some(newest)) = shelf().newest() else {
        return;
    };
    let (words, route) = if newest.finished {
        ("Look at your results again", Route::Results)
    } else {
        ("Continue the quiz you began", Route::Quiz)
    };
    // Only the home page has the link, so the way from it is the route's own path.
    browser::reveal_link(RESUME, words, &Route::Home.link(&route));
}
