//! My data: its page, and its island: every record, backup and import, the lock.

mod backup;
mod importing;
mod island;
mod locking;
pub mod page;
mod records;
mod status;

#[cfg(feature = "browser")]
use leptos::prelude::*;

#[cfg(feature = "browser")]
use crate::web::island::{Island, mount};

pub use island::{DataBefore, DataPart};

/// Starts the island of My data.
#[cfg(feature = "browser")]
pub fn start() {
    mount(Island::Data, Some(()), |root, ()| {
        view! { <DataPart root=root /> }
    });
}
