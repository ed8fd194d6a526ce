//! The picture for a shared link, as SVG text: text on the left, the map on the right. Uses the
//! ladder's codes and the light tokens, no routes or pages.
//!
//! `scripts/share-images.mjs` converts the text to a PNG, with the fonts that are named here.

mod map;
pub mod pages;
mod words;

use std::fmt::Write as _;

use crate::ladder::{LevelCode, Track};
use words::{Face, fit, line_of_text, write_lines};

const WIDTH: u16 = 1200;
const HEIGHT: u16 = 630;
/// The left edge of the text, and its width up to the map.
const MARGIN: u16 = 76;
const COLUMN: u16 = 620;
/// The top edge of the first symbol.
const TOP: u16 = 64;
/// The baseline of the name at the bottom.
const FOOT: u16 = 572;

/// The name at the bottom of every picture except the site's own.
const NAME: &str = "Ladder Explorer";

/// The picture of the site as a whole.
pub fn of_site(name: &str, tagline: &str) -> String {
    let mut words = String::new();
    let name = fit(name, COLUMN, 250, &[112, 104, 96, 84, 72, 60]);
    let below = write_lines(&mut words, &name, MARGIN, TOP + 4, Face::Title);
    let room = FOOT - 80 - below;
    let tagline = fit(tagline, COLUMN - 60, room, &[42, 38, 34, 30]);
    write_lines(&mut words, &tagline, MARGIN, below + 26, Face::Question);
    key(&mut words);
    picture(&words, &[])
}

/// The picture of one level's page.
pub fn of_level(code: LevelCode, title: &str, question: &str) -> String {
    const SIGN: u16 = 130;
    let mut words = String::new();
    sign(&mut words, code, MARGIN, TOP, SIGN);
    let top = TOP + SIGN + 22;
    let title = fit(title, COLUMN, 168, &[71, 66, 60, 54, 48, 42]);
    let below = write_lines(&mut words, &title, MARGIN, top, Face::Title) + 18;
    let question = fit(question, COLUMN, FOOT - 66 - below, &[40, 37, 34, 31, 28]);
    write_lines(&mut words, &question, MARGIN, below, Face::Question);
    brand(&mut words);
    picture(&words, &[code])
}

/// The picture of the page that compares two levels.
pub fn of_pair(a: LevelCode, a_title: &str, b: LevelCode, b_title: &str) -> String {
    const SIGN: u16 = 150;
    let mut words = String::new();
    for (code, title, top) in [(a, a_title, TOP), (b, b_title, TOP + SIGN + 64)] {
        let left = MARGIN + sign(&mut words, code, MARGIN, top, SIGN) + 34;
        let room = MARGIN + COLUMN - left;
        let title = fit(title, room, SIGN + 10, &[56, 52, 48, 44, 40, 36]);
        let middle = (top + SIGN / 2).saturating_sub(title.height() / 2);
        write_lines(&mut words, &title, left, middle, Face::Title);
    }
    brand(&mut words);
    picture(&words, &[a, b])
}

fn picture(words: &str, here: &[LevelCode]) -> String {
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{}"/>"#,
        token("paper")
    );
    map::draw(&mut out, here);
    out.push_str(words);
    out.push_str("</svg>\n");
    out
}

// --- Symbols ---

/// A level's code in the shape of its track; returns the width of the symbol.
fn sign(out: &mut String, code: LevelCode, left: u16, top: u16, height: u16) -> u16 {
    let colour = if code.is_trunk() {
        token("ink")
    } else {
        colour_of(code)
    };
    let width = height * 136 / 100;
    let mut frame = |inset: u16, stroke: u16, corner: u16| {
        let (x, y) = (left + inset, top + inset);
        let (wide, high) = (width - 2 * inset, height - 2 * inset);
        let _ = write!(
            out,
            r#"<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{corner}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>"#
        );
    };
    if code.track() == Track::Broad {
        frame(2, 5, height / 2 - 2);
        frame(12, 5, height / 2 - 12);
    } else {
        frame(3, 7, 5);
    }
    let size = height * 70 / 100;
    let style = Face::Code.style(size);
    let (middle, base) = (left + width / 2, top + height / 2 + size * 33 / 100);
    let _ = write!(
        out,
        r#"<text x="{middle}" y="{base}" text-anchor="middle" {style} fill="{colour}">{code}</text>"#
    );
    width
}

/// The name at the bottom, with the fork of the site's icon.
fn brand(out: &mut String) {
    let (deep, broad) = (token("deep"), token("broad"));
    let top = FOOT - 36;
    let _ = write!(
        out,
        r#"<g transform="translate({} {top}) scale(1.5)"><g fill="none" stroke-width="3"><path stroke="{deep}" d="M14.5 30V19C14.5 14 7 14 7 9V6"/><path stroke="{broad}" d="M17.5 30V19C17.5 14 25 14 25 9V6"/></g><rect x="3.5" y="2" width="7" height="7" fill="{deep}"/><circle cx="25" cy="5.5" r="3.8" fill="{broad}"/></g>"#,
        MARGIN - 5
    );
    line_of_text(out, NAME, MARGIN + 52, FOOT, 32, Face::Title);
}

/// The legend of the map.
fn key(out: &mut String) {
    let (deep, broad, paper) = (token("deep"), token("broad"), token("paper"));
    let (y, right) = (FOOT - 10, MARGIN + 230);
    let _ = write!(
        out,
        r#"<path d="M{MARGIN} {y}h76" stroke="{deep}" stroke-width="11"/><rect x="{}" y="{}" width="28" height="28" fill="{deep}"/><path d="M{right} {y}h76" stroke="{broad}" stroke-width="14"/><path d="M{right} {y}h76" stroke="{paper}" stroke-width="5"/><circle cx="{}" cy="{y}" r="11" fill="{paper}" stroke="{broad}" stroke-width="5"/>"#,
        MARGIN + 24,
        y - 14,
        right + 38
    );
    line_of_text(out, "deep", MARGIN + 94, FOOT, 34, Face::Title);
    line_of_text(out, "broad", right + 94, FOOT, 34, Face::Title);
}

fn colour_of(code: LevelCode) -> &'static str {
    token(match (code.is_trunk(), code.track()) {
        (true, _) => "ink-soft",
        (false, Track::Deep) => "deep",
        (false, Track::Broad) => "broad",
    })
}

/// A colour of the light scheme, from the stylesheet.
fn token(name: &str) -> &'static str {
    const STYLES: &str = include_str!("../styles/tokens.css");
    STYLES
        .split_once(&format!("--{name}:"))
        .and_then(|(_, behind)| behind.split_once(';'))
        .map_or("currentColor", |(value, _)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::Ladder;

    fn ladder() -> Ladder {
        Ladder::parse(include_str!("../../../ladders/technical-leadership.json")).unwrap()
    }

    /// Every picture, each level under every title it has in any scheme, and a few titles that are far
    /// too long.
    fn pictures() -> Vec<String> {
        let ladder = ladder();
        let endless = "Associate Director of <Technology> & Architekturverantwortung ".repeat(5);
        let mut titled: Vec<(LevelCode, &str)> = LevelCode::all().map(|c| (c, &*endless)).collect();
        titled.extend(ladder.levels.iter().map(|l| (l.code, l.title.as_str())));
        for scheme in &ladder.title_schemes {
            titled.extend(scheme.titles.iter().map(|(code, title)| (*code, &**title)));
        }
        let mut all = vec![of_site(NAME, &ladder.about), of_site(&endless, &endless)];
        for (code, title) in &titled {
            all.push(of_level(*code, title, &endless));
            let others = LevelCode::all().filter(|other| other != code);
            all.extend(others.map(|other| of_pair(*code, title, other, &endless)));
        }
        all.extend(
            ladder
                .levels
                .iter()
                .map(|l| of_level(l.code, &l.title, &l.question)),
        );
        all
    }

    fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
        let (_, behind) = tag.split_once(&format!(" {name}=\""))?;
        behind.split_once('"').map(|(value, _)| value)
    }

    /// Each text with its attributes; entities count with their full source length.
    fn texts(svg: &str) -> impl Iterator<Item = (&str, &str)> {
        svg.split("<text")
            .skip(1)
            .filter_map(|text| text.split_once("</text>")?.0.split_once('>'))
    }

    fn number(tag: &str, name: &str) -> u16 {
        attribute(tag, name).unwrap().parse().unwrap()
    }

    #[test]
    fn every_picture_is_well_formed() {
        for svg in pictures() {
            let mut open = Vec::new();
            for piece in svg.split('<').skip(1) {
                let (tag, text) = piece.split_once('>').unwrap();
                let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
                match (tag.starts_with('/'), tag.ends_with('/')) {
                    (true, _) => assert_eq!(open.pop(), Some(name), "{svg}"),
                    (_, true) => {}
                    _ => open.push(name),
                }
                assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
                let references = text.split('&').skip(1);
                assert!(references.clone().all(|r| r.contains(';')), "{text}");
                assert!(
                    text.trim().is_empty() || open.last() == Some(&"text"),
                    "{text}"
                );
            }
            assert!(open.is_empty(), "{open:?}");
        }
    }

    #[test]
    fn no_word_reaches_into_the_map_or_below_the_foot() {
        for svg in pictures() {
            for (tag, text) in
                texts(&svg).filter(|(tag, _)| attribute(tag, "text-anchor").is_none())
            {
                let text = text
                    .replace("&amp;", "&")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">");
                let (left, base, size) =
                    (number(tag, "x"), number(tag, "y"), number(tag, "font-size"));
                let right = u32::from(left) + words::measure(&text, size);
                assert!(
                    left > WIDTH / 2 || right <= u32::from(MARGIN + COLUMN),
                    "{text}"
                );
                assert!(base <= FOOT || left > WIDTH / 2, "{text}");
                assert!(
                    base == FOOT || base + size / 4 <= FOOT - 40 || left > WIDTH / 2,
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn titles_of_the_ladder_are_never_cut() {
        let ladder = ladder();
        let longest = "Associate Director of Technology";
        let titles = ladder.title_schemes.iter().flat_map(|s| s.titles.iter());
        for (code, title) in titles {
            let other = LevelCode::parse("T1").unwrap();
            assert!(!of_level(*code, title, "").contains('…'), "{title}");
            assert!(
                !of_pair(*code, title, other, longest).contains('…'),
                "{title}"
            );
        }
        for level in &ladder.levels {
            assert!(
                !of_level(level.code, longest, &level.question).contains('…'),
                "{}",
                level.code
            );
        }
    }

    #[test]
    fn a_page_s_levels_are_ringed_and_no_other() {
        for a in LevelCode::all() {
            let rings = |svg: &str| svg.matches(r#"r="29""#).count();
            assert_eq!(rings(&of_level(a, "", "")), 1);
            for b in LevelCode::all().filter(|b| *b != a) {
                let svg = of_pair(a, "", b, "");
                assert_eq!(rings(&svg), 2);
                for code in LevelCode::all() {
                    let signs = usize::from(code == a) + usize::from(code == b);
                    let shown = texts(&svg).filter(|(_, text)| *text == code.to_string());
                    assert_eq!(shown.count(), 1 + signs, "{code}");
                }
            }
        }
        assert!(!of_site("", "").contains(r#"r="29""#));
    }

    #[test]
    fn every_colour_is_one_of_the_light_tokens() {
        let svgs = pictures();
        assert!(svgs.iter().all(|svg| !svg.contains("currentColor")));
        assert_ne!(token("deep"), token("broad"));
        assert!(token("deep").starts_with('#'));
    }
}
