//! What is found: entries of a site by word, by level code, and by words nearly right.
//! Knows text and paths only: no ladder, no page, no browser.
//!
//! Every word of a query has to match a word of the entry. A word matches best as it stands, then
//! with another ending, then as a beginning, then inside a compound (`team` in `cross-team`). Only
//! where it matches none of these ways do words count that are one or two slips away.

mod index;
mod marks;
mod near;
mod words;

use serde::{Deserialize, Serialize};

pub use index::{Hit, Index, SearchResult};
pub use marks::MarkedPiece;

/// What an entry is. Of two that match equally well, the kind named first here comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum EntryKind {
    /// The page of a level.
    Level,
    /// The page of a competency.
    Competency,
    /// Any other page.
    Page,
    /// What one level expects in one competency.
    Expectation,
    /// A part of a page.
    Part,
}

impl EntryKind {
    /// Every kind, in the order that breaks ties.
    pub const ALL: [Self; 5] = [
        Self::Level,
        Self::Competency,
        Self::Page,
        Self::Expectation,
        Self::Part,
    ];
}

impl From<EntryKind> for u8 {
    fn from(kind: EntryKind) -> Self {
        kind as Self
    }
}

impl TryFrom<u8> for EntryKind {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        let kind = Self::ALL.get(usize::from(number)).copied();
        kind.ok_or("an entry's kind is a number from 0 to 4")
    }
}

/// Something that can be found.
///
/// A level's code counts most in `title` and `place`. So that a code and a word lead to one
/// expectation, give it the competency's name as its title and the level as its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// What the hit is called.
    pub title: String,
    /// Where it stands, for small print: `L7 Staff Tech Lead`.
    pub place: String,
    /// What is searched beside them and shown in part; it may be empty.
    pub text: String,
    /// The address from the app's root; it may end in a `#fragment`. Its last part is searched too:
    /// `competencies/reach/` is found as `reach`.
    pub path: String,
}

/// An entry as it is written: an array, since names would repeat in each.
type EntryRow<S> = (EntryKind, S, S, S, S);

/// Writes entries as compact JSON for [`decode`].
///
/// # Errors
/// None that text can cause; the writer's own, should it have one.
pub fn encode(entries: &[Entry]) -> Result<String, serde_json::Error> {
    let rows: Vec<EntryRow<&str>> = entries
        .iter()
        .map(|it| (it.kind, &*it.title, &*it.place, &*it.text, &*it.path))
        .collect();
    serde_json::to_string(&rows)
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// When the text is anything else.
pub fn decode(text: &str) -> Result<Vec<Entry>, serde_json::Error> {
    let rows: Vec<EntryRow<String>> = serde_json::from_str(text)?;
    Ok(rows
        .into_iter()
        .map(|(kind, title, place, text, path)| Entry {
            kind,
            title,
            place,
            text,
            path,
        })
        .collect())
}
