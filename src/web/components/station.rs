//! A level's code as a sign in the shape and colour of its track; plain where tracks share it.

use leptos::prelude::*;

use crate::ladder::{Level, LevelLine};
use crate::web::components::LevelTitle;

/// What a sign shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// The code, or the title of a level without one.
    pub label: String,
    /// The number of the track's colour; none where tracks share the level.
    pub hue: Option<u8>,
    /// Whether the label is a code, and not the title.
    pub is_code: bool,
}

impl From<&Level> for Sign {
    fn from(level: &Level) -> Self {
        Self {
            label: level.label().to_owned(),
            hue: level.hue,
            is_code: level.code.is_some(),
        }
    }
}

impl From<&LevelLine> for Sign {
    fn from(level: &LevelLine) -> Self {
        Self {
            label: level.label.clone(),
            hue: level.hue,
            is_code: level.is_code,
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
    let class = format!("{}{size}", class(&level));
    view! { <span class=class>{level.label}</span> }
}

/// A title in the place of a code is words, not a sign.
fn class(level: &Sign) -> String {
    let words = if level.is_code { "" } else { " station-words" };
    format!("station {}{words}", hue_class(level.hue))
}

/// The code with the title under each scheme; of a level without a code the title as the sign.
#[component]
pub fn LevelName(
    /// The level.
    #[prop(into)]
    level: Sign,
    /// `(scheme id, title)`, the default scheme first.
    titles: Vec<(String, String)>,
    /// Whether the code is drawn large.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    match level.is_code {
        true => view! { <Station level=level large=large /> " " <LevelTitle titles=titles /> }
            .into_any(),
        false => view! { <span class=class(&level)><LevelTitle titles=titles /></span> }.into_any(),
    }
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
