//! Where records stand: the browser's local storage where it answers, else this page's memory.
//! Knows text under keys only.

use super::is_marked;
use crate::store::{KeyValue, Layout, Memory, Shelf, StoreError};

thread_local! {
    static MEMORY: Memory = Memory::default();
    static LAYOUT: Option<Layout> = local::layout();
    static ANSWERS: bool = local::answers();
}

/// The visitor's storage, or the memory of this page where storage is refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place;

/// The shelf that this visitor's records stand on, at this moment.
pub fn shelf() -> Shelf<Place> {
    Shelf::new(Place, layout()).at(super::now())
}

/// The keys of this copy of the app, as its pages name them.
pub fn layout() -> Layout {
    LAYOUT.with(Clone::clone).unwrap_or_else(Layout::of_nothing)
}

impl Place {
    /// Whether what is written here is still there tomorrow: false where the browser refuses, and
    /// where the page lost the ids that its keys are made of.
    pub fn lasts() -> bool {
        ANSWERS.with(|answers| *answers) && LAYOUT.with(Option::is_some)
    }
}

impl Place {
    /// The size of everything that this origin keeps, ours or not, in UTF-16 units of keys and texts.
    pub fn units() -> usize {
        let size = |key: String| {
            let text = Self.get(&key).ok().flatten().unwrap_or_default();
            key.encode_utf16().count() + text.encode_utf16().count()
        };
        Self.keys().unwrap_or_default().into_iter().map(size).sum()
    }
}

impl KeyValue for Place {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if Self::lasts() {
            local::get(key)
        } else {
            MEMORY.with(|memory| memory.get(key))
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        // Back brought this page from the browser's memory, and what is saved has changed since: it is
        // about to be fetched anew (before-paint.js), and must write nothing that it remembers.
        if is_marked("stale") {
            return Err(StoreError::Refused("stale page".to_owned()));
        }
        if Self::lasts() {
            local::set(key, text)
        } else {
            MEMORY.with(|memory| memory.set(key, text))
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if Self::lasts() {
            local::remove(key)
        } else {
            MEMORY.with(|memory| memory.remove(key))
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if Self::lasts() {
            local::keys()
        } else {
            MEMORY.with(KeyValue::keys)
        }
    }
}

/// The browser's local storage. `gloo_storage` panics where storage is refused, so nothing here
/// but `answers` may be called before `answers` said yes.
#[cfg(target_arch = "wasm32")]
mod local {
    use gloo_storage::{LocalStorage, Storage};
    use wasm_bindgen::JsValue;

    use super::super::vault;
    use super::{Layout, StoreError};

    /// The names and codes that browsers give an error of a full storage.
    const FULL_NAMES: [&str; 2] = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];
    const FULL_CODES: [f64; 2] = [22.0, 1014.0];

    /// By the ids that the page was served with.
    pub(super) fn layout() -> Option<Layout> {
        let root = web_sys::window()?.document()?.document_element()?;
        let id = |name: &str| root.get_attribute(name);
        Layout::new(&id("data-site")?, &id("data-ladder")?)
    }

    /// A framed page never looks: whoever framed it could draw over it what is pressed here.
    pub(super) fn answers() -> bool {
        web_sys::window()
            .filter(|window| !is_framed(window))
            .and_then(|window| window.local_storage().ok().flatten())
            .is_some_and(|storage| storage.length().is_ok())
    }

    fn is_framed(window: &web_sys::Window) -> bool {
        match window.top() {
            Ok(Some(top)) => top != *window,
            _ => true,
        }
    }

    pub(super) fn get(key: &str) -> Result<Option<String>, StoreError> {
        if vault::holds(key) {
            return vault::get(key);
        }
        LocalStorage::raw().get_item(key).map_err(|e| refused(&e))
    }

    pub(super) fn set(key: &str, text: &str) -> Result<(), StoreError> {
        if vault::holds(key) {
            return vault::set(key, text);
        }
        LocalStorage::raw()
            .set_item(key, text)
            .map_err(|e| refused(&e))
    }

    pub(super) fn remove(key: &str) -> Result<(), StoreError> {
        if vault::holds(key) {
            return vault::remove(key);
        }
        LocalStorage::raw()
            .remove_item(key)
            .map_err(|e| refused(&e))
    }

    pub(super) fn keys() -> Result<Vec<String>, StoreError> {
        if vault::is_here() {
            return vault::keys();
        }
        let storage = LocalStorage::raw();
        let count = storage.length().map_err(|e| refused(&e))?;
        (0..count)
            .filter_map(|index| storage.key(index).map_err(|e| refused(&e)).transpose())
            .collect()
    }

    fn refused(error: &JsValue) -> StoreError {
        let field = |name: &str| js_sys::Reflect::get(error, &JsValue::from_str(name)).ok();
        let name = field("name")
            .and_then(|v| v.as_string())
            .unwrap_or_default();
        let code = field("code").and_then(|v| v.as_f64());
        let full = FULL_NAMES.contains(&name.as_str())
            || code.is_some_and(|code| FULL_CODES.contains(&code));
        if full {
            StoreError::Full
        } else {
            StoreError::Refused(name)
        }
    }
}

/// Natively there is no visitor and no storage; [`Place`] answers from memory.
#[cfg(not(target_arch = "wasm32"))]
mod local {
    use super::{Layout, StoreError};

    pub(super) const fn layout() -> Option<Layout> {
        None
    }

    pub(super) fn answers() -> bool {
        false
    }

    pub(super) const fn get(_key: &str) -> Result<Option<String>, StoreError> {
        Ok(None)
    }

    pub(super) const fn set(_key: &str, _text: &str) -> Result<(), StoreError> {
        Ok(())
    }

    pub(super) const fn remove(_key: &str) -> Result<(), StoreError> {
        Ok(())
    }

    pub(super) const fn keys() -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }
}
