//! The visitor's settings, shared by all tabs. Handles the repository and the browser, not markup.

use crate::store::{RecordKind, Settings};
use crate::web::dom::{self, repository};
use crate::web::state::{SaveState, save_state};

/// The stored settings, or the defaults if storage is unavailable.
pub fn settings() -> Settings {
    repository().settings().unwrap_or_default()
}

/// Changes the settings and returns whether they are saved. If two tabs change the same setting, the
/// later change wins, and both show it.
pub fn change_settings(change: impl FnOnce(&mut Settings)) -> SaveState {
    save_state(repository().change_settings(change))
}

/// Applies settings that another tab has just changed to the page, and calls `react` with them.
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

/// Sets the attributes that the styles and keys of every page depend on; before the first paint, a
/// script sets them.
fn mark(settings: &Settings) {
    if let Some(scheme) = &settings.title_scheme {
        dom::mark("scheme", Some(scheme));
    }
    let slash = settings.slash_key != Some(false);
    dom::mark("no-slash", (!slash).then_some(""));
}

/// Whether the date of the quiz reminder that the visitor requested has come.
pub fn is_reminder_due() -> bool {
    let at = settings().remind_at;
    at.is_some_and(|at| dom::now() >= at)
}
