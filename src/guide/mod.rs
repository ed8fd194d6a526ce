//! What is around a ladder: the fork, switching, pairing, titles, ways to see yourself, and how to
//! introduce it. Knows the ladder it speaks of; knows no page, no store, no browser.

mod check;
mod growing;
mod moving;
mod pack;
mod titles;
mod work;

pub use growing::{Attribute, ChecklistItem, FocusArea, GrowthStage, Tension, Trap, WhereFound};
pub use moving::{Counterpart, Fork, Pairing, PassportField, SwitchMove, Switching};
pub use pack::{Both, Contrast, Guide, Named, Note};
pub use titles::{Archetype, Confidence, Mapping, Role, Titles};
pub use work::{Activity, Budget, HandsOnShare, Organisation, Symptom, WorkKinds};
