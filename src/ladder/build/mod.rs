//! From the file of a ladder to the ladder: references are resolved, and what cannot be shown is a
//! fault, each mistake once, with its place and the remedy. What is a matter of style is in `advice`.

mod cells;
mod lists;
mod steps;
mod tracks;

use std::collections::{BTreeMap, BTreeSet};

use crate::ladder::check::{address, among, limit, named, optional, words};
use crate::ladder::file::{Draft, SidesFile};
use crate::ladder::{Fault, Ladder};

/// The most tracks, levels and competencies that one ladder has.
pub(crate) const MOST_TRACKS: usize = 60;
pub(crate) const MOST_LEVELS: usize = 300;
pub(crate) const MOST_COMPETENCIES: usize = 300;
/// The most heights: a rung is a small number.
const MOST_RUNGS: usize = 200;
/// The highest weight.
const MOST_WEIGHT: u8 = 3;
/// The key of evidence that holds on every track.
const ALL_TRACKS: &str = "all";
/// The lean of a competency that no track counts more, and the choice of every group.
const EVEN: &str = "both";
const EVERY_GROUP: &str = "all";

/// The ids of pages: a ladder with one of them would stand at their address.
const RESERVED: [&str; 23] = [
    "about",
    "compare",
    "competencies",
    "data",
    "deep",
    "frames",
    "gallery",
    "growth",
    "guide",
    "levels",
    "link",
    "matrix",
    "privacy",
    "quiz",
    "results",
    "search",
    "share",
    "site",
    "start",
    "studio",
    "talk",
    "whole",
    "www",
];

/// The ids of parts of every page, beside those that begin with `search-` and `link-`. Levels and
/// competencies are parts of pages by their own ids.
const PARTS: [&str; 13] = [
    "carry-over",
    "link",
    "main",
    "pair-said",
    "page-data",
    "reminder",
    "resume",
    "rows",
    "said",
    "scheme-kept",
    "search",
    "slash-key",
    "unlock",
];

/// What is looked up while a file is read, and the faults found.
struct Builder<'a> {
    file: &'a Draft,
    found: Vec<Fault>,
    tracks: BTreeMap<&'a str, usize>,
    levels: BTreeMap<&'a str, usize>,
    /// The distinct heights, the lowest first.
    heights: Vec<u32>,
}

/// Builds a ladder.
///
/// # Errors
/// Every fault, in the file's order.
pub(super) fn build(file: Draft) -> Result<Ladder, Vec<Fault>> {
    let heights: BTreeSet<u32> = file
        .levels
        .iter()
        .filter_map(|level| level.height)
        .collect();
    let mut builder = Builder {
        tracks: index(file.tracks.iter().map(|track| track.id.as_str())),
        levels: index(file.levels.iter().map(|level| level.id.as_str())),
        heights: heights.into_iter().collect(),
        found: Vec::new(),
        file: &file,
    };
    let ladder = builder.ladder();
    match builder.found.is_empty() {
        true => Ok(ladder),
        false => Err(builder.found),
    }
}

/// Ids by their place; of two that are equal the first.
fn index<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut places = BTreeMap::new();
    for (i, id) in ids.enumerate() {
        places.entry(id).or_insert(i);
    }
    places
}

impl Builder<'_> {
    /// An id of a level or a competency, which is a part of pages by it.
    fn part(&mut self, id: &str, place: &str) {
        named(id, place, &mut self.found);
        if is_taken(id) {
            self.fault(place, taken(id));
        }
    }

    fn fault(&mut self, place: impl Into<String>, problem: impl Into<String>) {
        self.found.push(Fault::new(place, problem));
    }

    fn ladder(&mut self) -> Ladder {
        let file = self.file;
        self.frame();
        let sides = file.quiz.as_ref().and_then(|sides| self.sides(sides));
        let tracks = self.tracks(sides);
        let levels = self.levels(&tracks);
        let competencies = self.competencies(&levels);
        Ladder {
            id: file.id.clone(),
            version: file.version.clone(),
            name: file.name.clone(),
            short: file.short.clone().unwrap_or_else(|| file.name.clone()),
            lang: file.lang.clone(),
            dir: file.dir,
            about: file.about.clone(),
            headline: file.headline.clone(),
            tagline: file.tagline.clone(),
            note: file.note.clone(),
            licence: file.licence.clone(),
            adds: file.adds,
            free_up_to: file.free_up_to.and_then(|height| self.rung_of(height)),
            weights_from: file.weights_from.and_then(|height| self.rung_of(height)),
            sources: file.sources.clone(),
            bases: file.bases.clone(),
            tracks,
            title_schemes: file.title_schemes.clone(),
            levels,
            groups: lists::groups(&file.groups, "", 0),
            scales: file.scales.clone(),
            competencies,
            sides,
        }
    }

    // The frame ---------------------------------------------------------------------------------

    fn frame(&mut self) {
        let file = self.file;
        if file.schema != Ladder::SCHEMA {
            self.fault(
                "schema",
                format!(
                    "is {}; this app reads {} and, from older files, 1",
                    file.schema,
                    Ladder::SCHEMA
                ),
            );
        }
        let found = &mut self.found;
        named(&file.id, "id", found);
        if is_reserved(&file.id) {
            found.push(Fault::new(
                "id",
                format!("“{}” is the address of a page; choose another", file.id),
            ));
        }
        if !is_version(&file.version) {
            found.push(Fault::new(
                "version",
                "must be three numbers with dots, such as 1.0.0",
            ));
        }
        words(&file.name, "name", found);
        optional(file.short.as_ref(), "short", found);
        optional(file.about.as_ref(), "about", found);
        optional(file.headline.as_ref(), "headline", found);
        optional(file.tagline.as_ref(), "tagline", found);
        optional(file.note.as_ref(), "note", found);
        if !is_language(&file.lang) {
            found.push(Fault::new(
                "lang",
                format!(
                    "“{}” is no language tag; write one such as en, de or ko",
                    file.lang
                ),
            ));
        }
        if let Some(licence) = &file.licence {
            words(&licence.name, "licence.name", found);
            optional(licence.credit.as_ref(), "licence.credit", found);
            optional(licence.short.as_ref(), "licence.short", found);
            if let Some(url) = &licence.url {
                address(url, "licence.url", found);
            }
        }
        for (list, count, most) in [
            ("tracks", file.tracks.len(), MOST_TRACKS),
            ("levels", file.levels.len(), MOST_LEVELS),
            ("competencies", file.competencies.len(), MOST_COMPETENCIES),
        ] {
            limit(list, count, most, found);
        }
        if self.heights.len() > MOST_RUNGS {
            found.push(Fault::new(
                "levels",
                format!(
                    "have {} heights; at most {MOST_RUNGS} can be shown",
                    self.heights.len()
                ),
            ));
        }
        for (field, height) in [
            ("freeUpTo", file.free_up_to),
            ("weightsFrom", file.weights_from),
        ] {
            if let Some(height) = height
                && !self.heights.contains(&height)
            {
                found.push(Fault::new(
                    field,
                    format!(
                        "is {height}, but no level has this height; write one that a level has"
                    ),
                ));
            }
        }
        self.lists();
    }

    fn sides(&mut self, sides: &SidesFile) -> Option<[usize; 2]> {
        let deep = self.track(&sides.deep, "quiz.deep");
        let broad = self.track(&sides.broad, "quiz.broad");
        let (deep, broad) = (deep?, broad?);
        if deep == broad {
            self.fault(
                "quiz",
                "names one track twice; name two, or leave “quiz” out",
            );
            return None;
        }
        Some([deep, broad])
    }

    // References: an empty list is one fault, not one for each reference

    fn track(&mut self, id: &str, place: &str) -> Option<usize> {
        let found = self.tracks.get(id).copied();
        if found.is_none() && !self.tracks.is_empty() {
            self.fault(place, among(id, "tracks"));
        }
        found
    }

    fn level(&mut self, id: &str, place: &str) -> Option<usize> {
        let found = self.levels.get(id).copied();
        if found.is_none() && !self.levels.is_empty() {
            self.fault(place, among(id, "levels"));
        }
        found
    }

    fn source(&mut self, id: &str, place: &str) {
        if !self.file.sources.iter().any(|source| source.id == id) {
            self.fault(place, among(id, "sources"));
        }
    }

    fn rests(&mut self, basis: Option<&String>, sources: &[String], place: &str) {
        let bases = &self.file.bases;
        if let Some(letter) = basis
            && !bases.iter().any(|note| note.letter == *letter)
        {
            self.fault(format!("{place}.basis"), among(letter, "bases"));
        }
        for id in sources {
            self.source(id, &format!("{place}.sources"));
        }
    }
}

/// Whether an id is that of a part of every page.
pub(crate) fn is_taken(id: &str) -> bool {
    PARTS.contains(&id) || id.starts_with("search-") || id.starts_with("link-")
}

/// Whether an id is the address of a page, so that no ladder may have it.
pub(crate) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

/// What is said of an id that pages have for a part of their own.
pub(super) fn taken(id: &str) -> String {
    format!("“{id}” is the name of a part of every page; choose another")
}

/// Whether a text has the shape of a language tag (BCP 47): a language of 2 to 8 letters, then parts
/// of 1 to 8 letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(part)
}

/// Whether a text is three numbers with dots.
fn is_version(text: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.').count() == 3 && text.split('.').all(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_told_from_other_words() {
        for tag in ["en", "de-CH", "ko", "zh-Hans-CN"] {
            assert!(is_language(tag), "{tag}");
        }
        for text in ["", "en_GB", "English please", "-", "1a", "e", "en-"] {
            assert!(!is_language(text), "{text}");
        }
    }

    #[test]
    fn a_version_is_three_numbers() {
        assert!(is_version("1.0.0") && is_version("12.34.56"));
        for text in ["", "1", "1.0", "1.0.0.0", "1..0", "1.0.x", "v1.0.0"] {
            assert!(!is_version(text), "{text}");
        }
    }
}
