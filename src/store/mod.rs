//! What is kept: records over one seam, [`KeyValue`], each under a key of its own; backups of them.
//! Knows no browser, no signal, no page; never writes over what it could not read.

mod address;
mod attempt;
mod backup;
mod case;
mod error;
mod inventory;
mod keeping;
mod key_value;
mod layout;
mod migrate;
mod old;
mod opinion;
mod record;
mod restore;
mod settings;
mod shelf;
mod undo;
mod value;

pub use address::Kind;
pub use attempt::{Attempt, AttemptId, Outline, Words};
pub use backup::{Backup, BackupFault, BackupProblem};
pub use error::StoreError;
pub use inventory::{Inventory, Kept, State};
pub use key_value::{KeyValue, Memory};
pub use layout::Layout;
pub use migrate::{Taken, TakenIn};
pub use opinion::{Opinion, OpinionEntry, OpinionId};
pub use restore::{Preview, Restore};
pub use settings::Settings;
pub use shelf::{Entry, Shelf, is_plausible};
pub use undo::{RestoreError, Undo};
