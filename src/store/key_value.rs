//! The one seam between what is saved and where: text under a key.
//! Knows nothing of records. The browser's own storage implements it in `web::dom::LocalStore`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::store::StoreError;

/// A place that keeps text under keys.
pub trait KeyValue {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the storage does not answer.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `text` under `key`. When it fails, the old text stays.
    ///
    /// # Errors
    /// [`StoreError::Full`] or [`StoreError::Refused`].
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes what is under `key`, if anything.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the storage does not answer.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, in any order.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the storage does not answer.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Keeps text for as long as the page is open: what is used, visibly, where storage is refused.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<String, String>>);

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}
