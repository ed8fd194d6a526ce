//! The guide to a ladder: choosing and switching tracks, growing, cases, titles, and advice for managers and
//! organisations. Uses its ladder; independent of pages, store and browser.

mod check;
mod example;
mod growing;
mod moving;
mod organising;
mod pack;
mod titles;
mod work;

pub use example::{ExampleCase, ExampleEvidence, ExampleGap, ExampleLine, ExampleView, HowOften};
pub use growing::{
    AreaTemplate, Attribute, ChecklistItem, FocusArea, GrowthStage, PlanTemplate, Tension, Trap,
    WhereFound,
};
pub use moving::{Counterpart, Fork, Pairing, PassportField, SwitchMove, Switching};
pub use organising::{Managers, Organisation, Size, Theme};
pub use pack::{Added, Both, Contrast, Guide, Named, Note, Term};
pub use titles::{Archetype, Confidence, Mapping, Role, Titles};
pub use work::{Activity, Budget, HandsOnShare, Symptom, WorkKinds};
