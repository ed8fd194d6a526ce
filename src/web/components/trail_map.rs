//! The fork as a picture and as lists of links: one trunk, two lanes at 5 and 6, two rails to 9.

use leptos::prelude::*;

use crate::ladder::{LevelCode, Track};
use crate::web::components::Station;

/// A level with its titles and its page's address: a stop on the map, a column of the matrix.
#[derive(Clone, Debug)]
pub struct LevelLink {
    /// The level.
    pub code: LevelCode,
    /// Its titles by scheme, the default one first.
    pub titles: Vec<(String, String)>,
    /// The address of its page.
    pub href: String,
}

/// The height of one rung in the picture's units.
const RUNG: u16 = 40;
/// The picture's left edge and width in the same units.
const ACROSS: (u16, u16) = (8, 104);

/// The map. Every stop is a link; the drawing repeats the links for pointer users.
#[component]
pub fn TrailMap(
    /// All stops, from T1 up.
    stops: Vec<LevelLink>,
    /// The level to mark as “You are here”.
    #[prop(optional_no_strip)]
    here: Option<LevelCode>,
    /// Whether it is the small map in the corner: codes only.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let part = |wanted: fn(&LevelCode) -> bool| -> Vec<LevelLink> {
        stops.iter().filter(|s| wanted(&s.code)).cloned().collect()
    };
    let trunk = part(|code| code.is_trunk());
    let deep = part(|code| !code.is_trunk() && code.track() == Track::Deep);
    let broad = part(|code| code.track() == Track::Broad);
    let drawn = stops
        .iter()
        .map(|stop| station_shape(stop, here))
        .collect_view();
    let class = if small { "map map-small" } else { "map" };
    let height = RUNG * u16::from(LevelCode::TOP_RUNG);
    view! {
        <div class=class>
            {stop_list("Both tracks, rungs 1 to 4", "map-trunk", trunk, here, small)}
            {stop_list("Deep track, rungs 5 to 9", "map-left", deep, here, small)}
            {stop_list("Broad track, rungs 5 to 9", "map-right", broad, here, small)}
            <svg class="map-drawing" viewBox=format!("{} 0 {} {height}", ACROSS.0, ACROSS.1) aria-hidden="true">
                <path class="map-path" d="M60 356V216" />
                <path class="map-deep map-line" d="M60 216C60 196 46 200 46 180V140C46 110 18 112 18 84V4" />
                <path class="map-broad map-line" d="M60 216C60 196 74 200 74 180V140C74 110 102 112 102 84V4" />
                <path class="map-gap" d="M60 216C60 196 74 200 74 180V140C74 110 102 112 102 84V4" />
                <path class="map-tie" d="M46 180H74M46 140H74" />
                {drawn}
            </svg>
        </div>
    }
}

fn stop_list(
    label: &'static str,
    class: &'static str,
    stops: Vec<LevelLink>,
    here: Option<LevelCode>,
    small: bool,
) -> impl IntoView {
    let items = stops
        .into_iter()
        .map(|stop| {
            let current = (here == Some(stop.code)).then_some("page");
            let title = (!small).then(
                || view! { <crate::web::components::LevelTitle titles=stop.titles.clone() /> },
            );
            view! {
                <li>
                    <a class="map-stop" href=stop.href aria-current=current>
                        <Station code=stop.code />
                        {title}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ol class=format!("map-list {class}") aria-label=label>{items}</ol> }
}

/// The position of a stop in the picture.
fn position(code: LevelCode) -> (u16, u16) {
    let x = match (code.is_trunk(), code.track(), code.rung()) {
        (true, _, _) => 60,
        (_, Track::Deep, 5 | 6) => 46,
        (_, Track::Broad, 5 | 6) => 74,
        (_, Track::Deep, _) => 18,
        (_, Track::Broad, _) => 102,
    };
    (
        x,
        RUNG * u16::from(LevelCode::TOP_RUNG - code.rung()) + RUNG / 2,
    )
}

fn station_shape(stop: &LevelLink, here: Option<LevelCode>) -> impl IntoView + use<> {
    let (x, y) = position(stop.code);
    let at_home = here == Some(stop.code);
    let radius: u16 = if at_home { 9 } else { 6 };
    let shape = match (stop.code.is_trunk(), stop.code.track()) {
        (false, Track::Broad) => {
            view! { <circle class="map-broad-stop" cx=x cy=y r=radius /> }.into_any()
        }
        (trunk, _) => {
            let class = if trunk {
                "map-trunk-stop"
            } else {
                "map-deep-stop"
            };
            let (left, top, side) = (x - radius, y - radius, 2 * radius);
            view! { <rect class=class x=left y=top width=side height=side /> }.into_any()
        }
    };
    let halo = at_home.then(|| view! { <circle class="map-here" cx=x cy=y r="15" /> });
    view! { <a href=stop.href.clone() tabindex="-1">{halo}{shape}</a> }
}
