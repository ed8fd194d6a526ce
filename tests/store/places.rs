//! Stores that fail on purpose, each in one way in which a browser's storage can fail.
#![allow(dead_code)] // each test file uses some of them

use std::rc::Rc;

use ladder_explorer::store::{KeyValue, Layout, Memory, Repository, StoreError};

/// The site and the ladder of the tests.
pub fn layout() -> Layout {
    Layout::new("here", "tl").expect("two plain ids")
}

/// A store shared by the test and the repository, as two tabs share one storage.
#[derive(Clone, Default)]
pub struct Shared(Rc<Memory>);

impl KeyValue for Shared {
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

impl Shared {
    /// A repository over this store, as in a separate tab.
    pub fn repository(&self) -> Repository<Self> {
        Repository::new(self.clone(), layout())
    }

    /// Everything that is stored, in the order of the keys.
    pub fn everything(&self) -> Vec<(String, String)> {
        let keys = self.keys().unwrap().into_iter();
        keys.map(|key| (key.clone(), self.get(&key).unwrap().unwrap()))
            .collect()
    }

    pub fn used_without(&self, key: &str) -> usize {
        let others = self.everything().into_iter().filter(|(k, _)| k != key);
        others.map(|(key, text)| key.len() + text.len()).sum()
    }
}

/// A store with room for this many bytes, keys and texts together.
pub struct Full {
    pub kept: Shared,
    pub room: usize,
}

impl KeyValue for Full {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.kept.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if self.kept.used_without(key) + key.len() + text.len() > self.room {
            return Err(StoreError::Full);
        }
        self.kept.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.kept.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.kept.keys()
    }
}

/// A store that refuses all access.
pub struct Refused;

pub fn refused<T>() -> Result<T, StoreError> {
    Err(StoreError::Refused("SecurityError".to_owned()))
}

impl KeyValue for Refused {
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        refused()
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
        refused()
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        refused()
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        refused()
    }
}

/// A store that reports success for every write and saves only the first `keeps` characters of it;
/// with 0, not even the key.
pub struct Lying {
    pub kept: Shared,
    pub keeps: usize,
}

impl KeyValue for Lying {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.kept.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.keeps {
            0 => Ok(()),
            keeps => self
                .kept
                .set(key, &text.chars().take(keeps).collect::<String>()),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.kept.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.kept.keys()
    }
}

/// How a [`Failing`] store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A write fails because there is no room.
    Full,
    /// A write or a removal is refused.
    Refuses,
    /// A write reports success and saves half of the text; a removal only reports success.
    Lies,
}

/// A store whose `at`-th write or removal fails, counted from 0, and after it `times − 1` more.
pub struct Failing {
    pub kept: Shared,
    pub how: Failure,
    pub at: usize,
    pub times: usize,
    count: std::cell::Cell<usize>,
}

impl Failing {
    pub fn new(kept: &Shared, how: Failure, at: usize, times: usize) -> Self {
        Self {
            kept: kept.clone(),
            how,
            at,
            times,
            count: std::cell::Cell::new(0),
        }
    }

    /// Whether the failure has occurred.
    pub fn has_failed(&self) -> bool {
        self.count.get() > self.at
    }

    fn fails_now(&self) -> bool {
        let count = self.count.get();
        self.count.set(count + 1);
        (self.at..self.at.saturating_add(self.times)).contains(&count)
    }
}

impl KeyValue for &Failing {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.kept.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.how {
            _ if !self.fails_now() => self.kept.set(key, text),
            Failure::Full => Err(StoreError::Full),
            Failure::Refuses => refused(),
            Failure::Lies => {
                let half = text.chars().count() / 2;
                self.kept
                    .set(key, &text.chars().take(half).collect::<String>())
            }
        }
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        match self.how {
            _ if !self.fails_now() => self.kept.remove(key),
            Failure::Full | Failure::Refuses => refused(),
            Failure::Lies => Ok(()),
        }
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.kept.keys()
    }
}
