//! A list that can be sorted by the order of the ladder or by the amount of change. Finds the list by
//! its id, and sorts its items by their attributes.

use crate::web::dom;
use crate::web::enhancements::{ORDER, ROWS};

/// Sorts the list as the address requests, and again whenever another order is chosen.
pub(crate) fn follow_choice() {
    if !dom::has(ROWS) {
        return;
    }
    if let Some(chosen) = dom::query(ORDER) {
        apply(&chosen);
    }
    dom::on_choice(ORDER, |chosen| apply(&chosen));
}

/// Each item has its position in the two orders as `data-change` and `data-ladder`.
fn apply(chosen: &str) {
    dom::reorder(
        ROWS,
        match chosen {
            "ladder" => "data-ladder",
            _ => "data-change",
        },
    );
}
