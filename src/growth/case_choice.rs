//! What the visitor decided about the case for one level: which evidence is left out, and a summary.
//! Independent of the evidence that exists and of the storage.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::growth::GrowthId;
use crate::text_merge::{Edited, Room, TooLong};

/// The choices for the case of one level. Without any, a case has no summary and all evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseChoice {
    /// The version of this record's format.
    pub schema: u32,
    /// The ids of the entries that are left out, by the id of the competency that they would stand for.
    /// An entry may have been removed since.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub left_out: BTreeMap<String, BTreeSet<GrowthId>>,
    /// A summary in the visitor's words; may be empty, [`CaseChoice::LONGEST_SUMMARY`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

impl CaseChoice {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of the summary.
    pub const LONGEST_SUMMARY: usize = 2_000;

    /// No choice yet.
    pub const fn new() -> Self {
        Self {
            schema: Self::SCHEMA,
            left_out: BTreeMap::new(),
            summary: String::new(),
            changed: 0.0,
        }
    }

    /// Leaves an entry out of a competency's evidence, or takes it in again.
    pub fn leave_out(&mut self, competency: &str, entry: &GrowthId, is_left_out: bool) {
        let entries = self.left_out.entry(competency.to_owned()).or_default();
        match is_left_out {
            true => entries.insert(entry.clone()),
            false => entries.remove(entry),
        };
        if entries.is_empty() {
            self.left_out.remove(competency);
        }
    }

    /// Whether an entry is left out of a competency's evidence.
    pub fn leaves_out(&self, competency: &str, entry: &GrowthId) -> bool {
        let entries = self.left_out.get(competency);
        entries.is_some_and(|entries| entries.contains(entry))
    }

    /// Writes the summary, unless it is too long or would overwrite a change made elsewhere since it was
    /// `before`. Blank text empties it.
    pub fn edit_summary(&mut self, before: &str, text: &str) -> Edited {
        let [before, typed] = [before, text].map(|text| match text.trim() {
            "" => "",
            _ => text,
        });
        let room = Room::lines(Self::LONGEST_SUMMARY);
        let edited = Edited::of(&self.summary, before, typed, &room);
        if let Some(text) = edited.text(typed) {
            self.summary = text.to_owned();
        }
        edited
    }

    /// Checks the length of its text.
    ///
    /// # Errors
    /// “summary”, and by how much it is longer than [`CaseChoice::LONGEST_SUMMARY`].
    pub fn check(&self) -> Result<(), (&'static str, TooLong)> {
        TooLong::check(&self.summary, Self::LONGEST_SUMMARY).map_err(|excess| ("summary", excess))
    }
}

impl Default for CaseChoice {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> GrowthId {
        GrowthId::parse(text).unwrap()
    }

    #[test]
    fn an_entry_is_left_out_of_one_competency_and_can_be_taken_in_again() {
        let mut choice = CaseChoice::new();
        choice.leave_out("risk", &id("a"), true);
        choice.leave_out("risk", &id("a"), true);
        choice.leave_out("depth", &id("b"), false);
        assert!(choice.leaves_out("risk", &id("a")));
        assert!(!choice.leaves_out("depth", &id("a")));
        choice.leave_out("risk", &id("a"), false);
        assert_eq!(choice, CaseChoice::new(), "no empty list stays");
    }

    #[test]
    fn a_summary_beyond_the_limit_is_refused_and_two_tabs_keep_both() {
        let mut choice = CaseChoice::new();
        let most = CaseChoice::LONGEST_SUMMARY;
        let told = choice.edit_summary("", &"🦀".repeat(most + 2));
        assert_eq!(told, Edited::TooLong(TooLong { by: 2, most }));
        assert!(choice.edit_summary("", &"🦀".repeat(most)).is_written());
        assert_eq!(choice.check(), Ok(()));
        let before = choice.summary.clone();
        choice.edit_summary(&before, "Here.");
        assert_eq!(
            choice.edit_summary(&before, "There."),
            Edited::Both("Here.\n\nThere.".to_owned())
        );
        let both = choice.summary.clone();
        choice.edit_summary(&both, " \n");
        assert_eq!(choice.summary, "");
        choice.summary = "é".repeat(most + 1);
        assert_eq!(choice.check(), Err(("summary", TooLong { by: 1, most })));
    }
}
