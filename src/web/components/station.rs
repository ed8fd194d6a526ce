//! A level's code as a sign in the shape and colour of its track; plain where tracks share it.

use leptos::prelude::*;

use crate::ladder::{Level, LevelLine};

/// What a sign shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// The code, or the title of a level without one.
    pub label: String,
    /// The number of the track's colour; none where tracks share the level.
    pub hue: Option<u8>,
}

impl From<&Level> for Sign {
    fn from(level: &Level) -> Self {
        Self {
            label: level.label().to_owned(),
            hue: level.hue,
        }
    }
}

impl From<&LevelLine> for Sign {
    fn from(level: &LevelLine) -> Self {
        Self {
            label: level.label.clone(),
            hue: level.hue,
        }
    }
}

/// How many tracks have a colour and a shape of their own; those beyond look alike.
const HUES: u8 = 6;

/// The class of what belongs to a track: its colour, its line, its shape.
pub fn hue_class(hue: Option<u8>) -> String {
    match hue {
        Some(hue) => format!("hue-{}", hue.min(HUES + 1)),
        None => "hue-shared".to_owned(),
    }
}

/// The code in the shape and colour of its track. The label says the same to anyone who sees neither.
#[component]
pub fn Station(
    /// The level.
    #[prop(into)]
    level: Sign,
    /// Whether it is drawn large, as on the level's own page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let size = if large { " station-large" } else { "" };
    // A title in the place of a code is words, not a sign.
    let words = if level.label.chars().count() > 4 {
        " station-words"
    } else {
        ""
    };
    let hue = hue_class(level.hue);
    view! { <span class=format!("station {hue}{size}{words}")>{level.label}</span> }
}

/// Which track a competency counts more for.
#[derive(Clone, Debug, PartialEq)]
pub struct LeanSign {
    /// The number of the track's colour; none where no track counts it more.
    pub hue: Option<u8>,
    /// The track's id, or `both`: what the filter names it.
    pub id: String,
    /// The words.
    pub words: String,
}

/// Which track a competency counts more for, as a shape and words.
#[component]
pub fn LeanMark(
    /// The lean; none where the ladder does not weigh.
    lean: Option<LeanSign>,
) -> impl IntoView {
    lean.map(|lean| {
        let class = format!("lean lean-mark {}", hue_class(lean.hue));
        view! { <span class=class>{lean.words}</span> }
    })
}
