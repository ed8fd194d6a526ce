//! The map with every station, as on the pages but wider. Knows no words but the levels' signs.

use std::fmt::Write as _;

use crate::ladder::{Ladder, Level, MapLayout, MapStop, Rung};
use crate::web::share_image::words::{Face, escaped, measure};
use crate::web::share_image::{HEIGHT, colour_of, token};

/// From one rung to the next where there is room, and the height of the lowest one.
const RUNG: i32 = 64;
const LOWEST_Y: i32 = 571;
/// From the lowest rung to the highest at most.
const ALL_RUNGS: i32 = 512;
/// The map's middle; how far near and far lanes lie from it.
const MIDDLE: i32 = 948;
const LANES: [i32; 2] = [40, 106];
/// The most width of a sign's words beside the map.
const ROOM: u32 = 110;

/// A map at the size of a picture.
pub(crate) struct Drawing<'a> {
    ladder: &'a Ladder,
    layout: &'a MapLayout,
    rung: i32,
}

impl<'a> Drawing<'a> {
    pub(crate) fn new(ladder: &'a Ladder, layout: &'a MapLayout) -> Self {
        let steps = i32::from(ladder.top()).saturating_sub(1).max(1);
        Self {
            ladder,
            layout,
            rung: RUNG.min(ALL_RUNGS / steps),
        }
    }

    /// Where a lane and a rung meet. The path comes from below the picture and the lines leave it at
    /// the top.
    fn place(&self, lane: i8, rung: Rung) -> (i32, i32) {
        let [near, far] = LANES;
        let aside = match lane.unsigned_abs() {
            0 => 0,
            1 => near,
            _ => far,
        };
        let up = i32::from(rung).saturating_sub(1);
        (
            MIDDLE + aside * i32::from(lane.signum()),
            LOWEST_Y - self.rung * up,
        )
    }

    /// A length that is drawn for the usual distance of two rungs.
    const fn scaled(&self, length: i32) -> i32 {
        length * self.rung / RUNG
    }

    /// The line of one track, up to the top of the picture.
    fn line(&self, points: &[(i8, Rung)]) -> String {
        let mut points = points.iter();
        let Some((first, rung)) = points.next() else {
            return String::new();
        };
        let (mut lane, (mut x, mut y)) = (*first, self.place(*first, *rung));
        // Side by side out of the highest shared stop, so that neither lies on the other.
        if lane == 0 {
            let leads = points.clone().next().map_or(0, |(lane, _)| lane.signum());
            x += 6 * i32::from(leads);
        }
        let mut path = format!("M{x} {y}");
        for (next, rung) in points {
            let (to_x, to_y) = self.place(*next, *rung);
            let _ = match (lane, lane == *next) {
                (_, true) => write!(path, "V{to_y}"),
                (0, _) => write!(
                    path,
                    "V{}C{x} {} {to_x} {} {to_x} {to_y}",
                    y - self.scaled(10),
                    y - self.scaled(36),
                    to_y + self.scaled(36)
                ),
                _ => write!(
                    path,
                    "C{x} {} {to_x} {} {to_x} {to_y}",
                    y - self.scaled(30),
                    to_y + self.scaled(30)
                ),
            };
            (lane, x, y) = (*next, to_x, to_y);
        }
        path.push_str("V-9");
        path
    }

    /// Draws the whole map; the levels of the page are larger and ringed.
    pub(crate) fn draw(&self, out: &mut String, here: &[&Level]) {
        let [ink, soft, paper] = ["ink", "ink-soft", "paper"].map(token);
        for rung in &self.layout.ties {
            let ((left, y), (right, _)) = (self.place(-1, *rung), self.place(1, *rung));
            let _ = write!(
                out,
                r#"<path d="M{left} {y}H{right}" fill="none" stroke="{soft}" stroke-width="3" stroke-dasharray="4 6"/>"#
            );
        }
        let mut line = |path: &str, colour: &str, width: u16| {
            let _ = write!(
                out,
                r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>"#
            );
        };
        let [left, right] = &self.layout.lines;
        line(&self.line(left), token("hue-1"), 11);
        let right = self.line(right);
        line(&right, token("hue-2"), 14);
        line(&right, paper, 5);
        let shared = self.layout.stops.iter().filter(|stop| stop.x == 0);
        if let Some(highest) = shared.map(|stop| stop.y).max() {
            let ((x, top), below) = (self.place(0, highest), HEIGHT + 9);
            line(&format!("M{x} {below}V{}", top - 8), soft, 11);
        }
        for stop in &self.layout.stops {
            let Some(level) = self.ladder.levels.get(stop.level) else {
                continue;
            };
            let at_home = here.contains(&level);
            if at_home {
                let (x, y) = self.place(stop.x, stop.y);
                let _ = write!(
                    out,
                    r#"<circle cx="{x}" cy="{y}" r="29" fill="none" stroke="{ink}" stroke-width="4"/>"#
                );
            }
            self.station(out, *stop, if at_home { 14 } else { 11 });
            self.label(out, *stop, level, at_home);
        }
    }

    /// The sign beside a station, where it is short enough to be there.
    fn label(&self, out: &mut String, stop: MapStop, level: &Level, at_home: bool) {
        let (sizes, gap): (&[u16], i32) = match at_home {
            true => (&[40, 24], 43),
            false => (&[24], 30),
        };
        let words = level.label();
        let mut sizes = sizes.iter().copied();
        let Some(size) = sizes.find(|size| measure(words, *size) <= ROOM) else {
            return;
        };
        let (x, y) = self.place(stop.x, stop.y);
        let (anchor, at) = match stop.x {
            ..0 => ("end", x - gap),
            _ => ("start", x + gap),
        };
        let (style, words) = (Face::Code.style(size), escaped(words));
        let (colour, base) = (colour_of(stop.hue), y + i32::from(size) * 33 / 100);
        let _ = write!(
            out,
            r#"<text x="{at}" y="{base}" text-anchor="{anchor}" {style} fill="{colour}">{words}</text>"#
        );
    }

    /// A station: square on the left track, round on the right one, hollow where both share it.
    fn station(&self, out: &mut String, stop: MapStop, reach: i32) {
        let (x, y) = self.place(stop.x, stop.y);
        let (colour, paper) = (colour_of(stop.hue), token("paper"));
        let stroke = reach / 2;
        let _ = if stop.x > 0 {
            write!(
                out,
                r#"<circle cx="{x}" cy="{y}" r="{reach}" fill="{paper}" stroke="{colour}" stroke-width="{stroke}"/>"#
            )
        } else {
            let fill = if stop.x == 0 { paper } else { colour };
            let (left, top, side) = (x - reach, y - reach, 2 * reach);
            write!(
                out,
                r#"<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="{fill}" stroke="{colour}" stroke-width="{stroke}"/>"#
            )
        };
    }
}
