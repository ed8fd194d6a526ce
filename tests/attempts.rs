//! Tests of what version 2 of the records added: today, a name, a note, a reminder; and of two tabs
//! that change the same attempt.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use ladder_explorer::quiz::{Answer, Quiz, Today};
use ladder_explorer::store::{Attempt, AttemptId, KeyValue, Settings, StoreError, TextField};
use ladder_explorer::text_merge::{Edited, TooLong};
use places::Shared;
use serde_json::Value;

const KEY: &str = "ladder-explorer/v2/here/attempt/19aa5c1d280-2f6b1c3";
const V1: &str = include_str!("fixtures/attempt-v1.json");
const V2: &str = include_str!("fixtures/attempt-v2.json");

// --- Frozen records ---

#[test]
fn the_second_format_of_an_attempt_still_reads_and_writes_the_same_but_for_its_number() {
    let read = Attempt::decode(KEY, V2).unwrap();
    assert_eq!(read.today.len(), 3);
    assert_eq!(read.today["understand-whole"], Today::NotAtAll);
    assert_eq!(read.today["improve-code"], Today::NowAndThen);
    assert_eq!(read.today["bridge-plans"], Today::MostWeeks);
    assert_eq!(read.name.as_deref(), Some("After the move to the new team"));
    assert!(read.note.as_deref().unwrap().ends_with("in summer."));
    let mut of_today = json(V2);
    of_today["schema"] = 3.into();
    assert_eq!(json(&read.encode().unwrap()), of_today);
}

#[test]
fn reading_a_record_of_version_1_leaves_its_text_until_something_is_saved() {
    let place = Shared::default();
    place.set(KEY, V1).unwrap();
    let id = AttemptId::parse("19aa5c1d280-2f6b1c3").unwrap();
    let read = place.repository().attempt(&id).unwrap().unwrap();
    place.repository().attempts().unwrap();
    place.repository().newest().unwrap();
    assert_eq!(place.get(KEY).unwrap().as_deref(), Some(V1));
    assert_eq!(read.schema, 3);
    place.repository().save_attempt(&read).unwrap();
    assert_eq!(place.repository().attempt(&id).unwrap(), Some(read));
    assert_eq!(json(&place.get(KEY).unwrap().unwrap())["schema"], 3);
}

#[test]
fn reading_and_writing_twice_changes_no_more_than_once() {
    for text in [V1, V2] {
        let once = Attempt::decode(KEY, text).unwrap();
        let twice = Attempt::decode(KEY, &once.encode().unwrap()).unwrap();
        assert_eq!(once, twice);
        assert_eq!(once.encode(), twice.encode());
    }
}

// --- Valid field values ---

#[test]
fn a_step_of_today_that_does_not_exist_makes_the_record_unreadable_and_says_why() {
    for step in ["3", "255", "256", "-1", "1.5", "null", "\"1\"", "true"] {
        let text = V2.replace("\"improve-code\": 1", &format!("\"improve-code\": {step}"));
        assert_ne!(text, V2);
        let error = unreadable(&text);
        assert!(
            step != "3" || error.contains("3 is none"),
            "{step}: {error}"
        );
    }
}

#[test]
fn a_name_or_note_beyond_its_length_is_neither_read_nor_written() {
    let whole = Attempt::decode(KEY, V2).unwrap();
    for (field, longest) in [("name", 80), ("note", 2_000)] {
        for letter in ["a", "é", "🦀", "\\n"] {
            let with = |letters: usize| {
                let mut record = json(V2);
                record[field] = letter.replace("\\n", "\n").repeat(letters).into();
                record.to_string()
            };
            let kept = Attempt::decode(KEY, &with(longest)).unwrap();
            assert!(kept.encode().is_ok());
            let error = unreadable(&with(longest + 1));
            assert!(error.contains(field), "{error}");
            assert!(error.contains(&longest.to_string()), "{error}");
        }
    }
    let long_name = Attempt {
        name: Some("a".repeat(81)),
        ..whole.clone()
    };
    let long_note = Attempt {
        note: Some("a".repeat(2_001)),
        ..whole
    };
    for attempt in [long_name, long_note] {
        let place = Shared::default();
        assert_eq!(
            place.repository().save_attempt(&attempt),
            Err(StoreError::NotKept)
        );
        assert!(place.everything().is_empty());
    }
}

#[test]
fn what_is_set_always_fits_and_what_is_too_long_changes_nothing() {
    let mut attempt = Attempt::decode(KEY, V1).unwrap();
    let name = "é".repeat(80);
    attempt.set_name(&format!("  {name} \n")).unwrap();
    attempt.set_note(&"🦀\n".repeat(1_000)).unwrap();
    let before = attempt.clone();
    let told = attempt.set_name(&format!("{name}xyz"));
    assert_eq!(told, Err(TooLong { by: 3, most: 80 }));
    let told = attempt.set_note(&"🦀\n".repeat(2_000));
    let (by, most) = (2_000, 2_000);
    assert_eq!(told, Err(TooLong { by, most }));
    assert_eq!(attempt, before);
    assert_eq!(attempt.name.as_deref(), Some(name.as_str()));
    assert_eq!(attempt.note.as_ref().unwrap().chars().count(), 2_000);
    let read = Attempt::decode(KEY, &attempt.encode().unwrap()).unwrap();
    assert_eq!(read, attempt);
    attempt.set_name(" \n").unwrap();
    attempt.set_note("\t").unwrap();
    assert_eq!((attempt.name, attempt.note), (None, None));
}

#[test]
fn a_reminder_that_is_no_time_is_refused_before_anything_is_written() {
    let place = Shared::default();
    for time in [f64::NAN, f64::INFINITY] {
        let settings = Settings {
            remind_at: Some(time),
            ..Settings::default()
        };
        let saved = place.repository().save_settings(&settings);
        assert_eq!(saved, Err(StoreError::NotKept));
    }
    assert!(place.everything().is_empty());
}

#[test]
fn a_new_attempt_is_empty_and_can_be_kept() {
    let quiz = Quiz::parse(include_str!("../ladders/quiz.json")).unwrap();
    let id = AttemptId::new(5.0, 0.5);
    let new = Attempt::new(id.clone(), &quiz, "long", 5.0);
    assert_eq!((&new.quiz, new.quiz_version), (&quiz.id, quiz.version));
    assert_eq!((new.answers.ids().count(), new.finished), (0, None));
    let place = Shared::default();
    place.repository().save_attempt(&new).unwrap();
    assert_eq!(place.repository().attempt(&id), Ok(Some(new)));
}

// --- Two tabs ---

#[test]
fn an_answer_that_only_one_of_two_tabs_has_is_never_lost() {
    for later in [1.0, -1.0] {
        let (mut here, there) = two_tabs(later);
        here.join(there);
        assert_eq!(here.answers.get("p04"), Some(Answer::Category(1)));
        assert_eq!(here.answers.get("p05"), Some(Answer::Category(2)));
    }
}

#[test]
fn where_both_tabs_say_something_the_later_change_counts() {
    for (later, from_there) in [(1.0, true), (-1.0, false), (0.0, false)] {
        let (mut here, there) = two_tabs(later);
        let winner = if from_there {
            there.clone()
        } else {
            here.clone()
        };
        here.join(there);
        assert_eq!(here.answers.get("p01"), winner.answers.get("p01"));
        assert_eq!(here.today, winner.today, "what was taken back stays so");
        assert_eq!(here.name, winner.name);
        assert_eq!(here.note, winner.note);
        assert_eq!(here.form, winner.form);
        assert_eq!(here.finished, winner.finished);
        assert!((here.changed - winner.changed).abs() < f64::EPSILON);
    }
}

#[test]
fn a_longer_form_that_was_answered_stays_though_the_other_changed_later() {
    for later in [1.0, -1.0] {
        let (mut short, mut long) = two_tabs(later);
        short.form = "quick".to_owned();
        long.form = "standard".to_owned();
        for item in ["r01", "r02", "r03"] {
            long.answers.set(item, Answer::Category(3));
        }
        let mut other = long.clone();
        other.join(short.clone());
        short.join(long);
        assert_eq!((&*short.form, &*other.form), ("standard", "standard"));
        assert_eq!(short.answers, other.answers);
    }
}

#[test]
fn joining_what_is_the_same_changes_nothing() {
    let (mut here, _) = two_tabs(0.0);
    let before = here.clone();
    here.join(before.clone());
    assert_eq!(here, before);
}

#[test]
fn two_notes_and_two_names_of_one_attempt_are_both_kept() {
    let (place, id) = kept_attempt();
    let write = |which, before, text| {
        place
            .repository()
            .edit_attempt(&id, which, (before, text), 1e12)
    };
    assert_eq!(
        write(TextField::Note, "", "first"),
        Ok(Some(Edited::Written))
    );
    let both = "first\n\nsecond".to_owned();
    assert_eq!(
        write(TextField::Note, "", "second"),
        Ok(Some(Edited::Both(both.clone())))
    );
    assert_eq!(
        write(TextField::Name, "", " Kim "),
        Ok(Some(Edited::Written))
    );
    assert_eq!(
        write(TextField::Name, "", "Lee"),
        Ok(Some(Edited::Both("Kim / Lee".to_owned())))
    );
    assert_eq!(
        write(TextField::Name, "Kim / Lee", "Lee"),
        Ok(Some(Edited::Written))
    );
    let attempt = place.repository().attempt(&id).unwrap().unwrap();
    assert_eq!(attempt.words(TextField::Note), both);
    assert_eq!(attempt.words(TextField::Name), "Lee");
}

#[test]
fn two_notes_that_have_no_room_together_leave_the_first_and_say_so() {
    let (place, id) = kept_attempt();
    let (first, second) = ("a".repeat(1_500), "b".repeat(1_500));
    let write = |text| {
        place
            .repository()
            .edit_attempt(&id, TextField::Note, ("", text), 1e12)
    };
    assert_eq!(write(&first), Ok(Some(Edited::Written)));
    assert_eq!(write(&second), Ok(Some(Edited::Clash(first.clone()))));
    let attempt = place.repository().attempt(&id).unwrap().unwrap();
    assert_eq!(attempt.words(TextField::Note), first);
}

#[test]
fn a_note_to_an_attempt_that_is_gone_is_not_kept_and_that_is_said() {
    let (place, id) = kept_attempt();
    place.repository().remove_attempt(&id).unwrap();
    let written = place
        .repository()
        .edit_attempt(&id, TextField::Note, ("", "late"), 1e12);
    assert_eq!(written, Ok(None));
    assert!(place.everything().is_empty());
}

/// A store with one attempt.
fn kept_attempt() -> (Shared, AttemptId) {
    let place = Shared::default();
    let attempt = Attempt::decode(KEY, V1).unwrap();
    place.repository().save_attempt(&attempt).unwrap();
    (place, attempt.id)
}

/// The same attempt in two tabs; `later` is how much later the second one was changed.
fn two_tabs(later: f64) -> (Attempt, Attempt) {
    let mut here = Attempt::decode(KEY, V1).unwrap();
    let mut there = here.clone();
    here.set_name("here").unwrap();
    here.answers.set("p01", Answer::Category(0));
    here.answers.set("p04", Answer::Category(1));
    here.today
        .insert("grow-people".to_owned(), Today::MostWeeks);
    here.today.insert("untangle".to_owned(), Today::MostWeeks);
    there.set_note("there").unwrap();
    there.form = "long".to_owned();
    there.finished = None;
    there.answers.set("p01", Answer::NotSure);
    there.answers.set("p05", Answer::Category(2));
    there
        .today
        .insert("seed-drafts".to_owned(), Today::NowAndThen);
    there.today.insert("untangle".to_owned(), Today::NotAtAll);
    there.changed += later;
    (here, there)
}

// --- Helpers ---

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Returns why the text cannot be read, and checks that it is never overwritten.
#[track_caller]
fn unreadable(text: &str) -> String {
    let place = Shared::default();
    place.set(KEY, text).unwrap();
    let good = Attempt::decode(KEY, V2).unwrap();
    let error = place.repository().save_attempt(&good).unwrap_err();
    assert_eq!(place.get(KEY).unwrap().as_deref(), Some(text));
    match error {
        StoreError::Unreadable { why, .. } => why,
        other => panic!("{other}"),
    }
}
