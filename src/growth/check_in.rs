//! A check-in: the marks, the plan and the ladder's version frozen under a date, and what changed
//! between two of them. Independent of the storage.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::growth::mark::{Mark, Marks, Standing};
use crate::growth::view::View;
use crate::growth::{Date, GrowthId, PlanItem, PlanState};
use crate::ladder::{Ladder, Level};
use crate::text_merge::{Edited, Room, TooLong};

/// Everything at one date. What was agreed on and the note can still be written later, the rest stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckIn {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id; see [`CheckIn::free_id`].
    pub id: GrowthId,
    /// The day.
    pub date: Date,
    /// The version of the ladder on that day.
    pub ladder_version: String,
    /// The id of the visitor's own level, if they chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// The id of the level they looked at, if they chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The marks by their ids.
    #[serde(default)]
    pub marks: BTreeMap<String, FrozenMark>,
    /// The plan, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<FrozenAim>,
    /// The second view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<FrozenView>,
    /// What the two agreed on after a talk, by the ids of marks.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub agreed: BTreeMap<String, Judgement>,
    /// A note; [`CheckIn::LONGEST_NOTE`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// A mark at the date of a check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenMark {
    /// The standing.
    pub standing: Standing,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What the expectation said when it was marked; see [`said`](crate::growth::said).
    pub said: Vec<String>,
}

/// An item of the plan at the date of a check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAim {
    /// The aim; [`PlanItem::LONGEST_TEXT`] characters at most.
    pub aim: String,
    /// What became of it by then.
    pub state: PlanState,
}

/// A second view at the date of a check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenView {
    /// Whose it is, if they gave a name; [`View::LONGEST_NAME`] characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What they marked, by the ids of marks.
    #[serde(default)]
    pub marks: BTreeMap<String, Judgement>,
}

/// A standing and a reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The standing.
    pub standing: Standing,
    /// Why; may be empty, [`Mark::LONGEST_WHY`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

impl CheckIn {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of the note.
    pub const LONGEST_NOTE: usize = 5_000;

    /// A check-in with these marks, made at `now`, in milliseconds since 1970. It has no plan, no second
    /// view and no note yet.
    pub fn new(
        (id, date): (GrowthId, Date),
        ladder: &Ladder,
        (own, target): (Option<&Level>, Option<&Level>),
        marks: &Marks,
        now: f64,
    ) -> Self {
        let frozen = |mark: &Mark| FrozenMark {
            standing: mark.standing,
            why: mark.why.clone(),
            said: mark.said.clone(),
        };
        let marks = marks.iter();
        Self {
            schema: Self::SCHEMA,
            id,
            date,
            ladder_version: ladder.version.clone(),
            own: own.map(|level| level.id.clone()),
            target: target.map(|level| level.id.clone()),
            marks: marks.map(|(id, mark)| (id.clone(), frozen(mark))).collect(),
            plan: Vec::new(),
            second: None,
            agreed: BTreeMap::new(),
            note: String::new(),
            changed: now,
        }
    }

    /// An id for a check-in on a day: the day, and a number from 2 if that is taken. None if a day has
    /// more than a thousand.
    pub fn free_id(date: Date, taken: &[GrowthId]) -> Option<GrowthId> {
        let numbered = (2..=1_000).map(|number| format!("{date}.{number}"));
        let mut names = std::iter::once(date.to_string()).chain(numbered);
        names.find_map(|name| GrowthId::parse(&name).filter(|id| !taken.contains(id)))
    }

    /// Whether two versions of one check-in differ at most in what may be written later: what was agreed
    /// on, and the note.
    pub fn freezes_the_same(&self, other: &Self) -> bool {
        let later = Self {
            schema: self.schema,
            agreed: self.agreed.clone(),
            note: self.note.clone(),
            changed: self.changed,
            ..other.clone()
        };
        *self == later
    }

    /// Writes the note, unless it is too long or would overwrite a change made elsewhere since it was
    /// `before`. Blank text empties it.
    pub fn edit_note(&mut self, before: &str, text: &str) -> Edited {
        let typed = if text.trim().is_empty() { "" } else { text };
        let edited = Edited::of(&self.note, before, typed, &Room::lines(Self::LONGEST_NOTE));
        if let Some(text) = edited.text(typed) {
            self.note = text.to_owned();
        }
        edited
    }

    /// Checks the lengths of its texts.
    ///
    /// # Errors
    /// The name of the first field that is too long, and by how much.
    pub fn check(&self) -> Result<(), (&'static str, TooLong)> {
        let fits =
            |field, text: &str, most| TooLong::check(text, most).map_err(|excess| (field, excess));
        let second = self.second.as_ref();
        let theirs = second.into_iter().flat_map(|view| view.marks.values());
        let reasons = theirs.chain(self.agreed.values()).map(|one| &one.why);
        for why in reasons.chain(self.marks.values().map(|mark| &mark.why)) {
            fits("reason", why, Mark::LONGEST_WHY)?;
        }
        for line in &self.plan {
            fits("aim", &line.aim, PlanItem::LONGEST_TEXT)?;
        }
        let from = second.and_then(|view| view.from.as_deref());
        fits("name", from.unwrap_or_default(), View::LONGEST_NAME)?;
        fits("note", &self.note, Self::LONGEST_NOTE)
    }
}

impl From<&PlanItem> for FrozenAim {
    fn from(item: &PlanItem) -> Self {
        Self {
            aim: item.aim.clone(),
            state: item.state,
        }
    }
}

impl From<&View> for FrozenView {
    fn from(view: &View) -> Self {
        let marks = view.marks.iter().map(|(id, mark)| {
            let judgement = Judgement {
                standing: mark.standing,
                why: mark.line.clone(),
            };
            (id.clone(), judgement)
        });
        Self {
            from: view.from.clone(),
            marks: marks.collect(),
        }
    }
}

/// What changed between two check-ins: the ids of marks, each in one list, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckInChange {
    /// Shown more often than before.
    pub rose: Vec<String>,
    /// Shown less often than before.
    pub fell: Vec<String>,
    /// As before.
    pub same: Vec<String>,
    /// There was no chance to show it at one of the two, but at the other.
    pub chance: Vec<String>,
    /// Marked later only.
    pub new: Vec<String>,
    /// Marked earlier only.
    pub gone: Vec<String>,
    /// The two marks are on different words, so they are not compared.
    pub reworded: Vec<String>,
}

impl CheckInChange {
    /// What changed from `earlier` to `later`.
    pub fn between(earlier: &CheckIn, later: &CheckIn) -> Self {
        let mut change = Self::default();
        let ids: BTreeSet<&String> = earlier.marks.keys().chain(later.marks.keys()).collect();
        for id in ids {
            let list = match (earlier.marks.get(id), later.marks.get(id)) {
                (None, _) => &mut change.new,
                (_, None) => &mut change.gone,
                (Some(before), Some(after)) if before.said != after.said => &mut change.reworded,
                (Some(before), Some(after)) => {
                    match (before.standing.degree(), after.standing.degree()) {
                        (Some(before), Some(after)) if before < after => &mut change.rose,
                        (Some(before), Some(after)) if before > after => &mut change.fell,
                        (before, after) if before == after => &mut change.same,
                        _ => &mut change.chance,
                    }
                }
            };
            list.push(id.clone());
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_in(marks: &[(&str, Standing, &str)]) -> CheckIn {
        let date = Date::parse("2026-11-28").unwrap();
        let mark = |standing, said: &str| FrozenMark {
            standing,
            why: String::new(),
            said: vec![said.to_owned()],
        };
        let marks = marks.iter();
        CheckIn {
            schema: CheckIn::SCHEMA,
            id: CheckIn::free_id(date, &[]).unwrap(),
            date,
            ladder_version: "1.0.0".to_owned(),
            own: None,
            target: None,
            marks: marks
                .map(|(id, standing, said)| ((*id).to_owned(), mark(*standing, said)))
                .collect(),
            plan: Vec::new(),
            second: None,
            agreed: BTreeMap::new(),
            note: String::new(),
            changed: 1.0,
        }
    }

    #[test]
    fn each_mark_of_two_check_ins_is_in_one_list() {
        use Standing::{NoChance, NotYet, Reliably, Sometimes};
        let earlier = check_in(&[
            ("a.fell", Reliably, "x"),
            ("a.gone", Reliably, "x"),
            ("a.got", NoChance, "x"),
            ("a.lost", Sometimes, "x"),
            ("a.never", NoChance, "x"),
            ("a.other", NotYet, "x"),
            ("a.rose", NotYet, "x"),
            ("a.same", Sometimes, "x"),
        ]);
        let later = check_in(&[
            ("a.fell", Sometimes, "x"),
            ("a.got", Reliably, "x"),
            ("a.lost", NoChance, "x"),
            ("a.never", NoChance, "x"),
            ("a.new", NotYet, "x"),
            ("a.other", Reliably, "y"),
            ("a.rose", Sometimes, "x"),
            ("a.same", Sometimes, "x"),
        ]);
        let change = CheckInChange::between(&earlier, &later);
        assert_eq!(change.rose, ["a.rose"]);
        assert_eq!(change.fell, ["a.fell"]);
        assert_eq!(change.same, ["a.never", "a.same"]);
        assert_eq!(change.chance, ["a.got", "a.lost"]);
        assert_eq!(change.new, ["a.new"]);
        assert_eq!(change.gone, ["a.gone"]);
        assert_eq!(change.reworded, ["a.other"]);
        let back = CheckInChange::between(&later, &earlier);
        assert_eq!((&back.rose, &back.fell), (&change.fell, &change.rose));
        assert_eq!((&back.new, &back.gone), (&change.gone, &change.new));
    }

    #[test]
    fn a_second_check_in_on_a_day_has_an_id_of_its_own() {
        let date = Date::parse("2026-11-28").unwrap();
        let mut taken = Vec::new();
        for name in ["2026-11-28", "2026-11-28.2", "2026-11-28.3"] {
            let id = CheckIn::free_id(date, &taken).unwrap();
            assert_eq!(id.as_str(), name);
            taken.push(id);
        }
    }

    #[test]
    fn only_what_was_agreed_on_and_the_note_may_change_later() {
        let first = check_in(&[("a.b", Standing::Reliably, "x")]);
        let mut later = first.clone();
        later.note = "It went well.".to_owned();
        later.changed = 2.0;
        let agreed = Judgement {
            standing: Standing::Sometimes,
            why: String::new(),
        };
        later.agreed.insert("a.b".to_owned(), agreed);
        assert!(first.freezes_the_same(&later));
        later.marks.clear();
        assert!(!first.freezes_the_same(&later));
    }

    #[test]
    fn a_text_that_is_too_long_is_named() {
        let mut one = check_in(&[]);
        assert_eq!(one.check(), Ok(()));
        one.note = "é".repeat(CheckIn::LONGEST_NOTE + 1);
        let most = CheckIn::LONGEST_NOTE;
        assert_eq!(one.check(), Err(("note", TooLong { by: 1, most })));
    }
}
