//! The only room that calls the browser: storage, clock, chance, address, document.
//! Natively, where pages are rendered, everything here is calm and empty.

mod place;

#[cfg(target_arch = "wasm32")]
mod finding;
#[cfg(target_arch = "wasm32")]
mod forms;
#[cfg(target_arch = "wasm32")]
mod keeping;
#[cfg(target_arch = "wasm32")]
mod present;
#[cfg(target_arch = "wasm32")]
mod taking;
#[cfg(target_arch = "wasm32")]
mod vault;
#[cfg(target_arch = "wasm32")]
mod waiting;
#[cfg(target_arch = "wasm32")]
mod windows;
#[cfg(target_arch = "wasm32")]
pub use vault::{about_lock, is_sealing, is_waiting, lock_state, touch_lock, when_sealed};
#[cfg(target_arch = "wasm32")]
pub use {finding::*, forms::*, keeping::*, present::*, taking::*, waiting::*, windows::*};

#[cfg(not(target_arch = "wasm32"))]
mod absent;
#[cfg(not(target_arch = "wasm32"))]
pub use absent::*;

pub use place::{Place, layout, shelf};

/// How things stand with the lock of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// The browser offers no encryption here.
    Impossible,
    /// There is none.
    Off,
    /// There is one, and this tab has opened it.
    Open,
    /// There is one, and it is shut.
    Shut,
}

/// Why a chosen file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is larger than asked for.
    TooLarge,
    /// The browser failed.
    NotRead,
    /// None was chosen.
    None,
}
