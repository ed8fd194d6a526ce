//! Small interactive features of most pages: choices saved and stored in the address, links to copy,
//! arrow keys in a grid, a link to resume the quiz. They use the natively rendered nodes without the
//! Leptos runtime, to keep the program of a text page small. They render nothing.

#[cfg(feature = "browser")]
mod links;
#[cfg(feature = "browser")]
mod order;
#[cfg(feature = "browser")]
mod running;

#[cfg(feature = "browser")]
pub use running::start;

/// The element that a failed save is told in.
pub const SAY: &str = "scheme-kept";
/// The link to resume the quiz or to open the results; hidden until it has a target.
pub const RESUME: &str = "resume";
/// The link to the quiz that is shown when a reminder is due.
pub const REMINDER: &str = "reminder";
/// The element that reports a problem with the two levels in the address.
pub const PAIR_SAID: &str = "pair-said";
/// The list whose order can be changed, and the name of the radio buttons that choose it.
pub const ROWS: &str = "rows";
/// See [`ROWS`].
pub const ORDER: &str = "sort";
/// The checkbox that lets “/” open the search, and “n” a note.
pub const SLASH: &str = "slash-key";
/// The visually hidden element in which every page announces what a button did.
pub const SAID: &str = "said";
