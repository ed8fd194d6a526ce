//! The list of entries: order, search, and where it has gaps. Handles entries in memory; changes none.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use crate::growth::{Date, Entry, Month};
use crate::search;

/// Entries, newest first and those without a date last, prepared for searching while a person types.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: Vec<Entry>,
    /// The words of each entry as the search spells them, with a space around each.
    words: Vec<String>,
}

/// Which entries to show. The default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words. Each has to be in a word of the entry, whatever its case, accents and form of English.
    pub text: String,
    /// The id of a competency that the entry shows.
    pub competency: Option<String>,
    /// Whether only entries without any competency are shown.
    pub untagged: bool,
    /// The first day. Entries without a date are left out.
    pub from: Option<Date>,
    /// The last day. Entries without a date are left out.
    pub to: Option<Date>,
}

/// Why no more entries can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JournalFull {
    /// The number of entries there would be.
    pub count: usize,
}

impl fmt::Display for JournalFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, most) = (self.count, Journal::MOST);
        write!(
            f,
            "that would be {count} entries, and {most} are the most; export the oldest to a file and remove them here"
        )
    }
}

impl std::error::Error for JournalFull {}

impl Journal {
    /// The maximum number of entries of one ladder, so that a backup has room for all of them and the
    /// other records.
    pub const MOST: usize = 1_000;

    /// A journal of these entries, in any order.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(newest_first);
        let words = entries.iter().map(words_of).collect();
        Self { entries, words }
    }

    /// Whether `more` entries can be added to `count`.
    ///
    /// # Errors
    /// If that would be more than [`Journal::MOST`].
    pub const fn has_room(count: usize, more: usize) -> Result<(), JournalFull> {
        match count.saturating_add(more) {
            count if count > Self::MOST => Err(JournalFull { count }),
            _ => Ok(()),
        }
    }

    /// Every entry.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that a filter shows.
    pub fn shown(&self, filter: &Filter) -> Vec<&Entry> {
        let typed = search::typed_words(&filter.text);
        let both = self.entries.iter().zip(&self.words);
        both.filter(|(entry, words)| {
            filter.has(entry) && typed.iter().all(|word| words.contains(word.as_str()))
        })
        .map(|(entry, _)| entry)
        .collect()
    }

    /// The number of entries of each month, from the first month with one to the last, with those in
    /// between that have none.
    pub fn months(&self) -> Vec<(Month, usize)> {
        let mut counts: BTreeMap<Month, usize> = BTreeMap::new();
        for date in self.entries.iter().filter_map(|entry| entry.date) {
            *counts.entry(date.month()).or_default() += 1;
        }
        let ends = counts.first_key_value().zip(counts.last_key_value());
        let Some(((first, _), (last, _))) = ends else {
            return Vec::new();
        };
        std::iter::successors(Some(*first), |month| Some(month.next()))
            .take_while(|month| month <= last)
            .map(|month| (month, counts.get(&month).copied().unwrap_or_default()))
            .collect()
    }

    /// The number of entries of each of the twelve months up to that of `today`, the earliest first.
    pub fn last_year(&self, today: Date) -> Vec<(Month, usize)> {
        let (year, month, _) = today.parts();
        let first = Date::new(year - 1, month, 1).map(|day| day.month().next());
        let months = std::iter::successors(first, |month| Some(month.next()));
        let count = |month: Month| {
            let dates = self.entries.iter().filter_map(|entry| entry.date);
            dates.filter(|date| date.month() == month).count()
        };
        months.take(12).map(|month| (month, count(month))).collect()
    }

    /// The competencies of a list that no entry shows, in the order of the list.
    pub fn without_entries<'a>(&self, competencies: &[&'a str]) -> Vec<&'a str> {
        let mut left = competencies.to_vec();
        left.retain(|id| {
            !self
                .entries
                .iter()
                .any(|one| one.competencies.contains(*id))
        });
        left
    }
}

impl Filter {
    /// Whether an entry fits, apart from the words.
    fn has(&self, entry: &Entry) -> bool {
        let shows = |id: &String| entry.competencies.contains(id);
        let is_after = |from: Date| entry.date.is_some_and(|date| date >= from);
        let is_before = |to: Date| entry.date.is_some_and(|date| date <= to);
        self.competency.as_ref().is_none_or(shows)
            && (!self.untagged || entry.competencies.is_empty())
            && self.from.is_none_or(is_after)
            && self.to.is_none_or(is_before)
    }
}

/// The order of entries: newest first, those without a date last. On one day, and without a date, what
/// was written last comes first; parts of one text stay in their order.
pub fn newest_first(a: &Entry, b: &Entry) -> Ordering {
    b.date
        .cmp(&a.date)
        .then(b.created.total_cmp(&a.created))
        .then(a.id.cmp(&b.id))
}

fn words_of(entry: &Entry) -> String {
    let texts = [&entry.did, &entry.outcome, &entry.witnesses];
    let all = texts.into_iter().chain(&entry.links);
    let all = all.chain(&entry.competencies);
    let words = all.flat_map(|text| search::folded_words(text));
    words.fold(String::new(), |all, word| all + &word + " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(line: &str, day: &str) -> Entry {
        Entry {
            date: Date::parse(day).ok(),
            ..Entry::new(line, 1.0, line.len() as f64 / 100.0).unwrap()
        }
    }

    fn journal() -> Journal {
        let mut café = entry("Organised the CAFÉ talks", "2026-02-01");
        café.witnesses = "Zoë".to_owned();
        café.tag("teaching", true).unwrap();
        Journal::new(vec![
            entry("Undated", ""),
            entry("Old", "2025-11-30"),
            café,
            entry("New cross-team plan", "2026-02-28"),
        ])
    }

    fn shown(filter: &Filter) -> Vec<String> {
        let journal = journal();
        let shown = journal.shown(filter).into_iter();
        shown.map(|entry| entry.did.clone()).collect()
    }

    #[test]
    fn the_newest_comes_first_and_what_has_no_date_last() {
        let told = [
            "New cross-team plan",
            "Organised the CAFÉ talks",
            "Old",
            "Undated",
        ];
        assert_eq!(shown(&Filter::default()), told);
    }

    #[test]
    fn every_word_has_to_match_whatever_its_spelling() {
        let found = |text: &str| {
            shown(&Filter {
                text: text.to_owned(),
                ..Filter::default()
            })
            .len()
        };
        for (text, count) in [
            ("cafe", 1),
            ("organized zoe", 1),
            ("team", 1),
            ("cross-team", 1),
            ("teaching", 1),
            ("talk plan", 0),
            ("organise", 1),
            ("", 4),
            (" -- ", 4),
        ] {
            assert_eq!(found(text), count, "{text}");
        }
    }

    #[test]
    fn the_last_year_has_twelve_months() {
        let year = journal().last_year(Date::parse("2026-02-28").unwrap());
        let told: Vec<_> = year
            .iter()
            .map(|(month, count)| (month.to_string(), *count))
            .collect();
        assert_eq!(told.len(), 12);
        assert_eq!(told[0], ("2025-03".to_owned(), 0));
        assert_eq!(told[8], ("2025-11".to_owned(), 1));
        assert_eq!(told[11], ("2026-02".to_owned(), 2));
    }

    #[test]
    fn competency_and_days_leave_out_the_rest() {
        let date = |text: &str| Date::parse(text).ok();
        let of = Filter {
            competency: Some("teaching".to_owned()),
            ..Filter::default()
        };
        assert_eq!(shown(&of), ["Organised the CAFÉ talks"]);
        let untagged = Filter {
            untagged: true,
            ..Filter::default()
        };
        assert_eq!(shown(&untagged).len(), 3);
        let from = Filter {
            from: date("2026-02-01"),
            ..Filter::default()
        };
        assert_eq!(shown(&from).len(), 2);
        let to = Filter {
            to: date("2026-02-01"),
            ..Filter::default()
        };
        assert_eq!(shown(&to), ["Organised the CAFÉ talks", "Old"]);
    }

    #[test]
    fn empty_months_and_competencies_stand_out() {
        let months = journal().months();
        let told: Vec<_> = months.iter().map(|(m, n)| (m.to_string(), *n)).collect();
        let told: Vec<_> = told.iter().map(|(m, n)| (m.as_str(), *n)).collect();
        assert_eq!(
            told,
            [
                ("2025-11", 1),
                ("2025-12", 0),
                ("2026-01", 0),
                ("2026-02", 2)
            ]
        );
        assert!(Journal::new(vec![entry("a", "")]).months().is_empty());
        let left = journal().without_entries(&["risk", "teaching", "reach"]);
        assert_eq!(left, ["risk", "reach"]);
    }

    #[test]
    fn a_journal_that_is_full_says_so() {
        assert_eq!(Journal::has_room(999, 1), Ok(()));
        let told = Journal::has_room(999, 2).unwrap_err().to_string();
        assert!(told.starts_with("that would be 1001 entries, and 1000 are the most"));
    }
}
