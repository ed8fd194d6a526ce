//! What the topics share: notes and rows of the guide, with what they rest on, and a few words.

use leptos::prelude::*;

use crate::guide::{Contrast, Named, Note};
use crate::ladder::{Ladder, Level, Side, Source};
use crate::route::Route;
use crate::web::components::ContrastRow;
use crate::web::frame::{basis, track_class};
use crate::web::ladder::ways::level_links;

/// The source that stands for the author of the ladder.
pub(crate) const OURS: &str = "ours";

/// What a text of the guide rests on.
pub(crate) fn rests_on(ladder: &Ladder, here: &Route, letter: &str, sources: &[String]) -> AnyView {
    basis(ladder, here, Some(letter), sources)
}

/// Notes as a list.
pub(crate) fn notes(ladder: &Ladder, here: &Route, notes: &[Note]) -> AnyView {
    let items = notes
        .iter()
        .map(|note| {
            let rests = rests_on(ladder, here, &note.basis, &note.sources);
            view! { <li>{note.text.clone()} {rests}</li> }
        })
        .collect_view();
    view! { <ul class="notes">{items}</ul> }.into_any()
}

/// Notes with names, as a list of terms.
pub(crate) fn named(ladder: &Ladder, here: &Route, notes: &[Named]) -> AnyView {
    let items = notes
        .iter()
        .map(|note| {
            let rests = rests_on(ladder, here, &note.basis, &note.sources);
            view! {
                <div>
                    <dt>{note.name.clone()}</dt>
                    <dd>{note.text.clone()} {rests}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="named">{items}</dl> }.into_any()
}

/// The rows of a table that sets the tracks side by side.
pub(crate) fn contrast_rows(ladder: &Ladder, here: &Route, rows: &[Contrast]) -> Vec<ContrastRow> {
    rows.iter()
        .map(|row| ContrastRow {
            aspect: row.aspect.clone(),
            shared: row.shared.clone(),
            deep: row.deep.clone(),
            broad: row.broad.clone(),
            basis: rests_on(ladder, here, &row.basis, &row.sources),
        })
        .collect()
}

/// Links to levels as a guide names them, one after the other.
pub(crate) fn links_to_levels(ladder: &Ladder, here: &Route, names: &[String]) -> AnyView {
    let names = names.iter();
    let levels: Vec<&Level> = names.filter_map(|name| ladder.level(name)).collect();
    level_links(here, &levels)
}

// Sides -----------------------------------------------------------------------------------------

/// The name of the track that stands for a side.
pub(crate) fn side_name(ladder: &Ladder, side: Side) -> Option<String> {
    ladder.track_of(side).map(|track| track.name.clone())
}

/// The word for a side in a sentence.
pub(crate) fn side_word(ladder: &Ladder, side: Side) -> &str {
    let track = ladder.track_of(side);
    track.map_or(side.id(), |track| track.short.as_str())
}

/// The class of a block that belongs to a side.
pub(crate) fn side_class(ladder: &Ladder, side: Side) -> String {
    let track = ladder.track_of(side);
    track.map_or_else(|| "rail".to_owned(), track_class)
}

// Words -----------------------------------------------------------------------------------------

/// The words with a capital first letter.
pub(crate) fn capital(words: &str) -> String {
    first_letter(words, |letter| letter.to_uppercase().collect())
}

/// The words with a small first letter; an abbreviation stays as it is.
pub(crate) fn small(words: &str) -> String {
    if words.chars().nth(1).is_some_and(char::is_uppercase) {
        return words.to_owned();
    }
    first_letter(words, |letter| letter.to_lowercase().collect())
}

fn first_letter(words: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => change(first) + letters.as_str(),
        None => String::new(),
    }
}

/// A count as a word, up to twelve.
pub(crate) fn count_word(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let word = WORDS.get(count).map(|word| (*word).to_owned());
    word.unwrap_or_else(|| count.to_string())
}

/// A count and what is counted, such as “three routes”.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let words = if count == 1 { one } else { many };
    format!("{} {words}", count_word(count))
}

/// Words one after the other, with “and” before the last.
pub(crate) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The name of a source for tight spaces.
pub(crate) fn short_name(source: &Source) -> &str {
    source.short.as_deref().unwrap_or(&source.title)
}
