//! The picture that goes with a shared link, as SVG text: the words on the left, the map on the right
//! where the ladder has one. Knows the ladder and the light tokens, no route.
//!
//! `scripts/share-images.mjs` converts the text to a PNG, with the fonts that are named here.

mod map;
pub mod pages;
mod words;

use std::fmt::Write as _;

use crate::ladder::{Ladder, Level, MapLayout, layout};
use map::Drawing;
use words::{Face, escaped, fit, line_of_text, measure, write_lines};

const WIDTH: u16 = 1200;
const HEIGHT: u16 = 630;
/// The left edge of the text, and its width up to the map.
const MARGIN: u16 = 76;
const COLUMN: u16 = 620;
/// The top edge of the first symbol.
const TOP: u16 = 64;
/// The baseline of the name at the bottom.
const FOOT: u16 = 572;
/// How many tracks have a colour of their own.
const HUES: u8 = 6;

/// The pictures of one ladder.
pub struct Pictures<'a> {
    /// What is at the foot of every picture but the site's own.
    name: &'a str,
    ladder: &'a Ladder,
    layout: Option<MapLayout>,
}

impl<'a> Pictures<'a> {
    /// The pictures of a ladder on a site of this name.
    pub fn new(name: &'a str, ladder: &'a Ladder) -> Self {
        Self {
            name,
            ladder,
            layout: layout(ladder),
        }
    }

    /// The picture of the site as a whole.
    pub fn of_site(&self, name: &str, tagline: &str) -> String {
        let mut words = String::new();
        let name = fit(name, COLUMN, 250, &[112, 104, 96, 84, 72, 60]);
        let below = write_lines(&mut words, &name, MARGIN, TOP + 4, Face::Title);
        let room = FOOT - 80 - below;
        let tagline = fit(tagline, COLUMN - 60, room, &[42, 38, 34, 30]);
        write_lines(&mut words, &tagline, MARGIN, below + 26, Face::Question);
        self.key(&mut words);
        self.picture(&words, &[])
    }

    /// The picture of one level's page.
    pub fn of_level(&self, level: &Level, title: &str, question: &str) -> String {
        const SIGN: u16 = 130;
        let mut words = String::new();
        let top = match sign(&mut words, level, MARGIN, TOP, SIGN) {
            0 => TOP,
            _ => TOP + SIGN + 22,
        };
        let title = fit(title, COLUMN, 168, &[71, 66, 60, 54, 48, 42]);
        let below = write_lines(&mut words, &title, MARGIN, top, Face::Title) + 18;
        let question = fit(question, COLUMN, FOOT - 66 - below, &[40, 37, 34, 31, 28]);
        write_lines(&mut words, &question, MARGIN, below, Face::Question);
        self.brand(&mut words);
        self.picture(&words, &[level])
    }

    /// The picture of the page that lays two levels side by side, each with its title.
    pub fn of_pair(&self, a: (&Level, &str), b: (&Level, &str)) -> String {
        const SIGN: u16 = 150;
        let mut words = String::new();
        for ((level, title), top) in [(a, TOP), (b, TOP + SIGN + 64)] {
            let left = match sign(&mut words, level, MARGIN, top, SIGN) {
                0 => MARGIN,
                width => MARGIN + width + 34,
            };
            let room = MARGIN + COLUMN - left;
            let title = fit(title, room, SIGN + 10, &[56, 52, 48, 44, 40, 36]);
            let middle = (top + SIGN / 2).saturating_sub(title.height() / 2);
            write_lines(&mut words, &title, left, middle, Face::Title);
        }
        self.brand(&mut words);
        self.picture(&words, &[a.0, b.0])
    }

    fn picture(&self, words: &str, here: &[&Level]) -> String {
        let mut out = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{}"/>"#,
            token("paper")
        );
        if let Some(layout) = &self.layout {
            Drawing::new(self.ladder, layout).draw(&mut out, here);
        }
        out.push_str(words);
        out.push_str("</svg>\n");
        out
    }

    /// The name at the foot, with the fork of the site's icon.
    fn brand(&self, out: &mut String) {
        let (left, right) = (token("hue-1"), token("hue-2"));
        let top = FOOT - 36;
        let _ = write!(
            out,
            r#"<g transform="translate({} {top}) scale(1.5)"><g fill="none" stroke-width="3"><path stroke="{left}" d="M14.5 30V19C14.5 14 7 14 7 9V6"/><path stroke="{right}" d="M17.5 30V19C17.5 14 25 14 25 9V6"/></g><rect x="3.5" y="2" width="7" height="7" fill="{left}"/><circle cx="25" cy="5.5" r="3.8" fill="{right}"/></g>"#,
            MARGIN - 5
        );
        let name = fit(self.name, COLUMN - 52, 38, &[32, 28, 24]);
        write_lines(out, &name, MARGIN + 52, FOOT - 26, Face::Title);
    }

    /// How to read the map; nothing where there is none, or where the names are too long for it.
    fn key(&self, out: &mut String) {
        const SIZE: u16 = 34;
        let names = self.layout.as_ref().map(|layout| {
            let tracks = layout.tracks.map(|track| self.ladder.tracks.get(track));
            tracks.map(|track| track.map_or("", |track| track.short.as_str()))
        });
        let Some([left_name, right_name]) = names else {
            return;
        };
        let wide = |name: &str| {
            u16::try_from(measure(name, SIZE))
                .unwrap_or(COLUMN)
                .min(COLUMN)
        };
        let right = MARGIN + 94 + wide(left_name).max(82) + 54;
        if right + 94 + wide(right_name) > MARGIN + COLUMN {
            return;
        }
        let ([first, second], paper) = (["hue-1", "hue-2"].map(token), token("paper"));
        let y = FOOT - 10;
        let _ = write!(
            out,
            r#"<path d="M{MARGIN} {y}h76" stroke="{first}" stroke-width="11"/><rect x="{}" y="{}" width="28" height="28" fill="{first}"/><path d="M{right} {y}h76" stroke="{second}" stroke-width="14"/><path d="M{right} {y}h76" stroke="{paper}" stroke-width="5"/><circle cx="{}" cy="{y}" r="11" fill="{paper}" stroke="{second}" stroke-width="5"/>"#,
            MARGIN + 24,
            y - 14,
            right + 38
        );
        line_of_text(out, left_name, MARGIN + 94, FOOT, SIZE, Face::Title);
        line_of_text(out, right_name, right + 94, FOOT, SIZE, Face::Title);
    }
}

// --- Symbols ---

/// A level's code in the shape of its track; returns how wide the sign is. A level without a code, or
/// with one too long for a sign, has none: 0.
fn sign(out: &mut String, level: &Level, left: u16, top: u16, height: u16) -> u16 {
    let Some(code) = &level.code else {
        return 0;
    };
    let sizes = [70, 56, 44].map(|share| height * share / 100);
    let usual = height * 136 / 100;
    let wide = |size: u16| u16::try_from(measure(code, size)).unwrap_or(u16::MAX);
    let room = |size: &u16| wide(*size) <= usual - height / 5;
    let longest = |size: u16| wide(size) <= COLUMN / 3;
    let Some((size, width)) =
        (sizes.iter().copied().find(room).map(|size| (size, usual))).or_else(|| {
            sizes
                .last()
                .copied()
                .filter(|size| longest(*size))
                .map(|size| (size, wide(size) + height / 2))
        })
    else {
        return 0;
    };
    let colour = match level.hue {
        None => token("ink"),
        hue => colour_of(hue),
    };
    let mut frame = |inset: u16, stroke: u16, corner: u16| {
        let (x, y) = (left + inset, top + inset);
        let (wide, high) = (width - 2 * inset, height - 2 * inset);
        let _ = write!(
            out,
            r#"<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{corner}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>"#
        );
    };
    if level.hue == Some(2) {
        frame(2, 5, height / 2 - 2);
        frame(12, 5, height / 2 - 12);
    } else {
        frame(3, 7, 5);
    }
    let (style, code) = (Face::Code.style(size), escaped(code));
    let (middle, base) = (left + width / 2, top + height / 2 + size * 33 / 100);
    let _ = write!(
        out,
        r#"<text x="{middle}" y="{base}" text-anchor="middle" {style} fill="{colour}">{code}</text>"#
    );
    width
}

/// The colour of a track by its number; of what tracks share a quiet one.
fn colour_of(hue: Option<u8>) -> &'static str {
    match hue {
        Some(hue) => token(&format!("hue-{}", hue.min(HUES))),
        None => token("ink-soft"),
    }
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

    const NAME: &str = "Ladder Explorer";

    fn ladder() -> Ladder {
        Ladder::parse(include_str!("../../../ladders/technical-leadership.json")).unwrap()
    }

    /// A ladder that is no map of two tracks.
    fn without_map() -> Ladder {
        Ladder::parse(include_str!("../../../ladders/small-company.json")).unwrap()
    }

    /// Every picture, each level under every title it has anywhere, and a few that are far too long.
    fn pictures() -> Vec<String> {
        [ladder(), without_map()]
            .iter()
            .flat_map(pictures_of)
            .collect()
    }

    fn pictures_of(ladder: &Ladder) -> Vec<String> {
        let pictures = Pictures::new(NAME, ladder);
        let endless = "Associate Director of <Technology> & Architekturverantwortung ".repeat(5);
        let levels = &ladder.levels;
        let mut titled: Vec<(&Level, &str)> = levels.iter().map(|l| (l, &*endless)).collect();
        titled.extend(levels.iter().map(|level| (level, &*level.title)));
        for level in levels {
            titled.extend(level.titles.values().map(|title| (level, &**title)));
        }
        let about = ladder.about.as_deref().unwrap();
        let mut all = vec![
            pictures.of_site(NAME, about),
            pictures.of_site(&endless, &endless),
        ];
        for &(level, title) in &titled {
            all.push(pictures.of_level(level, title, &endless));
            let others = levels.iter().filter(|other| *other != level);
            all.extend(others.map(|other| pictures.of_pair((level, title), (other, &*endless))));
        }
        all.extend(levels.iter().map(|level| {
            pictures.of_level(level, &level.title, level.question.as_deref().unwrap_or(""))
        }));
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
        let pictures = Pictures::new(NAME, &ladder);
        let longest = "Associate Director of Technology";
        let first = ladder.level("t1").unwrap();
        for level in &ladder.levels {
            for title in level.titles.values().map(String::as_str) {
                assert!(
                    !pictures.of_level(level, title, "").contains('…'),
                    "{title}"
                );
                let pair = pictures.of_pair((level, title), (first, longest));
                assert!(!pair.contains('…'), "{title}");
            }
            let question = level.question.as_deref().unwrap();
            let picture = pictures.of_level(level, longest, question);
            assert!(!picture.contains('…'), "{}", level.id);
        }
    }

    #[test]
    fn a_page_s_levels_are_ringed_and_no_other() {
        let ladder = ladder();
        let pictures = Pictures::new(NAME, &ladder);
        for a in &ladder.levels {
            let rings = |svg: &str| svg.matches(r#"r="29""#).count();
            assert_eq!(rings(&pictures.of_level(a, "", "")), 1);
            for b in ladder.levels.iter().filter(|b| *b != a) {
                let svg = pictures.of_pair((a, ""), (b, ""));
                assert_eq!(rings(&svg), 2);
                for level in &ladder.levels {
                    let signs = usize::from(level == a) + usize::from(level == b);
                    let shown = texts(&svg).filter(|(_, text)| *text == level.label());
                    assert_eq!(shown.count(), 1 + signs, "{}", level.id);
                }
            }
        }
        assert!(!pictures.of_site("", "").contains(r#"r="29""#));
    }

    #[test]
    fn a_ladder_without_a_map_has_its_words_alone() {
        let ladder = without_map();
        let pictures = Pictures::new(NAME, &ladder);
        for level in &ladder.levels {
            let svg = pictures.of_level(level, &level.title, "");
            let shown = texts(&svg).filter(|(_, text)| *text == level.label());
            assert_eq!(shown.count(), 1, "{}", level.id);
            assert!(!svg.contains("stroke-dasharray"));
        }
    }

    #[test]
    fn every_colour_is_one_of_the_light_tokens() {
        let svgs = pictures();
        assert!(svgs.iter().all(|svg| !svg.contains("currentColor")));
        let hues: Vec<&str> = (1..=HUES).map(|hue| colour_of(Some(hue))).collect();
        assert!(hues.iter().all(|hue| hue.starts_with('#')));
        assert_ne!(hues.first(), hues.get(1));
    }
}
