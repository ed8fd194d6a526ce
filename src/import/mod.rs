//! Ladders from other people's files: tables, documents, data of other programs, and our own formats.
//! Text and choices in; a draft and a report out. What is not clear is a guess with a question, and
//! what is not read is said. Knows no page, and changes nothing that is kept.

mod asides;
mod assemble;
mod cell;
mod choices;
mod columns;
mod competencies;
mod data;
mod document;
mod down;
mod entities;
mod found;
mod grid;
mod headings;
mod heads;
mod heights;
mod html;
mod html_table;
mod inline;
mod kept;
mod kind;
mod labels;
mod language;
mod level_words;
mod long;
mod markdown;
mod names;
mod order;
mod outline;
mod pay;
mod people;
mod questions;
mod report;
mod rich;
mod roles;
mod same;
mod shape;
mod sides;
mod steps;
mod tables;
mod tags;
mod told;
mod walk;
mod wide;

use crate::guard::{Decoded, NotText, decoded, escape_hidden, grouped, text_of};
use crate::ladder::{Draft, ItemFile};

pub use choices::Choices;
pub use names::Ids;
pub use report::{Counts, Dropped, Guess, Offer, Refusal, Report};

use found::Found;
use kind::Kind;

/// The most files that one ladder is read from.
pub const MOST_FILES: usize = 100;
/// The most bytes of all of them.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What is said of a file in an older encoding.
const OLDER: &str = "the file is no UTF-8 and was read as Windows-1252; if letters look wrong here, save it as UTF-8";

/// A file, or what was pasted.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, as its owner knows it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A ladder that was read.
#[derive(Clone, Debug)]
pub struct Import {
    /// The ladder. [`Draft::check`] says what it still lacks.
    pub draft: Draft,
    /// What was read, what was not, and what has to be confirmed.
    pub report: Report,
}

/// Reads a ladder from tables, documents in Markdown or HTML, data of other programs in JSON or YAML, or a
/// file of our own.
///
/// # Errors
/// Why nothing could be read, as sentences with the file, the place and the remedy.
pub fn read(files: &[Source], choices: &Choices) -> Result<Import, Refusal> {
    let mut total = 0_usize;
    for file in files {
        total = total.saturating_add(file.bytes.len());
    }
    if files.is_empty() {
        return Err(Refusal::one("there is no file; choose at least one"));
    }
    if files.len() > MOST_FILES {
        return Err(Refusal::one(format!(
            "there are {} files, and {MOST_FILES} are the most; choose fewer",
            files.len()
        )));
    }
    if total > MOST_BYTES {
        return Err(Refusal::one(format!(
            "the files have {} bytes, and {} are the most; choose fewer, or split the ladder",
            grouped(total),
            grouped(MOST_BYTES)
        )));
    }
    let mut found = Found::new(choices);
    let mut texts = Vec::new();
    for file in files {
        let name = escape_hidden(&file.name);
        if let Some(problem) = kind::no_text(&file.bytes) {
            return Err(Refusal::one(format!("{name} {problem}")));
        }
        let fault = |fault: NotText| Refusal::one(format!("{name}, {fault}"));
        let Decoded { text, older } = decoded(&file.bytes).map_err(fault)?;
        if text.trim().is_empty() {
            return Err(Refusal::one(format!(
                "{name} is empty; choose another file"
            )));
        }
        let kind = kind::of(&name, &text);
        if let Some(line) = older {
            // A ladder of our own is UTF-8, like every file of ours.
            if kind == Kind::Ours {
                text_of(&file.bytes).map_err(fault)?;
            }
            let words = text.lines().nth(line - 1).unwrap_or_default();
            found.drop(&format!("{name}, line {line}"), words, OLDER);
        }
        texts.push((name, text, kind));
    }
    if let [(name, text, Kind::Ours)] = texts.as_slice() {
        return own(name, text);
    }
    let (mut sheets, mut documents, mut data) = (Vec::new(), Vec::new(), Vec::new());
    for (name, text, kind) in texts {
        match kind {
            Kind::Ours => {
                return Err(Refusal::one(format!(
                    "{name} is a whole ladder already; import it without other files"
                )));
            }
            Kind::Table => sheets.push((name, text)),
            Kind::Markdown => documents.push(markdown::read(&name, &text)),
            Kind::Html => documents.push(html::read(&name, &text)),
            Kind::Json | Kind::Yaml => data.push((name, text, kind)),
        }
    }
    tables::read_all(&mut found, &sheets)?;
    data::read(&mut found, data, &mut documents)?;
    outline::read(&mut found, documents);
    assemble::ladder(found, files)
}

/// A ladder in our own format, 1 or 2: nothing is guessed.
fn own(name: &str, text: &str) -> Result<Import, Refusal> {
    let draft = Draft::from_json(text)
        .map_err(|faults| Refusal::all(faults.iter().map(|fault| format!("{name}, {fault}"))))?;
    let report = Report {
        read: Counts::of(&draft),
        ..Report::default()
    };
    Ok(Import { draft, report })
}

impl Counts {
    /// What a draft holds.
    pub fn of(draft: &Draft) -> Self {
        let cells = draft.competencies.iter().flat_map(|competency| {
            let steps = competency.steps.values();
            competency.cells.values().chain(steps)
        });
        let mut counts = Self {
            levels: draft.levels.len(),
            competencies: draft.competencies.len(),
            ..Self::default()
        };
        for cell in cells {
            counts.cells += 1;
            counts.items += cell.items.len();
            counts.examples += cell.examples.len();
            for item in &cell.items {
                if let ItemFile::Whole(item) = item {
                    counts.examples += item.examples.len();
                }
            }
        }
        counts
    }
}
