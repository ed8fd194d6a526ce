//! A ladder as a picture and as lists of links: shared levels below, one lane for each track above.
//! Ladders of another shape are a table of rungs and tracks, or a list for each track.

use leptos::prelude::*;

use crate::ladder::{MapLayout, Rung};
use crate::web::components::{LevelName, Sign, Station, hue_class};

/// A level with its titles and its page's address: a stop on the map, a column of the matrix.
#[derive(Clone, Debug)]
pub struct LevelLink {
    /// The id.
    pub id: String,
    /// Its code and title.
    pub name: String,
    /// Its sign.
    pub sign: Sign,
    /// Its titles by scheme, the default one first.
    pub titles: Vec<(String, String)>,
    /// The address of its page.
    pub href: String,
    /// Its rung.
    pub rung: Option<Rung>,
}

impl LevelLink {
    /// The sign and, unless the sign already is the title, the title.
    fn words(&self, small: bool) -> AnyView {
        let sign = self.sign.clone();
        match small {
            true => view! { <Station level=sign /> }.into_any(),
            false => view! { <LevelName level=sign titles=self.titles.clone() /> }.into_any(),
        }
    }
}

/// How tall one rung is in the picture's own units.
const RUNG: i32 = 40;
/// The picture's left edge and width in the same units, and the middle lane.
const ACROSS: (i32, i32) = (8, 104);
const MIDDLE: i32 = 60;
/// How far from the middle a lane is: the shared one, one near, one far.
const LANES: [i32; 3] = [0, 14, 42];

/// The map. Every stop is a link; the drawing repeats the links for pointer users.
#[component]
pub fn TrailMap(
    /// All stops, in the order of the ladder’s levels.
    stops: Vec<LevelLink>,
    /// Where each stop lies.
    layout: MapLayout,
    /// The names of the left and the right track.
    tracks: [String; 2],
    /// The id of the level of this page.
    #[prop(optional_no_strip)]
    here: Option<String>,
    /// Whether it is the small one in the corner: codes only.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let top = layout.stops.iter().map(|stop| stop.y).max().unwrap_or(1);
    let part = |wanted: fn(i8) -> bool| -> Vec<LevelLink> {
        let mut placed: Vec<_> = layout.stops.iter().filter(|stop| wanted(stop.x)).collect();
        placed.sort_by_key(|stop| stop.y);
        let levels = placed.into_iter().filter_map(|stop| stops.get(stop.level));
        levels.cloned().collect()
    };
    let drawn = layout
        .stops
        .iter()
        .filter_map(|stop| {
            let link = stops.get(stop.level)?;
            let at_home = here.as_ref() == Some(&link.id);
            Some(station_shape(
                link,
                lane(stop.x),
                height(top, stop.y),
                at_home,
            ))
        })
        .collect_view();
    let shared: Vec<Rung> = layout
        .stops
        .iter()
        .filter(|stop| stop.x == 0)
        .map(|stop| stop.y)
        .collect();
    let shared_path = shared.iter().max().map(|highest| {
        let bottom = height(top, shared.iter().min().copied().unwrap_or(1)) + RUNG * 2 / 5;
        format!("M{MIDDLE} {bottom}V{}", height(top, *highest) - 4)
    });
    let [left, right] = layout.lines.each_ref().map(|line| path(top, line));
    let ties: String = layout
        .ties
        .iter()
        .map(|rung| {
            let y = height(top, *rung);
            format!("M{} {y}H{}", MIDDLE - LANES[1], MIDDLE + LANES[1])
        })
        .collect();
    let class = if small { "map map-small" } else { "map" };
    let box_of = format!("{} 0 {} {}", ACROSS.0, ACROSS.1, RUNG * i32::from(top));
    let [left_name, right_name] = tracks;
    view! {
        <div class=class>
            {stop_list("Levels that both tracks share".to_owned(), "map-shared", part(|x| x == 0), here.as_ref(), small)}
            {stop_list(format!("Levels of the {left_name} track"), "map-left", part(|x| x < 0), here.as_ref(), small)}
            {stop_list(format!("Levels of the {right_name} track"), "map-right", part(|x| x > 0), here.as_ref(), small)}
            <svg class="map-drawing" viewBox=box_of aria-hidden="true">
                {shared_path.map(|d| view! { <path class="map-path" d=d /> })}
                <path class="map-line-1 map-line" d=left />
                <path class="map-line-2 map-line" d=right.clone() />
                <path class="map-gap" d=right />
                <path class="map-tie" d=ties />
                {drawn}
            </svg>
        </div>
    }
}

/// Where a lane lies.
fn lane(x: i8) -> i32 {
    let far = LANES
        .get(usize::from(x.unsigned_abs()))
        .copied()
        .unwrap_or(LANES[2]);
    MIDDLE + far * i32::from(x.signum())
}

/// Where a rung lies, of so many.
fn height(top: Rung, rung: Rung) -> i32 {
    RUNG * (i32::from(top) - i32::from(rung)) + RUNG / 2
}

/// A line through the stops of a track, from the lowest up.
fn path(top: Rung, points: &[(i8, Rung)]) -> String {
    let mut points = points
        .iter()
        .map(|(x, rung)| (lane(*x), height(top, *rung)));
    let Some((mut x, mut y)) = points.next() else {
        return String::new();
    };
    let mut path = format!("M{x} {y}");
    for (to_x, to_y) in points {
        path.push_str(&match to_x == x {
            true => format!("V{to_y}"),
            false => format!(
                "C{x} {} {to_x} {} {to_x} {to_y}",
                y - RUNG / 2,
                to_y + RUNG / 2
            ),
        });
        (x, y) = (to_x, to_y);
    }
    path.push_str(&format!("V{}", y - RUNG * 2 / 5));
    path
}

fn stop_list(
    label: String,
    class: &'static str,
    stops: Vec<LevelLink>,
    here: Option<&String>,
    small: bool,
) -> Option<AnyView> {
    let items: Vec<AnyView> = stops
        .iter()
        .map(|stop| stop_item(stop, here, small))
        .collect();
    let list = view! { <ol class=format!("map-list {class}") aria-label=label>{items}</ol> };
    (!stops.is_empty()).then(|| list.into_any())
}

fn stop_item(stop: &LevelLink, here: Option<&String>, small: bool) -> AnyView {
    view! { <li>{stop_link(stop, here, small)}</li> }.into_any()
}

fn stop_link(stop: &LevelLink, here: Option<&String>, small: bool) -> AnyView {
    let current = (here == Some(&stop.id)).then_some("page");
    view! {
        <a class="map-stop" href=stop.href.clone() aria-current=current>
            {stop.words(small)}
        </a>
    }
    .into_any()
}

fn station_shape(stop: &LevelLink, x: i32, y: i32, at_home: bool) -> AnyView {
    let radius = if at_home { 9 } else { 6 };
    let shape = match stop.sign.hue {
        Some(2) => view! { <circle class="map-stop-2" cx=x cy=y r=radius /> }.into_any(),
        hue => {
            let class = if hue.is_some() {
                "map-stop-1"
            } else {
                "map-stop-shared"
            };
            let (left, top, side) = (x - radius, y - radius, 2 * radius);
            view! { <rect class=class x=left y=top width=side height=side /> }.into_any()
        }
    };
    let halo = at_home.then(|| view! { <circle class="map-here" cx=x cy=y r="15" /> });
    view! { <a href=stop.href.clone() tabindex="-1">{halo}{shape}</a> }.into_any()
}

/// A rung of the table: for each track, from the first on, the stop there and how many tracks share it.
#[derive(Clone, Debug)]
pub struct LadderRow {
    /// The rung.
    pub rung: Rung,
    /// The stops with the number of columns each takes; none where a track has no level.
    pub cells: Vec<(Option<LevelLink>, usize)>,
}

/// Rungs from the top down, tracks across; a level that tracks share spans their columns.
#[component]
pub fn LadderTable(
    /// The names of the tracks, with the number of their colours.
    tracks: Vec<(String, u8)>,
    /// The rungs, from the top down.
    rows: Vec<LadderRow>,
    /// The id of the level of this page.
    #[prop(optional_no_strip)]
    here: Option<String>,
) -> impl IntoView {
    let heads = tracks
        .into_iter()
        .map(|(name, hue)| view! { <th scope="col" class=hue_class(Some(hue))>{name}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .map(|(stop, span)| {
                    let class = stop.as_ref().map(|stop| hue_class(stop.sign.hue));
                    let span = (span > 1).then(|| span.to_string());
                    let link = stop.map(|stop| stop_link(&stop, here.as_ref(), false));
                    view! { <td class=class colspan=span>{link}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row" class="number">{row.rung.to_string()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section class="scroll" tabindex="0" aria-label="The ladder">
            <table class="ladder-table">
                <caption class="visually-hidden">"Levels by number and track"</caption>
                <thead><tr><th scope="col"><span class="visually-hidden">"Level"</span></th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// A track with its levels, where heights are not known or there are many tracks.
#[derive(Clone, Debug)]
pub struct TrackList {
    /// The track’s name.
    pub name: String,
    /// Its levels, in the ladder’s order.
    pub stops: Vec<LevelLink>,
}

/// A list for each track.
#[component]
pub fn LadderLists(
    /// The tracks.
    tracks: Vec<TrackList>,
    /// The id of the level of this page.
    #[prop(optional_no_strip)]
    here: Option<String>,
) -> impl IntoView {
    let lists = tracks
        .into_iter()
        .map(|track| {
            let items: Vec<AnyView> =
                track.stops.iter().map(|stop| stop_item(stop, here.as_ref(), false)).collect();
            view! { <section><h2 class="small-head">{track.name}</h2><ol class="plain-list">{items}</ol></section> }
        })
        .collect_view();
    view! { <div class="ladder-lists">{lists}</div> }
}
