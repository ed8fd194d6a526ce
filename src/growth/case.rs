//! The notes of an older case: evidence for each competency, in the visitor's own words. They are read
//! and merged, never written anew: `from_case` makes entries of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text_merge::{Edited, Room};

/// The notes of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the level that the case was for, once one was chosen. The first versions wrote its
    /// code, in capitals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Notes of evidence by competency id.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
    /// The passport by line id.
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

    /// Merges every line of `other`, as a backup, an undo or an older layout has it. A line with a
    /// different text in each holds both afterwards, the earlier case's first; of two levels, the later
    /// case's is used.
    ///
    /// # Errors
    /// `other`, if two texts of one line do not fit into it. This case is then unchanged.
    pub fn join(&mut self, other: Self) -> Result<(), Self> {
        let (earlier, later) = if other.changed > self.changed {
            (&*self, &other)
        } else {
            (&other, &*self)
        };
        let mut joined = earlier.clone();
        let fit =
            add(&mut joined.notes, &later.notes) && add(&mut joined.passport, &later.passport);
        if !fit {
            return Err(other);
        }
        joined.level = later.level.clone().or_else(|| earlier.level.clone());
        joined.changed = later.changed;
        *self = joined;
        Ok(())
    }
}

/// Adds every line of `more`, and says whether all of them fit.
fn add(lines: &mut BTreeMap<String, String>, more: &BTreeMap<String, String>) -> bool {
    more.iter().all(|(id, text)| {
        let kept = lines.get(id).map_or("", String::as_str);
        let edited = Edited::of(kept, "", text, &Room::lines(Case::LONGEST));
        let text = edited.text(text).map(str::to_owned);
        let fits = text.is_some();
        lines.extend(text.map(|text| (id.clone(), text)));
        fits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(note: &str, line: &str, changed: f64) -> Case {
        Case {
            schema: Case::SCHEMA,
            level: None,
            notes: [("risk".to_owned(), note.to_owned())].into(),
            passport: [(line.to_owned(), format!("only {note}"))].into(),
            changed,
        }
    }

    #[test]
    fn joining_keeps_every_line_of_both_and_twice_is_once() {
        for times in [(1.0, 2.0), (2.0, 1.0)] {
            let (mut here, there) = (with("here", "a", times.0), with("there", "b", times.1));
            assert_eq!(here.join(there.clone()), Ok(()));
            let note = &here.notes["risk"];
            assert!(note.contains("here") && note.contains("there"), "{note}");
            assert_eq!(here.passport["a"], "only here");
            assert_eq!(here.passport["b"], "only there");
            let once = here.clone();
            assert_eq!(here.join(there), Ok(()));
            assert_eq!(here, once);
        }
    }

    #[test]
    fn where_two_texts_do_not_fit_nothing_changes() {
        for long in [Case::LONGEST, Case::LONGEST + 1] {
            for times in [(1.0, 2.0), (2.0, 1.0)] {
                let mut here = with(&"a".repeat(long), "a", times.0);
                let (before, there) = (here.clone(), with("there", "b", times.1));
                assert_eq!(here.join(there.clone()), Err(there));
                assert_eq!(here, before);
            }
        }
    }
}
