//! What the topics share: notes and rows of the guide, with what they rest on, and a few words.

use leptos::prelude::*;

use crate::guide::{Added, Contrast, Named, Note};
use crate::ladder::{Ladder, Level, Side, Source};
use crate::route::Route;
use crate::web::components::{ContrastRow, ContrastTable};
use crate::web::frame::track_class;
use crate::web::guide::mark::{Ground, shared};
use crate::web::ladder::ways::{competency_links, level_links};

/// The source that stands for the author of the ladder.
pub(crate) const OURS: &str = "ours";

/// The mark of what a text rests on.
pub(crate) fn rests_on(ladder: &Ladder, here: &Route, letter: &str, sources: &[String]) -> AnyView {
    Ground::new(letter, sources).mark(ladder, here).into_any()
}

/// A text with its mark, and what is added to it with a mark of its own. Where a list shares one
/// ground, no text of it has a mark.
pub(crate) fn said(
    ladder: &Ladder,
    here: &Route,
    text: &str,
    ground: Ground<'_>,
    added: Option<&Added>,
    marked: bool,
) -> AnyView {
    let mark = |ground: Ground<'_>| marked.then(|| ground.mark(ladder, here));
    let added = added.map(|added| {
        view! { " " {added.text.clone()} " " {mark(Ground::of_added(added))} }
    });
    view! { {text.to_owned()} " " {mark(ground)} {added} }.into_any()
}

/// Notes as a list; a single one as a text.
pub(crate) fn notes(ladder: &Ladder, here: &Route, notes: &[Note]) -> AnyView {
    let grounds = notes.iter().flat_map(|note| {
        let own = Ground::new(&note.basis, &note.sources);
        std::iter::once(own).chain(note.then.as_ref().map(Ground::of_added))
    });
    let one = shared(grounds).filter(|_| notes.len() > 1);
    let text = |note: &Note| {
        let ground = Ground::new(&note.basis, &note.sources);
        said(
            ladder,
            here,
            &note.text,
            ground,
            note.then.as_ref(),
            one.is_none(),
        )
    };
    if let [note] = notes {
        return view! { <div class="note">{text(note)}</div> }.into_any();
    }
    let items = notes.iter().map(|note| view! { <li>{text(note)}</li> });
    view! { <ul class="notes">{items.collect_view()}</ul> {one.map(|one| one.of_list(ladder, here))} }
        .into_any()
}

/// Notes with names, as a list of terms.
pub(crate) fn named(ladder: &Ladder, here: &Route, notes: &[Named]) -> AnyView {
    let one = shared(notes.iter().flat_map(named_grounds)).filter(|_| notes.len() > 1);
    let items = notes
        .iter()
        .map(|note| {
            view! {
                <div>
                    <dt>{note.name.clone()}</dt>
                    <dd>{named_text(ladder, here, note, one.is_none())}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="named">{items}</dl> {one.map(|one| one.of_list(ladder, here))} }.into_any()
}

/// The text of a note with a name.
pub(crate) fn named_text(ladder: &Ladder, here: &Route, note: &Named, marked: bool) -> AnyView {
    let ground = Ground::new(&note.basis, &note.sources);
    said(ladder, here, &note.text, ground, note.then.as_ref(), marked)
}

fn named_grounds(note: &Named) -> impl Iterator<Item = Ground<'_>> {
    let own = Ground::new(&note.basis, &note.sources);
    std::iter::once(own).chain(note.then.as_ref().map(Ground::of_added))
}

/// A table that sets the tracks side by side. Where all rows share one ground, its mark is below.
pub(crate) fn contrast(
    ladder: &Ladder,
    here: &Route,
    caption: impl Into<String>,
    heads: [String; 4],
    rows: &[Contrast],
) -> AnyView {
    let ground = |row: &Contrast| -> Option<AnyView> {
        Ground::new(&row.basis, &row.sources).mark(ladder, here)
    };
    let grounds = rows.iter().map(|row| Ground::new(&row.basis, &row.sources));
    let one = shared(grounds).filter(|_| rows.len() > 1);
    let rows = rows
        .iter()
        .map(|row| ContrastRow {
            aspect: row.aspect.clone(),
            shared: row.shared.clone(),
            deep: row.deep.clone(),
            broad: row.broad.clone(),
            basis: one.is_none().then(|| ground(row)).into_any(),
        })
        .collect();
    view! {
        <ContrastTable caption=caption.into() heads=heads rows=rows />
        {one.map(|one| one.of_list(ladder, here))}
    }
    .into_any()
}

/// Links to levels as a guide names them, one after the other.
pub(crate) fn links_to_levels(ladder: &Ladder, here: &Route, names: &[String]) -> AnyView {
    let names = names.iter();
    let levels: Vec<&Level> = names.filter_map(|name| ladder.level(name)).collect();
    level_links(here, &levels)
}

/// Links to competencies behind the word, and the mark of the text that they belong to.
pub(crate) fn concerns(
    ladder: &Ladder,
    here: &Route,
    competencies: &[String],
    ground: Ground<'_>,
) -> AnyView {
    view! {
        <div class="pointers">
            <span class="soft">"Competencies"</span>
            {competency_links(ladder, here, competencies)}
            {ground.mark(ladder, here)}
        </div>
    }
    .into_any()
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
