//! Tests of the notes of an older case: what was saved can be read, and nothing unread is overwritten.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use ladder_explorer::growth::Case;
use ladder_explorer::ladder::Ladder;
use ladder_explorer::store::{KeyValue, RecordKind, RecordState};
use places::Shared;
use records::{CASE, CASE_V1, case, key, put_case};

const LADDER: &str = include_str!("../ladders/technical-leadership.json");

fn a_case() -> Case {
    Case {
        level: Some("l7".to_owned()),
        passport: [("last-deep".to_owned(), "The parser, 2024".to_owned())].into(),
        ..case("Kept two plans alive.\nThe second one won.", 1.7e12)
    }
}

#[test]
fn what_an_older_version_saved_is_read_back() {
    let place = Shared::default();
    assert_eq!(place.repository().case(), Ok(None));
    put_case(&place, &a_case());
    assert_eq!(place.repository().case(), Ok(Some(a_case())));
}

#[test]
fn the_first_version_that_shipped_can_be_read_for_ever() {
    let place = Shared::default();
    place.set(&key(CASE), CASE_V1).unwrap();
    let read = place.repository().case().unwrap().unwrap();
    // It named the level by its code, which leads to the same level as the id does now.
    let ladder = Ladder::parse(LADDER).unwrap();
    let named = |case: &Case| {
        ladder
            .level(case.level.as_deref()?)
            .map(|found| found.index)
    };
    assert!(named(&read).is_some());
    assert_eq!(named(&read), named(&a_case()));
    let level = a_case().level;
    assert_eq!(Case { level, ..read }, a_case());
}

#[test]
fn what_is_merged_is_written_as_the_first_version_wrote_it() {
    let place = Shared::default();
    // An older tab wrote a second line under the old key; both are one record now.
    place
        .set("ladder-explorer/v1/journal/case", CASE_V1)
        .unwrap();
    put_case(&place, &case("Kept two plans alive.", 1.0));
    assert_eq!(place.repository().migrate().moved, 1);
    let written: serde_json::Value =
        serde_json::from_str(&place.get(&key(CASE)).unwrap().unwrap()).unwrap();
    let frozen: serde_json::Value = serde_json::from_str(CASE_V1).unwrap();
    assert_eq!(written, frozen);
}

#[test]
fn a_case_that_cannot_be_read_is_listed_and_left_byte_for_byte() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        r#"{"schema":2,"future":true}"#,
        r#"{"schema":1,"level":3,"changed":0}"#,
        &CASE_V1[..CASE_V1.len() - 3],
    ] {
        let place = Shared::default();
        place.set(&key(CASE), text).unwrap();
        assert!(place.repository().case().is_err(), "{text}");
        let listed = place.repository().inventory().unwrap().entries;
        assert_eq!(listed[0].kind, RecordKind::Case);
        assert_ne!(listed[0].state, RecordState::Readable, "{text}");
        // Notes under the old key are not written over it.
        place
            .set("ladder-explorer/v1/journal/case", CASE_V1)
            .unwrap();
        place.repository().migrate();
        assert_eq!(place.get(&key(CASE)).unwrap().as_deref(), Some(text));
        let all = place.everything();
        assert!(all.iter().any(|(_, there)| there == CASE_V1), "{text}");
    }
}

#[test]
fn removing_the_case_of_one_ladder_can_be_undone_and_leaves_those_of_the_others() {
    let place = Shared::default();
    put_case(&place, &a_case());
    let of_other = key("case/another/case");
    place.set(&of_other, CASE_V1).unwrap();
    let removed = place.repository().remove_key(&key(CASE)).unwrap();
    assert_eq!(place.repository().case(), Ok(None));
    assert_eq!(place.get(&of_other).unwrap().as_deref(), Some(CASE_V1));
    place.repository().undo(&removed).unwrap();
    assert_eq!(place.repository().case(), Ok(Some(a_case())));
}
