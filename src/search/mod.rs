//! The search: finds entries of a ladder’s pages by word, by level code, and by misspelt words. Handles text and
//! paths only: no ladder, pages or browser.
//!
//! Every word of a query has to match a word of the entry. An exact match is best, then another ending,
//! then a beginning, then a part of a compound (`team` in `cross-team`). Only if none of these match do
//! words with one or two slips count. An entry may have words that it is found by and that are not shown:
//! the synonyms.

mod index;
mod marks;
mod near;
mod words;

use serde::{Deserialize, Serialize};

pub use index::{Hit, Index, SearchResult};
pub use marks::MarkedPiece;
pub(crate) use words::{folded_words, typed_words};

/// The kind of an entry. Of two equal matches, the kind listed first here comes first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub enum EntryKind {
    /// The page of a level.
    Level,
    /// The page of a competency.
    Competency,
    /// Any other page.
    Page,
    /// The expectation of one level in one competency.
    Expectation,
    /// A part of a page.
    #[default]
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

    /// The name of the group that such hits are listed under. Pages and their parts are one.
    pub const fn group(self) -> &'static str {
        match self {
            Self::Level => "Levels",
            Self::Competency => "Competencies",
            Self::Expectation => "Expectations",
            Self::Page | Self::Part => "Guide and pages",
        }
    }
}

/// Hits in groups: the group of the best hit first, and within a group the best first.
pub fn grouped(hits: Vec<Hit<'_>>) -> Vec<(&'static str, Vec<Hit<'_>>)> {
    let mut groups: Vec<(&'static str, Vec<Hit<'_>>)> = Vec::new();
    for hit in hits {
        let name = hit.entry.kind.group();
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, hits)) => hits.push(hit),
            None => groups.push((name, vec![hit])),
        }
    }
    groups
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

/// A searchable entry.
///
/// A level's code counts most in `title` and `place`. So that a code and a word lead to one
/// expectation, use the competency's name as the title, the level as the place, and what the level
/// expects as the headline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The kind.
    pub kind: EntryKind,
    /// The title of the hit.
    pub title: String,
    /// What the hit is headed by, where that is not the title; it may be empty.
    pub headline: String,
    /// Its location, in small print: a level’s name.
    pub place: String,
    /// Further text, searched and shown as an excerpt; it may be empty.
    pub text: String,
    /// The address from the app's root; it may end in a `#fragment`. Its last part is searched too:
    /// `competencies/reach/` is found as `reach`.
    pub path: String,
    /// Other words to find it by, not shown; it may be empty.
    pub also: String,
}

/// An entry in its file: an array, since field names would be repeated in each. In the order of
/// [`Entry`].
type EntryRow<S> = (EntryKind, S, S, S, S, S, S);

/// Writes entries in a language (BCP 47) as compact JSON for [`decode`].
///
/// # Errors
/// None caused by text; only the serializer's own.
pub fn encode(lang: &str, entries: &[Entry]) -> Result<String, serde_json::Error> {
    let rows: Vec<EntryRow<&str>> = entries
        .iter()
        .map(|it| {
            let Entry {
                kind,
                title,
                headline,
                place,
                text,
                path,
                also,
            } = it;
            (
                *kind,
                &**title,
                &**headline,
                &**place,
                &**text,
                &**path,
                &**also,
            )
        })
        .collect();
    serde_json::to_string(&(lang, rows))
}

/// Reads what [`encode`] wrote: the language and the entries.
///
/// # Errors
/// If the text is anything else.
pub fn decode(text: &str) -> Result<(String, Vec<Entry>), serde_json::Error> {
    let (lang, rows): (String, Vec<EntryRow<String>>) = serde_json::from_str(text)?;
    let entries = rows
        .into_iter()
        .map(|(kind, title, headline, place, text, path, also)| Entry {
            kind,
            title,
            headline,
            place,
            text,
            path,
            also,
        })
        .collect();
    Ok((lang, entries))
}
