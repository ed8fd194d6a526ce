//! Entries as a list in Markdown (CommonMark 0.31): an item each, written so that nothing in a text
//! becomes markup, and read back as it was. Handles texts; their limits are elsewhere.
//!
//! A line that ends with a backslash goes on in the next one. White space that Markdown would drop is
//! written as a character reference.

use crate::growth::Entry;
use crate::growth::gather::RawEntry;

const LINKS: &str = "Links:";
const WITNESSES: &str = "Seen by:";
const COMPETENCIES: &str = "Competencies:";

/// Whether a line begins an item at the start of the line; one space in front is overlooked.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.strip_prefix(' ').unwrap_or(line);
    bullet(line.trim_end_matches('\r')).is_some()
}

/// The text behind the marker of an item.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '+'])?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

/// The items of a list, each with its line, counted from 1, and the lines that are part of none; of
/// several such lines in a row the first.
pub(super) fn read(text: &str) -> (Vec<(usize, RawEntry)>, Vec<usize>) {
    let (mut items, mut strangers): (Vec<(usize, Item)>, _) = (Vec::new(), Vec::new());
    let (mut open, mut strange) = (false, false);
    for (at, line) in text.split('\n').enumerate() {
        let line = line.trim_end_matches([' ', '\t', '\r']);
        let is_indented = line.starts_with("  ") || line.starts_with('\t');
        if is_item(line) {
            let line = line.strip_prefix(' ').unwrap_or(line);
            items.push((at + 1, Item::new(bullet(line).unwrap_or_default())));
            (open, strange) = (true, false);
        } else if let Some((_, item)) = items.last_mut().filter(|_| open)
            && (is_indented || line.is_empty())
        {
            item.add(line);
        } else if !line.is_empty() {
            if !strange {
                strangers.push(at + 1);
            }
            (open, strange) = (false, true);
        }
    }
    let items = items.into_iter();
    let items = items.map(|(line, item)| (line, item.finish())).collect();
    (items, strangers)
}

/// An item while it is read.
struct Item {
    raw: RawEntry,
    /// Whether the text of what was done goes on in the next line.
    goes_on: bool,
    /// The white space in front of the first line below.
    indent: Option<String>,
    outcome: Vec<String>,
}

impl Item {
    fn new(text: &str) -> Self {
        let (date, text) = dated(text);
        let (text, goes_on) = broken(text);
        let raw = RawEntry {
            date: date.to_owned(),
            did: unescaped(text),
            ..RawEntry::default()
        };
        Self {
            raw,
            goes_on,
            indent: None,
            outcome: Vec::new(),
        }
    }

    fn add(&mut self, line: &str) {
        if self.goes_on {
            let (text, goes_on) = broken(line.trim_start());
            self.raw.did.push('\n');
            self.raw.did.push_str(&unescaped(text));
            self.goes_on = goes_on;
            return;
        }
        let bare = line.trim_start();
        let labels = [
            (LINKS, &mut self.raw.links),
            (WITNESSES, &mut self.raw.witnesses),
            (COMPETENCIES, &mut self.raw.competencies),
        ];
        for (label, field) in labels {
            if let Some(text) = bullet(bare).and_then(|text| labelled(text, label)) {
                if !field.is_empty() {
                    field.push('\n');
                }
                match label {
                    LINKS => field.push_str(&unwrapped(text)),
                    _ => field.push_str(&unescaped(text)),
                }
                return;
            }
        }
        if bare.is_empty() {
            self.outcome.push(String::new());
            return;
        }
        let indent = &line[..line.len() - bare.len()];
        let known = self.indent.get_or_insert_with(|| indent.to_owned());
        let text = line.strip_prefix(known.as_str()).unwrap_or(bare);
        self.outcome.push(unescaped(broken(text).0));
    }

    fn finish(mut self) -> RawEntry {
        while self.outcome.last().is_some_and(String::is_empty) {
            self.outcome.pop();
        }
        let blank = self.outcome.iter().take_while(|line| line.is_empty());
        let blank = blank.count();
        self.raw.outcome = self.outcome[blank..].join("\n");
        self.raw
    }
}

/// A date in front of a text, and the text behind it; a colon or a dash between them is dropped.
fn dated(text: &str) -> (&str, &str) {
    if !begins_with_date(text) {
        return ("", text);
    }
    let (date, rest) = text.split_at(10);
    let rest = rest.trim_start();
    let rest = rest.strip_prefix([':', '-', '–', '—']).unwrap_or(rest);
    (date, rest.trim_start())
}

/// Whether a text begins with four, two and two digits as a date does, whatever they stand for.
fn begins_with_date(text: &str) -> bool {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match text.as_bytes() {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] => {
            let ends = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
            ends && digits(&[*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2])
        }
        _ => false,
    }
}

fn labelled<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let start = text.get(..label.len())?;
    start
        .eq_ignore_ascii_case(label)
        .then(|| text[label.len()..].trim_start())
}

/// A line without the backslash that joins it to the next one, and whether it had one.
fn broken(line: &str) -> (&str, bool) {
    let slashes = line.bytes().rev().take_while(|byte| *byte == b'\\').count();
    match slashes % 2 {
        1 => (&line[..line.len() - 1], true),
        _ => (line, false),
    }
}

/// Links without the brackets around each.
fn unwrapped(links: &str) -> String {
    let bare = links.split_whitespace().map(|link| {
        let link = link.trim_end_matches([',', ';']);
        let inner = link
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'));
        inner.unwrap_or(link)
    });
    bare.collect::<Vec<_>>().join(" ")
}

/// A text without escapes and character references.
fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['\\', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let mut letters = rest.chars();
        letters.next();
        if let Some(sign) = letters.next()
            && rest.starts_with('\\')
            && sign.is_ascii_punctuation()
        {
            out.push(sign);
            rest = letters.as_str();
        } else if let Some((letter, after)) = reference(rest) {
            out.push(letter);
            rest = after;
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out + rest
}

/// The character that a reference at the start of a text stands for, and the text behind it.
fn reference(text: &str) -> Option<(char, &str)> {
    // The longest is `&#1114111;`.
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let (name, after) = (text.get(1..end)?, text.get(end + 1..)?);
    text.starts_with('&').then_some(())?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        _ => {
            let digits = name.strip_prefix('#')?;
            let number: u32 = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(number).filter(|letter| *letter != '\0')?
        }
    };
    Some((letter, after))
}

/// Entries as a list in Markdown, in the order given.
pub fn to_markdown<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let items = entries.into_iter().map(item);
    items.collect::<Vec<_>>().join("\n")
}

fn item(entry: &Entry) -> String {
    let did = joined(&entry.did, "&#10;", "&#10;");
    let mut out = match entry.date {
        Some(date) => format!("- {date}: {did}\n"),
        // Not its date, although it looks like one.
        None if begins_with_date(&did) => format!("- {}{}\n", reference_to(&did[..1]), &did[1..]),
        None => format!("- {did}\n"),
    };
    if !entry.outcome.is_empty() {
        let text = entry.outcome.trim_matches('\n');
        let start = entry.outcome.len() - entry.outcome.trim_start_matches('\n').len();
        let (start, end) = (
            "&#10;".repeat(start),
            entry.outcome.len() - start - text.len(),
        );
        let (text, end) = (joined(text, "\n", "\n  "), "&#10;".repeat(end));
        out.push_str(&format!("\n  {start}{text}{end}\n"));
    }
    let links: Vec<String> = entry.links.iter().map(|link| format!("<{link}>")).collect();
    let witnesses: Vec<String> = entry.witnesses.split('\n').map(escaped).collect();
    let competencies: Vec<&str> = entry.competencies.iter().map(String::as_str).collect();
    let labels = [
        (LINKS, links.join(" ")),
        (WITNESSES, witnesses.join("&#10;")),
        (COMPETENCIES, competencies.join(", ")),
    ];
    let mut lines = labels
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .peekable();
    if lines.peek().is_some() {
        out.push('\n');
    }
    for (label, text) in lines {
        out.push_str(&format!("  - {label} {text}\n"));
    }
    out
}

/// The lines of a text, escaped: with a backslash at the end of a line that a line follows, else with
/// `blank` before an empty line and `next` before the one behind it.
fn joined(text: &str, blank: &str, next: &str) -> String {
    let (mut out, mut before) = (String::new(), None);
    for line in text.split('\n') {
        match before {
            None => {}
            Some(false) if !line.is_empty() => out.push_str("\\\n  "),
            Some(_) if line.is_empty() => out.push_str(blank),
            Some(_) => out.push_str(next),
        }
        out.push_str(&escaped(line));
        before = Some(line.is_empty());
    }
    out
}

/// A line in which nothing is markup and no white space is dropped.
fn escaped(line: &str) -> String {
    // Markers of lists, headings and rules only count at the beginning of a line.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let last = line.char_indices().next_back().map_or(0, |(at, _)| at);
    let mut out = String::with_capacity(line.len());
    for (at, letter) in line.char_indices() {
        let opens = at == digits
            && match letter {
                '#' | '+' | '-' | '=' | '!' => digits == 0,
                '.' | ')' => digits > 0,
                _ => false,
            };
        let is_edge = at == 0 || at == last;
        if letter == '\r' || (is_edge && letter.is_whitespace()) {
            out.push_str(&reference_to(letter.encode_utf8(&mut [0; 4])));
            continue;
        }
        if opens || r"\`*_[]<>|~&".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The character reference of a character.
fn reference_to(letter: &str) -> String {
    let code = letter.chars().next().map_or(0, u32::from);
    format!("&#{code};")
}
