//! Merges two versions of one case, from two tabs or from a backup and a browser: no line is lost.
//! Handles lines and their text; independent of where they come from.

use crate::growth::Case;
use crate::growth::case::put;
use crate::text_merge::{Edited, Room};

/// A line of a case that the visitor can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The note on a competency, by its id.
    Note(String),
    /// A line of the passport, by its id.
    Passport(String),
}

/// An edit of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The line.
    pub field: Field,
    /// The text of the line when this tab last filled or wrote it.
    pub before: String,
    /// Its present text.
    pub text: String,
}

impl Case {
    /// Writes a line, unless it is too long or would overwrite a change made elsewhere since.
    pub fn edit(&mut self, edit: &Edit) -> Edited {
        let kept = match &edit.field {
            Field::Note(id) => self.notes.get(id),
            Field::Passport(id) => self.passport.get(id),
        };
        let kept = kept.cloned().unwrap_or_default();
        let typed = edit.text.as_str();
        let edited = Edited::of(&kept, &edit.before, typed, &Room::lines(Self::LONGEST));
        if let Some(text) = edited.text(typed) {
            match &edit.field {
                Field::Note(id) => put(&mut self.notes, id, text),
                Field::Passport(id) => put(&mut self.passport, id, text),
            }
        }
        edited
    }

    /// Merges every line of `other`. A line with a different text in each holds both afterwards, the
    /// earlier case's first; of two levels, the later case's is used.
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
        let notes = later.notes.iter();
        let notes = notes.map(|(id, text)| (Field::Note(id.clone()), text));
        let passport = later.passport.iter();
        let passport = passport.map(|(id, text)| (Field::Passport(id.clone()), text));
        for (field, text) in notes.chain(passport) {
            let edit = Edit {
                field,
                before: String::new(),
                text: text.clone(),
            };
            if let Edited::Clash(_) | Edited::TooLong(_) = joined.edit(&edit) {
                return Err(other);
            }
        }
        joined.level = later.level.clone().or_else(|| earlier.level.clone());
        joined.changed = later.changed;
        *self = joined;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(case: &mut Case, before: &str, text: &str) -> Edited {
        case.edit(&Edit {
            field: Field::Note("risk".to_owned()),
            before: before.to_owned(),
            text: text.to_owned(),
        })
    }

    fn with(text: &str, changed: f64) -> Case {
        let mut case = Case::new();
        case.note("risk", text).unwrap();
        case.changed = changed;
        case
    }

    #[test]
    fn a_line_that_nobody_else_touched_holds_what_was_typed() {
        let mut case = with("old", 1.0);
        assert_eq!(edit(&mut case, "old", "new"), Edited::Written);
        assert_eq!(case.notes["risk"], "new");
        assert_eq!(edit(&mut case, "new", ""), Edited::Written);
        assert!(case.is_empty());
    }

    #[test]
    fn a_line_that_two_tabs_wrote_holds_both_texts() {
        let mut case = with("theirs", 1.0);
        let both = "theirs\n\nmine".to_owned();
        assert_eq!(edit(&mut case, "old", "mine"), Edited::Both(both.clone()));
        assert_eq!(edit(&mut case, "old", "mine"), Edited::Both(both.clone()));
        assert_eq!(case.notes["risk"], both);
        let emptied = edit(&mut case, "old", "");
        assert_eq!(emptied, Edited::Both(both.clone()));
        assert_eq!(case.notes["risk"], both);
    }

    #[test]
    fn what_was_emptied_elsewhere_comes_back_with_what_is_typed() {
        let mut case = with("", 1.0);
        assert_eq!(edit(&mut case, "old", "old and more"), Edited::Written);
        assert_eq!(case.notes["risk"], "old and more");
    }

    #[test]
    fn where_two_texts_do_not_fit_nothing_changes_and_somebody_is_asked() {
        let theirs = "a".repeat(Case::LONGEST);
        let mut case = with(&theirs, 1.0);
        let before = case.clone();
        assert_eq!(edit(&mut case, "old", "mine"), Edited::Clash(theirs));
        assert_eq!(case, before);
        let mine = with("mine", 2.0);
        assert_eq!(case.join(mine.clone()), Err(mine));
        assert_eq!(case, before);
    }

    #[test]
    fn joining_keeps_every_line_of_both_and_twice_is_once() {
        for times in [(1.0, 2.0), (2.0, 1.0)] {
            let (mut here, mut there) = (with("here", times.0), with("there", times.1));
            here.stamp("a", "only here").unwrap();
            there.stamp("b", "only there").unwrap();
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
}
