//! A quarter of a year. Handles numbers and their spelling: no clock.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::growth::Date;
use crate::growth::date::number;
use crate::guard::escape_hidden;

/// A quarter of a year. Written as `2026-Q4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: i32,
    /// From 1 to 4.
    number: u32,
}

impl Quarter {
    /// The quarter of a year with a month from 1 to 12.
    pub(super) const fn of(year: i32, month: u32) -> Self {
        Self {
            year,
            number: month.div_ceil(3),
        }
    }

    /// The quarter after this one.
    pub const fn next(self) -> Self {
        match self.number {
            4 => Self {
                year: self.year + 1,
                number: 1,
            },
            number => Self {
                number: number + 1,
                ..self
            },
        }
    }

    /// The first day. None if the year is not one of [`Date::YEARS`].
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.year, self.number * 3 - 2, 1)
    }

    /// Reads `yyyy-Qn`. None if the text is no quarter of [`Date::YEARS`].
    pub fn parse(text: &str) -> Option<Self> {
        let [year @ .., b'-', b'Q', quarter @ b'1'..=b'4'] = text.as_bytes() else {
            return None;
        };
        let year = number(year).filter(|_| year.len() == 4)?;
        let year = i32::try_from(year).ok()?;
        Date::YEARS.contains(&year).then_some(Self {
            year,
            number: u32::from(quarter - b'0'),
        })
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

impl TryFrom<String> for Quarter {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let told = format!("“{text}” is not a quarter; write year and quarter like 2026-Q4");
        Self::parse(&text).ok_or_else(|| escape_hidden(&told))
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_follow_each_other_and_begin_on_their_first_day() {
        let mut quarter = Quarter::parse("2026-Q3").unwrap();
        let mut told = Vec::new();
        for _ in 0..3 {
            told.push(format!("{quarter} {}", quarter.first_day().unwrap()));
            assert_eq!(quarter.first_day().unwrap().quarter(), quarter);
            quarter = quarter.next();
        }
        assert_eq!(
            told,
            [
                "2026-Q3 2026-07-01",
                "2026-Q4 2026-10-01",
                "2027-Q1 2027-01-01"
            ]
        );
    }
}
