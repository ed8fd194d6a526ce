//! Tests of what is decided about a case, as a record: it belongs to one level of one ladder, and no
//! text is lost, taken over or changed on the way through a storage.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use ladder_explorer::growth::{CaseChoice, GrowthId};
use ladder_explorer::store::{Backup, Import, KeyValue, Layout, Repository, StoreError};
use ladder_explorer::text_merge::Edited;
use places::{Shared, layout};

const V1: &str = include_str!("fixtures/case-choice-v1.json");
const KEY: &str = "ladder-explorer/v2/here/draft/case.tl.t7";

fn frozen() -> CaseChoice {
    serde_json::from_str(V1).unwrap()
}

fn id(text: &str) -> GrowthId {
    GrowthId::parse(text).unwrap()
}

#[test]
fn the_first_format_still_reads_and_writes_the_same() {
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let place = Shared::default();
    place.set(KEY, V1).unwrap();
    let here = place.repository();
    let choice = here.case_choice("t7").unwrap().unwrap();
    assert!(choice.leaves_out("risk", &id("in-2b")));
    assert!(choice.summary.ends_with("hand it over. 🦀"));
    here.save_case_choice("t7", &choice).unwrap();
    assert_eq!(json(&place.get(KEY).unwrap().unwrap()), json(V1));
}

#[test]
fn a_choice_belongs_to_one_level_of_one_ladder() {
    let place = Shared::default();
    let on = |ladder: &str| Repository::new(place.clone(), Layout::new("here", ladder).unwrap());
    on("tl").save_case_choice("t7", &frozen()).unwrap();
    for (ladder, level) in [("tl", "t6"), ("tl", "t"), ("t", "l.t7"), ("tl-2", "t7")] {
        assert_eq!(on(ladder).case_choice(level), Ok(None), "{ladder} {level}");
    }
    let longest = "a".repeat(40);
    on(&longest).save_case_choice(&longest, &frozen()).unwrap();
    assert_eq!(on(&longest).case_choice(&longest), Ok(Some(frozen())));
    assert_eq!(place.keys().unwrap().len(), 2);
}

/// A version that knows only the kind lists it and holds it in a backup.
#[test]
fn a_backup_holds_a_choice_byte_for_byte() {
    let place = Shared::default();
    place.set(KEY, V1).unwrap();
    let here = place.repository();
    let entries = here.inventory().unwrap().entries;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].key, KEY);
    let file = Backup::of(&here, 1.0).unwrap().encode().unwrap();
    let other = Shared::default();
    let backup = Backup::read(&layout(), &file).unwrap();
    other.repository().import(&backup, Import::Add).unwrap();
    assert_eq!(other.everything(), place.everything());
    assert!(layout().is_personal(KEY), "a lock encrypts it");
}

#[test]
fn what_cannot_be_read_is_told_and_left_byte_for_byte() {
    let compact: serde_json::Value = serde_json::from_str(V1).unwrap();
    let compact = compact.to_string();
    let newer = compact.replace(r#""schema":1"#, r#""schema":2"#);
    let strange = compact.replace("in-2b", "No id");
    let long = compact.replace("Three", &"x".repeat(CaseChoice::LONGEST_SUMMARY));
    let cut = (0..compact.len()).filter_map(|end| compact.get(..end).map(str::to_owned));
    for broken in cut.chain([newer, strange, long, "{\"sealed\":\"x\"}".to_owned()]) {
        let place = Shared::default();
        place.set(KEY, &broken).unwrap();
        let here = place.repository();
        assert!(here.case_choice("t7").is_err(), "{broken}");
        assert!(here.save_case_choice("t7", &frozen()).is_err());
        let edited = here.edit_case_choice("t7", 1.0, |choice| choice.summary.clear());
        assert!(edited.is_err());
        assert_eq!(place.get(KEY).unwrap().as_deref(), Some(&*broken));
    }
}

#[test]
fn what_could_not_be_read_back_is_not_written() {
    let place = Shared::default();
    let here = place.repository();
    for level in ["a/b", "T7", "é", &"a".repeat(93)] {
        let saved = here.save_case_choice(level, &frozen());
        assert_eq!(saved, Err(StoreError::NotKept), "{level}");
    }
    let mut choice = frozen();
    choice.changed = f64::INFINITY;
    assert_eq!(
        here.save_case_choice("t7", &choice),
        Err(StoreError::NotKept)
    );
    let mut choice = frozen();
    choice.summary = "é".repeat(CaseChoice::LONGEST_SUMMARY + 1);
    assert_eq!(
        here.save_case_choice("t7", &choice),
        Err(StoreError::NotKept)
    );
    assert!(place.everything().is_empty());
}

#[test]
fn two_tabs_that_choose_and_write_lose_nothing() {
    let place = Shared::default();
    let (one, two) = (place.repository(), place.repository());
    let leave = |tab: &Repository<Shared>, entry: &str| {
        let entry = id(entry);
        tab.edit_case_choice("t7", 2.0, |choice| choice.leave_out("risk", &entry, true))
    };
    leave(&one, "a").unwrap();
    leave(&two, "b").unwrap();
    let write = |tab: &Repository<Shared>, text: &str| {
        tab.edit_case_choice("t7", 3.0, |choice| choice.edit_summary("", text))
    };
    assert_eq!(write(&one, "Mine."), Ok(Edited::Written));
    assert_eq!(
        write(&two, "Yours."),
        Ok(Edited::Both("Mine.\n\nYours.".to_owned()))
    );
    let choice = one.case_choice("t7").unwrap().unwrap();
    assert_eq!(choice.left_out["risk"].len(), 2);
    assert_eq!((&*choice.summary, choice.changed), ("Mine.\n\nYours.", 3.0));
    // What changes nothing is not written.
    one.edit_case_choice("t7", 4.0, |_| ()).unwrap();
    assert_eq!(one.case_choice("t7"), Ok(Some(choice)));
}

#[test]
fn what_is_removed_can_be_brought_back() {
    let place = Shared::default();
    place.set(KEY, V1).unwrap();
    let here = place.repository();
    let undo = here.remove_keys(&[KEY.to_owned()]).unwrap();
    assert!(place.everything().is_empty());
    assert_eq!(here.case_choice("t7"), Ok(None));
    here.undo(&undo).unwrap();
    assert_eq!(place.get(KEY).unwrap().as_deref(), Some(V1));
}
