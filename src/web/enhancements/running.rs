//! Starts the enhancements in the browser. Uses the repository and the browser.

use crate::route::Route;
use crate::store::Settings;
use crate::web::dom::{self, Choice, repository};
use crate::web::enhancements::{PAIR_SAID, REMINDER, RESUME, SAY, SLASH, links, order};
use crate::web::{state, words};

/// Starts the enhancements of this page.
pub fn start() {
    dom::keep_choices_in_address();
    show(&state::settings());
    state::follow_settings(show);
    remember_scheme();
    remember_slash();
    offer_kept();
    dom::on_outside_change(|_| offer_kept());
    explain_pair();
    links::offer();
    order::follow_choice();
    dom::grid_keys();
    dom::mark("alive", Some(""));
}

/// Updates the boxes of the page from the settings, including those that another tab has just changed.
fn show(settings: &Settings) {
    if let Some(scheme) = &settings.title_scheme {
        dom::choose("scheme", scheme);
    }
    dom::tick(SLASH, settings.slash_key != Some(false));
}

fn remember_scheme() {
    dom::on_choice("scheme", |scheme| {
        dom::mark("scheme", Some(&scheme));
        dom::say(SAY, &problem_of_keeping(scheme).unwrap_or_default());
    });
}

/// Saves the choice; returns the message if that fails.
fn problem_of_keeping(scheme: String) -> Option<String> {
    words::problem(&state::change_settings(|settings| {
        settings.title_scheme = Some(scheme);
    }))
}

/// It must be possible to switch off a single-key shortcut (WCAG 2.2, 2.1.4).
fn remember_slash() {
    if !dom::has(SLASH) {
        return;
    }
    dom::on_tick(SLASH, |on| {
        dom::mark("no-slash", (!on).then_some(""));
        let kept = state::change_settings(|settings| settings.slash_key = (!on).then_some(false));
        dom::say(SAY, &words::problem(&kept).unwrap_or_default());
    });
}

/// Shows a reminder that is due and the link to resume the quiz, from what is stored at present.
fn offer_kept() {
    dom::reveal(REMINDER, state::is_reminder_due());
    offer_way_back();
}

fn offer_way_back() {
    if !dom::has(RESUME) {
        return;
    }
    let Ok(Some(newest)) = repository().newest() else {
        return dom::reveal(RESUME, false);
    };
    // The day alone: a screen may be seen by others.
    let day = dom::day_of(newest.started);
    let (words, route) = if newest.finished {
        (format!("Your quiz of {day}"), Route::Results)
    } else {
        (format!("Continue the quiz you began on {day}"), Route::Quiz)
    };
    // Only the home page has the link, so the route's own path can be used.
    dom::reveal_link(RESUME, &words, &Route::Home.link(&route));
}

/// An address that names two levels leads on before the page shows, unless something is wrong with
/// the names: then this says what. The lists of the page have the names that there are.
fn explain_pair() {
    if !dom::has(PAIR_SAID) {
        return;
    }
    let (Some(a), Some(b)) = (dom::query("a"), dom::query("b")) else {
        return;
    };
    let said = match (level_named("a", &a), level_named("b", &b)) {
        (Some(from), Some(to)) if from.value == to.value => {
            format!("Both ends are {}. Choose two different levels.", from.label)
        }
        (Some(from), Some(to)) if dom::leads_to(&way_between(&from, &to)) => return,
        (Some(from), Some(to)) => format!(
            "{} and {} are not compared here. Choose two levels that are next to each other.",
            from.label, to.label
        ),
        (None, _) => format!("“{a}” is not a level of this ladder."),
        (_, None) => format!("“{b}” is not a level of this ladder."),
    };
    dom::say(PAIR_SAID, &said);
}

/// The level of a list that an address names, by its id or its label, as `before-paint.js` reads it.
fn level_named(list: &str, text: &str) -> Option<Choice> {
    // In ASCII only: the tables of all letters would be larger than this program's own code.
    let typed = text.trim_end_matches(|letter: char| letter.is_ascii_punctuation());
    let mut choices = dom::choices(list).into_iter();
    choices
        .find(|one| one.value.eq_ignore_ascii_case(typed) || one.label.eq_ignore_ascii_case(typed))
}

/// How the address of a comparison ends.
fn way_between(from: &Choice, to: &Choice) -> String {
    format!("compare/{}/{}/", from.value, to.value)
}
