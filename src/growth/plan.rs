//! A plan: a few gaps of a quarter, each with an aim and a first step. Handles items and their limits;
//! the calendar file and the storage are elsewhere.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::growth::id::is_id;
use crate::growth::{Date, GrowthId, Quarter};
use crate::guard::escape_hidden;
use crate::text_merge::{Edited, Room, TooLong};

/// An item of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanItem {
    /// The version of this record's format.
    pub schema: u32,
    /// The stable id.
    pub id: GrowthId,
    /// The expectation that it is about: the id of its mark, like `t6.risk`.
    pub mark: String,
    /// What is to be reached; [`PlanItem::LONGEST_TEXT`] characters at most.
    pub aim: String,
    /// The first step; as long as the aim. May be empty, as may be the texts below.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub first_step: String,
    /// The day by which it is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// How to notice that it is reached; as long as the aim.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
    /// Who helps; [`PlanItem::LONGEST_HELPER`] characters at most.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub helper: String,
    /// What became of it.
    pub state: PlanState,
    /// Why it is done, kept or dropped; as long as the aim.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The quarter that it is planned for.
    pub quarter: Quarter,
    /// When it was written first, in milliseconds since 1970.
    pub created: f64,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    /// It is still to be done.
    Open,
    /// It is reached.
    Done,
    /// It is not reached, and goes on in a later quarter.
    Kept,
    /// It was given up.
    Dropped,
}

/// A text of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    /// What is to be reached.
    Aim,
    /// The first step.
    FirstStep,
    /// How to notice that it is reached.
    Notice,
    /// Who helps.
    Helper,
    /// Why it is done, kept or dropped.
    Why,
}

/// Why an item cannot be planned. The sentence says how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// It has no aim.
    Blank,
    /// A text is too long.
    Text(PlanField, TooLong),
    /// A text is no id of a mark.
    Mark(String),
    /// The quarter has as many open items as it may have.
    Full(Quarter),
}

impl fmt::Display for PlanFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Blank => "the aim is empty; write what you want to reach".to_owned(),
            Self::Text(field, excess) => format!("“{}” is {excess}; shorten it", field.name()),
            Self::Mark(id) => {
                format!("“{id}” is no expectation; choose one from the page of a level")
            }
            Self::Full(quarter) => format!(
                "{quarter} has {} open items, which are the most; finish or drop one first, or choose another quarter",
                PlanItem::MOST_OPEN
            ),
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for PlanFault {}

impl PlanField {
    /// Every field.
    pub const ALL: [Self; 5] = [
        Self::Aim,
        Self::FirstStep,
        Self::Notice,
        Self::Helper,
        Self::Why,
    ];

    /// The text as it is stored: blank text becomes empty; the name of a helper is trimmed.
    pub fn kept(self, text: &str) -> &str {
        match self {
            _ if text.trim().is_empty() => "",
            Self::Helper => text.trim(),
            _ => text,
        }
    }

    /// The maximum number of characters.
    pub const fn most(self) -> usize {
        match self {
            Self::Helper => PlanItem::LONGEST_HELPER,
            _ => PlanItem::LONGEST_TEXT,
        }
    }

    const fn room(self) -> Room {
        match self {
            Self::Helper => Room::names(self.most()),
            _ => Room::lines(self.most()),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Aim => "aim",
            Self::FirstStep => "first step",
            Self::Notice => "how I will notice",
            Self::Helper => "who helps",
            Self::Why => "why",
        }
    }
}

impl PlanItem {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
    /// The maximum number of characters of the aim, the first step, the notice and the reason.
    pub const LONGEST_TEXT: usize = 500;
    /// The maximum number of characters of the helper.
    pub const LONGEST_HELPER: usize = 200;
    /// The maximum number of open items in a quarter.
    pub const MOST_OPEN: usize = 3;

    /// An open item with an aim, about the expectation with the id `mark`, written at `now`, in
    /// milliseconds since 1970, with a random number from 0 and below 1 for its id.
    ///
    /// # Errors
    /// If the aim is blank or too long, or `mark` is no id.
    pub fn new(
        mark: &str,
        aim: &str,
        quarter: Quarter,
        (now, random): (f64, f64),
    ) -> Result<Self, PlanFault> {
        let item = Self {
            schema: Self::SCHEMA,
            id: GrowthId::new(now, random),
            mark: mark.to_owned(),
            aim: aim.trim().to_owned(),
            first_step: String::new(),
            by: None,
            notice: String::new(),
            helper: String::new(),
            state: PlanState::Open,
            why: String::new(),
            quarter,
            created: now,
            changed: now,
        };
        if item.aim.is_empty() {
            return Err(PlanFault::Blank);
        }
        item.check()?;
        Ok(item)
    }

    /// A text of this item.
    pub fn text(&self, field: PlanField) -> &str {
        match field {
            PlanField::Aim => &self.aim,
            PlanField::FirstStep => &self.first_step,
            PlanField::Notice => &self.notice,
            PlanField::Helper => &self.helper,
            PlanField::Why => &self.why,
        }
    }

    /// Writes a text, unless it is too long or would overwrite a change made elsewhere since it was
    /// `before`. Blank text empties it.
    pub fn edit(&mut self, field: PlanField, before: &str, text: &str) -> Edited {
        let (before, typed) = (field.kept(before), field.kept(text));
        let edited = Edited::of(self.text(field), before, typed, &field.room());
        if let Some(text) = edited.text(typed) {
            let text = text.to_owned();
            match field {
                PlanField::Aim => self.aim = text,
                PlanField::FirstStep => self.first_step = text,
                PlanField::Notice => self.notice = text,
                PlanField::Helper => self.helper = text,
                PlanField::Why => self.why = text,
            }
        }
        edited
    }

    /// One item with the texts of two versions of it; the rest is that of the later one. None if two
    /// texts do not fit into one field.
    pub fn joined(&self, other: &Self) -> Option<Self> {
        let (earlier, later) = match other.changed > self.changed {
            true => (self, other),
            false => (other, self),
        };
        let mut texts = earlier.clone();
        let mut both = later.clone();
        for field in PlanField::ALL {
            if !texts.edit(field, "", later.text(field)).is_written() {
                return None;
            }
            both.edit(field, later.text(field), texts.text(field));
        }
        both.by = later.by.or(earlier.by);
        both.created = earlier.created.min(later.created);
        Some(both)
    }

    /// Checks the limits of every field.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), PlanFault> {
        for field in PlanField::ALL {
            TooLong::check(self.text(field), field.most())
                .map_err(|excess| PlanFault::Text(field, excess))?;
        }
        match is_id(&self.mark) {
            true => Ok(()),
            false => Err(PlanFault::Mark(self.mark.clone())),
        }
    }

    /// Whether this item may be open in its quarter beside the others of a plan. An earlier version of
    /// this item among them does not count.
    ///
    /// # Errors
    /// If the quarter has [`PlanItem::MOST_OPEN`] open items already.
    pub fn fits_into(&self, plan: &[Self]) -> Result<(), PlanFault> {
        let is_beside = |one: &&Self| {
            one.state == PlanState::Open && one.quarter == self.quarter && one.id != self.id
        };
        let count = plan.iter().filter(is_beside).count();
        match self.state == PlanState::Open && count >= Self::MOST_OPEN {
            true => Err(PlanFault::Full(self.quarter)),
            false => Ok(()),
        }
    }
}

/// The open items of a plan whose day has come at the day `today`, the earliest first.
pub fn due(plan: &[PlanItem], today: Date) -> Vec<&PlanItem> {
    let is_due =
        |one: &&PlanItem| one.state == PlanState::Open && one.by.is_some_and(|by| by <= today);
    let mut due: Vec<&PlanItem> = plan.iter().filter(is_due).collect();
    due.sort_by(|a, b| a.by.cmp(&b.by).then(a.id.cmp(&b.id)));
    due
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(aim: &str, random: f64) -> PlanItem {
        let quarter = Quarter::parse("2026-Q4").unwrap();
        PlanItem::new("t6.risk", aim, quarter, (1.0, random)).unwrap()
    }

    #[test]
    fn a_quarter_has_three_open_items_at_most() {
        let mut plan = vec![item("a", 0.1), item("b", 0.2), item("c", 0.3)];
        let more = item("d", 0.4);
        let told = more.fits_into(&plan).unwrap_err();
        assert_eq!(
            told.to_string(),
            "2026-Q4 has 3 open items, which are the most; finish or drop one first, or choose another quarter"
        );
        assert_eq!(plan[0].fits_into(&plan), Ok(()), "it is one of the three");
        let next = PlanItem {
            quarter: Quarter::parse("2027-Q1").unwrap(),
            ..more.clone()
        };
        assert_eq!(next.fits_into(&plan), Ok(()));
        plan[1].state = PlanState::Kept;
        assert_eq!(more.fits_into(&plan), Ok(()));
    }

    #[test]
    fn open_items_are_due_on_their_day() {
        let by = |text: &str| Date::parse(text).ok();
        let mut plan = vec![
            item("a", 0.1),
            item("b", 0.2),
            item("c", 0.3),
            item("d", 0.4),
        ];
        plan[0].by = by("2026-12-02");
        plan[1].by = by("2026-12-01");
        plan[2].by = by("2026-12-01");
        plan[2].state = PlanState::Done;
        let aims = |day: &str| {
            let due = due(&plan, by(day).unwrap()).into_iter();
            due.map(|one| one.aim.as_str()).collect::<String>()
        };
        assert_eq!(aims("2026-11-30"), "");
        assert_eq!(aims("2026-12-01"), "b");
        assert_eq!(aims("2027-01-01"), "ba");
    }

    #[test]
    fn what_is_too_long_is_refused_and_nothing_is_lost() {
        let quarter = Quarter::parse("2026-Q4").unwrap();
        let new = |mark: &str, aim: &str| PlanItem::new(mark, aim, quarter, (1.0, 0.1));
        assert_eq!(new("t6.risk", " "), Err(PlanFault::Blank));
        assert_eq!(new("T6", "a"), Err(PlanFault::Mark("T6".to_owned())));
        let told = new("t6.risk", &"é".repeat(501)).unwrap_err().to_string();
        assert_eq!(
            told,
            "“aim” is 1 character too long; 500 are the most; shorten it"
        );
        let mut one = item("a", 0.1);
        let long = "x".repeat(201);
        assert!(!one.edit(PlanField::Helper, "", &long).is_written());
        assert!(one.edit(PlanField::Helper, "", " Ada ").is_written());
        assert!(one.edit(PlanField::Helper, "", "Grace").is_written());
        assert_eq!(one.helper, "Ada / Grace");
        let mut later = one.clone();
        later.changed = 2.0;
        later.state = PlanState::Dropped;
        later.edit(PlanField::FirstStep, "", "Ask.");
        one.edit(PlanField::Notice, "", "Fewer pages.");
        let both = one.joined(&later).unwrap();
        assert_eq!(
            (both.first_step.as_str(), both.notice.as_str()),
            ("Ask.", "Fewer pages.")
        );
        assert_eq!(both.state, PlanState::Dropped);
        assert_eq!(later.joined(&one), Some(both));
    }
}
