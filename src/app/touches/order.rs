//! A list that can stand in the order of the ladder or by how much changes.
//! Knows the list by its id, and its items by what they say of themselves.

use super::{ORDER, ROWS};
use crate::app::browser;

/// Orders the list as the address asks, and again whenever another order is chosen.
pub(super) fn follow_choice() {
    if !browser::has(ROWS) {
        return;
    }
    if let Some(chosen) = browser::query(ORDER) {
        apply(&chosen);
    }
    browser::on_choice(ORDER, |chosen| apply(&chosen));
}

/// Each item carries its place in either order as `data-change` and `data-ladder`.
fn apply(chosen: &str) {
    browser::reorder(
        ROWS,
        match chosen {
            "ladder" => "data-ladder",
            _ => "data-change",
        },
    );
}
