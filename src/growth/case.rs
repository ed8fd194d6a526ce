//! A case for a level: evidence for each competency, in the visitor's own words. Independent of the
//! competencies that exist and of the storage.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text_merge::TooLong;

/// The notes of a case. Notes belong to competencies, not to levels: they stay when another level is
/// chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the level that the case is for, once one was chosen. Earlier versions wrote its
    /// code, in capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Notes of evidence by competency id. No note is empty.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
    /// The passport by line id. No line is empty.
    #[serde(default)]
    pub passport: BTreeMap<String, String>,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

impl Case {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of one note or one line of the passport; a page is about 3,000.
    pub const LONGEST: usize = 5_000;

    /// An empty case.
    pub const fn new() -> Self {
        Self {
            schema: Self::SCHEMA,
            level: None,
            notes: BTreeMap::new(),
            passport: BTreeMap::new(),
            changed: 0.0,
        }
    }

    /// Writes a note; empty text removes it.
    ///
    /// # Errors
    /// If the text has more than [`Case::LONGEST`] characters; the case is then unchanged.
    pub fn note(&mut self, competency: &str, text: &str) -> Result<(), TooLong> {
        TooLong::check(text, Self::LONGEST)?;
        put(&mut self.notes, competency, text);
        Ok(())
    }

    /// Writes a line of the passport; empty text removes it.
    ///
    /// # Errors
    /// As for [`Case::note`].
    pub fn stamp(&mut self, line: &str, text: &str) -> Result<(), TooLong> {
        TooLong::check(text, Self::LONGEST)?;
        put(&mut self.passport, line, text);
        Ok(())
    }

    /// Whether there is nothing to save.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.passport.is_empty()
    }
}

impl Default for Case {
    fn default() -> Self {
        Self::new()
    }
}

pub(crate) fn put(lines: &mut BTreeMap<String, String>, id: &str, text: &str) {
    if text.trim().is_empty() {
        lines.remove(id);
    } else {
        lines.insert(id.to_owned(), text.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_note_is_gone_and_the_others_stay() {
        let mut case = Case::new();
        case.note("risk", "A spike that killed an idea.").unwrap();
        case.note("depth", "The guide.").unwrap();
        case.stamp("kept-fresh", "Rust").unwrap();
        case.note("risk", "  ").unwrap();
        assert_eq!(case.notes.keys().collect::<Vec<_>>(), ["depth"]);
        assert!(!case.is_empty());
        case.note("depth", "").unwrap();
        case.stamp("kept-fresh", "").unwrap();
        assert!(case.is_empty());
    }

    #[test]
    fn a_note_beyond_the_limit_is_refused_and_the_shorter_one_stays() {
        let mut case = Case::new();
        case.note("risk", "short").unwrap();
        let told = case.note("risk", &"é".repeat(Case::LONGEST + 2));
        let most = Case::LONGEST;
        assert_eq!(told, Err(TooLong { by: 2, most }));
        assert_eq!(case.notes["risk"], "short");
        assert!(case.stamp("a", &"🦀".repeat(most + 1)).is_err());
        assert!(case.stamp("a", &"🦀".repeat(most)).is_ok());
    }
}
