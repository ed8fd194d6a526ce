//! What would make a ladder easier to read. A matter of style: it is shown only to authors who ask,
//! and never keeps a ladder from being shown. Knows nothing of who asks.

use std::collections::BTreeMap;

use crate::ladder::{Absence, Competency, Expectation, Fault, Ladder, Level};

/// The most words of a headline that reads at a glance.
const LONGEST_HEADLINE: usize = 12;

impl Ladder {
    /// Advice to the ladder's authors, in the order of the file.
    pub fn advice(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        if self.licence.is_none() {
            let problem = "is not there; say on which terms others may use the texts";
            found.push(Fault::new("licence", problem));
        }
        for track in 0..self.tracks.len() {
            let mut levels = self.levels.iter();
            if !levels.any(|level| level.tracks.contains(&track)) {
                let problem = "has no level; write one, or take the track out";
                found.push(Fault::new(format!("tracks[{track}]"), problem));
            }
        }
        for i in 0..self.title_schemes.len() {
            self.titles_missing(i, &mut found);
        }
        for (field, has, problem) in [
            (
                "about",
                (|level| level.about.is_some()) as fn(&Level) -> bool,
                "say what the level is for",
            ),
            (
                "question",
                |level| level.question.is_some(),
                "write the question that one answers at this level",
            ),
        ] {
            let missing = labels(self.levels.iter().filter(|level| !has(level)));
            if !missing.is_empty() {
                let problem = format!("lack “{field}” for {missing}; {problem}");
                found.push(Fault::new("levels", problem));
            }
        }
        for (i, item) in self.competencies.iter().enumerate() {
            let place = format!("competencies[{i}]");
            self.weights_missing(item, &place, &mut found);
            self.cells_missing(item, &place, &mut found);
            self.headlines(item, &place, &mut found);
        }
        found
    }

    /// Levels without a title in a scheme that names others of the same tracks. A scheme may leave
    /// out the levels that tracks share.
    fn titles_missing(&self, i: usize, found: &mut Vec<Fault>) {
        let Some(scheme) = self.title_schemes.get(i) else {
            return;
        };
        let has_title = |level: &&Level| level.titles.contains_key(&scheme.id);
        let named: Vec<&Level> = self.levels.iter().filter(has_title).collect();
        let is_missing = |level: &&Level| {
            !has_title(level) && named.iter().any(|other| other.tracks == level.tracks)
        };
        let missing = labels(self.levels.iter().filter(is_missing));
        if !missing.is_empty() {
            found.push(Fault::new(
                format!("titleSchemes[{i}]"),
                format!("has no title for {missing}; write one for each level of the track"),
            ));
        }
    }

    fn weights_missing(&self, item: &Competency, place: &str, found: &mut Vec<Fault>) {
        let is_missing = |track: &&usize| item.weight(**track).is_none();
        let missing: Vec<&str> = item
            .tracks
            .iter()
            .filter(is_missing)
            .filter_map(|track| Some(self.tracks.get(*track)?.id.as_str()))
            .collect();
        if !missing.is_empty() && item.weights.iter().any(Option::is_some) {
            found.push(Fault::new(
                format!("{place}.weight"),
                format!(
                    "says nothing of {}; weigh it on each of its tracks, or on none",
                    missing.join(", ")
                ),
            ));
        }
    }

    fn cells_missing(&self, item: &Competency, place: &str, found: &mut Vec<Fault>) {
        let is_missing = |level: &&Level| item.absence(level) == Some(Absence::NotWritten);
        let missing = labels(self.levels.iter().filter(is_missing));
        if !missing.is_empty() {
            found.push(Fault::new(
                format!("{place}.cells"),
                format!(
                    "are not written for {missing}; write them, or “none”: “expected” where nothing is"
                ),
            ));
        }
    }

    /// Headlines that are long, or that stand at two levels of one competency.
    fn headlines(&self, item: &Competency, place: &str, found: &mut Vec<Fault>) {
        let mut seen: BTreeMap<String, (&Level, &Expectation)> = BTreeMap::new();
        for level in &self.levels {
            let Some(cell) = item.at(level).filter(|cell| cell.same_as.is_none()) else {
                continue;
            };
            let place = format!("{place}.cells.{}", level.id);
            let headline = cell.headline();
            let count = headline.split_whitespace().count();
            if count > LONGEST_HEADLINE {
                found.push(Fault::new(
                    place.as_str(),
                    format!("opens with {count} words; write a gist of {LONGEST_HEADLINE} at most"),
                ));
            }
            match seen.get(&headline.to_lowercase()) {
                // Two levels may expect the same step of a scale.
                Some((other, first)) if first.step.is_none() || first.step != cell.step => {
                    found.push(Fault::new(
                        place,
                        format!(
                            "opens as {} does; say what is different, or write “as”: “{}”",
                            other.label(),
                            other.id
                        ),
                    ));
                }
                Some(_) => {}
                None => drop(seen.insert(headline.to_lowercase(), (level, cell))),
            }
        }
    }
}

fn labels<'a>(levels: impl Iterator<Item = &'a Level>) -> String {
    levels.map(Level::label).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ladder on which there is nothing to advise.
    const GOOD: &str = r#"{
        "schema": 2, "id": "small", "version": "1.0.0", "name": "Small", "lang": "en",
        "licence": {"name": "CC0"},
        "tracks": [{"id": "maker", "name": "Maker"}, {"id": "guide", "name": "Guide"}],
        "titleSchemes": [{"id": "plain", "name": "Plain"}],
        "scales": [{"id": "depth", "steps": [{"id": "some", "name": "Some"}]}],
        "levels": [
            {"id": "one", "title": "One", "tracks": ["maker", "guide"], "height": 1, "about": "A.", "question": "A?"},
            {"id": "m2", "code": "M2", "title": "Two", "tracks": ["maker"], "height": 2, "about": "A.", "question": "A?", "titles": {"plain": "Second"}},
            {"id": "m3", "code": "M3", "title": "Three", "tracks": ["maker"], "height": 3, "about": "A.", "question": "A?", "titles": {"plain": "Third"}},
            {"id": "g2", "code": "G2", "title": "Guide", "tracks": ["guide"], "height": 2, "about": "A.", "question": "A?"}
        ],
        "competencies": [{
            "id": "craft", "name": "Craft", "weight": {"maker": 3, "guide": 1},
            "cells": {
                "one": {"gist": "Learn"}, "m2": {"gist": "Make"},
                "m3": {"as": "m2"}, "g2": {"none": "expected"}
            }
        }, {
            "id": "reach", "name": "Reach", "tracks": ["maker"], "scale": "depth",
            "cells": {"one": {"none": "expected"}, "m2": {"step": "some"}, "m3": {"step": "some"}}
        }]
    }"#;

    fn advice(old: &str, new: &str) -> Vec<String> {
        let text = GOOD.replacen(old, new, 1);
        let ladder = Ladder::parse(&text).unwrap_or_else(|faults| unexpected(&faults));
        ladder.advice().iter().map(Fault::to_string).collect()
    }

    fn unexpected(faults: &[Fault]) -> Ladder {
        assert_eq!(faults, []);
        std::process::abort()
    }

    #[test]
    fn a_ladder_that_says_everything_gets_no_advice() {
        assert_eq!(advice("", ""), Vec::<String>::new());
    }

    #[test]
    fn each_matter_of_style_is_told_once_with_its_place() {
        let long =
            "\"gist\": \"One two three four five six seven eight nine ten eleven twelve 13\"";
        for (old, new, says) in [
            (
                "\"licence\": {\"name\": \"CC0\"},",
                "",
                "licence: is not there; say on which terms others may use the texts",
            ),
            (
                "{\"id\": \"guide\", \"name\": \"Guide\"}]",
                "{\"id\": \"guide\", \"name\": \"Guide\"}, {\"id\": \"idle\", \"name\": \"Idle\"}]",
                "tracks[2]: has no level; write one, or take the track out\ncompetencies[0].weight: says nothing of idle; weigh it on each of its tracks, or on none",
            ),
            (
                ", \"titles\": {\"plain\": \"Third\"}",
                "",
                "titleSchemes[0]: has no title for M3; write one for each level of the track",
            ),
            (
                ", \"question\": \"A?\"},",
                "},",
                "levels: lack “question” for One; write the question that one answers at this level",
            ),
            (
                "\"about\": \"A.\", ",
                "",
                "levels: lack “about” for One; say what the level is for",
            ),
            (
                ", \"guide\": 1",
                "",
                "competencies[0].weight: says nothing of guide; weigh it on each of its tracks, or on none",
            ),
            (
                "\"m3\": {\"as\": \"m2\"}, \"g2\": {\"none\": \"expected\"}",
                "\"g2\": {\"none\": \"written\"}",
                "competencies[0].cells: are not written for M3, G2; write them, or “none”: “expected” where nothing is",
            ),
            (
                "\"gist\": \"Learn\"",
                long,
                "competencies[0].cells.one: opens with 13 words; write a gist of 12 at most",
            ),
            (
                "{\"as\": \"m2\"}",
                "{\"gist\": \"make\"}",
                "competencies[0].cells.m3: opens as M2 does; say what is different, or write “as”: “m2”",
            ),
        ] {
            assert_eq!(advice(old, new).join("\n"), says);
        }
    }

    #[test]
    fn a_ladder_without_weights_is_not_asked_for_some() {
        let none = advice("\"weight\": {\"maker\": 3, \"guide\": 1},", "");
        assert_eq!(none, Vec::<String>::new());
    }
}
