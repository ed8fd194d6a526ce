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

pub use crate::store::address::Kind;
pub use crate::store::attempt::{Attempt, AttemptId, Outline, Words};
pub use crate::store::backup::{Backup, BackupFault, BackupProblem};
pub use crate::store::error::StoreError;
pub use crate::store::inventory::{Inventory, Kept, State};
pub use crate::store::key_value::{KeyValue, Memory};
pub use crate::store::layout::Layout;
pub use crate::store::migrate::{Taken, TakenIn};
pub use crate::store::opinion::{Opinion, OpinionEntry, OpinionId};
pub use crate::store::restore::{Preview, Restore};
pub use crate::store::settings::Settings;
pub use crate::store::shelf::{Entry, Shelf, is_plausible};
pub use crate::store::undo::{RestoreError, Undo};
