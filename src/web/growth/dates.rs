//! Days and quarters in words.

use crate::growth::{Date, Quarter};
use crate::web::dom;

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// A day in the visitor’s language.
pub(crate) fn day(date: Date) -> String {
    dom::local_day(f64::from(date.days()) * DAY)
}

/// A quarter by its months.
pub(crate) fn quarter(quarter: Quarter) -> String {
    let Some((year, month, _)) = quarter.first_day().map(Date::parts) else {
        return quarter.to_string();
    };
    let months = match month {
        1 => "January to March",
        4 => "April to June",
        7 => "July to September",
        _ => "October to December",
    };
    format!("{months} {year}")
}
