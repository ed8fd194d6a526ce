//! A level's code as a symbol: square for deep, round for broad, plain on the trunk.

use leptos::prelude::*;

use crate::ladder::{Lean, LevelCode, Track};

/// The code in the shape and colour of its track. The code's letter says the same without shape and
/// colour.
#[component]
pub fn Station(
    /// The level.
    code: LevelCode,
    /// Whether it is large, as on the level's own page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let track = if code.is_trunk() {
        "trunk"
    } else {
        code.track().id()
    };
    let size = if large { " station-large" } else { "" };
    view! { <span class=format!("station station-{track}{size}")>{code.to_string()}</span> }
}

/// The track for which a competency matters more, as a shape and a word.
#[component]
pub fn LeanMark(
    /// The lean.
    lean: Lean,
) -> impl IntoView {
    let (class, words) = match lean {
        Lean::Deep => (Track::Deep.id(), "leans deep"),
        Lean::Broad => (Track::Broad.id(), "leans broad"),
        Lean::Both => ("both", "both"),
    };
    view! { <span class=format!("lean lean-{class}")>{words}</span> }
}
