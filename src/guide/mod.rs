//! The guide to a ladder: the fork, switching, pairing, titles, self-assessment, and how to introduce
//! the ladder. Uses its ladder; independent of pages, store and browser.

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
