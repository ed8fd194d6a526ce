//! My growth: where I stand, what next, and the case for it. Each part has a page; two programs and
//! that of the time axis fill them from what is saved in this browser.

#[cfg(feature = "browser")]
mod case;
#[cfg(feature = "browser")]
mod check_ins;
mod data;
#[cfg(feature = "browser")]
mod dates;
#[cfg(feature = "browser")]
mod evidence;
#[cfg(feature = "browser")]
mod island;
#[cfg(feature = "browser")]
mod journal;
#[cfg(feature = "browser")]
mod levels;
#[cfg(feature = "browser")]
mod marks;
#[cfg(feature = "browser")]
mod model;
#[cfg(feature = "browser")]
mod named;
#[cfg(feature = "browser")]
mod notes;
pub mod notes_page;
#[cfg(feature = "browser")]
mod over_time;
#[cfg(feature = "browser")]
mod overview;
pub mod page;
#[cfg(feature = "browser")]
mod plan;
#[cfg(feature = "browser")]
mod second_view;
#[cfg(feature = "browser")]
mod typed;
#[cfg(feature = "browser")]
mod wording;
#[cfg(feature = "browser")]
mod words;

pub use data::{FILE, GrowthData, file};

/// The ids and attributes that the page of the notes and its program share.
pub mod names {
    /// Marks a note of evidence by its competency.
    pub const NOTE: &str = "data-note";
    /// Marks a line of the passport.
    pub const PASSPORT: &str = "data-passport";
    /// The list of levels.
    pub const LEVEL: &str = "case-level";
    /// The element that reports whether the case is saved.
    pub const KEPT: &str = "case-kept";
    /// Marks the button that deletes the case.
    pub const DELETE: &str = "data-delete-case";
    /// Marks the button that restores it.
    pub const UNDO: &str = "data-undo-case";
    /// The field that shows the case as Markdown if the browser refuses to copy it.
    pub const TEXT: &str = "case-text";
    /// Marks the button that copies the case as Markdown.
    pub const MARKDOWN: &str = "data-case-markdown";
}

/// Starts the notes of a case, if the page has them.
#[cfg(feature = "browser")]
pub fn start() {
    notes::start();
}

/// Starts My growth: profile, marks, plan, check-ins, second views.
#[cfg(feature = "browser")]
pub fn start_growth() {
    island::start();
}

/// Starts the journal of evidence and the case.
#[cfg(feature = "browser")]
pub fn start_journal() {
    journal::start();
}

/// Starts the time axis.
#[cfg(feature = "browser")]
pub fn start_over_time() {
    over_time::start();
}
