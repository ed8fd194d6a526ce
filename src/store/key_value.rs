//! The one interface between saved data and the storage: text under a key. Independent of the kinds of
//! record. The browser's storage implements it in `web::dom::LocalStore`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::store::StoreError;

/// A storage of text under keys.
pub trait KeyValue {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if access to the storage is refused.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Stores `text` under `key`. If it fails, the old text stays.
    ///
    /// # Errors
    /// [`StoreError::Full`] or [`StoreError::Refused`].
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes the text under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if access to the storage is refused.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, in any order.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if access to the storage is refused.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Holds text for as long as the page is open. Used, with a visible notice, if storage is refused.
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
