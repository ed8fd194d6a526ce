//! The storage of records: the browser's local storage if it works, else this page's memory. Handles
//! text under keys only.

use crate::store::{KeyValue, Layout, Memory, Repository, StoreError};
use crate::web::dom::is_marked;

thread_local! {
    static MEMORY: Memory = Memory::default();
    static LAYOUT: Option<Layout> = local::layout();
    static LOCAL: Option<local::Local> = local::Local::answering();
}

/// The visitor's storage, or the memory of this page if storage is refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

/// The repository with this visitor's records at the present time.
pub fn repository() -> Repository<LocalStore> {
    Repository::new(LocalStore, layout()).at(crate::web::dom::now())
}

/// The keys of this copy of the app, by the ids in its pages.
pub fn layout() -> Layout {
    LAYOUT.with(Clone::clone).unwrap_or_else(Layout::of_nothing)
}

impl LocalStore {
    /// Whether writes persist: false if the browser refuses storage, or if the page has lost the ids
    /// that its keys are made of.
    pub fn lasts() -> bool {
        LOCAL.with(Option::is_some)
    }

    /// Runs a function on local storage, or on this page's memory if storage does not work.
    fn with<T>(
        act: impl FnOnce(&local::Local) -> Result<T, StoreError>,
        otherwise: impl FnOnce(&Memory) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        LOCAL.with(|local| match local {
            Some(local) => act(local),
            None => MEMORY.with(otherwise),
        })
    }
}

impl LocalStore {
    /// The size of everything that this origin stores, including other apps' data, in UTF-16 units of
    /// keys and texts.
    pub fn units() -> usize {
        let size = |key: String| {
            let text = Self.get(&key).ok().flatten().unwrap_or_default();
            key.encode_utf16().count() + text.encode_utf16().count()
        };
        Self.keys().unwrap_or_default().into_iter().map(size).sum()
    }
}

impl KeyValue for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Self::with(|local| local.get(key), |memory| memory.get(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        // Back restored this page from the browser's memory, and saved data has changed since. It is
        // about to be reloaded (before-paint.js), and must not write its old state.
        if is_marked("stale") {
            return Err(StoreError::Refused("stale page".to_owned()));
        }
        Self::with(|local| local.set(key, text), |memory| memory.set(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Self::with(|local| local.remove(key), |memory| memory.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Self::with(local::Local::keys, KeyValue::keys)
    }
}

/// The browser's local storage, if it works.
#[cfg(feature = "browser")]
mod local {
    use gloo_storage::{LocalStorage, Storage};
    use wasm_bindgen::JsValue;

    use super::{Layout, StoreError};
    use crate::web::dom::lock;

    /// The names and codes of a browser's error for full storage.
    const FULL_NAMES: [&str; 2] = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];
    const FULL_CODES: [f64; 2] = [22.0, 1014.0];

    /// The layout with the ids that the page was served with.
    pub(crate) fn layout() -> Option<Layout> {
        let root = web_sys::window()?.document()?.document_element()?;
        let id = |name: &str| root.get_attribute(name);
        let layout = Layout::new(&id("data-site")?, &id("data-ladder")?)?;
        Some(layout.on_site_of(&id("data-first-ladder")?))
    }

    /// Storage that has been tested once. It is held here, since `gloo_storage` requests it again each
    /// time and panics if the browser refuses.
    pub(crate) struct Local(web_sys::Storage);

    impl Local {
        /// None if storage is missing or fails, or if the page has lost the ids that its keys are made
        /// of. A framed page never uses storage: the embedding page could draw over its buttons.
        pub(crate) fn answering() -> Option<Self> {
            let window = web_sys::window().filter(|window| !is_framed(window))?;
            layout()?;
            let storage = window.local_storage().ok()??;
            let reads = storage.length().and_then(|count| storage.key(count));
            reads
                .and_then(|_| storage.get_item("ladder-explorer"))
                .ok()?;
            Some(Self(LocalStorage::raw()))
        }

        pub(crate) fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            if lock::holds(key) {
                return lock::get(key);
            }
            self.0.get_item(key).map_err(|e| refused(&e))
        }

        pub(crate) fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
            if lock::holds(key) {
                return lock::set(key, text);
            }
            if self.was_locked_elsewhere(key)? {
                return Err(StoreError::Refused("locked in another tab".to_owned()));
            }
            self.0.set_item(key, text).map_err(|e| refused(&e))
        }

        /// Whether another tab has set a lock that this page, which is about to reload, does not have
        /// yet. Until then it must write no personal record as plain text.
        fn was_locked_elsewhere(&self, key: &str) -> Result<bool, StoreError> {
            let layout = crate::web::dom::layout();
            if lock::is_here() || !layout.is_personal(key) {
                return Ok(false);
            }
            let lock = self.0.get_item(&layout.lock()).map_err(|e| refused(&e))?;
            Ok(lock.is_some())
        }

        pub(crate) fn remove(&self, key: &str) -> Result<(), StoreError> {
            if lock::holds(key) {
                return lock::remove(key);
            }
            self.0.remove_item(key).map_err(|e| refused(&e))
        }

        pub(crate) fn keys(&self) -> Result<Vec<String>, StoreError> {
            if lock::is_here() {
                return lock::keys();
            }
            let count = self.0.length().map_err(|e| refused(&e))?;
            (0..count)
                .filter_map(|index| self.0.key(index).map_err(|e| refused(&e)).transpose())
                .collect()
        }
    }

    fn is_framed(window: &web_sys::Window) -> bool {
        match window.top() {
            Ok(Some(top)) => top != *window,
            _ => true,
        }
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

/// Natively there is no visitor and no storage; [`LocalStore`] uses memory.
#[cfg(not(feature = "browser"))]
mod local {
    use super::{Layout, StoreError};

    pub(crate) fn layout() -> Option<Layout> {
        None
    }

    pub(crate) enum Local {}

    impl Local {
        pub(crate) fn answering() -> Option<Self> {
            None
        }

        pub(crate) const fn get(&self, _key: &str) -> Result<Option<String>, StoreError> {
            match *self {}
        }

        pub(crate) const fn set(&self, _key: &str, _text: &str) -> Result<(), StoreError> {
            match *self {}
        }

        pub(crate) const fn remove(&self, _key: &str) -> Result<(), StoreError> {
            match *self {}
        }

        pub(crate) const fn keys(&self) -> Result<Vec<String>, StoreError> {
            match *self {}
        }
    }
}
