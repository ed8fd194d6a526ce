//! Your case for a level: its page, and the program that fills the natively rendered nodes, without the
//! Leptos runtime.

#[cfg(target_arch = "wasm32")]
mod case;
pub mod page;

/// The ids and attributes that the pages and their program share.
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

/// Starts the page of the case, if this is it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    case::start();
}
