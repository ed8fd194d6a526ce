//! The visitor's settings, as every tab sees and changes them.
//! Knows the shelf and the browser; knows no markup.

use std::cell::RefCell;

use super::{Kept, kept};
use crate::app::browser::{self, shelf};
use crate::store::{Changes, Settings};

thread_local! {
    /// What this tab changed a moment ago.
    static CHANGES: RefCell<Changes> = RefCell::default();
}

/// The settings kept, or the ones everybody starts with where none can be read.
pub fn settings() -> Settings {
    shelf().settings().ok().flatten().unwrap_or_default()
}

/// Changes the settings and says whether they are kept.
pub fn change_settings(change: impl FnOnce(&mut Settings)) -> Kept {
    let before = settings();
    let mut after = before.clone();
    change(&mut after);
    let saved = shelf().save_settings(&after);
    if saved.is_ok() {
        CHANGES.with_borrow_mut(|changes| changes.note(before, after, browser::now()));
    }
    kept(saved)
}

/// Lets the page show the settings that another tab has just changed, and calls `react` with them.
/// What was changed here in the same instant, and lost because the other tab had not seen it, is
/// written again first.
pub fn follow_settings(react: impl Fn(&Settings) + Clone + 'static) {
    browser::on_outside_change(move |key| {
        if key.is_some_and(|key| !key.ends_with("/settings/visitor")) {
            return;
        }
        if let Ok(Some(mut held)) = shelf().settings() {
            let now = browser::now();
            if CHANGES.with_borrow(|changes| changes.bring_back(&mut held, now)) {
                // Refused, it is as if the other tab had come last.
                let _kept = shelf().save_settings(&held);
            }
            mark(&held);
            react(&held);
        }
    });
}

/// Sets what the styles and the keys of every page go by; before the first paint, a script did.
fn mark(settings: &Settings) {
    if let Some(scheme) = &settings.title_scheme {
        browser::mark("scheme", Some(scheme));
    }
    let slash = settings.slash_key != Some(false);
    browser::mark("no-slash", (!slash).then_some(""));
}

/// Whether the day has come on which the visitor asked to be reminded of the quiz.
pub fn is_reminder_due() -> bool {
    let at = settings().remind_at;
    at.is_some_and(|at| browser::now() >= at)
}
