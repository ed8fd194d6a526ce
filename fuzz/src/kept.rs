//! A storage that a target and a repository share, with a record of each kind. Uses the frozen records
//! of the native tests.

use std::collections::BTreeMap;
use std::rc::Rc;

use ladder_explorer::store::{KeyValue, Layout, Memory, Repository, StoreError};

/// The prefix of every key of this version.
pub const ROOT: &str = "ladder-explorer/v2/here/";

const RECORDS: [(&str, &str); 8] = [
    (
        "attempt/19aa5c1d280-2f6b1c3",
        include_str!("../../tests/fixtures/attempt-v2.json"),
    ),
    ("choice/tl/rung", "{\"schema\":1,\"value\":6}"),
    ("setting/slash-key", "{\"schema\":1,\"value\":false}"),
    (
        "case/tl/case",
        include_str!("../../tests/fixtures/case-v1.json"),
    ),
    (
        "opinion/0f93120c663cd5b8",
        include_str!("../../tests/fixtures/opinion-v1.json"),
    ),
    ("backup/made", "{\"schema\":1,\"value\":1763722800000.0}"),
    ("attempt/c1", "{\"schema\": 99}"),
    ("attempt/b1", "{\"schema\":"),
];

/// The keys of the storage.
pub fn layout() -> Layout {
    Layout::new("here", "tl").expect("two plain ids")
}

/// A storage in memory.
#[derive(Clone, Default)]
pub struct Place(Rc<Memory>);

impl KeyValue for Place {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

impl Place {
    /// A storage with a record of each kind, one of a newer app, and one that cannot be read.
    pub fn filled() -> Self {
        let place = Self::default();
        for (name, text) in RECORDS {
            place.put(&format!("{ROOT}{name}"), text);
        }
        place
    }

    /// Stores a text under a key.
    pub fn put(&self, key: &str, text: &str) {
        self.set(key, text).expect("memory keeps everything");
    }

    /// A repository on this storage.
    pub fn repository(&self) -> Repository<Self> {
        Repository::new(self.clone(), layout())
    }

    /// All stored texts, by key.
    pub fn everything(&self) -> BTreeMap<String, String> {
        let keys = self.keys().expect("memory answers").into_iter();
        keys.filter_map(|key| {
            let text = self.get(&key).expect("memory answers")?;
            Some((key, text))
        })
        .collect()
    }
}
