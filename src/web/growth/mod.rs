//! My growth: where I stand, what next, and the case for it. Each part has a page; four programs
//! fill them from what is saved in this browser.

#[cfg(feature = "browser")]
mod case;
#[cfg(feature = "browser")]
mod check_ins;
mod data;
#[cfg(feature = "browser")]
mod dates;
#[cfg(feature = "browser")]
mod evidence;
#[cfg(feature = "browser")]
mod island;
#[cfg(feature = "browser")]
mod levels;
#[cfg(feature = "browser")]
mod marks;
#[cfg(feature = "browser")]
mod model;
#[cfg(feature = "browser")]
mod named;
#[cfg(feature = "browser")]
mod over_time;
#[cfg(feature = "browser")]
mod overview;
pub mod page;
#[cfg(feature = "browser")]
mod plan;
#[cfg(feature = "browser")]
mod second_view;
#[cfg(feature = "browser")]
mod steps;
#[cfg(feature = "browser")]
mod typed;
#[cfg(feature = "browser")]
mod wording;
#[cfg(feature = "browser")]
mod words;

pub use data::{FILE, GrowthData, file};
#[cfg(feature = "browser")]
pub use island::{start_growth, start_journal, start_over_time, start_review};
