//! Your case for a level: its page, and the program that fills it on the nodes that were rendered
//! natively, without the Leptos runtime.

#[cfg(target_arch = "wasm32")]
mod case;
pub mod page;

/// The ids and attributes that the pages and their program share.
pub mod names {
    /// The field of hours on hands-on work.
    pub const HOURS: &str = "hours";
    /// The field of hours a week has.
    pub const WEEK: &str = "week";
    /// Where the share is said.
    pub const SHARE_SAID: &str = "share-said";
    /// Marks the fields of the week's log; its value is `hands-on` or `other`, and `implements` or
    /// `integrates`.
    pub const LOG: &str = "data-log";
    /// Where the log is summed up.
    pub const LOG_SAID: &str = "log-said";
    /// Marks a note of evidence by its competency.
    pub const NOTE: &str = "data-note";
    /// Marks a line of the passport.
    pub const PASSPORT: &str = "data-passport";
    /// The list of levels.
    pub const LEVEL: &str = "case-level";
    /// Where it is said whether the case is kept.
    pub const KEPT: &str = "case-kept";
    /// Marks the button that deletes the case.
    pub const DELETE: &str = "data-delete-case";
    /// Marks the button that brings it back.
    pub const UNDO: &str = "data-undo-case";
    /// The field that shows the case as Markdown where the browser refuses to copy it.
    pub const TEXT: &str = "case-text";
    /// Marks the button that copies the case as Markdown.
    pub const MARKDOWN: &str = "data-case-markdown";
}

/// Brings the page to life.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    crate::web::enhancements::start();
    crate::web::state::take_in_old_records();
    crate::web::guide::hours::start();
    case::start();
}
