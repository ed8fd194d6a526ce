//! My growth: marks on what a ladder expects, evidence, plan, check-ins, second views. Independent of
//! storage, clock and pages; computes no level.

mod agreed;
mod aim;
mod carried;
mod case;
mod case_choice;
mod check_in;
mod date;
mod drift;
mod entry;
mod entry_fault;
mod export;
mod from_case;
mod gather;
mod ics;
mod id;
mod import;
mod journal;
mod level_case;
mod link;
mod mark;
mod markdown;
mod plan;
mod profile;
mod quarter;
mod since;
mod timeline;
mod timeline_words;
mod view;

pub use agreed::{AgreedMark, agreed_so_far};
pub use aim::Aim;
pub use carried::left_over;
pub use case::Case;
pub use case_choice::CaseChoice;
pub use check_in::{CheckIn, CheckInChange, FrozenAim, FrozenMark, FrozenView, Judgement};
pub use date::{Date, DateFault, Month};
pub use drift::{Drift, Reworded};
pub use entry::{Entry, EntryField};
pub use entry_fault::EntryFault;
pub use export::{to_csv, to_json};
pub use from_case::{PASSPORT, entries_of_case};
pub use ics::to_calendar;
pub use id::GrowthId;
pub use import::{FoundEntries, ImportFault, ImportPlace, ImportProblem};
pub use journal::{Filter, Journal, JournalFull, newest_first};
pub use level_case::{CaseEntry, CasePart, CaseRow, CaseSources, LevelCase};
pub use link::{LinkFault, is_link};
pub use mark::{Expected, Mark, Marks, Standing, mark_id, said};
pub use markdown::to_markdown;
pub use plan::{PlanFault, PlanField, PlanItem, PlanState, due};
pub use profile::{Marked, Profile, ProfileRow, marked};
pub use quarter::Quarter;
pub use since::PlanChange;
pub use timeline::{
    CheckInAt, Dated, Happenings, LeanAt, LeanOn, PlanAt, StandingCounts, Timeline,
};
pub use timeline_words::TimelineRow;
pub use view::{BothMarked, Judged, SideBySide, View, ViewMark};
