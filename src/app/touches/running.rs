//! Brings the touches to life in the browser. Knows the shelf and the browser.

use super::{PAIR_SAID, REMINDER, RESUME, SAY, SLASH, links, order};
use crate::app::browser::{self, shelf};
use crate::app::{state, words};
use crate::ladder::LevelCode;
use crate::route::Route;
use crate::store::Settings;

/// Brings the touches of this page to life.
pub fn start() {
    browser::keep_choices_in_address();
    show(&state::settings());
    state::follow_settings(show);
    remember_scheme();
    remember_slash();
    offer_kept();
    browser::on_outside_change(|_| offer_kept());
    explain_pair();
    links::offer();
    order::follow_choice();
    browser::grid_keys();
    browser::mark("alive", Some(""));
}

/// Makes the boxes of the page agree with the settings, also with those that another tab has just
/// changed.
fn show(settings: &Settings) {
    if let Some(scheme) = &settings.title_scheme {
        browser::choose("scheme", scheme);
    }
    browser::tick(SLASH, settings.slash_key != Some(false));
}

fn remember_scheme() {
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

/// A single key that does something must be able to do nothing (WCAG 2.2, 2.1.4).
fn remember_slash() {
    if !browser::has(SLASH) {
        return;
    }
    browser::on_tick(SLASH, |on| {
        browser::mark("no-slash", (!on).then_some(""));
        let kept = state::change_settings(|settings| settings.slash_key = (!on).then_some(false));
        browser::say(SAY, &words::problem(&kept).unwrap_or_default());
    });
}

/// What this browser keeps, as it is now: a reminder that is due, and the way back into the quiz.
fn offer_kept() {
    browser::reveal(REMINDER, state::is_reminder_due());
    offer_way_back();
}

fn offer_way_back() {
    if !browser::has(RESUME) {
        return;
    }
    let Ok(Some(newest)) = shelf().newest() else {
        return browser::reveal(RESUME, false);
    };
    let (words, route) = if newest.finished {
        ("Look at your results again", Route::Results)
    } else {
        ("Continue the quiz you began", Route::Quiz)
    };
    // Only the home page has the link, so the way from it is the route's own path.
    browser::reveal_link(RESUME, words, &Route::Home.link(&route));
}

/// An address that names two levels leads on before the page shows, unless something is wrong with
/// the names: then this says what.
fn explain_pair() {
    if !browser::has(PAIR_SAID) {
        return;
    }
    let (Some(a), Some(b)) = (browser::query("a"), browser::query("b")) else {
        return;
    };
    let said = match (LevelCode::parse(&a), LevelCode::parse(&b)) {
        (Ok(from), Ok(to)) if from == to => {
            format!("Both ends are {from}. Choose two different levels.")
        }
        (Ok(_), Ok(_)) => return,
        (Err(fault), _) | (_, Err(fault)) => format!("{fault}."),
    };
    browser::say(PAIR_SAID, &said);
}
