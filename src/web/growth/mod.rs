//! My growth: where I stand, what next, and the case for it. Each part has a page; four programs
//! fill them from what is saved in this browser.

#[cfg(target_arch = "wasm32")]
mod case;
#[cfg(target_arch = "wasm32")]
mod check_ins;
mod data;
#[cfg(target_arch = "wasm32")]
mod dates;
#[cfg(target_arch = "wasm32")]
mod evidence;
#[cfg(target_arch = "wasm32")]
mod island;
#[cfg(target_arch = "wasm32")]
mod levels;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod model;
#[cfg(target_arch = "wasm32")]
mod named;
#[cfg(target_arch = "wasm32")]
mod notes;
pub mod notes_page;
#[cfg(target_arch = "wasm32")]
mod over_time;
#[cfg(target_arch = "wasm32")]
mod overview;
pub mod page;
#[cfg(target_arch = "wasm32")]
mod plan;
#[cfg(target_arch = "wasm32")]
mod second_view;
#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod typed;
#[cfg(target_arch = "wasm32")]
mod wording;
#[cfg(target_arch = "wasm32")]
mod words;

pub use data::{FILE, GrowthData, file};
#[cfg(target_arch = "wasm32")]
pub use island::{start_growth, start_journal, start_over_time, start_review};

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
#[cfg(target_arch = "wasm32")]
pub fn start() {
    notes::start();
}
