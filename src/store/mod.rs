//! Saved data: records behind one interface, [`KeyValue`], each under its own key, and backups of them.
//! Independent of browser, signals and pages; never overwrites what it could not read.

mod address;
mod attempt;
mod backup;
mod backup_due;
mod case;
mod drafts;
mod error;
mod evidence;
mod growth;
mod import;
mod inventory;
mod join;
mod key_value;
mod layout;
mod migrate;
mod old;
mod opinion;
mod record;
mod repository;
mod settings;
mod studio_draft;
mod undo;
mod value;
mod view_draft;

pub use address::RecordKind;
pub use attempt::{Attempt, AttemptId, Outline, TextField};
pub use backup::{Backup, BackupFault, BackupProblem};
pub use error::StoreError;
pub use evidence::{EvidenceEntry, PlanEntry};
pub use growth::{CheckInEntry, StoredMarks, ViewEntry};
pub use import::{Import, Preview};
pub use inventory::{Inventory, InventoryEntry, RecordState};
pub use key_value::{KeyValue, Memory};
pub use layout::Layout;
pub use migrate::{Migration, MovedRecord};
pub use opinion::{Opinion, OpinionEntry, OpinionId};
pub use repository::{AttemptEntry, Repository, is_plausible};
pub use settings::Settings;
pub use studio_draft::{ReadFrom, StudioDraft};
pub use undo::{TransactionError, Undo};
