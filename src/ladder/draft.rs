//! The file of a ladder as something to edit: read from JSON of either format, written as JSON of
//! format 2, and checked as every ladder is.

use serde::Deserialize;

use crate::ladder::file::Draft;
use crate::ladder::format_one::FormatOne;
use crate::ladder::{Fault, FileKind, Ladder, read_json};

impl Draft {
    /// A ladder that says nothing yet. It has no track and no level, so [`check`](Self::check) finds
    /// faults.
    pub fn blank(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            schema_file: Some("./ladder.schema.json".to_owned()),
            schema: Ladder::SCHEMA,
            id: id.into(),
            version: "1.0.0".to_owned(),
            name: name.into(),
            lang: "en".to_owned(),
            ..Self::default()
        }
    }

    /// Reads the JSON of a ladder, of format 2 or 1. The content is not checked.
    ///
    /// # Errors
    /// One fault, with its place and the remedy.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        match format(text) {
            Some(1) => Ok(read_json::<FormatOne>(text, FileKind::Ladder)?.into_file()),
            _ => read_json(text, FileKind::Ladder),
        }
    }

    /// The JSON of the ladder in format 2, with line breaks, for [`Ladder::parse`] and for people.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Every fault that keeps the ladder from being shown, in the file's order.
    pub fn check(&self) -> Vec<Fault> {
        Ladder::parse(&self.to_json()).err().unwrap_or_default()
    }
}

/// The number in `schema`, if the text is JSON with one.
fn format(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Peek {
        schema: Option<serde_json::Value>,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let peek: Peek = serde_json::from_str(text).ok()?;
    peek.schema?.as_u64()
}
