//! Sentences and dates of the journal of evidence.

use crate::growth::{Date, Month};
use crate::web::dom;

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// A day as the visitor writes it.
pub(super) fn day(date: Date) -> String {
    dom::local_day(f64::from(date.days()) * DAY)
}

/// A month as the visitor writes it.
pub(super) fn month(month: Month, short: bool) -> String {
    dom::month_of(f64::from(month.first().days()) * DAY, short)
}

/// How many days old something is, in words, and whether that is a year or more.
pub(super) fn age(days: i32) -> (String, bool) {
    let told = match days {
        ..=-2 => format!("in {} days", -days),
        -1 => "tomorrow".to_owned(),
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..14 => format!("{days} days ago"),
        14..60 => format!("{} weeks ago", days / 7),
        60..365 => format!("{} months ago", (days / 30).min(11)),
        365..730 => "a year old".to_owned(),
        _ => format!("{} years old", days / 365),
    };
    (told, days >= 365)
}

/// The first words of a text, to name it by.
pub(super) fn first_words(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let start: String = line.chars().take(60).collect();
    match start.len() < line.len() {
        true => format!("{start} …"),
        false => start,
    }
}

/// A sentence with a capital and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase());
    let first: String = first.into_iter().flatten().collect();
    format!("{first}{}.", letters.as_str())
}
