//! The rules that hold at many places of a file of `ladders/`, each with the sentence that names the
//! place and the remedy. Knows nothing of files or of who asks.

use std::collections::BTreeSet;

use crate::ladder::{Fault, Ladder};

/// A web address that a page may link to.
pub(super) fn address(url: &str, place: &str, found: &mut Vec<Fault>) {
    let Some(rest) = url.strip_prefix("https://") else {
        found.push(Fault::new(place, "must start with https://"));
        return;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\';
    if !host.contains('.') || host.contains('@') || url.contains(odd) {
        found.push(Fault::new(
            place,
            "must name a site and have no space in it, such as https://example.org/page",
        ));
    }
}

/// The most characters of an id: it is a part of addresses and of keys in the browser.
const LONGEST_ID: usize = 40;

/// An id that is in styles, in addresses or in what a visitor saves.
pub(super) fn named(id: &str, place: &str, found: &mut Vec<Fault>) {
    if !is_slug(id) || id.len() > LONGEST_ID {
        found.push(Fault::new(
            place,
            format!(
                "must be a–z and 0–9, with “-” between, at most {LONGEST_ID}; addresses and records refer to it"
            ),
        ));
    }
}

/// An id that is in styles and in the questions of addresses: letters of either case.
pub(super) fn word(id: &str, place: &str, found: &mut Vec<Fault>) {
    if !is_slug(&id.to_ascii_lowercase()) || id.len() > LONGEST_ID {
        found.push(Fault::new(
            place,
            format!("must be letters a–z and digits, with “-” between, at most {LONGEST_ID}"),
        ));
    }
}

/// Whether an id consists of lower-case letters and digits, with single hyphens between.
pub(crate) fn is_slug(id: &str) -> bool {
    let fits = |part: &str| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    id.split('-').all(fits)
}

/// Ids that other entries, addresses or a visitor’s records refer to.
pub(super) fn once_each<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a str>,
    found: &mut Vec<Fault>,
) {
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        if !seen.insert(id) {
            found.push(Fault::new(format!("{list}[{i}]"), twice(id)));
        }
    }
}

/// What is said of an id that stands for two entries.
pub(super) fn twice(id: &str) -> String {
    format!("“{id}” is there twice; give each entry an id of its own")
}

/// A list that is not too long to be shown.
pub(super) fn limit(list: &str, count: usize, most: usize, found: &mut Vec<Fault>) {
    if count > most {
        found.push(Fault::new(
            list,
            format!("has {count} entries; at most {most} can be shown"),
        ));
    }
}

/// What is said of a reference that leads nowhere.
pub(super) fn among(id: &str, list: &str) -> String {
    format!("“{id}” is not among the {list}")
}

/// A text that is there.
pub(crate) fn words(text: &str, place: &str, found: &mut Vec<Fault>) {
    let is_seen = |letter: char| !letter.is_whitespace() && !is_invisible(letter);
    if !text.chars().any(is_seen) {
        found.push(Fault::new(
            place,
            "is empty; write it or leave the field out",
        ));
    }
}

/// Whether a character shows nothing: zero-width spaces, joiners and marks of direction.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A text that may be left out, but not be empty.
pub(super) fn optional(text: Option<&String>, place: &str, found: &mut Vec<Fault>) {
    if let Some(text) = text {
        words(text, place, found);
    }
}

/// Sources of one entry: at least one, and each in the ladder's list.
pub(crate) fn known_sources(ladder: &Ladder, ids: &[String], place: &str, found: &mut Vec<Fault>) {
    if ids.is_empty() {
        found.push(Fault::new(
            format!("{place}.sources"),
            "is empty; name at least one, “ours” if it is",
        ));
    }
    for id in ids {
        listed_source(ladder, id, &format!("{place}.sources"), found);
    }
}

/// Checks that a source is in the ladder's list.
pub(crate) fn listed_source(ladder: &Ladder, id: &str, place: &str, found: &mut Vec<Fault>) {
    if ladder.source(id).is_none() {
        found.push(Fault::new(place, among(id, "sources")));
    }
}
