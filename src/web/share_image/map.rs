//! The fork with every station, as in the map of the pages but wider. Its only texts are the codes.

use std::fmt::Write as _;

use crate::ladder::{LevelCode, Track};
use crate::web::share_image::words::Face;
use crate::web::share_image::{HEIGHT, colour_of, token};

/// The distance between two rungs, and the height of the top one.
const RUNG: u16 = 64;
const TOP_RUNG_Y: u16 = 59;
/// The map's centre, and the distance of lanes and rails from it.
const TRUNK_X: u16 = 948;
const LANE: u16 = 40;
const RAIL: u16 = 106;

/// The position of a stop.
fn position(code: LevelCode) -> (u16, u16) {
    let aside = match code.rung() {
        0..=4 => 0,
        5 | 6 => LANE,
        _ => RAIL,
    };
    let x = match code.track() {
        Track::Deep => TRUNK_X - aside,
        Track::Broad => TRUNK_X + aside,
    };
    (x, height_of(code.rung()))
}

/// The height of a rung. The path enters from below the picture and the rails leave it at the top.
fn height_of(rung: u8) -> u16 {
    TOP_RUNG_Y + RUNG * u16::from(LevelCode::TOP_RUNG - rung)
}

/// The line of one track from the fork to the top.
fn rail(track: Track) -> String {
    // The tracks start side by side at T4, so that they do not overlap.
    let (start, lane, rail) = match track {
        Track::Deep => (TRUNK_X - 6, TRUNK_X - LANE, TRUNK_X - RAIL),
        Track::Broad => (TRUNK_X + 6, TRUNK_X + LANE, TRUNK_X + RAIL),
    };
    let (four, five, six, seven) = (height_of(4), height_of(5), height_of(6), height_of(7));
    format!(
        "M{start} {four}V{}C{start} {} {lane} {} {lane} {five}V{six}C{lane} {} {rail} {} {rail} {seven}V-9",
        four - 10,
        four - 36,
        five + 36,
        six - 30,
        seven + 30
    )
}

/// Draws the whole map; the levels of the page are larger and have a ring.
pub(crate) fn draw(out: &mut String, here: &[LevelCode]) {
    let [ink, soft, paper] = ["ink", "ink-soft", "paper"].map(token);
    let (deep, broad) = (rail(Track::Deep), rail(Track::Broad));
    let trunk = height_of(4);
    let below = HEIGHT + 9;
    for rung in LevelCode::FIRST_BROAD_RUNG..=LevelCode::FORK_RUNG {
        let (left, right, y) = (TRUNK_X - LANE, TRUNK_X + LANE, height_of(rung));
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
    line(&deep, token("deep"), 11);
    line(&broad, token("broad"), 14);
    line(&broad, paper, 5);
    line(&format!("M{TRUNK_X} {below}V{}", trunk - 8), soft, 11);
    for code in LevelCode::all() {
        let at_home = here.contains(&code);
        let (x, y) = position(code);
        if at_home {
            let _ = write!(
                out,
                r#"<circle cx="{x}" cy="{y}" r="29" fill="none" stroke="{ink}" stroke-width="4"/>"#
            );
        }
        stop(out, code, if at_home { 14 } else { 11 });
        let size = if at_home { 40 } else { 24 };
        let gap = if at_home { 43 } else { 30 };
        let (anchor, at) = match (code.is_trunk(), code.track()) {
            (false, Track::Deep) => ("end", x - gap),
            _ => ("start", x + gap),
        };
        let style = Face::Code.style(size);
        let (colour, base) = (colour_of(code), y + size * 33 / 100);
        let _ = write!(
            out,
            r#"<text x="{at}" y="{base}" text-anchor="{anchor}" {style} fill="{colour}">{code}</text>"#
        );
    }
}

/// A station: square on the deep track, round on the broad one, hollow on the trunk.
fn stop(out: &mut String, code: LevelCode, reach: u16) {
    let (x, y) = position(code);
    let (colour, paper) = (colour_of(code), token("paper"));
    let stroke = reach / 2;
    let _ = if code.track() == Track::Broad {
        write!(
            out,
            r#"<circle cx="{x}" cy="{y}" r="{reach}" fill="{paper}" stroke="{colour}" stroke-width="{stroke}"/>"#
        )
    } else {
        let fill = if code.is_trunk() { paper } else { colour };
        let (left, top, side) = (x - reach, y - reach, 2 * reach);
        write!(
            out,
            r#"<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="{fill}" stroke="{colour}" stroke-width="{stroke}"/>"#
        )
    };
}
