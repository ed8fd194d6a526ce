//! The quarantine: what cannot be read is moved, byte for byte, to where it is in nobody's way.
//! Knows keys and states; never a record that can be read, and never one of a newer app.

use std::fmt;

use super::address::Address;
use super::inventory::{State, state_at};
use super::layout::{Key, Layout};
use super::{KeyValue, Shelf, StoreError, old};

/// Why a record was not set aside or put back. Everything is where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsideError {
    /// No record of ours stands under this key.
    NotThere(String),
    /// The record can be read; there is nothing to repair.
    Readable(String),
    /// A newer app wrote it; it stays where it is.
    Newer {
        /// The key.
        key: String,
        /// The record's version.
        version: u32,
    },
    /// It is locked.
    Sealed(String),
    /// The place failed.
    Store(StoreError),
}

impl From<StoreError> for AsideError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for AsideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere(key) => write!(f, "{key}: nothing is there to move; reload the page"),
            Self::Readable(key) => write!(f, "{key}: can be read, so it stays where it is"),
            Self::Newer { key, version } => write!(
                f,
                "{key}: written by a newer version ({version}); reload to get the newest app"
            ),
            Self::Sealed(key) => write!(f, "{key}: is locked; unlock it first"),
            Self::Store(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for AsideError {}

impl<K: KeyValue> Shelf<K> {
    /// Moves a record that cannot be read to `aside/…`, and says under which key it is now. The
    /// copy is read back before the original goes.
    ///
    /// # Errors
    /// When the record can be read, is newer, locked or none of ours; when the place fails. The
    /// record is then where it was.
    pub fn set_aside(&self, key: &str) -> Result<String, AsideError> {
        let (address, text) = self.known(key)?;
        match state_at(&address, &text) {
            State::Unreadable { .. } => Ok(self.move_aside(key, &address, &text)?),
            state => Err(stays(key, state)),
        }
    }

    /// Puts a record that was set aside back to where it was. A record that has taken its place
    /// since is set aside in turn.
    ///
    /// # Errors
    /// When the key is of none that was set aside, when a newer or locked record has its place, or
    /// when the place fails. Both are then where they were.
    pub fn put_back(&self, key: &str) -> Result<(), AsideError> {
        let (address, text) = self.known(key)?;
        if address.aside.is_none() {
            return Err(AsideError::NotThere(key.to_owned()));
        }
        let home = address.in_use();
        let home_key = self.home_of(&home);
        let taken = self.place().get(&home_key)?;
        match &taken {
            Some(present) if *present == text => {}
            Some(present) => {
                let state = state_at(&home, present);
                if matches!(state, State::Newer { .. } | State::Sealed) {
                    return Err(stays(&home_key, state));
                }
                let copy = self.copy_aside(&home, present)?;
                if let Err(error) = self.write(&home_key, &text) {
                    self.put_right(&home_key, Some(present))?;
                    // Only a copy that was made here goes again.
                    if let Some(copy) = copy {
                        self.place().remove(&copy)?;
                    }
                    return Err(error.into());
                }
            }
            None => {
                if let Err(error) = self.write(&home_key, &text) {
                    self.put_right(&home_key, None)?;
                    return Err(error.into());
                }
            }
        }
        Ok(self.place().remove(key)?)
    }

    /// Copies the text of a record to where nobody reads it, then removes the original.
    pub(super) fn move_aside(
        &self,
        key: &str,
        address: &Address,
        text: &str,
    ) -> Result<String, StoreError> {
        self.copy_aside(address, text)?;
        // Another tab may have written here in the meantime; then it stays.
        if self.place().get(key)?.as_deref() == Some(text) {
            self.place().remove(key)?;
        }
        for place in address.asides() {
            let key = self.layout().key(&place);
            if self.place().get(&key)?.as_deref() == Some(text) {
                return Ok(key);
            }
        }
        Err(StoreError::NotKept)
    }

    /// Copies a text to `aside/…`; the key, if it was not there yet.
    fn copy_aside(&self, address: &Address, text: &str) -> Result<Option<String>, StoreError> {
        for place in address.asides() {
            let key = self.layout().key(&place);
            match self.place().get(&key)? {
                Some(there) if there == text => return Ok(None),
                Some(_) => {}
                None => {
                    if let Err(error) = self.write(&key, text) {
                        self.put_right(&key, None)?;
                        return Err(error);
                    }
                    return Ok(Some(key));
                }
            }
        }
        Err(StoreError::Full)
    }

    /// Brings a key back to what it held before a write that failed.
    fn put_right(&self, key: &str, before: Option<&str>) -> Result<(), StoreError> {
        if self.place().get(key)?.as_deref() == before {
            return Ok(());
        }
        match before {
            Some(text) => self.write(key, text),
            None => self.place().remove(key),
        }
    }

    /// The key of a record in use. What was several values in one record is put back to where it
    /// was: in layout 1.
    fn home_of(&self, address: &Address) -> String {
        match old::is_several(address) {
            true => Layout::old_key(&address.name()),
            false => self.layout().key(address),
        }
    }

    fn known(&self, key: &str) -> Result<(Address, String), AsideError> {
        let missing = || AsideError::NotThere(key.to_owned());
        let address = match self.layout().read(key) {
            Key::Known(address) => address,
            Key::Old(name) => match old::address(self.layout(), &name) {
                Ok(address) if old::is_several(&address) => address,
                _ => return Err(missing()),
            },
            _ => return Err(missing()),
        };
        let text = self.place().get(key)?.ok_or_else(missing)?;
        Ok((address, text))
    }
}

fn stays(key: &str, state: State) -> AsideError {
    let key = key.to_owned();
    match state {
        State::Newer { version } => AsideError::Newer { key, version },
        State::Sealed | State::OtherLock => AsideError::Sealed(key),
        State::Aside | State::Waiting | State::Unknown => AsideError::NotThere(key),
        State::Readable | State::Unreadable { .. } => AsideError::Readable(key),
    }
}
