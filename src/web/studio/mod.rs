//! The Studio: a ladder read from files, corrected, looked at and taken along. Nothing leaves the browser.

#[cfg(feature = "browser")]
mod begin;
#[cfg(feature = "browser")]
mod cell;
#[cfg(feature = "browser")]
mod cells;
#[cfg(feature = "browser")]
mod checks;
#[cfg(feature = "browser")]
mod competencies;
#[cfg(feature = "browser")]
mod fields;
#[cfg(feature = "browser")]
mod helper;
#[cfg(feature = "browser")]
mod island;
#[cfg(feature = "browser")]
mod ladder;
#[cfg(feature = "browser")]
mod levels;
#[cfg(feature = "browser")]
mod model;
pub mod page;
#[cfg(feature = "browser")]
mod preview;
#[cfg(feature = "browser")]
mod report;
#[cfg(feature = "browser")]
mod take;
#[cfg(feature = "browser")]
mod tracks;

#[cfg(feature = "browser")]
pub use island::start;
