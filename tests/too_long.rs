//! Test of everything that can be typed or pasted: if a text is over its limit, the message says by
//! how many characters; no text is cut, and what was saved before stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use ladder_explorer::growth::{Entry, EntryField};
use ladder_explorer::quiz::Quiz;
use ladder_explorer::store::{Attempt, AttemptId, TextField};
use ladder_explorer::text_merge::Edited;

use places::Shared;

/// What counts as one character when it is typed or pasted.
const LETTERS: [&str; 4] = ["a", "é", "🦀", "\n"];

fn quiz() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz.json")).unwrap()
}

/// The outcome, which says by how many characters a text is too long.
fn excess(edited: &Edited) -> String {
    format!("{edited:?}")
}

#[test]
fn a_text_of_an_entry_beyond_its_limit_is_not_saved_and_what_was_saved_stays() {
    for (field, most) in [
        (EntryField::Did, Entry::LONGEST_TEXT),
        (EntryField::Outcome, Entry::LONGEST_TEXT),
        (EntryField::Witnesses, Entry::LONGEST_WITNESSES),
    ] {
        for letter in LETTERS {
            let place = Shared::default();
            let entry = Entry::new("An entry", 1.0, 0.5).unwrap();
            place.repository().save_entry(&entry).unwrap();
            let write = |before: &str, text: &str| {
                let repository = place.repository();
                let done =
                    repository.edit_entry(&entry.id, 2.0, |entry| entry.edit(field, before, text));
                done.unwrap().unwrap()
            };
            let first = entry.text(field);
            assert_eq!(write(first, "short"), Edited::Written);
            let before = place.everything();
            for more in [1, 7, 1_000] {
                let long = format!("x{}x", letter.repeat(most - 2 + more));
                let told = excess(&write("short", &long));
                assert!(told.contains(&format!("by: {more}")), "{letter:?}: {told}");
                assert_eq!(place.everything(), before, "{letter:?}");
            }
            let fits = format!("x{}x", letter.repeat(most - 2));
            assert_eq!(write("short", &fits), Edited::Written);
            let kept = place.repository().evidence().unwrap().remove(0).unwrap();
            assert_eq!(kept.text(field), fits);
        }
    }
}

#[test]
fn a_name_or_a_note_beyond_its_limit_is_not_saved_and_what_was_saved_stays() {
    let quiz = quiz();
    for (which, most) in [
        (TextField::Name, Attempt::LONGEST_NAME),
        (TextField::Note, Attempt::LONGEST_NOTE),
    ] {
        for letter in LETTERS {
            let place = Shared::default();
            let id = AttemptId::parse("a1").unwrap();
            let attempt = Attempt::new(id.clone(), &quiz, "standard", 1.0);
            place.repository().save_attempt(&attempt).unwrap();
            let write = |before: &str, text: &str| {
                let done = place
                    .repository()
                    .edit_attempt(&id, which, (before, text), 2.0);
                done.unwrap().unwrap()
            };
            assert_eq!(write("", "short"), Edited::Written);
            let before = place.everything();
            for more in [1, 5, 300] {
                let long = format!("x{}x", letter.repeat(most - 2 + more));
                let told = excess(&write("short", &long));
                assert!(told.contains(&format!("by: {more}")), "{letter:?}: {told}");
                assert_eq!(place.everything(), before, "{letter:?}");
            }
            let fits = format!("x{}x", letter.repeat(most - 2));
            assert_eq!(write("short", &fits), Edited::Written);
            let kept = place.repository().attempt(&id).unwrap().unwrap();
            assert_eq!(kept.words(which), fits);
        }
    }
}
