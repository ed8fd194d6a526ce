//! What can be wrong with an entry, in a sentence each. Handles faults only; the limits are those of
//! [`Entry`].

use std::fmt;

use crate::growth::{Entry, EntryField, LinkFault};
use crate::guard::escape_hidden;
use crate::text_merge::TooLong;

/// Why something cannot be a part of an entry. The sentence says where and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryFault {
    /// It does not say what was done.
    Blank,
    /// A text is too long.
    Text(EntryField, TooLong),
    /// It has this many links.
    TooManyLinks(usize),
    /// A link, counted from 1, and what is wrong with it.
    Link(usize, String, LinkFault),
    /// It has this many competencies.
    TooManyCompetencies(usize),
    /// A text is no id of a competency.
    Competency(String),
}

impl fmt::Display for EntryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Blank => "it does not say what was done; write that first".to_owned(),
            Self::Text(field, excess) => format!("“{}” is {excess}; shorten it", field.name()),
            Self::TooManyLinks(count) => format!(
                "it has {count} links, and {} are the most; take some out",
                Entry::MOST_LINKS
            ),
            Self::Link(number, link, fault) => {
                let start: String = link.chars().take(60).collect();
                let more = if start.len() < link.len() { "…" } else { "" };
                format!("link {number} (“{start}{more}”) {fault}")
            }
            Self::TooManyCompetencies(count) => format!(
                "it has {count} competencies, and {} are the most; take some out",
                Entry::MOST_COMPETENCIES
            ),
            Self::Competency(id) => format!(
                "“{id}” is no id of a competency; write one as in the address of its page, like “risk”"
            ),
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for EntryFault {}

impl EntryFault {
    /// The same fault of the `number`-th link.
    pub(super) fn at_link(self, number: usize) -> Self {
        match self {
            Self::Link(_, link, fault) => Self::Link(number, link, fault),
            other => other,
        }
    }
}
