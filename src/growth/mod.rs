//! Notes of evidence for a level, and a passport for a planned return. Independent of storage, clock
//! and pages; has no texts for visitors.

mod case;
mod join;
mod id;
mod date;
mod csv;
mod entry;
mod entry_fault;
mod export;
mod gather;
mod import;
mod link;
mod markdown;
mod journal;
mod number;

pub use case::Case;
pub use join::{Edit, Field};
pub use date::{Date, DateFault, Month, Quarter};
pub use id::GrowthId;
pub use csv::CsvFault;
pub use entry::{Entry, EntryField};
pub use entry_fault::EntryFault;
pub use export::{to_csv, to_json};
pub use import::{FoundEntries, ImportFault, ImportPlace, ImportProblem};
pub use link::LinkFault;
pub use markdown::to_markdown;
pub use journal::{Filter, Journal, JournalFull, newest_first};
