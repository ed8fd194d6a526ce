//! Tests of the saved case: nothing unread is overwritten, and other fields stay unchanged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::rc::Rc;

use ladder_explorer::growth::Case;
use ladder_explorer::ladder::Ladder;
use ladder_explorer::store::{KeyValue, Layout, Memory, Repository, StoreError};

const KEY: &str = "ladder-explorer/v2/here/case/tl/case";
const CASE_V1: &str = include_str!("fixtures/case-v1.json");
const LADDER: &str = include_str!("../ladders/technical-leadership.json");

fn layout() -> Layout {
    Layout::new("here", "tl").expect("two plain ids")
}

/// A store shared by the test and the repository.
#[derive(Clone, Default)]
struct Shared(Rc<Memory>);

impl KeyValue for Shared {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

fn a_case() -> Case {
    let mut case = Case::new();
    case.level = Some("l7".to_owned());
    case.note("risk", "Kept two plans alive.\nThe second one won.")
        .unwrap();
    case.stamp("last-deep", "The parser, 2024").unwrap();
    case.changed = 1_700_000_000_000.0;
    case
}

#[test]
fn what_was_saved_is_read_back() {
    let place = Shared::default();
    let repository = Repository::new(place.clone(), layout());
    assert_eq!(repository.case().unwrap(), None);
    repository.save_case(&a_case()).unwrap();
    assert_eq!(
        Repository::new(place, layout()).case().unwrap(),
        Some(a_case())
    );
}

#[test]
fn the_first_version_that_shipped_can_be_read_for_ever() {
    let place = Shared::default();
    place.set(KEY, CASE_V1).unwrap();
    let read = Repository::new(place, layout()).case().unwrap().unwrap();
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
fn what_is_written_is_what_the_first_version_wrote_but_for_the_id_of_the_level() {
    let place = Shared::default();
    Repository::new(place.clone(), layout())
        .save_case(&a_case())
        .unwrap();
    let written: serde_json::Value =
        serde_json::from_str(&place.get(KEY).unwrap().unwrap()).unwrap();
    let mut frozen: serde_json::Value = serde_json::from_str(CASE_V1).unwrap();
    assert_eq!(frozen["level"], "L7");
    frozen["level"] = "l7".into();
    assert_eq!(written, frozen);
}

#[test]
fn a_case_that_cannot_be_read_is_left_byte_for_byte() {
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
        place.set(KEY, text).unwrap();
        let repository = Repository::new(place.clone(), layout());
        assert!(repository.case().is_err(), "{text}");
        assert!(repository.save_case(&a_case()).is_err(), "{text}");
        assert!(repository.remove_case().is_err(), "{text}");
        assert_eq!(place.get(KEY).unwrap().as_deref(), Some(text));
    }
}

#[test]
fn removing_the_case_can_be_undone() {
    let repository = Repository::new(Shared::default(), layout());
    repository.save_case(&a_case()).unwrap();
    let removed = repository.remove_case().unwrap().unwrap();
    assert_eq!(repository.case().unwrap(), None);
    repository.undo(&removed).unwrap();
    assert_eq!(repository.case().unwrap(), Some(a_case()));
}

#[test]
fn removing_the_case_of_one_ladder_leaves_those_of_the_others() {
    let place = Shared::default();
    let first = Repository::new(place.clone(), layout());
    let another = Layout::new("here", "another").unwrap();
    let other = Repository::new(place, another.on_site_of("tl"));
    first.save_case(&a_case()).unwrap();
    other.save_case(&a_case()).unwrap();
    assert!(other.remove_case().unwrap().is_some());
    assert_eq!(other.case().unwrap(), None);
    assert_eq!(first.case().unwrap(), Some(a_case()));
}

/// A store that loses its writes without an error.
#[derive(Default)]
struct Forgetful;

impl KeyValue for Forgetful {
    fn get(&self, _key: &str) -> Result<Option<String>, StoreError> {
        Ok(None)
    }
    fn set(&self, _key: &str, _text: &str) -> Result<(), StoreError> {
        Ok(())
    }
    fn remove(&self, _key: &str) -> Result<(), StoreError> {
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }
}

#[test]
fn saved_means_read_back() {
    let saved = Repository::new(Forgetful, layout()).save_case(&a_case());
    assert_eq!(saved, Err(StoreError::NotKept));
}
