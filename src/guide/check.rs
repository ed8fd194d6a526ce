//! The invariants of a guide, each with the sentence that names the place and the remedy.
//! Knows nothing of files or of who asks.

use super::Guide;
use crate::ladder::{Fault, Ladder};

/// Everything wrong with `guide` as a guide to `ladder`, in the file's order.
pub(super) fn faults(guide: &Guide, ladder: &Ladder) -> Vec<Fault> {
    let mut found = Vec::new();
    if guide.schema != Guide::SCHEMA {
        found.push(Fault::new(
            "schema",
            format!("is {}; this app reads {}", guide.schema, Guide::SCHEMA),
        ));
    }
    if guide.ladder != ladder.id {
        found.push(Fault::new(
            "ladder",
            format!(
                "is “{}”; write “{}”, the id of the ladder beside it",
                guide.ladder, ladder.id
            ),
        ));
    }
    found
}
