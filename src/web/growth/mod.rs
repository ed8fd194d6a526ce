//! My growth: where I stand, what next, and the case for it. Each part has a page; two programs and
//! that of the time axis fill them from what is saved in this browser.

#[cfg(target_arch = "wasm32")]
mod case;
#[cfg(target_arch = "wasm32")]
mod check_ins;
mod data;
#[cfg(target_arch = "wasm32")]
mod dates;
#[cfg(target_arch = "wasm32")]
mod evidence;
#[cfg(target_arch = "wasm32")]
mod island;
#[cfg(target_arch = "wasm32")]
mod journal;
#[cfg(target_arch = "wasm32")]
mod levels;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod model;
#[cfg(target_arch = "wasm32")]
mod named;
#[cfg(target_arch = "wasm32")]
mod over_time;
#[cfg(target_arch = "wasm32")]
mod overview;
pub mod page;
#[cfg(target_arch = "wasm32")]
mod plan;
#[cfg(target_arch = "wasm32")]
mod second_view;
#[cfg(target_arch = "wasm32")]
mod typed;
#[cfg(target_arch = "wasm32")]
mod wording;
#[cfg(target_arch = "wasm32")]
mod words;

pub use data::{FILE, GrowthData, file};

/// Starts My growth: profile, marks, plan, check-ins, second views.
#[cfg(target_arch = "wasm32")]
pub fn start_growth() {
    island::start();
}

/// Starts the journal of evidence and the case.
#[cfg(target_arch = "wasm32")]
pub fn start_journal() {
    journal::start();
}

/// Starts the time axis.
#[cfg(target_arch = "wasm32")]
pub fn start_over_time() {
    over_time::start();
}
