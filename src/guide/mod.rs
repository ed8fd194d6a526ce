//! What stands around a ladder: the fork, switching, pairing, titles, ways to see yourself, and how to
//! introduce it. Knows the ladder it speaks of; knows no page, no store, no browser.

mod check;
mod growing;
mod moving;
mod pack;
mod titles;
mod work;

pub use crate::guide::growing::{
    Attribute, ChecklistItem, FocusArea, Stage, Tension, Trap, WhereFound,
};
pub use crate::guide::moving::{Counterpart, Fork, Pairing, PassportField, SwitchMove, Switching};
pub use crate::guide::pack::{Both, Contrast, Guide, Named, Note};
pub use crate::guide::titles::{Archetype, Confidence, Mapping, Role, Titles};
pub use crate::guide::work::{Activity, Budget, HandsOnShare, Organisation, Symptom, WorkKinds};
