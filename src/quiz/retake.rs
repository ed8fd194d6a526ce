//! Two sessions compared: whether the lean changed more than by chance, and which answers changed.
//! Handles fits and answers, not dates.

use crate::quiz::{Answer, Answers, Fit};

/// |RCI| at or above which a change is reliable: chance alone exceeds it once in twenty times.
pub const RELIABLE: f64 = 1.96;

/// The distance between two fits, relative to the uncertainty of both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliableChange {
    /// The reliable change index (Jacobson & Truax, 1991): Δλ̂/√(SE₁² + SE₂²). Above 0 the lean moved
    /// towards the broad side.
    pub rci: f64,
    /// Whether |RCI| ≥ 1.96; otherwise there is no reliable change.
    pub reliable: bool,
}

/// Compares two fits of the same quiz version; their forms may differ.
pub fn reliable_change(earlier: &Fit, later: &Fit) -> ReliableChange {
    let rci = match later.lean - earlier.lean {
        0.0 => 0.0,
        change => change / (earlier.se * earlier.se + later.se * later.se).sqrt(),
    };
    ReliableChange {
        rci,
        reliable: rci.abs() >= RELIABLE,
    }
}

/// An item that two sessions answered differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// The id of the item.
    pub item: &'a str,
    /// The earlier answer; none if it was not asked.
    pub earlier: Option<Answer>,
    /// The later answer; none if it was not asked.
    pub later: Option<Answer>,
}

/// Every item whose answer differs, in the order of ids: first those with an earlier answer, then those
/// that only the later session asked.
pub fn moved<'a>(earlier: &'a Answers, later: &'a Answers) -> Vec<Moved<'a>> {
    let new = later.ids().filter(|id| earlier.get(id).is_none());
    let both = earlier.ids().chain(new).map(|item| Moved {
        item,
        earlier: earlier.get(item),
        later: later.get(item),
    });
    both.filter(|item| item.earlier != item.later).collect()
}
