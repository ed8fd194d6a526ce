//! Text with lines, bullets, links and bold beginnings: what a cell of a table or a part of a document
//! says, without its markup.

use crate::import::html;
use crate::import::inline::inline;
use crate::import::names::{clean, is_picture};

/// One paragraph or one bullet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// 0 for a paragraph, 1 for a bullet, 2 for one within it, and so on.
    pub depth: usize,
    /// The whole text, on one line.
    pub text: String,
    /// The bold words that it begins with.
    pub lead: Option<String>,
    /// What follows these.
    pub rest: String,
    /// Words and addresses.
    pub links: Vec<(String, String)>,
}

impl Piece {
    /// Whether all of it is a link to another page of the same site, so that it says nothing itself.
    pub fn is_way(&self) -> bool {
        matches!(self.links.as_slice(), [(words, url)] if *words == self.text && !url.contains(':'))
    }
}

/// Some pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    pub pieces: Vec<Piece>,
}

/// The characters that stand for a bullet.
const BULLETS: &str = "-*•·–—▪◦‣●○■□✓✔➢➤➔";
/// Those of a bullet within a bullet.
const INNER: &str = "◦○□";

impl Rich {
    /// The content of a cell that was text: line breaks, bullets and numbers at the start of a line,
    /// and, where the text has it, HTML or links of Markdown.
    pub fn plain(text: &str) -> Self {
        if html::is_markup(text) {
            return html::fragment(text);
        }
        let mut pieces = Vec::new();
        for line in text.split('\n') {
            let indent = line.len() - line.trim_start().len();
            let (depth, line) = bullet(line.trim());
            let inner = usize::from(depth > 0 && indent >= 2);
            for part in in_one_line(line) {
                let mut piece = inline(part);
                piece.depth = if part.len() < line.len() {
                    1
                } else {
                    depth + inner
                };
                if !piece.text.is_empty() {
                    pieces.push(piece);
                }
            }
        }
        Self { pieces }
    }

    /// All of it on one line.
    pub fn line(&self) -> String {
        let texts = self.pieces.iter().map(|piece| piece.text.as_str());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Whether it says nothing at all.
    pub fn is_blank(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// The depth of a bullet at the start of a line, and the text behind it.
pub(super) fn bullet(line: &str) -> (usize, &str) {
    let mut letters = line.chars();
    let first = letters.next().unwrap_or_default();
    let rest = letters.as_str();
    if BULLETS.contains(first) && first != '\0' {
        let is_sure = !"-*–—·".contains(first);
        if rest.starts_with([' ', '\t', '\u{a0}']) || (is_sure && !rest.is_empty()) {
            return (1 + usize::from(INNER.contains(first)), rest.trim_start());
        }
    }
    match numbered(line) {
        Some((_, rest)) => (1, rest),
        None => (0, line),
    }
}

/// The number at the start of a line, such as “1.” or “2)”, and the text behind it.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    let number = line[..digits].parse().ok()?;
    rest.starts_with([' ', '\t', '\u{a0}'])
        .then(|| (number, rest.trim_start()))
}

/// The statements of a list that is written in one line, with bullets or numbers between.
fn in_one_line(line: &str) -> Vec<&str> {
    let by_bullets: Vec<&str> = line.split(" • ").map(str::trim).collect();
    if by_bullets.len() > 1 {
        return by_bullets;
    }
    // The first number was taken off with the bullet, so the second is looked for.
    let (mut parts, mut rest, mut number) = (Vec::new(), line, 2_usize);
    if let Some((1, behind)) = numbered(line) {
        rest = behind;
    }
    while let Some(at) = [format!(" {number}. "), format!(" {number}) ")]
        .iter()
        .find_map(|mark| rest.find(mark))
    {
        parts.push(rest[..at].trim());
        let behind = &rest[at + 1..];
        rest = behind
            .split_once(' ')
            .map_or("", |(_, rest)| rest)
            .trim_start();
        number += 1;
    }
    parts.push(rest);
    match number {
        // One number more may be a year or an amount: a list has at least three.
        2 | 3 => vec![line],
        _ => parts,
    }
}

/// The words that stand for a text that is not written.
const UNWRITTEN: [&str; 14] = [
    "missing",
    "notinuse",
    "todo",
    "tbd",
    "tbc",
    "tba",
    "fixme",
    "wip",
    "tobedefined",
    "tobedetermined",
    "tobewritten",
    "notdefined",
    "notyetdefined",
    "comingsoon",
];
/// The words that stand for nothing being expected.
const UNEXPECTED: [&str; 10] = [
    "no",
    "false",
    "na",
    "none",
    "notapplicable",
    "notexpected",
    "notrequired",
    "notapplicableatthislevel",
    "nothing",
    "noexpectation",
];

/// The signs that cross a box out, or leave it empty.
const CROSSES: &str = "✗✘✕✖❌☐";

/// What a text that says nothing says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nothing {
    /// Nothing is written yet.
    Unwritten,
    /// Nothing is expected.
    Unexpected,
}

/// What a text stands for that is a word for nothing.
pub(super) fn nothing(text: &str) -> Option<Nothing> {
    let text = clean(text);
    let letters: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let letters = letters.to_lowercase();
    if !text.is_empty() && text.chars().all(|sign| CROSSES.contains(sign)) {
        return Some(Nothing::Unexpected);
    }
    let is_picture = letters.is_empty() && text.chars().any(is_picture);
    if is_picture {
        return None;
    }
    if letters.is_empty() || UNWRITTEN.contains(&letters.as_str()) {
        return Some(Nothing::Unwritten);
    }
    let is_todo = text.starts_with("TODO") || text.starts_with("TBD") || text.starts_with("FIXME");
    if is_todo {
        return Some(Nothing::Unwritten);
    }
    UNEXPECTED
        .contains(&letters.as_str())
        .then_some(Nothing::Unexpected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(usize, String)> {
        let rich = Rich::plain(text);
        let pieces = rich.pieces.into_iter();
        pieces.map(|piece| (piece.depth, piece.text)).collect()
    }

    #[test]
    fn lines_bullets_and_numbers_are_pieces() {
        let list = |depth, texts: &[&str]| -> Vec<(usize, String)> {
            texts
                .iter()
                .map(|text| (depth, (*text).to_owned()))
                .collect()
        };
        assert_eq!(
            told("- one\n• two\n3) three"),
            list(1, &["one", "two", "three"])
        );
        assert_eq!(told("one\n\ntwo"), list(0, &["one", "two"]));
        assert_eq!(
            told("1. one 2. two 3. three"),
            list(1, &["one", "two", "three"])
        );
        assert_eq!(told("• one • two"), list(1, &["one", "two"]));
        assert_eq!(
            told("-5 degrees, in 2. place"),
            list(0, &["-5 degrees, in 2. place"])
        );
        assert_eq!(told("- a\n   - b")[1], (2, "b".to_owned()));
        assert_eq!(told("a<br>b &amp; c"), list(0, &["a", "b & c"]));
    }

    #[test]
    fn words_for_nothing_are_known() {
        for text in [
            "MISSING",
            "not in use",
            "TBD",
            "-",
            "…",
            "\u{a0}",
            "TODO: write it",
        ] {
            assert_eq!(nothing(text), Some(Nothing::Unwritten), "{text}");
        }
        for text in ["N/A", "None", "Not applicable"] {
            assert_eq!(nothing(text), Some(Nothing::Unexpected), "{text}");
        }
        assert_eq!(nothing("Nothing is missing in your plans"), None);
    }
}
