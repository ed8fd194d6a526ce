//! A day of the calendar and its month. Handles numbers and their spelling: no clock and no
//! time zones; who asks says how far the clock is from UTC.
//!
//! Days are counted by `days_from_civil` and `civil_from_days` of Howard Hinnant, “chrono-compatible
//! low-level date algorithms” (2013): <https://howardhinnant.github.io/date_algorithms.html>.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::growth::Quarter;
use crate::guard::escape_hidden;

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;
/// A minute in milliseconds.
const MINUTE: f64 = 60_000.0;

/// A day of the Gregorian calendar, from 1970-01-01 to 2999-12-31. Earlier days are less than later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
}

/// Why a text is no [`Date`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as `yyyy-mm-dd`; the text.
    Form(String),
    /// The year is before 1970 or after 2999; the text.
    Year(String),
    /// There is no such month; the text.
    Month(String),
    /// The month has fewer days; the text and their number.
    Day(String, u32),
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match self {
            Self::Form(text) => {
                format!("“{text}” is not a date; write year, month and day like 2026-10-31")
            }
            Self::Year(text) => format!("{text} is out of range; the year is from 1970 to 2999"),
            Self::Month(text) => format!("{text} is not a day; the month is from 01 to 12"),
            Self::Day(text, days) => {
                format!("{text} is not a day; that month has the days 01 to {days}")
            }
        };
        f.write_str(&escape_hidden(&told))
    }
}

impl std::error::Error for DateFault {}

impl Date {
    /// The years that a date may have.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;

    /// The day of a year, a month from 1 to 12, and a day from 1. None if there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let is_day = Self::YEARS.contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_of(year, month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Reads `yyyy-mm-dd`.
    ///
    /// # Errors
    /// What is wrong with the text, and how to write it.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let parts = match text.as_bytes() {
            [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => {
                number(y).zip(number(&[*m1, *m2])).zip(number(&[*d1, *d2]))
            }
            _ => None,
        };
        let Some(((year, month), day)) = parts else {
            return Err(DateFault::Form(text.to_owned()));
        };
        let text = text.to_owned();
        let year = i32::try_from(year).unwrap_or_default();
        if !Self::YEARS.contains(&year) {
            return Err(DateFault::Year(text));
        }
        if !(1..=12).contains(&month) {
            return Err(DateFault::Month(text));
        }
        Self::new(year, month, day).ok_or_else(|| DateFault::Day(text, days_of(year, month)))
    }

    /// The day on which a time falls, in milliseconds since 1970, where the clock is `offset` minutes
    /// ahead of UTC (120 in Berlin in summer; the negative of JavaScript’s `getTimezoneOffset`). None if
    /// that is no day of [`Date::YEARS`].
    pub fn of_time(time: f64, offset: i32) -> Option<Self> {
        let days = ((time + f64::from(offset) * MINUTE) / DAY).floor();
        #[allow(clippy::cast_possible_truncation)] // what is beyond is refused below
        let whole = days as i32;
        Self::of_days(whole).filter(|_| (0.0..=1e6).contains(&days))
    }

    /// The day this many days after 1970-01-01. None if that is no day of [`Date::YEARS`].
    pub fn of_days(days: i32) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        // Years begin in March here, so that the leap day is the last of its year.
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year + era * 400 + i32::from(month <= 2);
        Self::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// The number of days since 1970-01-01.
    pub fn days(self) -> i32 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * from_march + 2) / 5 + day - 1;
        let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        i32::try_from(era * 146_097 + of_era - 719_468).unwrap_or(i32::MAX)
    }

    /// The number of days from `earlier` to this day; negative if that is later.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.days() - earlier.days()
    }

    /// The year, the month from 1 to 12, and the day from 1.
    pub const fn parts(self) -> (i32, u32, u32) {
        (self.year, self.month, self.day)
    }

    /// The month of this day.
    pub const fn month(self) -> Month {
        Month {
            year: self.year,
            month: self.month,
        }
    }

    /// The quarter of this day.
    pub const fn quarter(self) -> Quarter {
        Quarter::of(self.year, self.month)
    }
}

/// The number that a few ASCII digits stand for.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| {
        digit
            .is_ascii_digit()
            .then(|| sum * 10 + u32::from(digit - b'0'))
    })
}

/// The number of days of a month from 1 to 12.
const fn days_of(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Date {
    type Error = DateFault;

    fn try_from(text: String) -> Result<Self, DateFault> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A month of a year. Written as `2026-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The year, and the month from 1 to 12.
    pub const fn parts(self) -> (i32, u32) {
        (self.year, self.month)
    }

    /// Its first day.
    pub const fn first(self) -> Date {
        self.day(1)
    }

    /// Its last day.
    pub const fn last(self) -> Date {
        self.day(days_of(self.year, self.month))
    }

    const fn day(self, day: u32) -> Date {
        let Self { year, month } = self;
        Date { year, month, day }
    }

    /// The month after this one.
    pub const fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: self.year + 1,
                month: 1,
            },
            month => Self {
                month: month + 1,
                ..self
            },
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn every_day_of_the_range_is_read_as_it_is_written_and_follows_the_one_before() {
        let last = date("2999-12-31").days();
        let mut before = None;
        for days in 0..=last {
            let day = Date::of_days(days).unwrap();
            assert_eq!(day.days(), days);
            assert_eq!(Date::parse(&day.to_string()), Ok(day));
            assert!(before < Some(day), "{day}");
            before = Some(day);
        }
        assert_eq!(Date::of_days(0), Some(date("1970-01-01")));
        assert_eq!(Date::of_days(-1), None);
        assert_eq!(Date::of_days(last + 1), None);
        assert_eq!(Date::of_days(i32::MAX), None);
    }

    #[test]
    fn a_leap_day_is_a_day_of_leap_years_only() {
        for year in [1972, 2000, 2024, 2400] {
            assert!(Date::new(year, 2, 29).is_some(), "{year}");
        }
        for year in [1971, 2023, 2100, 2200] {
            assert!(Date::new(year, 2, 29).is_none(), "{year}");
        }
        assert_eq!(date("2024-03-01").days_since(date("2024-02-28")), 2);
        assert_eq!(date("2023-02-28").days_since(date("2023-03-01")), -1);
    }

    #[test]
    fn what_is_no_day_says_what_is_wrong() {
        for (text, told) in [
            (
                "2026-02-30",
                "2026-02-30 is not a day; that month has the days 01 to 28",
            ),
            (
                "2026-04-00",
                "2026-04-00 is not a day; that month has the days 01 to 30",
            ),
            (
                "2026-13-01",
                "2026-13-01 is not a day; the month is from 01 to 12",
            ),
            (
                "1969-12-31",
                "1969-12-31 is out of range; the year is from 1970 to 2999",
            ),
            (
                "31.10.2026",
                "“31.10.2026” is not a date; write year, month and day like 2026-10-31",
            ),
        ] {
            let fault = Date::parse(text).unwrap_err();
            assert_eq!(fault.to_string(), told);
        }
        for text in [
            "",
            "2026-1-01",
            "2026-01-01 ",
            "+026-01-01",
            "２026-01-01",
            "20260101",
        ] {
            let form = DateFault::Form(text.to_owned());
            assert_eq!(Date::parse(text), Err(form));
        }
        assert!(
            DateFault::Form("x".repeat(9_999)).to_string().len() < 400,
            "a message is short"
        );
    }

    #[test]
    fn the_day_of_a_time_depends_on_the_offset() {
        let midnight = f64::from(date("2026-10-31").days()) * DAY;
        let day = |time, offset| Date::of_time(time, offset).map(|day| day.to_string());
        assert_eq!(day(midnight, 0).as_deref(), Some("2026-10-31"));
        assert_eq!(day(midnight - 1.0, 0).as_deref(), Some("2026-10-30"));
        assert_eq!(day(midnight - 1.0, 1).as_deref(), Some("2026-10-31"));
        assert_eq!(day(midnight, -60).as_deref(), Some("2026-10-30"));
        for time in [f64::NAN, f64::INFINITY, -1.0, 1e18] {
            assert_eq!(Date::of_time(time, 0), None);
        }
    }

    #[test]
    fn months_and_quarters_follow_each_other() {
        let month = date("2026-12-24").month();
        assert_eq!(
            (month.to_string(), month.next().to_string()),
            ("2026-12".into(), "2027-01".into())
        );
        let leap = date("2024-02-05").month();
        assert_eq!(
            (leap.first(), leap.last()),
            (date("2024-02-01"), date("2024-02-29"))
        );
        for (day, quarter) in [
            ("2026-01-01", "2026-Q1"),
            ("2026-06-30", "2026-Q2"),
            ("2026-10-01", "2026-Q4"),
        ] {
            assert_eq!(Quarter::parse(quarter), Some(date(day).quarter()));
            assert_eq!(date(day).quarter().to_string(), quarter);
        }
        for text in ["", "2026-Q0", "2026-Q5", "2026-q1", "26-Q1", "1969-Q4"] {
            assert!(Quarter::parse(text).is_none(), "{text}");
        }
    }
}
