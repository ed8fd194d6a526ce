//! Here, on any page: a note of what one did; on the pages of a ladder, the visitor's marks, once they
//! are switched on; on the home page, what is due. A program without Leptos, loaded for these alone.

#[cfg(feature = "browser")]
mod capture;
mod data;
#[cfg(feature = "browser")]
mod due;
#[cfg(feature = "browser")]
mod overlay;

pub use data::{HereData, file};

/// The link on the home page to what is due; hidden until something is. No id of a ladder has such a line.
pub const DUE: &str = "plan_due";

/// The styles of what this program adds. A page has only the styles that it can match itself, so those
/// that are needed come along, in a layer below the page's own.
#[cfg(feature = "browser")]
const STYLES: &str = concat!(
    "@layer layout{",
    include_str!("../styles/controls.css"),
    include_str!("../components/notice.css"),
    include_str!("../components/rung_switch.css"),
    include_str!("../components/mark_form.css"),
    "}",
    include_str!("here.css"),
);

/// Starts all three.
#[cfg(feature = "browser")]
pub fn start() {
    crate::web::dom::add_styles(STYLES);
    due::start();
    overlay::start();
    capture::start();
}

/// Whether saved data is locked, and not open in this tab.
#[cfg(feature = "browser")]
fn is_locked() -> bool {
    use crate::store::KeyValue;
    use crate::web::dom::{self, LocalStore, LockState};

    // Another tab may have set a lock since this page was opened.
    let is_set = || matches!(LocalStore.get(&dom::layout().lock()), Ok(Some(_)));
    match dom::lock_state() {
        LockState::Open => false,
        LockState::Shut => true,
        LockState::Off | LockState::Impossible => is_set(),
    }
}
