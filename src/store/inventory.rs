//! Everything of this app in a storage, record by record, including what this version cannot read.
//! Handles every kind of record; changes nothing.

use serde::Deserialize;
use serde_json::Value;

use crate::growth::{Aim, CaseChoice, CheckIn, Entry, Mark, PlanItem, View};
use crate::store::address::{Address, RecordKind};
use crate::store::layout::{Key, Layout};
use crate::store::value::SingleValue;
use crate::store::view_draft::ViewDraft;
use crate::store::{
    Attempt, KeyValue, Opinion, Repository, Settings, StoreError, backup_due, case, drafts, growth,
    old, record, studio_draft, view_draft,
};

/// The content of this app's keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inventory {
    /// Each key, in the order of the keys.
    pub entries: Vec<InventoryEntry>,
    /// The size of all of them.
    pub units: usize,
}

impl Inventory {
    /// A browser's storage limit per origin, in UTF-16 units of keys and texts; measured.
    pub const QUOTA: usize = 5_242_880;
}

/// One key of this app and what is known of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct InventoryEntry {
    /// The whole key.
    pub key: String,
    /// The kind of record; for a quarantined record, its original kind.
    pub kind: RecordKind,
    /// The id; empty if the kind is unknown.
    pub id: String,
    /// The name that the visitor gave it, or the name of its sender.
    pub name: Option<String>,
    /// The id of its ladder, if that is not the site's first one.
    pub ladder: Option<String>,
    /// The size of key and text, in UTF-16 units.
    pub units: usize,
    /// When it was last changed, in milliseconds since 1970.
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
    /// It is not a record of its kind.
    Unreadable {
        /// What is wrong, and where.
        why: String,
    },
    /// It is locked, and was read from a storage that does not decrypt it.
    Sealed,
    /// An earlier version quarantined it, because it could not be read or not be merged with another.
    Quarantined,
    /// It is of an older layout and could not be migrated yet: there was no room, or another text is at
    /// the new key.
    Waiting,
    /// It is of an older layout, and locked with another lock.
    OtherLock,
    /// This version writes no such key.
    Unknown,
}

impl<K: KeyValue> Repository<K> {
    /// Everything under our keys, of any version.
    ///
    /// # Errors
    /// If storage is unavailable.
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
    let unknown = (
        RecordKind::Unknown,
        String::new(),
        None,
        RecordState::Unknown,
    );
    let (kind, id, ladder, state) = match layout.read(&key) {
        Key::Known(address) => {
            let state = state_at(&address, text);
            let ladder = layout.other_ladder(&address);
            (address.kind, address.id, ladder, state)
        }
        Key::Old(name) => match old::address(layout, &name) {
            Ok(address) => {
                let state = state_of_old(&address, text);
                (address.kind, address.id, None, state)
            }
            Err(_) => unknown,
        },
        Key::Newer(version) => (
            RecordKind::Unknown,
            String::new(),
            None,
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
        ladder,
        units,
        changed: seen.changed(),
        state,
    }
}

/// The state of a record of layout 1. A record that can be migrated is waiting; a record of several
/// values that cannot be read stays where it is.
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
        RecordKind::Mark => growth::decode::<Mark>(&name, text).map(drop),
        RecordKind::CheckIn => growth::decode::<CheckIn>(&name, text).map(drop),
        RecordKind::View => growth::decode::<View>(&name, text).map(drop),
        RecordKind::Evidence => growth::decode::<Entry>(&name, text).map(drop),
        RecordKind::Plan => growth::decode::<PlanItem>(&name, text).map(drop),
        RecordKind::Draft if address.id.starts_with(drafts::AIM) => {
            growth::decode::<Aim>(&name, text).map(drop)
        }
        RecordKind::Draft if address.id.starts_with(drafts::CASE) => {
            growth::decode::<CaseChoice>(&name, text).map(drop)
        }
        RecordKind::Draft if address.id.starts_with(view_draft::VIEW) => {
            growth::decode::<ViewDraft>(&name, text).map(drop)
        }
        RecordKind::Draft if address.id == studio_draft::STUDIO => {
            studio_draft::glance(&name, text)
        }
        RecordKind::Backup if old::is_several(address) => backup_due::of_old(&name, text).map(drop),
        RecordKind::Setting | RecordKind::Choice | RecordKind::Backup | RecordKind::Notice => {
            return state_of_value(address, text);
        }
        RecordKind::Settings => Settings::of_old(&Layout::of_nothing(), &name, text).map(drop),
        // Only the code of the lock can check its content.
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

/// Whether a record of a single value can be read. It handles no other kind of record, so that a page
/// which only migrates settings does not need the code for attempts, opinions and cases.
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

/// The format version in a text; 1 if there is none.
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

/// The fields that every kind and version of record shares.
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

    /// The name that the visitor gave it, or the name of its sender.
    pub(super) fn name(&self) -> Option<String> {
        let name = self.name.as_str().or_else(|| self.from.as_str())?;
        record::beginning(name.trim(), Attempt::LONGEST_NAME)
    }

    /// When it was last changed.
    pub(super) fn changed(&self) -> Option<f64> {
        let times = [&self.changed, &self.received, &self.made];
        times.into_iter().find_map(Value::as_f64)
    }

    /// When it was begun, if the text says so.
    pub(super) fn begun(&self) -> Option<f64> {
        self.started.as_f64().or_else(|| self.changed())
    }
}
