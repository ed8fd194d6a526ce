//! A list that can be in the order of the ladder or by how much changes.
//! Knows the list by its id, and its items by what they say of themselves.

use crate::web::dom;
use crate::web::enhancements::{ORDER, ROWS};

/// Orders the list as the address asks, and again whenever another order is chosen.
pub(crate) fn follow_choice() {
    if !dom::has(ROWS) {
        return;
    }
    if let Some(chosen) = dom::query(ORDER) {
        apply(&chosen);
    }
    dom::on_choice(ORDER, |chosen| apply(&chosen));
}

/// Each item carries its place in either order as `data-change` and `data-ladder`.
fn apply(chosen: &str) {
    dom::reorder(
        ROWS,
        match chosen {
            "ladder" => "data-ladder",
            _ => "data-change",
        },
    );
}
