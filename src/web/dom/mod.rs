//! The only module that calls the browser: storage, clock, random numbers, address, document. Natively,
//! where pages are rendered, every function is a stub.

mod local_store;

#[cfg(feature = "browser")]
mod clipboard;
#[cfg(feature = "browser")]
mod dates;
#[cfg(feature = "browser")]
mod dialogs;
#[cfg(feature = "browser")]
mod document;
#[cfg(feature = "browser")]
mod download;
#[cfg(feature = "browser")]
mod files;
#[cfg(feature = "browser")]
mod forms;
#[cfg(feature = "browser")]
mod leaving;
#[cfg(feature = "browser")]
mod lock;
#[cfg(feature = "browser")]
mod own_marks;
#[cfg(feature = "browser")]
mod parts;
#[cfg(feature = "browser")]
mod scroll;
#[cfg(feature = "browser")]
mod search_list;
#[cfg(feature = "browser")]
mod storage;
#[cfg(feature = "browser")]
mod timers;
#[cfg(feature = "browser")]
mod worker;
#[cfg(feature = "browser")]
pub use clipboard::*;
#[cfg(feature = "browser")]
pub use dates::*;
#[cfg(feature = "browser")]
pub use dialogs::*;
#[cfg(feature = "browser")]
pub use document::*;
#[cfg(feature = "browser")]
pub use download::*;
#[cfg(feature = "browser")]
pub use files::*;
#[cfg(feature = "browser")]
pub use forms::*;
#[cfg(feature = "browser")]
pub use leaving::*;
#[cfg(feature = "browser")]
pub use lock::{about_lock, is_sealing, is_waiting, lock_state, touch_lock, when_sealed};
#[cfg(feature = "browser")]
pub use own_marks::*;
#[cfg(feature = "browser")]
pub use parts::*;
#[cfg(feature = "browser")]
pub use scroll::{bring_into_view, bring_to_top};
#[cfg(feature = "browser")]
pub use search_list::*;
#[cfg(feature = "browser")]
pub use storage::*;
#[cfg(feature = "browser")]
pub use timers::*;
#[cfg(feature = "browser")]
pub use worker::*;

#[cfg(not(feature = "browser"))]
mod native;
#[cfg(not(feature = "browser"))]
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
