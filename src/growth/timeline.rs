//! Everything with a date on one axis of months: results of the quiz, check-ins, evidence and plan.
//! Handles dates and counts; drawing is elsewhere, and the same in words is in `timeline_words`.

use crate::growth::{CheckIn, Date, Expected, Journal, Month, PlanItem, PlanState, Standing};
use crate::ladder::{Ladder, Level};

/// What is put on the axis.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    /// The results of the quiz, in any order.
    pub leans: &'a [LeanOn],
    /// The check-ins, in any order.
    pub check_ins: &'a [CheckIn],
    /// The evidence.
    pub journal: &'a Journal,
    /// The items of the plan, in any order.
    pub plan: &'a [PlanItem],
}

/// A result of the quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct LeanOn {
    /// The day of the attempt.
    pub date: Date,
    /// The low end of the interval, the estimate and the high end, −100 (deep) to 100 (broad). None if
    /// the verdict is withheld.
    pub drawn: Option<[f64; 3]>,
    /// The verdict in a few words.
    pub words: String,
}

/// The axis and what is on it. A position is from 0, the start of the first month, to 1, the end of the
/// last one; every month is equally long.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<'a> {
    /// The months, without a gap.
    pub months: Vec<Month>,
    /// Where today is.
    pub today: f64,
    /// The results of the quiz, the earliest first.
    pub leans: Vec<LeanAt<'a>>,
    /// The check-ins, the earliest first.
    pub check_ins: Vec<CheckInAt<'a>>,
    /// The number of entries of each month.
    pub evidence: Vec<usize>,
    /// The items of the plan, in the order of their beginnings.
    pub plan: Vec<PlanAt<'a>>,
    /// What is earlier than the first month.
    pub before: Happenings,
    /// What is later than the last month.
    pub after: Happenings,
    /// The number of entries without a date.
    pub undated: usize,
}

/// A result of the quiz on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeanAt<'a> {
    /// Its position.
    pub at: f64,
    /// The result.
    pub on: &'a LeanOn,
}

/// A check-in on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckInAt<'a> {
    /// Its position.
    pub at: f64,
    /// The check-in.
    pub check_in: &'a CheckIn,
    /// Its target and the standings there. None if it has no target, or the ladder no longer has it.
    pub counts: Option<(&'a Level, StandingCounts)>,
}

/// How many expectations of a level are marked in which way. The four are never one number: a standing
/// is no points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandingCounts {
    /// Shown reliably.
    pub reliably: usize,
    /// Shown sometimes.
    pub sometimes: usize,
    /// Not yet shown.
    pub not_yet: usize,
    /// Without a chance to show it.
    pub no_chance: usize,
    /// Not marked.
    pub unmarked: usize,
}

/// An item of the plan on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanAt<'a> {
    /// The item.
    pub item: &'a PlanItem,
    /// The day on which it was written.
    pub begun: Date,
    /// The day on which it was last changed, if it is no longer open.
    pub ended: Option<Date>,
    /// From when to when it runs. An open item runs to its day, or to today if that is later.
    pub span: [f64; 2],
    /// Where the day is by which it is to be reached, if it is on the axis.
    pub by: Option<f64>,
}

/// Numbers of what is not on the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Happenings {
    /// Attempts at the quiz.
    pub attempts: usize,
    /// Check-ins.
    pub check_ins: usize,
    /// Entries.
    pub entries: usize,
    /// Items of the plan.
    pub items: usize,
}

impl<'a> Timeline<'a> {
    /// The minimum number of months.
    pub const FEWEST: i32 = 6;
    /// The maximum number of months.
    pub const MOST: i32 = 60;
    /// How many months after today the axis may end. What is later has a slip in its date.
    pub const AHEAD: i32 = 12;

    /// The axis from the first event to the last, with today on it, where the clock is `offset` minutes
    /// ahead of UTC. Too few months are filled up by earlier ones; of too many, the earliest are left out.
    pub fn new(ladder: &'a Ladder, dated: Dated<'a>, (today, offset): (Date, i32)) -> Self {
        let begun = |item: &'a PlanItem| Begun::new(item, offset);
        let plan: Vec<Begun<'a>> = dated.plan.iter().filter_map(begun).collect();
        let evidence = dated.journal.months();
        let leans = dated.leans.iter().map(|one| one.date);
        let days = leans.chain(dated.check_ins.iter().map(|one| one.date));
        let days = days.chain(plan.iter().flat_map(Begun::dates));
        let months = days.map(Date::month);
        let of_entries = evidence.iter().filter(|(_, count)| *count > 0);
        let axis = Axis::around(months.chain(of_entries.map(|one| one.0)), today);

        let mut outside = [Happenings::default(); 2];
        let mut is_on = |[from, to]: [f64; 2], count: fn(&mut Happenings) -> &mut usize| {
            let [before, after] = &mut outside;
            let side = match () {
                () if to < 0.0 => before,
                () if from >= 1.0 => after,
                () => return true,
            };
            *count(side) += 1;
            false
        };
        let leans = dated.leans.iter().map(|on| LeanAt {
            at: axis.at(on.date),
            on,
        });
        let mut leans: Vec<LeanAt<'a>> = leans.collect();
        leans.retain(|one| is_on([one.at; 2], |count| &mut count.attempts));
        leans.sort_by(|a, b| a.at.total_cmp(&b.at));
        let check_ins = dated.check_ins.iter().map(|check_in| CheckInAt {
            at: axis.at(check_in.date),
            check_in,
            counts: StandingCounts::at_target(ladder, check_in),
        });
        let mut check_ins: Vec<CheckInAt<'a>> = check_ins.collect();
        check_ins.retain(|one| is_on([one.at; 2], |count| &mut count.check_ins));
        check_ins.sort_by(|a, b| a.at.total_cmp(&b.at));
        let plan = plan.iter().map(|one| one.on(&axis, today));
        let mut plan: Vec<PlanAt<'a>> = plan.collect();
        plan.retain_mut(|one| {
            let is_on = is_on(one.span, |count| &mut count.items);
            one.span = one.span.map(|at| at.clamp(0.0, 1.0));
            is_on
        });
        plan.sort_by(|a, b| a.begun.cmp(&b.begun).then(a.item.id.cmp(&b.item.id)));

        let [mut before, mut after] = outside;
        let months = axis.months();
        let mut counts = vec![0; months.len()];
        for (month, count) in evidence {
            let index = number(month) - axis.first;
            match usize::try_from(index).map(|index| counts.get_mut(index)) {
                Ok(Some(slot)) => *slot = count,
                Ok(None) => after.entries += count,
                Err(_) => before.entries += count,
            }
        }
        let entries = dated.journal.entries().iter();
        Self {
            months,
            today: axis.at(today),
            leans,
            check_ins,
            evidence: counts,
            plan,
            before,
            after,
            undated: entries.filter(|entry| entry.date.is_none()).count(),
        }
    }
}

impl StandingCounts {
    /// The target of a check-in, and how its expectations of today were marked then. A mark counts for
    /// the words that it was set on, whatever became of them since.
    fn at_target<'a>(ladder: &'a Ladder, check_in: &CheckIn) -> Option<(&'a Level, Self)> {
        let target = check_in.target.as_deref()?;
        let target = ladder.levels.iter().find(|level| level.id == target)?;
        let mut counts = Self::default();
        for expected in Expected::of_levels(ladder, &[target]) {
            let mark = check_in.marks.get(&expected.id);
            *match mark.map(|mark| mark.standing) {
                Some(Standing::Reliably) => &mut counts.reliably,
                Some(Standing::Sometimes) => &mut counts.sometimes,
                Some(Standing::NotYet) => &mut counts.not_yet,
                Some(Standing::NoChance) => &mut counts.no_chance,
                None => &mut counts.unmarked,
            } += 1;
        }
        Some((target, counts))
    }
}

/// An item of the plan with the days on which it began and ended.
struct Begun<'a> {
    item: &'a PlanItem,
    begun: Date,
    ended: Option<Date>,
}

impl<'a> Begun<'a> {
    /// None if the item was written at no time of [`Date::YEARS`].
    fn new(item: &'a PlanItem, offset: i32) -> Option<Self> {
        let begun = Date::of_time(item.created, offset)?;
        let ended = Date::of_time(item.changed, offset);
        Some(Self {
            item,
            begun,
            ended: ended.filter(|_| item.state != PlanState::Open),
        })
    }

    fn dates(&self) -> impl Iterator<Item = Date> {
        let rest = self.item.by.into_iter().chain(self.ended);
        std::iter::once(self.begun).chain(rest)
    }

    fn on(&self, axis: &Axis, today: Date) -> PlanAt<'a> {
        let by = self.item.by;
        let end = self.ended.or(by.max(Some(today)));
        let from = axis.at(self.begun);
        let to = end.map_or(from, |end| axis.at(end).max(from));
        PlanAt {
            item: self.item,
            begun: self.begun,
            ended: self.ended,
            span: [from, to],
            by: by
                .map(|by| axis.at(by))
                .filter(|at| (0.0..1.0).contains(at)),
        }
    }
}

/// The months of the axis, by their numbers.
struct Axis {
    first: i32,
    count: i32,
}

impl Axis {
    fn around(months: impl Iterator<Item = Month>, today: Date) -> Self {
        let today = number(today.month());
        let ahead = today + Timeline::AHEAD;
        let (mut first, mut last) = (today, today);
        for month in months.map(number).filter(|month| *month <= ahead) {
            first = first.min(month);
            last = last.max(month);
        }
        let count = (last - first + 1).clamp(Timeline::FEWEST, Timeline::MOST);
        // A clock that was never set says 1970.
        let first = (last - count + 1).max(Date::YEARS.start() * 12);
        Self { first, count }
    }

    /// The position of a day; below 0 or from 1 if it is not on the axis.
    fn at(&self, date: Date) -> f64 {
        let (.., day) = date.parts();
        let months = f64::from(number(date.month()) - self.first);
        (months + (f64::from(day) - 0.5) / 31.0) / f64::from(self.count)
    }

    fn months(&self) -> Vec<Month> {
        let numbers = self.first..self.first + self.count;
        numbers
            .filter_map(|number| {
                let month = u32::try_from(number.rem_euclid(12)).ok()?;
                Date::new(number.div_euclid(12), month + 1, 1)
            })
            .map(Date::month)
            .collect()
    }
}

/// The number of months since the year 0.
fn number(month: Month) -> i32 {
    let (year, month) = month.parts();
    year * 12 + i32::try_from(month).unwrap_or_default() - 1
}
