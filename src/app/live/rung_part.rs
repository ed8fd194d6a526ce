//! The matrix's choice of a rung, kept in the address so that it can be linked to.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::components::RungSwitch;
use crate::ladder::{LevelCode, Rung};

/// The rung shown where the address names none: the first one at which the tracks differ in full.
pub const FIRST_SHOWN: Rung = LevelCode::FORK_RUNG + 1;

/// The switch; the styles do the showing.
#[component]
pub fn RungPart() -> impl IntoView {
    let on_choose =
        Callback::new(|rung: Rung| browser::set_query(&format!("?rung={rung}"), false));
    view! { <RungSwitch legend="Rung" chosen=FIRST_SHOWN on_choose=on_choose /> }
}
