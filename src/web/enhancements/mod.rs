//! The small touches of most pages: choices remembered and kept in the address, links to copy, a
//! grid for the arrow keys, a way back into the quiz. They work on the nodes that were rendered
//! natively, without the Leptos runtime, so that a page of reading costs little. Renders nothing.

#[cfg(target_arch = "wasm32")]
mod links;
#[cfg(target_arch = "wasm32")]
mod order;
#[cfg(target_arch = "wasm32")]
mod running;

#[cfg(target_arch = "wasm32")]
pub use running::start;

/// The element that a failed save is told in.
pub const SAY: &str = "scheme-kept";
/// The link back into the quiz or to the results; hidden until it leads somewhere.
pub const RESUME: &str = "resume";
/// The link to the quiz that shows when a reminder is due.
pub const REMINDER: &str = "reminder";
/// The element that says what is wrong with the two levels that an address names.
pub const PAIR_SAID: &str = "pair-said";
/// The list whose items can be in another order, and the name of the radios that choose it.
pub const ROWS: &str = "rows";
/// See [`ROWS`].
pub const ORDER: &str = "sort";
/// The box that lets “/” open the search.
pub const SLASH: &str = "slash-key";
/// The element, unseen, in which every page says what a button did.
pub const SAID: &str = "said";
