//! Cells that say no more than that they are as those of another level: “same as above”, “ditto”, “as L2”.

use crate::import::cell::cell;
use crate::import::found::{Found, FoundLevel};
use crate::import::level_words::is_level;
use crate::import::names::{key, words};
use crate::import::rich::Rich;

/// Words for what stands at the level before.
const BEFORE: [&str; 29] = [
    "ditto",
    "dito",
    "dto",
    "unverändert",
    "wie zuvor",
    "igual",
    "idem",
    "same",
    "same as above",
    "same as before",
    "same as previous",
    "same as previous level",
    "same as the previous level",
    "same as prior level",
    "same as last level",
    "same as left",
    "as above",
    "as before",
    "as previous",
    "as previous level",
    "as the previous level",
    "see above",
    "see previous level",
    "unchanged",
    "no change",
    "wie oben",
    "siehe oben",
    "idem que précédent",
    "igual que antes",
];
/// Words before the name of a level.
const NAMED: [&str; 15] = [
    "same as ", "like at ", "like in ", "like ", "as at ", "as in ", "as ", "see ", "= ", "=",
    "siehe ", "wie bei ", "wie ", "comme ", "como ",
];
/// Words by which a text says more than the name of a level.
const MORE: [&str; 6] = ["and", "plus", "but", "also", "with", "or"];
/// Signs for the same.
const SIGNS: &str = "\"”“″〃'→➔⟶↑=";

/// The level that a text leaves everything to.
enum Same {
    Before,
    Named(String),
}

fn same(text: &str) -> Option<Same> {
    let text = text.trim().trim_end_matches('.');
    if !text.is_empty() && text.chars().all(|sign| SIGNS.contains(sign)) {
        return Some(Same::Before);
    }
    let lower = text.trim_matches(['(', ')', '-', '–', ' ']).to_lowercase();
    if BEFORE.contains(&lower.as_str()) {
        return Some(Same::Before);
    }
    let named = NAMED.iter().find(|word| lower.starts_with(**word))?;
    let name = text
        .trim_start_matches(['(', '-', '–', ' '])
        .get(named.len()..)?;
    let name = name.trim_end_matches(')').trim();
    let goes_on = words(name).iter().any(|word| MORE.contains(&word.as_str()));
    let is_name = is_level(name) && !goes_on && !name.contains([',', ';', ':', '+', '&']);
    is_name.then(|| Same::Named(name.to_owned()))
}

/// The cells of one competency while they are read, the lowest level first.
pub(super) struct Row {
    competency: usize,
    /// Each level that was read, and the one that says what it expects.
    read: Vec<(usize, usize)>,
}

impl Row {
    pub const fn new(competency: usize) -> Self {
        Self {
            competency,
            read: Vec::new(),
        }
    }

    /// Adds the cell of a level.
    pub fn add(&mut self, found: &mut Found, level: usize, rich: &Rich, place: &str) {
        let track = found.levels.get(level).and_then(|level| level.track);
        let wanted = match same(&rich.line()) {
            Some(Same::Before) => {
                let of_track =
                    |one: usize| found.levels.get(one).and_then(|one| one.track) == track;
                self.read
                    .iter()
                    .rev()
                    .copied()
                    .find(|(one, _)| of_track(*one))
            }
            Some(Same::Named(name)) => {
                let of_track = found.known_level(track, &name);
                // On other tracks only a name that no two levels have.
                let wanted = key(&name);
                let is_named = |level: &FoundLevel| {
                    [Some(&level.name), Some(&level.title), level.code.as_ref()]
                        .into_iter()
                        .flatten()
                        .any(|one| key(one) == wanted)
                };
                let levels = found.levels.iter().enumerate();
                let mut others = levels.filter(|(_, level)| is_named(level));
                let only = others.next().filter(|_| others.next().is_none());
                let at = of_track.or(only.map(|(at, _)| at));
                self.read.iter().copied().find(|(one, _)| Some(*one) == at)
            }
            None => None,
        };
        if let Some((_, says)) = wanted {
            found.same.push((self.competency, level, says));
            self.read.push((level, says));
        } else if let Some(cell) = cell(rich, found, place) {
            found.cell(self.competency, level, cell, place);
            self.read.push((level, level));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_adds_something_is_not_the_same() {
        for text in ["Same as L1", "as L2.", "ditto", "\"", "Same as above", "→"] {
            assert!(same(text).is_some(), "{text}");
        }
        for text in [
            "As L2, and also plans",
            "+ reviews code",
            "Same as above, plus:",
            "As a team",
            "",
        ] {
            assert!(same(text).is_none(), "{text}");
        }
    }
}
