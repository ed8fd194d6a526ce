//! Tests of importing records: all or nothing, records that are newer or cannot be read do not
//! change, and every import can be undone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use std::collections::BTreeMap;

use ladder_explorer::quiz::Answer;
use ladder_explorer::store::{
    Attempt, Backup, Import, KeyValue, Preview, RecordState, Repository, StoreError,
    TransactionError, Undo,
};
use places::{Failing, Failure, Full, Lying, Shared, layout};
use records::{
    BROKEN, NEWER, ROOT, attempt, case, full_place, id, key, opinion, put_case, settings,
};

const BOTH: [Import; 2] = [Import::Add, Import::Replace];

// --- Round trips ---

#[test]
fn what_was_exported_wiped_and_imported_is_equal_byte_for_byte() {
    for mode in BOTH {
        let place = full_place();
        let before = place.everything();
        let repository = place.repository();
        let text = Backup::of(&repository, 1.0).unwrap().encode().unwrap();
        let gone = repository.remove_all().unwrap();
        assert_eq!(place.everything().len(), records::FOREIGN.len());
        assert!(!gone.is_empty());
        let undo = repository
            .import(&Backup::read(&layout(), &text).unwrap(), mode)
            .unwrap();
        assert_eq!(place.everything(), before);
        repository.undo(&undo).unwrap();
        assert_eq!(place.everything().len(), records::FOREIGN.len());
        repository.undo(&gone).unwrap();
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn importing_what_is_here_already_changes_nothing() {
    for mode in BOTH {
        let place = full_place();
        let before = place.everything();
        let backup = Backup::of(&place.repository(), 1.0).unwrap();
        let preview = Preview {
            made: 1.0,
            same: backup.len(),
            ..Preview::default()
        };
        assert_eq!(backup.preview(&place.repository()), Ok(preview));
        assert!(place.repository().import(&backup, mode).unwrap().is_empty());
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn importing_twice_is_importing_once() {
    for mode in BOTH {
        let (place, backup) = (other_place(), full_backup());
        place.repository().import(&backup, mode).unwrap();
        let once = place.everything();
        place.repository().import(&backup, mode).unwrap();
        assert_eq!(place.everything(), once, "{mode:?}");
    }
}

#[test]
fn an_import_never_touches_keys_of_others() {
    for mode in BOTH {
        let place = other_place();
        let others = [
            "other-app/v1/x",
            "ladder-explorer/v1/attempt/a1",
            "ladder-explorer/v2/there/attempt/a1",
            "ladder-explorer/v3/here/attempt/a1",
            "ladder-explorer/v2/here/unheard-of/a1",
            "ladder-explorer/v2/here/attempt/NOT-AN-ID",
            "ladder-explorer/v2/here/lock/check",
            "ladder-explorer/v2/here/backup/made",
        ];
        for key in others {
            place.set(key, "theirs").unwrap();
        }
        place.repository().import(&full_backup(), mode).unwrap();
        for key in others {
            assert_eq!(place.get(key).unwrap().as_deref(), Some("theirs"), "{key}");
        }
    }
}

// --- All or nothing ---

#[test]
fn an_import_that_fails_at_any_write_changes_nothing() {
    for mode in BOTH {
        for how in [Failure::Full, Failure::Refuses, Failure::Lies] {
            let mut at = 0;
            loop {
                let place = other_place();
                let before = place.everything();
                let failing = Failing::new(&place, how, at, 1);
                let result = Repository::new(&failing, layout()).import(&full_backup(), mode);
                if !failing.has_failed() {
                    assert!(result.is_ok());
                    break;
                }
                let error = result.unwrap_err();
                assert!(
                    matches!(error, TransactionError::NothingChanged(_)),
                    "{error}"
                );
                assert!(
                    error.to_string().starts_with("nothing was changed: "),
                    "{error}"
                );
                assert_eq!(place.everything(), before, "{mode:?} {how:?} at {at}");
                at += 1;
            }
            assert!(at > 5, "{at} writes are too few to mean anything");
        }
    }
}

#[test]
fn an_import_that_does_not_fit_changes_nothing() {
    for mode in BOTH {
        let done = other_place();
        done.repository().import(&full_backup(), mode).unwrap();
        let (least, most) = (other_place().used_without(""), done.used_without(""));
        let mut fits = 0;
        for room in (least..most + 400).step_by(37) {
            let place = other_place();
            let before = place.everything();
            let full = Full {
                kept: place.clone(),
                room,
            };
            match Repository::new(full, layout()).import(&full_backup(), mode) {
                Ok(_) => {
                    fits += 1;
                    assert_eq!(place.everything(), done.everything());
                }
                Err(error) => {
                    assert_eq!(error, TransactionError::NothingChanged(StoreError::Full));
                    assert_eq!(place.everything(), before, "room {room}");
                }
            }
        }
        assert!(fits > 0, "{mode:?}");
    }
}

#[test]
fn replacing_needs_no_room_for_both() {
    let place = Shared::default();
    let mut big = attempt("a1", 1.0);
    big.set_note(&"x".repeat(1_500)).unwrap();
    place.repository().save_attempt(&big).unwrap();
    let text = Backup::of(&place.repository(), 1.0).unwrap();
    place.repository().remove_all().unwrap();
    big.id = id("a2");
    place.repository().save_attempt(&big).unwrap();
    let room = place.used_without("");
    let full = Repository::new(
        Full {
            kept: place.clone(),
            room,
        },
        layout(),
    );
    full.import(&text, Import::Replace).unwrap();
    assert_eq!(place.repository().attempts().unwrap().len(), 1);
    assert!(place.repository().attempt(&id("a1")).unwrap().is_some());
}

#[test]
fn where_the_way_back_fails_too_the_former_texts_are_handed_over() {
    for mode in BOTH {
        for at in 0..12 {
            let place = other_place();
            let before = place.everything();
            let failing = Failing::new(&place, Failure::Refuses, at, usize::MAX);
            let result = Repository::new(&failing, layout()).import(&full_backup(), mode);
            if !failing.has_failed() {
                break;
            }
            match result.unwrap_err() {
                TransactionError::NothingChanged(_) => assert_eq!(place.everything(), before),
                TransactionError::NotUndone { undo, .. } => {
                    assert!(at > 0 && !undo.is_empty());
                    place.repository().undo(&undo).unwrap();
                    assert_eq!(place.everything(), before, "{mode:?} at {at}");
                }
            }
        }
    }
}

#[test]
fn a_place_that_forgets_is_never_said_to_hold_the_import() {
    for keeps in [0, 1, 50] {
        let kept = Shared::default();
        let lying = Lying {
            kept: kept.clone(),
            keeps,
        };
        let result = Repository::new(lying, layout()).import(&full_backup(), Import::Add);
        assert_eq!(
            result,
            Err(TransactionError::NothingChanged(StoreError::NotKept))
        );
        assert!(kept.everything().is_empty());
    }
}

#[test]
fn an_undo_or_a_removal_that_fails_at_any_write_changes_nothing() {
    for how in [Failure::Full, Failure::Refuses, Failure::Lies] {
        for task in 0..4 {
            let mut at = 0;
            loop {
                let place = other_place();
                let undo = place
                    .repository()
                    .import(&full_backup(), Import::Replace)
                    .unwrap();
                let before = place.everything();
                let failing = Failing::new(&place, how, at, 1);
                let repository = Repository::new(&failing, layout());
                let failed = match task {
                    0 => repository.undo(&undo).err(),
                    1 => repository.remove_all().err(),
                    2 => repository.remove_attempt_whole(&id("a1")).err(),
                    _ => repository.remove_key(&key("attempt/b1")).err(),
                };
                if !failing.has_failed() {
                    assert_eq!(failed, None);
                    break;
                }
                assert!(matches!(failed, Some(TransactionError::NothingChanged(_))));
                assert_eq!(place.everything(), before, "task {task} {how:?} at {at}");
                at += 1;
            }
            assert!(at > 0);
        }
    }
}

// --- What each import mode changes ---

#[test]
fn a_preview_counts_what_each_way_changes() {
    let preview = full_backup().preview(&other_place().repository());
    let counts = Preview {
        made: 1.0,
        // An attempt that a newer app wrote, three opinions, and two texts that were set aside.
        missing: 6,
        same: 0,
        // An attempt, an opinion, the case and the titles.
        different: 4,
        // An attempt that is newer here, one that neither side can read, a text set aside.
        stays: 3,
        // An attempt.
        only_here: 1,
    };
    assert_eq!(preview, Ok(counts));
}

#[test]
fn adding_brings_what_is_missing_and_changes_nothing_that_is_here() {
    let place = other_place();
    let before: BTreeMap<String, String> = place.everything().into_iter().collect();
    place
        .repository()
        .import(&full_backup(), Import::Add)
        .unwrap();
    let mut expected = texts_of_ours(&full_place());
    expected.extend(before);
    assert_eq!(texts_of_ours(&place), expected);
}

#[test]
fn replacing_leaves_what_the_backup_holds_and_what_must_not_go() {
    let place = other_place();
    place
        .repository()
        .import(&full_backup(), Import::Replace)
        .unwrap();
    // The content of the backup, except where the local record must stay.
    let stays = [
        ("attempt/a2", NEWER),
        ("attempt/c9", NEWER),
        ("attempt/b1", "broken here"),
        ("attempt/b9", BROKEN),
        ("aside/attempt/d1", "set aside here"),
    ];
    let mut expected = texts_of_ours(&full_place());
    expected.extend(stays.map(|(name, text)| (key(name), text.to_owned())));
    assert_eq!(texts_of_ours(&place), expected);
}

#[test]
fn text_that_cannot_be_read_takes_no_place_of_one_that_can() {
    let good = attempt("b1", 1.0).encode().unwrap();
    for (here, there, kept) in [
        (BROKEN, &*good, BROKEN),
        (&*good, BROKEN, &*good),
        (BROKEN, "{", BROKEN),
        (&*good, NEWER, NEWER),
    ] {
        let place = Shared::default();
        place.set(&key("attempt/b1"), there).unwrap();
        let backup = Backup::of(&place.repository(), 1.0).unwrap();
        place.set(&key("attempt/b1"), here).unwrap();
        place.repository().import(&backup, Import::Replace).unwrap();
        assert_eq!(place.everything(), [(key("attempt/b1"), kept.to_owned())]);
    }
}

// --- Newer records ---

#[test]
fn a_newer_record_is_not_changed_by_a_byte_whatever_is_done() {
    let names = [
        "attempt/a1",
        "opinion/0123456789abcdef",
        "case/tl/case",
        "choice/tl/title-scheme",
        "backup/made",
    ];
    for name in names {
        let place = Shared::default();
        place.set(&key(name), NEWER).unwrap();
        let repository = place.repository();
        assert_eq!(
            repository.inventory().unwrap().entries[0].state,
            RecordState::Newer { version: 99 }
        );
        let backup = full_backup();
        for mode in BOTH {
            let undo = repository.import(&backup, mode).unwrap();
            assert_eq!(
                place_text(&place, name).as_deref(),
                Some(NEWER),
                "{name} {mode:?}"
            );
            repository.undo(&undo).unwrap();
        }
        let _ = repository.note_backup(1.0);
        let _ = repository.put_off(1.0);
        let _ = repository.save_settings(&settings("x"));
        let _ = repository.save_attempt(&attempt("a1", 1.0));
        assert_eq!(place_text(&place, name).as_deref(), Some(NEWER), "{name}");
        // It is deleted with everything else when the visitor asks for it, and restored with it.
        let before = place.everything();
        let undo = repository.remove_all().unwrap();
        assert!(place.everything().is_empty());
        repository.undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
    }
}

// --- Undo ---

#[test]
fn an_import_can_be_undone_byte_for_byte() {
    for mode in BOTH {
        let place = other_place();
        let before = place.everything();
        let undo = place.repository().import(&full_backup(), mode).unwrap();
        assert_ne!(place.everything(), before);
        place.repository().undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
        place.repository().undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn what_another_tab_wrote_since_is_not_lost_by_an_undo() {
    let place = Shared::default();
    put_case(&place, &case("before", 1.0));
    save(&place, &attempt("a1", 1.0));
    let undo = place.repository().remove_all().unwrap();
    put_case(&place, &case("since", 2.0));
    place.repository().undo(&undo).unwrap();
    let kept = place.repository().case().unwrap().unwrap();
    assert_eq!(kept.notes["risk"], "before\n\nsince");
    let back = place.repository().attempt(&id("a1"));
    assert_eq!(back, Ok(Some(attempt("a1", 1.0))));
    // An imported record that was changed since stays, too; one that was deleted stays deleted.
    let backup = full_backup();
    let place = Shared::default();
    let undo = place.repository().import(&backup, Import::Add).unwrap();
    let mut changed = attempt("a1", 40.0);
    changed.answers.set("p12", Answer::Category(0));
    save(&place, &changed);
    place.repository().remove_attempt(&id("a2")).unwrap();
    place.repository().undo(&undo).unwrap();
    assert_eq!(
        place.everything(),
        [(key("attempt/a1"), changed.encode().unwrap())]
    );
}

#[test]
fn an_attempt_goes_with_its_opinions_and_comes_back_with_them() {
    let place = full_place();
    let before = place.everything();
    let undo = place.repository().remove_attempt_whole(&id("a1")).unwrap();
    assert_eq!(undo.former().count(), 3);
    assert_eq!(place.repository().attempt(&id("a1")), Ok(None));
    let left = place.repository().opinions_on(&id("a1")).unwrap();
    assert!(
        left.iter().all(Result::is_err),
        "only what cannot be read stays"
    );
    assert_eq!(place.repository().opinions_on(&id("a2")).unwrap().len(), 2);
    place.repository().undo(&undo).unwrap();
    assert_eq!(place.everything(), before);
    let undo = place.repository().remove_attempt_whole(&id("b1")).unwrap();
    assert_eq!(
        undo.former().collect::<Vec<_>>(),
        [(&*key("attempt/b1"), Some(BROKEN))]
    );
    place.repository().undo(&undo).unwrap();
    assert_eq!(place.everything(), before);
}

#[test]
fn any_key_of_ours_can_be_removed_and_no_other() {
    let place = full_place();
    place
        .set("ladder-explorer/v9/here/x", "of tomorrow")
        .unwrap();
    let before = place.everything();
    for (key, _) in &before {
        let removed = place.repository().remove_key(key);
        if key.starts_with("ladder-explorer/") {
            assert_eq!(place.get(key), Ok(None));
            place.repository().undo(&removed.unwrap()).unwrap();
        } else {
            removed.unwrap_err();
        }
        assert_eq!(place.everything(), before);
    }
    let nothing = place.repository().remove_key(&key("attempt/e1")).unwrap();
    assert_eq!(nothing, Undo::default());
}

// --- Helpers ---

/// A store whose records differ in every way from those of [`full_place`].
fn other_place() -> Shared {
    let place = Shared::default();
    let repository = place.repository();
    let mut other = attempt("a1", 4_000.0);
    other.answers.set("p20", Answer::Category(0));
    repository.save_attempt(&other).unwrap();
    repository.save_attempt(&attempt("a9", 1.0)).unwrap();
    repository
        .save_opinion(&opinion("a1", "Zoë", 9_999.0))
        .unwrap();
    put_case(&place, &case("another note", 20_000.0));
    repository.save_settings(&settings("tech-lead")).unwrap();
    for (name, text) in [
        ("attempt/a2", NEWER),
        ("attempt/c9", NEWER),
        ("attempt/b1", "broken here"),
        ("attempt/b9", BROKEN),
        ("aside/attempt/d1", "set aside here"),
    ] {
        place.set(&key(name), text).unwrap();
    }
    place
}

fn full_backup() -> Backup {
    Backup::of(&full_place().repository(), 1.0).unwrap()
}

fn texts_of_ours(place: &Shared) -> BTreeMap<String, String> {
    let all = place.everything().into_iter();
    all.filter(|(key, _)| key.starts_with(ROOT)).collect()
}

fn save(place: &Shared, attempt: &Attempt) {
    place.repository().save_attempt(attempt).unwrap();
}

fn place_text(place: &Shared, name: &str) -> Option<String> {
    place.get(&key(name)).unwrap()
}
