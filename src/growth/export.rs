//! Entries as a file: a table or our own JSON; a list is written by [`to_markdown`]. Each can be read
//! again as [`FoundEntries`](crate::growth::FoundEntries), in files of up to 16 MiB: they hold the fullest journal.
//!
//! [`to_markdown`]: crate::growth::to_markdown

use serde::Serialize;

use crate::growth::{Entry, import};
use crate::table_text;

/// The names of the columns.
const COLUMNS: [&str; 6] = [
    "date",
    "did",
    "outcome",
    "links",
    "witnesses",
    "competencies",
];

/// Entries as a table with commas, in the order given. It begins with a byte order mark: without one a
/// spreadsheet takes the text for an older encoding. No field is a formula.
pub fn to_csv<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    rows.extend(entries.into_iter().map(|entry| {
        let competencies: Vec<&str> = entry.competencies.iter().map(String::as_str).collect();
        vec![
            entry.date.map(|date| date.to_string()).unwrap_or_default(),
            entry.did.clone(),
            entry.outcome.clone(),
            entry.links.join("\n"),
            entry.witnesses.clone(),
            competencies.join(", "),
        ]
    }));
    format!("\u{feff}{}", table_text::write(&rows))
}

/// Entries as JSON, in the order given, with their ids and times.
///
/// # Errors
/// None caused by an entry; only the serializer’s own.
pub fn to_json<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct File<'a> {
        format: &'a str,
        version: u32,
        entries: Vec<&'a Entry>,
    }
    serde_json::to_string_pretty(&File {
        format: import::FORMAT,
        version: import::VERSION,
        entries: entries.into_iter().collect(),
    })
}
