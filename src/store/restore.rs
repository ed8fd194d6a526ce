//! A backup on its way back: what it would change, and the change itself, all or nothing.
//! Knows backups and records; knows nothing of who asks for it.

use super::address::{Address, Kind};
use super::backup::Backup;
use super::inventory::{Glance, State, state_at};
use super::merge::Merge;
use super::plan::{Meeting, Plan};
use super::undo::{RestoreError, Undo};
use super::{KeyValue, Shelf, StoreError};

/// How a backup is brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restore {
    /// Both are kept: what is here, and what the backup holds.
    Merge,
    /// What is here goes, and what the backup holds comes. What is newer stays, and what cannot be
    /// read is set aside.
    Replace,
}

/// What a backup would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// When the backup was made, in milliseconds since 1970.
    pub made: f64,
    /// Each record of the backup.
    pub records: Vec<Compared>,
    /// Each record that only this browser has and that [`Restore::Replace`] removes; where it
    /// cannot be read, sets aside.
    pub only_here: Vec<OnlyHere>,
}

/// A record of a backup beside what is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The key that it has here.
    pub key: String,
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// What the visitor calls it, or who it is from, by the backup.
    pub name: Option<String>,
    /// Whether the backup's text can be read.
    pub state: State,
    /// What stands here.
    pub standing: Standing,
}

/// What stands here where a record of a backup belongs.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nothing.
    New,
    /// The same text.
    Same,
    /// A record of a newer app. It stays as it is, either way.
    NewerHere {
        /// The version of its format.
        version: u32,
    },
    /// Another text.
    Differs {
        /// Whether the text here can be read.
        here: State,
        /// When it was changed here, in milliseconds since 1970.
        here_changed: Option<f64>,
        /// When it was changed in the backup, in milliseconds since 1970.
        backup_changed: Option<f64>,
        /// What [`Restore::Merge`] does; [`Restore::Replace`] takes the backup's.
        merge: Merge,
    },
}

/// A record that a backup does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct OnlyHere {
    /// The key.
    pub key: String,
    /// The kind.
    pub kind: Kind,
    /// What the visitor calls it, or who it is from.
    pub name: Option<String>,
    /// Whether it can be read.
    pub state: State,
}

impl Backup {
    /// What this backup would change on a shelf.
    ///
    /// # Errors
    /// When the place refuses, or what stands there is locked.
    pub fn preview<K: KeyValue>(&self, shelf: &Shelf<K>) -> Result<Preview, StoreError> {
        let plan = Plan::of(shelf)?;
        let records = self.records();
        let compared = records.map(|(address, text)| compared(&plan, address, text));
        let records = compared.collect::<Result<Vec<_>, _>>()?;
        let goes = |(address, text): (Address, String)| {
            let state = state_at(&address, &text);
            let name = Glance::at(&text).name();
            self.replaces(&address, &state).then(|| OnlyHere {
                key: plan.key(&address),
                kind: address.kind,
                name,
                state,
            })
        };
        Ok(Preview {
            made: self.made,
            records,
            only_here: plan.records().into_iter().filter_map(goes).collect(),
        })
    }

    /// Whether replacing takes away a record that the backup does not have.
    fn replaces(&self, address: &Address, state: &State) -> bool {
        address.is_backed_up()
            && !self.has(address)
            && matches!(
                state,
                State::Readable | State::Unreadable { .. } | State::Sealed
            )
    }
}

impl<K: KeyValue> Shelf<K> {
    /// Brings a backup back: all of it or nothing.
    ///
    /// # Errors
    /// When the place fails, or what stands there is locked. Every key then holds what it held,
    /// unless the error says otherwise.
    pub fn restore(&self, backup: &Backup, mode: Restore) -> Result<Undo, RestoreError> {
        let mut plan = Plan::of(self)?;
        if mode == Restore::Replace {
            for (address, text) in plan.records() {
                if backup.replaces(&address, &state_at(&address, &text)) {
                    plan.clear(&address)?;
                }
            }
        }
        if mode == Restore::Replace {
            // What waits in layout 1 would be taken in later.
            for (key, text) in self.ours()? {
                let waits = |address: Address| {
                    address.is_backed_up() && state_at(&address, &text) == State::Readable
                };
                if self.layout().is_old(&key) && self.address_of(&key, &text).is_some_and(waits) {
                    plan.set(&key, None);
                }
            }
        }
        for (address, text) in backup.records() {
            match mode {
                Restore::Merge => plan.merge(address, text)?,
                Restore::Replace => plan.replace(address, text)?,
            }
        }
        self.apply(plan.changes())
    }
}

fn compared(plan: &Plan, address: &Address, text: &str) -> Result<Compared, StoreError> {
    let key = plan.key(address);
    let theirs = Glance::at(text);
    let standing = match plan.meet(address, text)? {
        Meeting::New => Standing::New,
        Meeting::Same => Standing::Same,
        Meeting::NewerHere(version) => Standing::NewerHere { version },
        Meeting::Other(merged) => {
            let here = plan.text(&key).unwrap_or_default();
            Standing::Differs {
                here: state_at(address, here),
                here_changed: Glance::at(here).changed(),
                backup_changed: theirs.changed(),
                merge: merged.merge,
            }
        }
    };
    Ok(Compared {
        key,
        kind: address.kind,
        id: address.id.clone(),
        name: theirs.name(),
        state: state_at(address, text),
        standing,
    })
}
