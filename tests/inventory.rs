//! Tests of the list of everything stored, of setting aside what cannot be read, of when a backup
//! is due, and of the settings in two tabs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use ladder_explorer::store::{
    Inventory, InventoryEntry, KeyValue, RecordKind, RecordState, Repository, StoreError,
};
use places::{Refused, Shared, layout};
use records::{
    CASE, FROZEN, NEWER, RUNG, SCHEME, attempt, case, full_place, key, opinion, put_case, settings,
};

const WEEK: f64 = 7.0 * 86_400_000.0;
const MADE: &str = "ladder-explorer/v2/here/backup/made";

// --- The inventory ---

#[test]
fn the_inventory_names_every_key_of_ours_and_no_other() {
    let place = full_place();
    place
        .set("ladder-explorer/v3/here/attempt/a1", "?")
        .unwrap();
    place.set("ladder-explorer/v1/attempt/a1", "?").unwrap();
    place.set("ladder-explorer/v1/unheard-of/a1", "?").unwrap();
    place.set(&key("unheard-of/a1"), "?").unwrap();
    place.set("ladder-explorer/x", "?").unwrap();
    // A key of another copy, and that of the lock.
    let others = [
        "ladder-explorer/v2/there/attempt/a1",
        "ladder-explorer/v1/lock/lock",
    ];
    for key in others {
        place.set(key, "?").unwrap();
    }
    place.set(&key("attempt/NOT-AN-ID"), "?").unwrap();
    let inventory = place.repository().inventory().unwrap();
    let mut listed: Vec<String> = inventory
        .entries
        .iter()
        .map(|one| one.key.clone())
        .collect();
    let mut ours = place.keys().unwrap();
    ours.retain(|key| key.starts_with("ladder-explorer/") && !others.contains(&key.as_str()));
    ours.sort();
    listed.sort();
    assert_eq!(listed, ours);
}

#[test]
fn the_inventory_tells_the_state_of_each_key() {
    let place = full_place();
    for (name, text) in FROZEN {
        place.set(&key(name), text).unwrap();
    }
    place.set(&key("lock/check"), "salt").unwrap();
    place.set(&key("unheard-of/a1"), "?").unwrap();
    place
        .set(&key("plan/tl/t6.risk"), r#"{"schema":4}"#)
        .unwrap();
    place.set("ladder-explorer/v3/here/a1", "?").unwrap();
    place
        .set(&key("attempt/5ea1"), r#"{"sealed":"…"}"#)
        .unwrap();
    let state = |at: &str| find(&place, at).state;
    for name in FROZEN
        .map(|(name, _)| name)
        .into_iter()
        .chain(["lock/check", "attempt/a1"])
    {
        assert_eq!(state(&key(name)), RecordState::Readable, "{name}");
    }
    assert_eq!(
        state(&key("attempt/c1")),
        RecordState::Newer { version: 99 }
    );
    assert_eq!(
        state("ladder-explorer/v3/here/a1"),
        RecordState::Newer { version: 3 }
    );
    assert_eq!(
        state(&key("plan/tl/t6.risk")),
        RecordState::Newer { version: 4 }
    );
    for name in ["attempt/b1", "opinion/0123456789abcdef"] {
        let state = state(&key(name));
        assert!(
            matches!(&state, RecordState::Unreadable { why } if !why.is_empty()),
            "{name}"
        );
    }
    assert_eq!(state(&key("aside/attempt/d1/2")), RecordState::Quarantined);
    assert_eq!(state(&key("attempt/5ea1")), RecordState::Sealed);
    assert_eq!(state(&key("unheard-of/a1")), RecordState::Unknown);
}

#[test]
fn the_inventory_tells_names_and_times_where_it_has_them() {
    let place = Shared::default();
    let mut named = attempt("a1", 5_000.0);
    named.set_name("After the move").unwrap();
    place.repository().save_attempt(&named).unwrap();
    let from_zoe = opinion("a1", "Zoë", 7_000.0);
    place.repository().save_opinion(&from_zoe).unwrap();
    put_case(&place, &case("x", 9_000.0));
    place
        .repository()
        .save_settings(&settings("architect"))
        .unwrap();
    let of_newer = r#"{"schema":9,"name":"Of tomorrow","changed":3,"from":[]}"#;
    place.set(&key("attempt/c1"), of_newer).unwrap();
    place
        .set(&key("aside/attempt/d1"), r#"{"name":7,"changed":"x"}"#)
        .unwrap();
    let told = |name: &str| {
        let kept = find(&place, &key(name));
        (kept.kind, kept.id.clone(), kept.name, kept.changed)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told("attempt/a1"),
        (
            RecordKind::Attempt,
            "a1".into(),
            some("After the move"),
            Some(5_000.0)
        )
    );
    let zoe = format!("opinion/{}", from_zoe.id.as_str());
    assert_eq!(told(&zoe).2, some("Zoë"));
    assert_eq!(
        told(CASE),
        (RecordKind::Case, "case".into(), None, Some(9_000.0))
    );
    assert_eq!(
        told("choice/tl/title-scheme"),
        (RecordKind::Choice, "title-scheme".into(), None, None)
    );
    assert_eq!(
        told("attempt/c1"),
        (
            RecordKind::Attempt,
            "c1".into(),
            some("Of tomorrow"),
            Some(3.0)
        )
    );
    assert_eq!(
        told("aside/attempt/d1"),
        (RecordKind::Attempt, "d1".into(), None, None)
    );
}

#[test]
fn sizes_are_counted_as_a_browser_counts_them() {
    let place = Shared::default();
    place.set(&key("attempt/a1"), "a🦀é").unwrap();
    place.set("other-app/x", "not ours").unwrap();
    place.set(&key("attempt/a2"), "").unwrap();
    let inventory = place.repository().inventory().unwrap();
    let key_units = key("attempt/a1").len();
    assert_eq!(inventory.entries[0].units, key_units + 4);
    assert_eq!(inventory.units, 2 * key_units + 4);
    assert_eq!(Inventory::QUOTA, 5 * 1024 * 1024);
}

// --- When a backup is due ---

#[test]
fn a_backup_is_due_a_week_after_the_oldest_record_and_not_before() {
    let place = Shared::default();
    let repository = place.repository();
    assert!(!repository.backup_due(1e13));
    repository.save_settings(&settings("architect")).unwrap();
    assert!(
        !repository.backup_due(1e13),
        "settings alone are not worth a backup"
    );
    let mut first = attempt("a1", 5_000.0);
    first.started = 1_000.0;
    repository.save_attempt(&first).unwrap();
    assert!(!repository.backup_due(1_000.0 + WEEK - 1.0));
    assert!(repository.backup_due(1_000.0 + WEEK));
}

#[test]
fn after_a_backup_the_next_one_is_due_a_week_later_if_anything_changed() {
    let place = Shared::default();
    let repository = place.repository();
    repository.save_attempt(&attempt("a1", 5_000.0)).unwrap();
    let made = WEEK * 2.0;
    repository.note_backup(made).unwrap();
    assert!(
        !repository.backup_due(made + WEEK * 9.0),
        "nothing changed since"
    );
    for change in 0..3 {
        match change {
            0 => repository.save_attempt(&attempt("a1", made + 1.0)).unwrap(),
            1 => repository
                .save_opinion(&opinion("a1", "Zoë", made + 1.0))
                .unwrap(),
            _ => put_case(&place, &case("x", made + 1.0)),
        }
        assert!(!repository.backup_due(made + WEEK - 1.0));
        assert!(repository.backup_due(made + WEEK));
        repository.save_attempt(&attempt("a1", 5_000.0)).unwrap();
        place.remove(&key(CASE)).unwrap();
        for key in place.keys().unwrap() {
            if key.contains("/opinion/") {
                place.remove(&key).unwrap();
            }
        }
        assert!(!repository.backup_due(made + WEEK));
    }
}

#[test]
fn who_put_a_backup_off_is_not_asked_again_for_a_week() {
    let place = Shared::default();
    let repository = place.repository();
    repository.save_attempt(&attempt("a1", 5_000.0)).unwrap();
    let now = WEEK * 3.0;
    assert!(repository.backup_due(now));
    repository.put_off(now).unwrap();
    assert!(!repository.backup_due(now) && !repository.backup_due(now + WEEK - 1.0));
    assert!(repository.backup_due(now + WEEK));
    // A clock that was a year ahead must not suppress the question for a year.
    repository.put_off(now + WEEK * 52.0).unwrap();
    assert!(repository.backup_due(now));
}

#[test]
fn a_time_that_lies_ahead_is_as_good_as_none() {
    const DAY: f64 = 86_400_000.0;
    let now = WEEK * 60.0;
    for ahead in [DAY * 2.0, WEEK * 52.0, 1e15] {
        // A backup date in the future must not suppress the question.
        let place = Shared::default();
        let repository = place.repository();
        repository.save_attempt(&attempt("a1", now - 1.0)).unwrap();
        repository.note_backup(now + ahead).unwrap();
        assert!(repository.backup_due(now), "made {ahead} ahead");
        // Nor must a postponement date in the future.
        repository.note_backup(WEEK).unwrap();
        repository.put_off(now + ahead).unwrap();
        assert!(repository.backup_due(now), "put off {ahead} ahead");
        // A record dated in the future is no change since a backup, but counts for the first.
        let place = Shared::default();
        let repository = place.repository();
        let mut dated = attempt("a1", now + ahead);
        dated.started = now + ahead;
        repository.save_attempt(&dated).unwrap();
        assert!(repository.backup_due(now), "begun {ahead} ahead");
        repository.note_backup(now - WEEK).unwrap();
        assert!(!repository.backup_due(now), "changed {ahead} ahead");
    }
    // A clock that is slightly ahead is trusted.
    let place = Shared::default();
    place
        .repository()
        .save_attempt(&attempt("a1", now - 1.0))
        .unwrap();
    place.repository().note_backup(now + DAY / 2.0).unwrap();
    assert!(!place.repository().backup_due(now));
}

#[test]
fn what_keeps_track_of_backups_writes_over_nothing_that_it_cannot_read() {
    let flag = r#"{"schema":1,"value":true}"#;
    for broken in [
        "{",
        "[[]]",
        &RUNG[..20],
        flag,
        r#"{"schema":1,"value":"x"}"#,
    ] {
        let place = Shared::default();
        place.set(MADE, broken).unwrap();
        place
            .repository()
            .save_attempt(&attempt("a1", 5_000.0))
            .unwrap();
        assert!(place.repository().backup_due(1e13), "{broken}");
        assert!(place.repository().note_backup(1e13).is_err());
        assert_eq!(place.get(MADE).unwrap().as_deref(), Some(broken));
    }
    let place = Shared::default();
    place.set(MADE, NEWER).unwrap();
    place
        .repository()
        .save_attempt(&attempt("a1", 5_000.0))
        .unwrap();
    assert!(!place.repository().backup_due(1e13));
    assert!(place.repository().note_backup(1.0).is_err());
    assert_eq!(place.get(MADE).unwrap().as_deref(), Some(NEWER));
    let sealed = r#"{"sealed":"…"}"#;
    place.set(MADE, sealed).unwrap();
    assert!(place.repository().note_backup(1.0).is_err());
    assert_eq!(place.get(MADE).unwrap().as_deref(), Some(sealed));
    let repository = Repository::new(Refused, layout());
    assert!(
        !repository.backup_due(1e13)
            && repository.notice_seen("x")
            && repository.note_seen("x").is_err()
    );
    let fresh = Shared::default();
    assert_eq!(
        fresh.repository().note_backup(f64::NAN),
        Err(StoreError::NotKept)
    );
    for strange in ["", "A", "a b", "a/b", &"x".repeat(41)] {
        assert_eq!(
            fresh.repository().note_seen(strange),
            Err(StoreError::NotKept)
        );
    }
    assert!(fresh.everything().is_empty());
    fresh.repository().note_seen("shared-origin").unwrap();
    assert!(
        fresh.repository().notice_seen("shared-origin") && !fresh.repository().notice_seen("other")
    );
    assert_eq!(fresh.keys().unwrap(), [key("notice/shared-origin")]);
}

// --- Two tabs ---

#[test]
fn two_tabs_that_change_two_settings_keep_both_and_of_one_the_later_change_holds() {
    let place = Shared::default();
    // Both tabs have read before either writes; each writes only what it changed.
    let (one, two) = (place.repository(), place.repository());
    let done = one.change_settings(|settings| {
        two.change_settings(|settings| {
            settings.title_scheme = Some("architect".to_owned());
            settings.slash_key = Some(false);
        })
        .unwrap();
        settings.rung = Some(7);
    });
    assert_eq!(done, Ok(()));
    let kept = place.repository().settings().unwrap();
    assert_eq!((kept.rung, kept.slash_key), (Some(7), Some(false)));
    assert_eq!(kept.title_scheme.as_deref(), Some("architect"));
    two.change_settings(|settings| settings.rung = Some(8))
        .unwrap();
    assert_eq!(one.settings().unwrap().rung, Some(8));
    two.change_settings(|settings| settings.rung = None)
        .unwrap();
    assert_eq!(one.settings().unwrap().rung, None);
    assert_eq!(place.keys().unwrap().len(), 2);
}

#[test]
fn a_setting_that_cannot_be_read_counts_as_none_and_is_never_written_over() {
    for (name, text) in [
        ("choice/tl/rung", r#"{"schema":1,"value":6.5}"#),
        ("choice/tl/rung", r#"{"schema":1,"value":300}"#),
        ("choice/tl/rung", r#"{"schema":1,"value":"6"}"#),
        ("choice/tl/rung", r#"{"schema":2,"value":6}"#),
        ("choice/tl/rung", r#"{"value":6}"#),
        ("choice/tl/rung", RUNG.get(..15).unwrap()),
    ] {
        let place = Shared::default();
        place.set(&key(name), text).unwrap();
        place.set(&key("choice/tl/title-scheme"), SCHEME).unwrap();
        let settings = place.repository().settings().unwrap();
        assert_eq!(
            (settings.rung, settings.title_scheme.is_some()),
            (None, true)
        );
        let changed = place
            .repository()
            .change_settings(|settings| settings.rung = Some(7));
        assert!(changed.is_err(), "{text}");
        let other = place
            .repository()
            .change_settings(|settings| settings.slash_key = Some(false));
        assert_eq!(other, Ok(()));
        assert_eq!(place.get(&key(name)).unwrap().as_deref(), Some(text));
    }
}

// --- Helpers ---

fn find(place: &Shared, key: &str) -> InventoryEntry {
    let entries = place.repository().inventory().unwrap().entries.into_iter();
    entries.into_iter().find(|kept| kept.key == key).expect(key)
}
