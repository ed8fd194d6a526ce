//! The visitor's settings, as every tab sees and changes them.
//! Knows the repository and the browser; knows no markup.

use crate::store::{RecordKind, Settings};
use crate::web::dom::{self, repository};
use crate::web::state::{SaveState, save_state};

/// The settings kept, or the ones everybody starts with where the place does not answer.
pub fn settings() -> Settings {
    repository().settings().unwrap_or_default()
}

/// Changes the settings and says whether they are kept. Two tabs that change the same one: the later
/// change holds, and both show it.
pub fn change_settings(change: impl FnOnce(&mut Settings)) -> SaveState {
    save_state(repository().change_settings(change))
}

/// Lets the page show the settings that another tab has just changed, and calls `react` with them.
pub fn follow_settings(react: impl Fn(&Settings) + Clone + 'static) {
    dom::on_outside_change(move |key| {
        let concerned = |key: &String| {
            let kind = dom::layout().kind(key);
            matches!(kind, Some(RecordKind::Setting | RecordKind::Choice))
        };
        if key.as_ref().is_none_or(concerned)
            && let Ok(held) = repository().settings()
        {
            mark(&held);
            react(&held);
        }
    });
}

/// Sets what the styles and the keys of every page go by; before the first paint, a script did.
fn mark(settings: &Settings) {
    if let Some(scheme) = &settings.title_scheme {
        dom::mark("scheme", Some(scheme));
    }
    let slash = settings.slash_key != Some(false);
    dom::mark("no-slash", (!slash).then_some(""));
}

/// Whether the day has come on which the visitor asked to be reminded of the quiz.
pub fn is_reminder_due() -> bool {
    let at = settings().remind_at;
    at.is_some_and(|at| dom::now() >= at)
}
