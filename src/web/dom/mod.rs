//! The only module that calls the browser: storage, clock, random numbers, address, document. Natively,
//! where pages are rendered, every function is a stub.

mod local_store;

#[cfg(target_arch = "wasm32")]
mod clipboard;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod document;
#[cfg(target_arch = "wasm32")]
mod download;
#[cfg(target_arch = "wasm32")]
mod forms;
#[cfg(target_arch = "wasm32")]
mod leaving;
#[cfg(target_arch = "wasm32")]
mod lock;
#[cfg(target_arch = "wasm32")]
mod own_marks;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod scroll;
#[cfg(target_arch = "wasm32")]
mod search_list;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod timers;
#[cfg(target_arch = "wasm32")]
pub use clipboard::*;
#[cfg(target_arch = "wasm32")]
pub use dialogs::*;
#[cfg(target_arch = "wasm32")]
pub use document::*;
#[cfg(target_arch = "wasm32")]
pub use download::*;
#[cfg(target_arch = "wasm32")]
pub use forms::*;
#[cfg(target_arch = "wasm32")]
pub use leaving::*;
#[cfg(target_arch = "wasm32")]
pub use lock::{about_lock, is_sealing, is_waiting, lock_state, touch_lock, when_sealed};
#[cfg(target_arch = "wasm32")]
pub use own_marks::*;
#[cfg(target_arch = "wasm32")]
pub use parts::*;
#[cfg(target_arch = "wasm32")]
pub use scroll::{bring_into_view, bring_to_top};
#[cfg(target_arch = "wasm32")]
pub use search_list::*;
#[cfg(target_arch = "wasm32")]
pub use storage::*;
#[cfg(target_arch = "wasm32")]
pub use timers::*;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

pub use local_store::{LocalStore, layout, repository};

/// The state of the lock of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// The browser offers no encryption here.
    Impossible,
    /// There is no lock.
    Off,
    /// There is a lock, and this tab has opened it.
    Open,
    /// There is a lock, and it is closed.
    Shut,
}

/// Why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is larger than the limit.
    TooLarge,
    /// The browser could not read it.
    NotRead,
    /// No file was chosen.
    None,
}
