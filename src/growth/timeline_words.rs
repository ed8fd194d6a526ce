//! The axis of time in words: a row for each month, and sentences on what is not drawn. Handles text;
//! the axis itself is in `timeline`.

use crate::growth::timeline::{CheckInAt, Happenings, PlanAt, Timeline};
use crate::growth::{Month, PlanState};
use crate::guard::grouped;

/// The names of the months.
const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A row of the table: a month, or what is not on the axis. A text is empty where nothing happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The month, such as “October 2026”.
    pub when: String,
    /// The results of the quiz.
    pub leans: String,
    /// The check-ins, with their standings.
    pub check_ins: String,
    /// The number of entries; a month without one says so.
    pub evidence: String,
    /// What was planned, due or settled.
    pub plan: String,
}

impl Timeline<'_> {
    /// What the picture shows, in a sentence.
    pub fn summary(&self) -> String {
        let with_entries = self.evidence.iter().filter(|count| **count > 0).count();
        let all = Happenings {
            attempts: self.leans.len(),
            check_ins: self.check_ins.len(),
            entries: self.evidence.iter().sum(),
            items: self.plan.len(),
        };
        let within = match with_entries {
            0 => String::new(),
            _ => format!(
                " Entries are in {with_entries} of {} months.",
                self.months.len()
            ),
        };
        let [first, last] = self.ends();
        format!("{first} to {last}: {}.{within}", all.words())
    }

    /// What is not drawn: a sentence each for what is earlier, what is later, and what has no date.
    pub fn left_out(&self) -> Vec<String> {
        let [first, last] = self.ends();
        let before = (self.before != Happenings::default())
            .then(|| format!("Before {first}: {}.", self.before.words()));
        let after = (self.after != Happenings::default()).then(|| {
            format!(
                "After {last}: {}. Look whether the year is right.",
                self.after.words()
            )
        });
        let undated = match self.undated {
            0 => None,
            1 => Some("1 entry has no date.".to_owned()),
            count => Some(format!("{} entries have no date.", grouped(count))),
        };
        [before, after, undated].into_iter().flatten().collect()
    }

    /// The same as the picture: the months in order, after what is earlier and before what is later and
    /// what has no date.
    pub fn rows(&self) -> Vec<TimelineRow> {
        let [first, last] = self.ends();
        let rest = |when: String, count: Happenings| {
            (count != Happenings::default()).then(|| count.row(when))
        };
        let undated = Happenings {
            entries: self.undated,
            ..Happenings::default()
        };
        let months = self.months.iter().zip(&self.evidence);
        let months = months.map(|(month, count)| self.row(*month, *count));
        rest(format!("Before {first}"), self.before)
            .into_iter()
            .chain(months)
            .chain(rest(format!("After {last}"), self.after))
            .chain(rest("Without a date".to_owned(), undated))
            .collect()
    }

    fn ends(&self) -> [String; 2] {
        let ends = [self.months.first(), self.months.last()];
        ends.map(|month| month.map_or_else(String::new, |month| in_full(*month)))
    }

    fn row(&self, month: Month, entries: usize) -> TimelineRow {
        let leans = self.leans.iter().map(|one| one.on);
        let leans = leans.filter(|on| on.date.month() == month);
        let leans: Vec<&str> = leans.map(|on| on.words.as_str()).collect();
        let check_ins = self.check_ins.iter();
        let check_ins = check_ins.filter(|one| one.check_in.date.month() == month);
        let check_ins: Vec<String> = check_ins.map(CheckInAt::words).collect();
        let plan = self.plan.iter().flat_map(|one| one.words(month));
        let plan: Vec<String> = plan.collect();
        TimelineRow {
            when: in_full(month),
            leans: leans.join("; "),
            check_ins: check_ins.join("; "),
            evidence: match entries {
                0 => "no entries".to_owned(),
                count => counted(count, "entry", "entries"),
            },
            plan: plan.join(" "),
        }
    }
}

impl CheckInAt<'_> {
    /// Its target and the standings there, such as “T6: 9 reliably, 3 sometimes”.
    pub fn words(&self) -> String {
        let Some((target, counts)) = self.counts else {
            return "without a target".to_owned();
        };
        let told = [
            (counts.reliably, "reliably"),
            (counts.sometimes, "sometimes"),
            (counts.not_yet, "not yet"),
            (counts.no_chance, "no chance yet"),
            (counts.unmarked, "not marked"),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, how)| format!("{count} {how}")).collect();
        format!("{}: {}", target.label(), told.join(", "))
    }
}

impl PlanAt<'_> {
    /// What happened to it in a month.
    fn words(&self, month: Month) -> impl Iterator<Item = String> {
        let end = match self.item.state {
            PlanState::Open => ("Due", self.item.by),
            PlanState::Done => ("Done", self.ended),
            PlanState::Kept => ("Kept", self.ended),
            PlanState::Dropped => ("Dropped", self.ended),
        };
        let told = [("Planned", Some(self.begun)), end].into_iter();
        let told = told.filter(move |(_, day)| day.is_some_and(|day| day.month() == month));
        told.map(|(what, _)| format!("{what}: “{}”.", self.item.aim))
    }
}

impl Happenings {
    /// The numbers above 0, such as “2 results of the quiz, 1 check-in”; “nothing” if there are none.
    pub fn words(self) -> String {
        let told = self.each().into_iter();
        let told: Vec<String> = told.filter(|words| !words.is_empty()).collect();
        match told.is_empty() {
            true => "nothing".to_owned(),
            false => told.join(", "),
        }
    }

    fn row(self, when: String) -> TimelineRow {
        let [leans, check_ins, evidence, plan] = self.each();
        TimelineRow {
            when,
            leans,
            check_ins,
            evidence,
            plan,
        }
    }

    fn each(self) -> [String; 4] {
        [
            (self.attempts, "result of the quiz", "results of the quiz"),
            (self.check_ins, "check-in", "check-ins"),
            (self.entries, "entry", "entries"),
            (self.items, "item of the plan", "items of the plan"),
        ]
        .map(|(count, one, many)| match count {
            0 => String::new(),
            count => counted(count, one, many),
        })
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let name = if count == 1 { one } else { many };
    format!("{} {name}", grouped(count))
}

/// “October 2026”.
fn in_full(month: Month) -> String {
    let (year, month) = month.parts();
    format!("{} {year}", name(month))
}

fn name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or_default();
    let name = NAMES.get(index.wrapping_sub(1));
    name.copied().unwrap_or_default()
}
