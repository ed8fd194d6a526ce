//! Test of everything that can be typed or pasted: if a text is over its limit, the message says by
//! how many characters; no text is cut, and what was saved before stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use ladder_explorer::growth::{Case, Edit, Field};
use ladder_explorer::quiz::Quiz;
use ladder_explorer::store::{Attempt, AttemptId, TextField};
use ladder_explorer::text_merge::Edited;

use places::Shared;

/// What counts as one character when it is typed or pasted.
const LETTERS: [&str; 4] = ["a", "é", "🦀", "\n"];

fn quiz() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz.json")).unwrap()
}

fn fields() -> [Field; 2] {
    [
        Field::Note("risk".to_owned()),
        Field::Passport("kept-fresh".to_owned()),
    ]
}

fn held(case: &Case, field: &Field) -> String {
    match field {
        Field::Note(id) => case.notes.get(id),
        Field::Passport(id) => case.passport.get(id),
    }
    .cloned()
    .unwrap_or_default()
}

fn edit(place: &Shared, field: &Field, before: &str, text: &str) -> Edited {
    let edit = Edit {
        field: field.clone(),
        before: before.to_owned(),
        text: text.to_owned(),
    };
    let done = place.repository().edit_case(&[edit], 1.0).unwrap();
    done[0].clone()
}

/// The outcome, which says by how many characters a text is too long.
fn excess(edited: &Edited) -> String {
    format!("{edited:?}")
}

#[test]
fn a_line_of_a_case_beyond_its_limit_is_not_saved_and_what_was_saved_stays() {
    for field in fields() {
        for letter in LETTERS {
            let place = Shared::default();
            assert_eq!(edit(&place, &field, "", "short"), Edited::Written);
            let before = place.everything();
            for more in [1, 7, 1_000] {
                let long = format!("x{}", letter.repeat(Case::LONGEST - 1 + more));
                let told = excess(&edit(&place, &field, "short", &long));
                assert!(told.contains(&format!("by: {more}")), "{letter:?}: {told}");
                assert_eq!(place.everything(), before, "{letter:?}");
            }
            let fits = format!("x{}", letter.repeat(Case::LONGEST - 1));
            assert_eq!(edit(&place, &field, "short", &fits), Edited::Written);
            assert_eq!(
                held(&place.repository().case().unwrap().unwrap(), &field),
                fits
            );
        }
    }
}

#[test]
fn a_first_text_that_is_too_long_saves_no_empty_case() {
    let place = Shared::default();
    let long = "a".repeat(Case::LONGEST + 1);
    let told = excess(&edit(&place, &fields()[0], "", &long));
    assert!(told.contains("by: 1"), "{told}");
    assert!(place.everything().is_empty());
}

#[test]
fn a_text_that_fits_is_saved_beside_one_that_does_not() {
    let place = Shared::default();
    let [note, line] = fields();
    let edits = [
        (note.clone(), "a".repeat(Case::LONGEST + 1)),
        (line.clone(), "Rust".to_owned()),
    ]
    .map(|(field, text)| Edit {
        field,
        before: String::new(),
        text,
    });
    place.repository().edit_case(&edits, 1.0).unwrap();
    let case = place.repository().case().unwrap().unwrap();
    assert_eq!(held(&case, &line), "Rust");
    assert_eq!(held(&case, &note), "");
}

#[test]
fn two_cases_of_which_one_holds_a_longer_line_lose_nothing_when_they_are_joined() {
    let mut here = Case::new();
    here.changed = 1.0;
    let mut there = Case::new();
    there.changed = 2.0;
    let long = "b".repeat(Case::LONGEST + 1);
    here.notes.insert("risk".to_owned(), "a".to_owned());
    there.notes.insert("risk".to_owned(), long);
    let (first, second) = (here.clone(), there.clone());
    assert_eq!(here.join(there), Err(second));
    assert_eq!(here, first);
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
