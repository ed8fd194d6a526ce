//! Entries from a file: a table, a list in Markdown, or our own JSON. Reads only; nothing is added until
//! someone has seen what was found and what was not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::growth::gather::{Column, Gathered, content, raw_of};
use crate::growth::{Entry, GrowthId, markdown};
use crate::guard::{Limits, escape_hidden, grouped};
use crate::table_text::{self, Rules, TableFault};

/// The name of our JSON inside a file.
pub(super) const FORMAT: &str = "ladder-explorer-evidence";
/// The version of our JSON that this app writes.
pub(super) const VERSION: u32 = 1;

/// How a table of entries is read.
const RULES: Rules = Rules {
    bytes: 16 * 1024 * 1024,
    rows: 5_000,
    columns: 40,
    field: 10_000,
    separator: None,
    loose_quotes: false,
};

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundEntries {
    /// The entries, in the order of the file. Entries from a table or a list have ids that depend on
    /// what they say only, so a file that is read twice has the same ones.
    pub entries: Vec<Entry>,
    /// Everything that was not read, in the order of the file. A row with a problem is no entry; it may
    /// have several.
    pub problems: Vec<ImportProblem>,
    /// The names of the columns that no field of an entry has; they are not read.
    pub unknown_columns: Vec<String>,
}

/// A part of a file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProblem {
    /// Where it is.
    pub place: ImportPlace,
    /// What is wrong, and how to mend it.
    pub why: String,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImportPlace {
    /// A line, counted from 1.
    Line(usize),
    /// An entry of our JSON, counted from 1.
    Entry(usize),
}

/// Why a file holds no entries at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// It cannot be read as a table.
    Csv(TableFault),
    /// No column says what was done; the names of the columns.
    NoDid(Vec<String>),
    /// A list has this many bytes.
    TooLarge(usize),
    /// A list or our JSON has this many entries.
    TooMany(usize),
    /// A list has no item.
    NoItem,
    /// It is not JSON, or not of the shape of ours; the parser’s message.
    Shape(String),
    /// It is JSON of something else.
    NotOurs,
    /// A newer app wrote it, in this version of the format.
    Newer(u32),
}

impl fmt::Display for ImportPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Entry(entry) => write!(f, "entry {entry}"),
        }
    }
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Csv(fault) => fault.to_string(),
            Self::NoDid(columns) => format!(
                "line 1 names no column “did”, “what” or “title”, only “{}”; give the column that says what was done one of these names",
                columns.join("”, “")
            ),
            Self::TooLarge(bytes) => format!(
                "the file has {} bytes, and {} are the most; split it into smaller files",
                grouped(*bytes),
                grouped(RULES.bytes)
            ),
            Self::TooMany(count) => format!(
                "the file has {} entries, and {} are the most; split it into smaller files",
                grouped(*count),
                grouped(RULES.rows)
            ),
            Self::NoItem => {
                "the file has no item of a list; begin each entry with “- ” on a line of its own"
                    .to_owned()
            }
            Self::Shape(why) => {
                format!("the file is not complete JSON of this app ({why}); export it again")
            }
            Self::NotOurs => {
                "the file is JSON of something else; choose a file that “My growth” has exported"
                    .to_owned()
            }
            Self::Newer(version) => format!(
                "a newer version of this app wrote the file (format {version}); reload the page to get it"
            ),
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for ImportFault {}

impl FoundEntries {
    /// Reads a text of any of the three kinds. What the ending of the file’s `name` does not say, if it
    /// has one, is found out: our JSON begins with a brace, and the first line of a table names the column
    /// that says what was done. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// As for the kind that it is; a text of none of them is read as a list.
    pub fn read(text: &str, name: &str, now: f64) -> Result<Self, ImportFault> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let names_did = || {
            let first = start.lines().next().unwrap_or_default();
            first
                .split([',', ';', '\t'])
                .any(|name| Column::of(name.trim().trim_matches('"')) == Some(Column::Did))
        };
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("csv" | "tsv") => Self::from_csv(text, now),
            Some("json") => Self::from_json(text),
            _ if start.starts_with('{') => Self::from_json(text),
            _ if names_did() => Self::from_csv(text, now),
            _ => Self::from_markdown(text, now),
        }
    }

    /// Reads a table whose first row names its columns, in any order and case: `date`; `did`, `what` or
    /// `title`; `outcome`, `impact` or `result`; `links`, `link` or `url`; `witnesses` or `who`;
    /// `competencies`. Several links are separated by spaces or lines, several competencies by commas,
    /// semicolons or lines. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// If it is no table, or no column says what was done.
    pub fn from_csv(text: &str, now: f64) -> Result<Self, ImportFault> {
        let table = table_text::read(text, &RULES).map_err(ImportFault::Csv)?;
        let (mut columns, mut found) = (BTreeMap::new(), Self::default());
        for (at, name) in table.header.fields.iter().enumerate() {
            match Column::of(name) {
                Some(column) if !columns.contains_key(&column) => {
                    columns.insert(column, at);
                }
                _ => found.unknown_columns.push(escape_hidden(name.trim())),
            }
        }
        if !columns.contains_key(&Column::Did) {
            return Err(ImportFault::NoDid(table.header.fields));
        }
        let width = table.header.fields.len();
        let mut gathered = Gathered::new(now);
        for row in &table.rows {
            if row.fields.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            let place = ImportPlace::Line(row.line);
            if row
                .fields
                .iter()
                .skip(width)
                .any(|field| !field.trim().is_empty())
            {
                found.problems.push(ImportProblem {
                    place,
                    why: format!(
                        "it has {} fields, and the first line names {width}; put a field that has a separator in it in quotes",
                        row.fields.len()
                    ),
                });
                continue;
            }
            match gathered.entry(&raw_of(row, &columns)) {
                Ok(entry) => found.entries.push(entry),
                Err(whys) => found.refuse(place, whys),
            }
        }
        Ok(found)
    }

    /// Reads a list in Markdown: one entry for each item, which begins with `- ` (or `* ` or `+ `) at
    /// the start of its line. A date like `2026-10-31` in front is the entry’s date; the lines that are
    /// indented below say what came of it, apart from those that begin with `- Links:`, `- Seen by:` or
    /// `- Competencies:`. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// If it is too large, or has no item.
    pub fn from_markdown(text: &str, now: f64) -> Result<Self, ImportFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let count = text.lines().filter(|line| markdown::is_item(line)).count();
        if count > RULES.rows {
            return Err(ImportFault::TooMany(count));
        }
        if text.len() > RULES.bytes {
            return Err(ImportFault::TooLarge(text.len()));
        }
        let (items, strangers) = markdown::read(text);
        if items.is_empty() {
            return Err(ImportFault::NoItem);
        }
        let (mut found, mut gathered) = (Self::default(), Gathered::new(now));
        for line in strangers {
            let why = "it is not part of a list; begin it with “- ” to make it an entry, or with two spaces to make it part of the one above";
            found.refuse(ImportPlace::Line(line), vec![why.to_owned()]);
        }
        for (line, raw) in items {
            match gathered.entry(&raw) {
                Ok(entry) => found.entries.push(entry),
                Err(whys) => found.refuse(ImportPlace::Line(line), whys),
            }
        }
        found.problems.sort_by_key(|problem| problem.place);
        Ok(found)
    }

    /// Reads what [`to_json`](crate::growth::to_json) wrote. Entries keep their ids and times.
    ///
    /// # Errors
    /// If it is anything else, or of a newer app.
    pub fn from_json(text: &str) -> Result<Self, ImportFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let shape = |why: String| ImportFault::Shape(why);
        if text.len() > RULES.bytes {
            return Err(ImportFault::TooLarge(text.len()));
        }
        Limits::BACKUP
            .check(text)
            .map_err(|excess| shape(excess.to_string()))?;
        let mut file: Value =
            serde_json::from_str(text).map_err(|fault| shape(fault.to_string()))?;
        let format = file.get("format").and_then(Value::as_str);
        if format != Some(FORMAT) {
            return Err(ImportFault::NotOurs);
        }
        let version = file.get("version").and_then(Value::as_u64);
        if let Some(newer) = version.filter(|version| *version > u64::from(VERSION)) {
            return Err(ImportFault::Newer(u32::try_from(newer).unwrap_or(u32::MAX)));
        }
        let Some(Value::Array(entries)) = file.get_mut("entries").map(Value::take) else {
            return Err(shape("it has no list “entries”".to_owned()));
        };
        if entries.len() > RULES.rows {
            return Err(ImportFault::TooMany(entries.len()));
        }
        let (mut found, mut ids) = (Self::default(), BTreeSet::new());
        for (at, value) in entries.into_iter().enumerate() {
            match entry_of_json(value) {
                Ok(entry) if ids.insert(entry.id.clone()) => found.entries.push(entry),
                Ok(entry) => {
                    let why = format!(
                        "its id, {}, is also that of an entry above; remove one of the two",
                        entry.id
                    );
                    found.refuse(ImportPlace::Entry(at + 1), vec![why]);
                }
                Err(why) => found.refuse(ImportPlace::Entry(at + 1), vec![why]),
            }
        }
        Ok(found)
    }

    /// Leaves out the entries that are there already: those with the id of one, and those that say what
    /// one says, as often as one says it. Returns how many that were.
    pub fn leave_out(&mut self, present: &[Entry]) -> usize {
        let ids: BTreeSet<&GrowthId> = present.iter().map(|entry| &entry.id).collect();
        let mut unmatched: BTreeMap<String, usize> = BTreeMap::new();
        let new: BTreeSet<GrowthId> = self.entries.iter().map(|one| one.id.clone()).collect();
        for entry in present.iter().filter(|entry| !new.contains(&entry.id)) {
            *unmatched.entry(content(entry)).or_default() += 1;
        }
        let before = self.entries.len();
        self.entries.retain(|entry| {
            if ids.contains(&entry.id) {
                return false;
            }
            match unmatched.get_mut(&content(entry)) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    false
                }
                _ => true,
            }
        });
        before - self.entries.len()
    }

    /// The competencies of the entries that a ladder does not have, by the ids of those it has.
    pub fn unknown_competencies(&self, known: &[&str]) -> BTreeSet<&str> {
        let all = self.entries.iter().flat_map(|entry| &entry.competencies);
        all.map(String::as_str)
            .filter(|id| !known.contains(id))
            .collect()
    }

    fn refuse(&mut self, place: ImportPlace, whys: Vec<String>) {
        let problems = whys.into_iter().map(|why| ImportProblem { place, why });
        self.problems.extend(problems);
    }
}

fn entry_of_json(value: Value) -> Result<Entry, String> {
    let schema = value.get("schema").and_then(Value::as_u64);
    if schema.is_some_and(|schema| schema > u64::from(Entry::SCHEMA)) {
        return Err("a newer version of this app wrote it; reload the page to get it".to_owned());
    }
    let told = |fault: serde_json::Error| {
        escape_hidden(&format!("it is no entry ({fault}); export the file again"))
    };
    let entry: Entry = serde_json::from_value(value).map_err(told)?;
    entry.check().map_err(|fault| fault.to_string())?;
    Ok(entry)
}
