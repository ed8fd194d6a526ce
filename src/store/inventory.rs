//! Everything of ours that a place holds, record by record, also what this version cannot read.
//! Knows every kind of record; changes nothing.

use serde::Deserialize;
use serde_json::Value;

use crate::store::address::{Address, RecordKind};
use crate::store::layout::{Key, Layout};
use crate::store::value::SingleValue;
use crate::store::{
    Attempt, KeyValue, Opinion, Repository, Settings, StoreError, backup_due, case, old, record,
};

/// What is under our keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Inventory {
    /// Each key, in the order of the keys.
    pub entries: Vec<InventoryEntry>,
    /// The size of all of them.
    pub units: usize,
}

impl Inventory {
    /// What a browser keeps for one origin, in UTF-16 units of keys and texts; measured.
    pub const QUOTA: usize = 5_242_880;
}

/// One key of ours and what can be told of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct InventoryEntry {
    /// The whole key.
    pub key: String,
    /// The kind of record; of one set aside, the kind that it was.
    pub kind: RecordKind,
    /// The id; empty where the kind is unknown.
    pub id: String,
    /// What the visitor calls it, or who it is from.
    pub name: Option<String>,
    /// The size of key and text, in UTF-16 units.
    pub units: usize,
    /// When it was changed last, in milliseconds since 1970.
    pub changed: Option<f64>,
    /// Whether it can be read.
    pub state: RecordState,
}

/// Whether a text can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordState {
    /// By this version.
    Readable,
    /// A newer app wrote it. It is shown, and never changed.
    Newer {
        /// The version of its format.
        version: u32,
    },
    /// It is no record of its kind.
    Unreadable {
        /// What is wrong, and where.
        why: String,
    },
    /// It is locked, and the storage that it was read from did not open it.
    Sealed,
    /// An earlier version set it aside, because it could not be read or not be joined with another.
    Quarantined,
    /// It is of the layout of an older version, and could not be moved to the present one yet: there
    /// was no room, or another text is there.
    Waiting,
    /// It is of the layout of an older version, and locked with another lock.
    OtherLock,
    /// Its key is none that this version writes.
    Unknown,
}

impl<K: KeyValue> Repository<K> {
    /// Everything under our keys, of any version.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn inventory(&self) -> Result<Inventory, StoreError> {
        let mut entries = Vec::new();
        for (key, text) in self.ours()? {
            entries.push(entry(self.layout(), key, &text));
        }
        let units = entries.iter().map(|entry| entry.units).sum();
        Ok(Inventory { entries, units })
    }

    /// Every key of ours with its text, in the order of the keys.
    pub(super) fn ours(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut keys = self.storage().keys()?;
        keys.retain(|key| self.layout().is_ours(key));
        keys.sort();
        let mut all = Vec::new();
        for key in keys {
            if let Some(text) = self.storage().get(&key)? {
                all.push((key, text));
            }
        }
        Ok(all)
    }
}

fn entry(layout: &Layout, key: String, text: &str) -> InventoryEntry {
    let units = units(&key) + units(text);
    let unknown = (RecordKind::Unknown, String::new(), RecordState::Unknown);
    let (kind, id, state) = match layout.read(&key) {
        Key::Known(address) => {
            let state = state_at(&address, text);
            (address.kind, address.id, state)
        }
        Key::Old(name) => match old::address(layout, &name) {
            Ok(address) => {
                let state = state_of_old(&address, text);
                (address.kind, address.id, state)
            }
            Err(_) => unknown,
        },
        Key::Newer(version) => (
            RecordKind::Unknown,
            String::new(),
            RecordState::Newer { version },
        ),
        Key::Unknown | Key::Foreign => unknown,
    };
    let seen = match state {
        RecordState::Unreadable { .. }
        | RecordState::Unknown
        | RecordState::Sealed
        | RecordState::OtherLock => Glance::default(),
        _ => Glance::at(text),
    };
    InventoryEntry {
        key,
        kind,
        id,
        name: seen.name(),
        units,
        changed: seen.changed(),
        state,
    }
}

/// The state of a record of layout 1. What can be moved waits for it; what was several values in one
/// record and cannot be read stays.
fn state_of_old(address: &Address, text: &str) -> RecordState {
    match state_at(address, text) {
        RecordState::Sealed => RecordState::OtherLock,
        state @ (RecordState::Unreadable { .. } | RecordState::Newer { .. })
            if old::is_several(address) =>
        {
            state
        }
        _ => RecordState::Waiting,
    }
}

/// Whether the text at an address can be read.
pub(super) fn state_at(address: &Address, text: &str) -> RecordState {
    let name = address.name();
    if address.kind != RecordKind::Lock && is_sealed(text) {
        return RecordState::Sealed;
    }
    if address.quarantined.is_some() {
        return RecordState::Quarantined;
    }
    let read = match address.kind {
        RecordKind::Attempt => Attempt::decode(&name, text).map(drop),
        RecordKind::Opinion => Opinion::decode(&name, text).map(drop),
        RecordKind::Case => case::decode(&name, text).map(drop),
        RecordKind::Backup if old::is_several(address) => backup_due::of_old(&name, text).map(drop),
        RecordKind::Setting | RecordKind::Choice | RecordKind::Backup | RecordKind::Notice => {
            return state_of_value(address, text);
        }
        RecordKind::Settings => Settings::of_old(&Layout::of_nothing(), &name, text).map(drop),
        // What it holds is known to what locks.
        RecordKind::Lock => Ok(()),
        kind if kind.is_of_later() => {
            return RecordState::Newer {
                version: version(text),
            };
        }
        _ => return RecordState::Unknown,
    };
    state_of(read)
}

/// Whether the record of one value can be read. It knows no other kind of record, so that a page which
/// only takes settings in does without the code for attempts, opinions and cases.
pub(super) fn state_of_value(address: &Address, text: &str) -> RecordState {
    let name = address.name();
    if is_sealed(text) {
        return RecordState::Sealed;
    }
    state_of(match address.kind {
        RecordKind::Backup => backup_due::time_of(&name, text).map(drop),
        RecordKind::Notice => SingleValue::decode(&name, text).map(drop),
        _ => Settings::decode(&address.id, &name, text).map(drop),
    })
}

fn state_of(read: Result<(), StoreError>) -> RecordState {
    match read {
        Ok(()) => RecordState::Readable,
        Err(StoreError::Newer { version, .. }) => RecordState::Newer { version },
        Err(StoreError::Unreadable { why, .. }) => RecordState::Unreadable { why },
        Err(other) => RecordState::Unreadable {
            why: other.to_string(),
        },
    }
}

/// Whether a text is the envelope of a locked record.
pub(super) fn is_sealed(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(default)]
        sealed: Option<Value>,
    }
    record::peek(text).is_some_and(|envelope: Envelope| envelope.sealed.is_some())
}

/// The version of the format that a text names; 1 where it names none.
fn version(text: &str) -> u32 {
    #[derive(Deserialize)]
    struct Header {
        schema: u32,
    }
    record::peek(text).map_or(1, |header: Header| header.schema)
}

/// The size of a text in a browser's storage.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What a text tells of itself, whatever kind and version it is of.
#[derive(Default, Deserialize)]
pub(super) struct Glance {
    #[serde(default)]
    name: Value,
    #[serde(default)]
    from: Value,
    #[serde(default)]
    started: Value,
    #[serde(default)]
    changed: Value,
    #[serde(default)]
    received: Value,
    #[serde(default)]
    made: Value,
}

impl Glance {
    pub(super) fn at(text: &str) -> Self {
        record::peek(text).unwrap_or_default()
    }

    /// What the visitor calls it, or who it is from.
    pub(super) fn name(&self) -> Option<String> {
        let name = self.name.as_str().or_else(|| self.from.as_str())?;
        record::beginning(name.trim(), Attempt::LONGEST_NAME)
    }

    /// When it was changed last.
    pub(super) fn changed(&self) -> Option<f64> {
        let times = [&self.changed, &self.received, &self.made];
        times.into_iter().find_map(Value::as_f64)
    }

    /// When it was begun, as far as it tells.
    pub(super) fn begun(&self) -> Option<f64> {
        self.started.as_f64().or_else(|| self.changed())
    }
}
