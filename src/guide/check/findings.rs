//! The rules that apply in many places of a guide: texts, ids, sources, competencies, rungs. Uses the
//! ladder and the location passed in; independent of the guide's structure.

use std::collections::BTreeSet;

use crate::ladder::{Fault, Ladder, Rung, known_sources, listed_source, words};

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
        self.some(place, list, check);
    }

    /// Checks each entry of a list that may be empty.
    pub(super) fn some<T>(&mut self, place: &str, list: &[T], check: fn(&mut Self, &T, &str)) {
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

    /// What an entry rests on: a letter that the ladder explains, and its sources.
    pub(super) fn rests(&mut self, place: &str, basis: &str, sources: &[String]) {
        if self.ladder.basis(basis).is_none() {
            self.add(
                format!("{place}.basis"),
                format!("“{basis}” is not among the bases of the ladder"),
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
            self.competency(&place, id);
        }
    }

    /// One competency of the ladder, by id.
    pub(super) fn competency(&mut self, place: &str, id: &str) {
        if self.ladder.competency(id).is_none() {
            self.add(place, format!("“{id}” is not among the competencies"));
        }
    }

    /// The levels of an entry that must have some.
    pub(super) fn levels(&mut self, place: &str, levels: &[String]) {
        let place = format!("{place}.levels");
        if levels.is_empty() {
            self.add(place.as_str(), "is empty; name at least one level");
        }
        for level in levels {
            self.level(&place, level);
        }
    }

    /// One level of the ladder, by id or code.
    pub(super) fn level(&mut self, place: &str, level: &str) {
        if self.ladder.level(level).is_none() {
            self.add(place, format!("“{level}” is not among the levels"));
        }
    }

    /// Checks that a level of the ladder expects something in a competency. A level that the ladder does
    /// not have is another fault.
    pub(super) fn expected(&mut self, place: &str, level: &str, competency: &str) {
        match (self.ladder.competency(competency), self.ladder.level(level)) {
            (None, _) => self.add(
                place,
                format!("“{competency}” is not among the competencies"),
            ),
            (Some(item), Some(level)) if item.at(level).is_none() => self.add(
                place,
                format!("“{competency}” is not expected at this level; take the entry out"),
            ),
            _ => {}
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

    /// The rungs at which both tracks that the guide speaks of have a level of their own.
    pub(super) fn paired(&self) -> Vec<Rung> {
        let sides = self.ladder.sides.into_iter();
        let apart = sides.flat_map(|sides| self.ladder.apart(sides));
        apart.map(|(rung, _)| rung).collect()
    }

    /// One rung that the ladder has.
    pub(super) fn rung(&mut self, place: &str, rung: Rung) {
        let within = self.ladder.rungs();
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

    /// Rungs of one entry, from the lowest.
    pub(super) fn ascending(&mut self, place: &str, rungs: &[Rung]) {
        for rung in rungs {
            self.rung(place, *rung);
        }
        if !rungs.is_sorted_by(|low, high| low < high) {
            self.add(place, "must rise from the lowest rung, none twice");
        }
    }

    /// The rungs of a list with one entry for each: possible, and none twice.
    pub(super) fn once(&mut self, list: &str, rungs: impl Iterator<Item = Rung>) -> BTreeSet<Rung> {
        let mut seen = BTreeSet::new();
        for (i, rung) in rungs.enumerate() {
            let place = format!("{list}[{i}].rung");
            self.rung(&place, rung);
            if !seen.insert(rung) {
                self.add(place, format!("rung {rung} is there twice; keep one entry"));
            }
        }
        seen
    }
}
