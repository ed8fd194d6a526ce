//! The rules that apply in many places of a guide: texts, ids, sources, competencies, rungs. Uses the
//! ladder and the location passed in; independent of the guide's structure.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::ladder::{Basis, Fault, Ladder, Rung, known_sources, listed_source, words};

/// The faults of one guide, in the order of its file.
pub(super) struct Findings<'a> {
    ladder: &'a Ladder,
    found: Vec<Fault>,
}

impl<'a> Findings<'a> {
    /// No faults yet.
    pub(super) const fn new(ladder: &'a Ladder) -> Self {
        Self {
            ladder,
            found: Vec::new(),
        }
    }

    /// All faults.
    pub(super) fn told(self) -> Vec<Fault> {
        self.found
    }

    /// Adds one fault.
    pub(super) fn add(&mut self, place: impl Into<String>, problem: impl Into<String>) {
        self.found.push(Fault::new(place, problem));
    }

    /// Checks that a list is not empty, and each of its entries with the entry's location.
    pub(super) fn each<T>(&mut self, place: &str, list: &[T], check: fn(&mut Self, &T, &str)) {
        if list.is_empty() {
            self.add(place, "is empty; write at least one entry");
        }
        for (i, entry) in list.iter().enumerate() {
            check(self, entry, &format!("{place}[{i}]"));
        }
    }

    /// Checks that the text fields of one entry are not empty.
    pub(super) fn texts(&mut self, place: &str, fields: &[(&str, &str)]) {
        for (field, text) in fields {
            words(text, &format!("{place}.{field}"), &mut self.found);
        }
    }

    /// Checks a list of texts.
    pub(super) fn lines(&mut self, place: &str, list: &[String]) {
        self.each(place, list, |found, line, place| {
            words(line, place, &mut found.found);
        });
    }

    /// Checks the basis of an entry: its sources, and those that its basis letter requires.
    pub(super) fn rests(&mut self, place: &str, basis: Basis, sources: &[String]) {
        let asked = match basis {
            Basis::P => Some("poss-table"),
            Basis::O => Some("ours"),
            Basis::S | Basis::F | Basis::D => None,
        };
        if let Some(id) = asked
            && !sources.iter().any(|source| source == id)
        {
            self.add(
                format!("{place}.sources"),
                format!("must include {id} where the basis is {}", basis.letter()),
            );
        }
        self.sources(place, sources);
    }

    /// Checks the sources of an entry without a basis letter.
    pub(super) fn sources(&mut self, place: &str, ids: &[String]) {
        known_sources(self.ladder, ids, place, &mut self.found);
    }

    /// Checks the single source of an entry.
    pub(super) fn source(&mut self, place: &str, id: &str) {
        listed_source(self.ladder, id, &format!("{place}.source"), &mut self.found);
    }

    /// Checks the competencies of an entry.
    pub(super) fn competencies(&mut self, place: &str, ids: &[String]) {
        let place = format!("{place}.competencies");
        if ids.is_empty() {
            self.add(
                place.as_str(),
                "is empty; name at least one, by its id in the ladder",
            );
        }
        for id in ids {
            if self.ladder.competency(id).is_none() {
                self.add(
                    place.as_str(),
                    format!("“{id}” is not among the competencies"),
                );
            }
        }
    }

    /// Checks that an entry has levels. Each level is valid by its type.
    pub(super) fn levels<T>(&mut self, place: &str, levels: &[T]) {
        if levels.is_empty() {
            self.add(
                format!("{place}.levels"),
                "is empty; name at least one level, such as T5",
            );
        }
    }

    /// Checks that the ids of one list are valid in records and unique.
    pub(super) fn ids<'b>(&mut self, list: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            let place = format!("{list}[{i}].id");
            if !seen.insert(id) {
                self.add(
                    place.as_str(),
                    format!("“{id}” stands twice; records refer to it"),
                );
            }
            if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                self.add(place, "must be made of a–z and “-”; records refer to it");
            }
        }
    }

    /// Checks that a rung is within its range.
    pub(super) fn rung(&mut self, place: &str, rung: Rung, within: RangeInclusive<Rung>) {
        if !within.contains(&rung) {
            self.add(
                place,
                format!(
                    "is {rung}; write a rung from {} to {}",
                    within.start(),
                    within.end()
                ),
            );
        }
    }

    /// Checks that the rungs of one entry are in ascending order.
    pub(super) fn ascending(&mut self, place: &str, rungs: &[Rung], within: RangeInclusive<Rung>) {
        for rung in rungs {
            self.rung(place, *rung, within.clone());
        }
        if !rungs.is_sorted_by(|low, high| low < high) {
            self.add(place, "must rise from the lowest rung, none twice");
        }
    }

    /// Checks the rungs of a list with one entry each: within the range and unique.
    pub(super) fn once(
        &mut self,
        list: &str,
        rungs: impl Iterator<Item = Rung>,
        within: RangeInclusive<Rung>,
    ) -> BTreeSet<Rung> {
        let mut seen = BTreeSet::new();
        for (i, rung) in rungs.enumerate() {
            let place = format!("{list}[{i}].rung");
            self.rung(&place, rung, within.clone());
            if !seen.insert(rung) {
                self.add(place, format!("rung {rung} stands twice; keep one entry"));
            }
        }
        seen
    }
}
