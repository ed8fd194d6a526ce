//! Parses the text of an author's file. Text that is not JSON, or belongs to another file, is reported
//! with its location, the cause and the remedy. The content is checked elsewhere.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use crate::guard::{Limits, place_behind};
use crate::ladder::Fault;

/// The kind of an author's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Ladder,
    Guide,
    Quiz,
}

impl FileKind {
    const ALL: [Self; 3] = [Self::Ladder, Self::Guide, Self::Quiz];

    const fn name(self) -> &'static str {
        match self {
            Self::Ladder => "ladder",
            Self::Guide => "guide",
            Self::Quiz => "quiz",
        }
    }

    /// Fields that only this kind has.
    const fn marks(self) -> [&'static str; 2] {
        match self {
            Self::Ladder => ["levels", "competencies"],
            Self::Guide => ["fork", "traps"],
            Self::Quiz => ["items", "forms"],
        }
    }

    fn is(self, file: &Value) -> bool {
        self.marks().iter().all(|field| file.get(field).is_some())
    }
}

/// Reads a file of this kind; a byte order mark is skipped.
///
/// # Errors
/// One fault, with its line and its column.
pub(crate) fn read_json<T: DeserializeOwned>(text: &str, kind: FileKind) -> Result<T, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Limits::PACK.check(text).map_err(|excess| {
        let place = format!("line {}, column {}", excess.line, excess.column);
        vec![Fault::new(place, excess.problem())]
    })?;
    // Serde would also accept a list with the fields in order.
    let first = text.trim_start();
    if !first.starts_with('{') || first.starts_with("{\\rtf") {
        let before = text.len() - first.len();
        return Err(vec![fault(text, before, not_a_group(first).to_owned())]);
    }
    serde_json::from_str(text).map_err(|error| vec![named(text, kind, &error)])
}

fn not_a_group(text: &str) -> &'static str {
    match text {
        "" => "the file is empty; bring its former text back",
        _ if text.starts_with("{\\rtf") => {
            "this is a document of a word processor, no JSON; save it as plain text"
        }
        _ if text.starts_with('<') && !text.starts_with("<<") => {
            "this is a web page, no JSON; download the file itself"
        }
        _ => cause(text, "").unwrap_or("this is no JSON of ours; a file has to begin with {"),
    }
}

fn named(text: &str, kind: FileKind, error: &serde_json::Error) -> Fault {
    let at = offset(text, error.line(), error.column());
    let told = error.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    if error.classify() == Category::Data {
        if let Some(problem) = of_another(text, kind) {
            return fault(text, 0, problem);
        }
        let name = kind.name();
        return fault(
            text,
            at,
            format!("{}; see {name}.schema.json beside it", plain(told)),
        );
    }
    if error.classify() == Category::Eof {
        let problem = "the file ends too early; a bracket or a quote that was opened is not closed";
        return fault(text, text.len(), problem.to_owned());
    }
    // A fault is reported at the invalid character, or at the one before it.
    let rest = text.get(at..).unwrap_or_default();
    let before = text.get(..at).unwrap_or_default().trim_end();
    let is_last = before.ends_with(',') && rest.trim_start().starts_with(['}', ']']);
    let problem = if is_last || told == "trailing comma" {
        Some("there is a comma after the last entry; delete it")
    } else {
        cause(rest, told).or_else(|| cause(rest.trim_start(), told))
    };
    let problem = problem.map_or_else(|| format!("this is no JSON: {told}"), str::to_owned);
    fault(text, at, problem)
}

/// A message of serde without the words of a programmer.
fn plain(told: &str) -> String {
    let Some((before, expected)) = told.split_once("expected ") else {
        return told.to_owned();
    };
    let is = |words: &[&str]| words.iter().any(|word| expected.starts_with(word));
    let expected = match () {
        () if is(&["struct", "map", "a map"]) => "a group of fields, { … }",
        () if is(&["sequence", "a sequence"]) => "a list, [ … ]",
        () if is(&["u8", "u16", "u32", "u64"]) => "a whole number",
        () if is(&["f64"]) => "a number",
        () if is(&["a string"]) => "a text",
        () => expected,
    };
    format!("{before}expected {expected}")
}

/// The cause of a syntax fault, from the text at its location.
fn cause(rest: &str, told: &str) -> Option<&'static str> {
    let first = rest.chars().next().unwrap_or_default();
    Some(match first {
        '“' | '”' | '„' | '‟' | '«' | '»' => {
            "this is a typographic quote; write a straight one, \", around names and texts"
        }
        '\'' | '‘' | '’' | '‚' | '`' => {
            "this is a single quote; write a straight double one, \", around names and texts"
        }
        '/' | '#' => "this is a comment; JSON has none, so delete it",
        '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}' => {
            "this is an unusual space (such as U+00A0); write an ordinary one"
        }
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {
            "this is an invisible character (such as U+200B); delete it"
        }
        '<' | '>' | '=' if is_merge(rest) => {
            "this is a conflict marker of a merge; choose one of the two sides and delete the markers"
        }
        _ if told.starts_with("control character") => {
            "a text is still open at the end of its line; its closing quote is missing, or is no straight one, \"; for a line break within a text write \\n"
        }
        _ if told.starts_with("invalid escape") => "a text has a single backslash; write two, \\\\",
        ',' => "there is one comma too many; delete it",
        _ if told.starts_with("expected `,`") => {
            "a comma is missing before this, or a text has a straight quote in it; write ‘ ’ or “ ” there"
        }
        _ if told.starts_with("expected `:`") => "a colon is missing after the name before this",
        _ if told.starts_with("key must be a string") => {
            "this name has no quotes; write straight double quotes, \", around it"
        }
        _ if told.starts_with("trailing characters") => {
            "there is more text after the last }; delete it"
        }
        _ => return None,
    })
}

fn is_merge(text: &str) -> bool {
    ["<<<<<<<", ">>>>>>>", "======="]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// The message if the text is valid JSON of another kind.
fn of_another(text: &str, kind: FileKind) -> Option<String> {
    let file: Value = serde_json::from_str(text).ok()?;
    let other = FileKind::ALL.into_iter().find(|one| one.is(&file))?;
    (other != kind).then(|| {
        let (other, own) = (other.name(), kind.name());
        format!("this is a {other}, not a {own}; put each into the file of its own name")
    })
}

/// The byte offset of a line and column as reported by serde, at a character boundary.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let before: usize = lines.map(str::len).sum();
    let mut at = before
        .saturating_add(column.saturating_sub(1))
        .min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn fault(text: &str, at: usize, problem: String) -> Fault {
    let (line, column) = place_behind(text.get(..at).unwrap_or_default());
    Fault::new(format!("line {line}, column {column}"), problem)
}
