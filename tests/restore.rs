//! Promises about bringing records back: all or nothing, nothing that is newer or cannot be read
//! changes, and there is a way back from everything.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use std::collections::BTreeMap;

use ladder_explorer::ladder::LevelCode;
use ladder_explorer::quiz::Answer;
use ladder_explorer::store::{
    Attempt, Backup, Keeps, KeyValue, Merge, Preview, Restore, RestoreError, Settings, Shelf, Side,
    Standing, State, StoreError, Undo,
};
use places::{Failing, Failure, Full, Lying, Shared, layout};
use records::{BROKEN, NEWER, ROOT, attempt, case, full_place, id, key, opinion, settings};

const BOTH: [Restore; 2] = [Restore::Merge, Restore::Replace];

// --- There and back ---

#[test]
fn what_was_exported_wiped_and_imported_is_equal_byte_for_byte() {
    for mode in BOTH {
        let place = full_place();
        let before = place.everything();
        let shelf = place.shelf();
        let text = Backup::of(&shelf, 1.0).unwrap().encode().unwrap();
        let gone = shelf.remove_all().unwrap();
        assert_eq!(place.everything().len(), records::FOREIGN.len());
        assert!(!gone.is_empty());
        let undo = shelf
            .restore(&Backup::read(&layout(), &text).unwrap(), mode)
            .unwrap();
        assert_eq!(place.everything(), before);
        shelf.undo(&undo).unwrap();
        assert_eq!(place.everything().len(), records::FOREIGN.len());
        shelf.undo(&gone).unwrap();
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn importing_what_is_here_already_changes_nothing() {
    for mode in BOTH {
        let place = full_place();
        let before = place.everything();
        let backup = Backup::of(&place.shelf(), 1.0).unwrap();
        let preview = backup.preview(&place.shelf()).unwrap();
        assert!(
            preview
                .records
                .iter()
                .all(|one| one.standing == Standing::Same)
        );
        assert!(preview.only_here.is_empty());
        assert!(place.shelf().restore(&backup, mode).unwrap().is_empty());
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn importing_twice_is_importing_once() {
    for mode in BOTH {
        let (place, backup) = (other_place(), full_backup());
        place.shelf().restore(&backup, mode).unwrap();
        let once = place.everything();
        place.shelf().restore(&backup, mode).unwrap();
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
        place.shelf().restore(&full_backup(), mode).unwrap();
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
                let result = Shelf::new(&failing, layout()).restore(&full_backup(), mode);
                if !failing.has_failed() {
                    assert!(result.is_ok());
                    break;
                }
                let error = result.unwrap_err();
                assert!(matches!(error, RestoreError::NothingChanged(_)), "{error}");
                assert!(
                    error.to_string().starts_with("nothing was changed: "),
                    "{error}"
                );
                assert_eq!(place.everything(), before, "{mode:?} {how:?} at {at}");
                at += 1;
            }
            assert!(at > 10, "{at} writes are too few to mean anything");
        }
    }
}

#[test]
fn an_import_that_does_not_fit_changes_nothing() {
    for mode in BOTH {
        let done = other_place();
        done.shelf().restore(&full_backup(), mode).unwrap();
        let (least, most) = (other_place().used_without(""), done.used_without(""));
        let mut fits = 0;
        for room in (least..most + 400).step_by(37) {
            let place = other_place();
            let before = place.everything();
            let full = Full {
                kept: place.clone(),
                room,
            };
            match Shelf::new(full, layout()).restore(&full_backup(), mode) {
                Ok(_) => {
                    fits += 1;
                    assert_eq!(place.everything(), done.everything());
                }
                Err(error) => {
                    assert_eq!(error, RestoreError::NothingChanged(StoreError::Full));
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
    place.shelf().save_attempt(&big).unwrap();
    let text = Backup::of(&place.shelf(), 1.0).unwrap();
    place.shelf().remove_all().unwrap();
    big.id = id("a2");
    place.shelf().save_attempt(&big).unwrap();
    let room = place.used_without("");
    let full = Shelf::new(
        Full {
            kept: place.clone(),
            room,
        },
        layout(),
    );
    full.restore(&text, Restore::Replace).unwrap();
    assert_eq!(place.shelf().attempts().unwrap().len(), 1);
    assert!(place.shelf().attempt(&id("a1")).unwrap().is_some());
}

#[test]
fn where_the_way_back_fails_too_the_former_texts_are_handed_over() {
    for mode in BOTH {
        for at in 0..12 {
            let place = other_place();
            let before = place.everything();
            let failing = Failing::new(&place, Failure::Refuses, at, usize::MAX);
            let result = Shelf::new(&failing, layout()).restore(&full_backup(), mode);
            if !failing.has_failed() {
                break;
            }
            match result.unwrap_err() {
                RestoreError::NothingChanged(_) => assert_eq!(place.everything(), before),
                RestoreError::NotUndone { undo, .. } => {
                    assert!(at > 0 && !undo.is_empty());
                    place.shelf().undo(&undo).unwrap();
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
        let result = Shelf::new(lying, layout()).restore(&full_backup(), Restore::Merge);
        assert_eq!(
            result,
            Err(RestoreError::NothingChanged(StoreError::NotKept))
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
                    .shelf()
                    .restore(&full_backup(), Restore::Replace)
                    .unwrap();
                let before = place.everything();
                let failing = Failing::new(&place, how, at, 1);
                let shelf = Shelf::new(&failing, layout());
                let failed = match task {
                    0 => shelf.undo(&undo).err(),
                    1 => shelf.remove_all().err(),
                    2 => shelf.remove_attempt_whole(&id("a1")).err(),
                    _ => shelf.remove_key(&key("attempt/b1")).err(),
                };
                if !failing.has_failed() {
                    assert_eq!(failed, None);
                    break;
                }
                assert!(matches!(failed, Some(RestoreError::NothingChanged(_))));
                assert_eq!(place.everything(), before, "task {task} {how:?} at {at}");
                at += 1;
            }
            assert!(at > 0);
        }
    }
}

// --- Merging ---

#[test]
fn a_merge_keeps_the_answers_of_both() {
    for times in [(10.0, 20.0), (20.0, 10.0)] {
        let (mut here, mut there) = (attempt("a1", times.0), attempt("a1", times.1));
        here.answers.set("p10", Answer::Category(0));
        here.answers.set("p01", Answer::Category(0));
        there.answers.set("p11", Answer::Category(1));
        there.answers.set("p01", Answer::Category(3));
        let later = if times.0 > times.1 { 0 } else { 3 };
        let (place, preview) = merged(&|place| save(place, &here), &|place| save(place, &there));
        let kept = place.shelf().attempt(&id("a1")).unwrap().unwrap();
        assert_eq!(kept.answers.get("p10"), Some(Answer::Category(0)));
        assert_eq!(kept.answers.get("p11"), Some(Answer::Category(1)));
        assert_eq!(kept.answers.get("p01"), Some(Answer::Category(later)));
        let Standing::Differs {
            here_changed,
            backup_changed,
            merge,
            ..
        } = only(&preview)
        else {
            panic!("{preview:?}");
        };
        assert_eq!(
            (here_changed, backup_changed),
            (Some(times.0), Some(times.1))
        );
        assert_eq!(
            merge,
            Merge {
                keeps: Keeps::Both,
                aside: None
            }
        );
    }
}

#[test]
fn a_time_that_lies_ahead_wins_no_merge() {
    const NOW: f64 = 1_800_000_000_000.0;
    let ahead = NOW + 365.0 * 86_400_000.0;
    // Which of the two is dated ahead, and what the answer that both gave is afterwards.
    for (here_at, there_at, answer, note) in [
        (NOW - 2.0, ahead, 0, "here"),
        (ahead, NOW - 2.0, 3, "there"),
        (NOW - 2.0, NOW - 1.0, 3, "there"),
        (ahead, ahead + 1.0, 0, "here"),
    ] {
        let (mut here, mut there) = (attempt("a1", here_at), attempt("a1", there_at));
        here.answers.set("p01", Answer::Category(0));
        there.answers.set("p01", Answer::Category(3));
        let (mut here_case, mut there_case) = (case("here", here_at), case("there", there_at));
        here_case.level = LevelCode::parse("l7").ok();
        there_case.level = LevelCode::parse("t7").ok();
        let (one, two) = (
            opinion("a1", "Zoë", here_at),
            opinion("a1", "Zoë", there_at),
        );
        let place = Shared::default();
        save(&place, &here);
        place.shelf().save_case(&here_case).unwrap();
        place.shelf().save_opinion(&one).unwrap();
        let backup = backup_of(&|place| {
            save(place, &there);
            place.shelf().save_case(&there_case).unwrap();
            place.shelf().save_opinion(&two).unwrap();
        });
        let shelf = place.shelf().at(NOW);
        shelf.restore(&backup, Restore::Merge).unwrap();
        let kept = shelf.attempt(&id("a1")).unwrap().unwrap();
        assert_eq!(
            kept.answers.get("p01"),
            Some(Answer::Category(answer)),
            "{here_at} {there_at}"
        );
        let later = if note == "here" { here_at } else { there_at };
        assert_eq!(kept.changed.to_bits(), later.to_bits());
        let case = shelf.case().unwrap().unwrap();
        let level = if note == "here" {
            here_case.level
        } else {
            there_case.level
        };
        assert_eq!(
            (case.level, case.changed.to_bits()),
            (level, later.to_bits())
        );
        assert!(case.notes["risk"].contains("here") && case.notes["risk"].contains("there"));
        let opinions = shelf.opinions_on(&id("a1")).unwrap();
        let received = opinions[0].as_ref().unwrap().received;
        assert_eq!(received.to_bits(), later.to_bits());
    }
}

#[test]
fn words_that_are_only_here_are_never_lost_to_a_later_backup() {
    let (mut here, mut there) = (attempt("a1", 10.0), attempt("a1", 20.0));
    here.set_note("only here").unwrap();
    there.set_note("later").unwrap();
    let (place, preview) = merged(&|place| save(place, &here), &|place| save(place, &there));
    let kept = place.shelf().attempt(&id("a1")).unwrap().unwrap();
    assert_eq!(kept.note.as_deref(), Some("later"));
    assert_eq!(merge_of(&preview).aside, Some(Side::Here));
    let aside = place.get(&key("aside/attempt/a1")).unwrap();
    assert_eq!(aside, Some(here.encode().unwrap()));
}

#[test]
fn attempts_at_different_quizzes_are_never_mixed() {
    for (here_at, keeps, aside) in [
        (10.0, Keeps::Backup, Side::Here),
        (30.0, Keeps::Here, Side::Backup),
    ] {
        let (here, mut there) = (attempt("a1", here_at), attempt("a1", 20.0));
        there.quiz_version += 1;
        there.answers.set("p30", Answer::NotSure);
        let (place, preview) = merged(&|place| save(place, &here), &|place| save(place, &there));
        assert_eq!(
            merge_of(&preview),
            Merge {
                keeps,
                aside: Some(aside)
            }
        );
        let (wins, loses) = if here_at > 20.0 {
            (&here, &there)
        } else {
            (&there, &here)
        };
        assert_eq!(
            place.get(&key("attempt/a1")).unwrap(),
            Some(wins.encode().unwrap())
        );
        let set_aside = place.get(&key("aside/attempt/a1")).unwrap();
        assert_eq!(set_aside, Some(loses.encode().unwrap()));
    }
}

#[test]
fn a_merge_keeps_every_note_of_both_cases() {
    let mut here = case("here", 10.0);
    here.stamp("a", "only here").unwrap();
    let mut there = case("there", 20.0);
    there.stamp("b", "only there").unwrap();
    let (place, preview) = merged(&|place| place.shelf().save_case(&here).unwrap(), &|place| {
        place.shelf().save_case(&there).unwrap()
    });
    assert_eq!(
        merge_of(&preview),
        Merge {
            keeps: Keeps::Both,
            aside: None
        }
    );
    let kept = place.shelf().case().unwrap().unwrap();
    assert_eq!(kept.notes["risk"], "here\n\nthere");
    assert_eq!(
        (&*kept.passport["a"], &*kept.passport["b"]),
        ("only here", "only there")
    );
}

#[test]
fn cases_that_do_not_fit_into_one_are_both_kept() {
    let (here, there) = (
        case(&"h".repeat(4_000), 10.0),
        case(&"t".repeat(4_000), 20.0),
    );
    let (place, preview) = merged(&|place| place.shelf().save_case(&here).unwrap(), &|place| {
        place.shelf().save_case(&there).unwrap()
    });
    let merge = Merge {
        keeps: Keeps::Backup,
        aside: Some(Side::Here),
    };
    assert_eq!(merge_of(&preview), merge);
    assert_eq!(place.shelf().case(), Ok(Some(there)));
    let aside = place.get(&key("aside/case/tl/case")).unwrap().unwrap();
    assert!(aside.contains("hhhh"));
    place.shelf().put_back(&key("aside/case/tl/case")).unwrap();
    assert_eq!(place.shelf().case(), Ok(Some(here)));
    assert!(
        place
            .get(&key("aside/case/tl/case/2"))
            .unwrap()
            .unwrap()
            .contains("tttt")
    );
}

#[test]
fn settings_join_and_what_was_chosen_here_stays() {
    let here = settings("architect");
    let there = Settings {
        rung: Some(7),
        ..Settings::default()
    };
    let save =
        |settings: Settings| move |place: &Shared| place.shelf().save_settings(&settings).unwrap();
    let (place, preview) = merged(&save(here.clone()), &save(there));
    assert_eq!(only(&preview), Standing::New);
    let kept = place.shelf().settings().unwrap();
    assert_eq!(
        (kept.title_scheme, kept.rung),
        (here.title_scheme.clone(), Some(7))
    );
    let (place, preview) = merged(&save(here.clone()), &save(settings("tech-lead")));
    let merge = Merge {
        keeps: Keeps::Here,
        aside: Some(Side::Backup),
    };
    assert_eq!(merge_of(&preview), merge);
    assert_eq!(place.shelf().settings(), Ok(here));
    assert!(
        place
            .get(&key("aside/choice/tl/title-scheme"))
            .unwrap()
            .unwrap()
            .contains("tech-lead")
    );
}

#[test]
fn an_opinion_that_was_opened_twice_stands_there_once() {
    let (here, there) = (opinion("a1", "Zoë", 10.0), opinion("a1", "Zoë", 20.0));
    assert_eq!(here.id, there.id);
    let (place, preview) = merged(
        &|place| place.shelf().save_opinion(&here).unwrap(),
        &|place| place.shelf().save_opinion(&there).unwrap(),
    );
    assert_eq!(
        merge_of(&preview),
        Merge {
            keeps: Keeps::Backup,
            aside: None
        }
    );
    assert_eq!(place.shelf().opinions_on(&id("a1")), Ok(vec![Ok(there)]));
}

#[test]
fn text_that_cannot_be_read_is_kept_on_either_side() {
    let good = attempt("b1", 1.0).encode().unwrap();
    for (here, there, kept, aside) in [
        (BROKEN, &*good, &*good, BROKEN),
        (&*good, BROKEN, &*good, BROKEN),
        (BROKEN, "{", BROKEN, "{"),
        (BROKEN, NEWER, NEWER, BROKEN),
        (&*good, NEWER, &*good, NEWER),
    ] {
        let put = |text: &str| {
            let text = text.to_owned();
            move |place: &Shared| place.set(&key("attempt/b1"), &text).unwrap()
        };
        let (place, _) = merged(&put(here), &put(there));
        assert_eq!(
            place.get(&key("attempt/b1")).unwrap().as_deref(),
            Some(kept)
        );
        assert_eq!(
            place.get(&key("aside/attempt/b1")).unwrap().as_deref(),
            Some(aside)
        );
        assert_eq!(place.everything().len(), 2);
    }
}

// --- Replacing ---

#[test]
fn replacing_leaves_what_the_backup_holds_and_what_must_not_go() {
    let (place, backup) = (other_place(), full_backup());
    let preview = backup.preview(&place.shelf()).unwrap();
    let goes: Vec<&str> = preview
        .only_here
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(goes, [key("attempt/a9"), key("attempt/b9")]);
    place.shelf().restore(&backup, Restore::Replace).unwrap();
    // What the backup holds under its own keys, but for what must stay here.
    let stays = [
        ("attempt/a2", NEWER),
        ("attempt/c9", NEWER),
        ("aside/attempt/b1", "broken here"),
        ("aside/attempt/b9", BROKEN),
        ("aside/attempt/d1", "set aside here"),
        ("aside/attempt/d1/2", "{"),
        ("aside/attempt/d1/3", "{\"schema\":1"),
    ];
    let mut expected: BTreeMap<String, String> = full_place().everything().into_iter().collect();
    expected.retain(|key, _| key.starts_with(ROOT));
    expected.extend(stays.map(|(name, text)| (key(name), text.to_owned())));
    let kept: BTreeMap<String, String> = place.everything().into_iter().collect();
    assert_eq!(kept, expected);
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
        let shelf = place.shelf();
        assert_eq!(
            shelf.inventory().unwrap().entries[0].state,
            State::Newer { version: 99 }
        );
        let backup = full_backup();
        for one in backup.preview(&shelf).unwrap().records {
            if one.key == key(name) {
                assert_eq!(one.standing, Standing::NewerHere { version: 99 });
            }
        }
        for mode in BOTH {
            let undo = shelf.restore(&backup, mode).unwrap();
            assert_eq!(
                place_text(&place, name).as_deref(),
                Some(NEWER),
                "{name} {mode:?}"
            );
            shelf.undo(&undo).unwrap();
        }
        let _ = shelf.set_aside(&key(name)).unwrap_err();
        let _ = shelf.note_backup(1.0);
        let _ = shelf.put_off(1.0);
        let _ = shelf.edit_case(&[], 1.0);
        let _ = shelf.save_case(&case("x", 1.0));
        let _ = shelf.save_settings(&settings("x"));
        let _ = shelf.save_attempt(&attempt("a1", 1.0));
        place.set(&key(&format!("aside/{name}")), "{").unwrap();
        shelf.put_back(&key(&format!("aside/{name}"))).unwrap_err();
        assert_eq!(place_text(&place, name).as_deref(), Some(NEWER), "{name}");
        // It goes with everything else when the visitor says so, and comes back with it.
        let before = place.everything();
        let undo = shelf.remove_all().unwrap();
        assert!(place.everything().is_empty());
        shelf.undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
    }
}

// --- The way back ---

#[test]
fn an_import_can_be_undone_byte_for_byte() {
    for mode in BOTH {
        let place = other_place();
        let before = place.everything();
        let undo = place.shelf().restore(&full_backup(), mode).unwrap();
        assert_ne!(place.everything(), before);
        place.shelf().undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
        place.shelf().undo(&undo).unwrap();
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn what_another_tab_wrote_since_is_not_lost_by_an_undo() {
    let place = Shared::default();
    let (here, mut there) = (attempt("a1", 10.0), attempt("a1", 20.0));
    save(&place, &here);
    there.answers.set("p11", Answer::Category(1));
    let undo = {
        let backup = backup_of(&|place| {
            save(place, &there);
            save(place, &attempt("a3", 1.0));
            save(place, &attempt("a4", 1.0));
        });
        place.shelf().restore(&backup, Restore::Merge).unwrap()
    };
    // Another tab goes on: it answers in one attempt and deletes another.
    let mut since = place.shelf().attempt(&id("a1")).unwrap().unwrap();
    since.answers.set("p12", Answer::Category(2));
    since.changed = 30.0;
    save(&place, &since);
    let mut changed = attempt("a3", 40.0);
    changed.answers.set("p12", Answer::Category(0));
    save(&place, &changed);
    place.shelf().remove_attempt(&id("a4")).unwrap();
    place.shelf().undo(&undo).unwrap();
    let kept = place.shelf().attempt(&id("a1")).unwrap().unwrap();
    assert_eq!(kept.answers.get("p12"), Some(Answer::Category(2)));
    assert_eq!(place.shelf().attempt(&id("a3")), Ok(Some(changed)));
    assert_eq!(place.shelf().attempt(&id("a4")), Ok(None));
}

#[test]
fn an_undo_of_a_removal_joins_what_was_written_since() {
    let place = Shared::default();
    place.shelf().save_case(&case("before", 1.0)).unwrap();
    let undo = place.shelf().remove_all().unwrap();
    place.shelf().save_case(&case("since", 2.0)).unwrap();
    place.shelf().undo(&undo).unwrap();
    let kept = place.shelf().case().unwrap().unwrap();
    assert_eq!(kept.notes["risk"], "before\n\nsince");
}

#[test]
fn an_attempt_goes_with_its_opinions_and_comes_back_with_them() {
    let place = full_place();
    let before = place.everything();
    let undo = place.shelf().remove_attempt_whole(&id("a1")).unwrap();
    assert_eq!(undo.former().count(), 3);
    assert_eq!(place.shelf().attempt(&id("a1")), Ok(None));
    let left = place.shelf().opinions_on(&id("a1")).unwrap();
    assert!(
        left.iter().all(Result::is_err),
        "only what cannot be read stays"
    );
    assert_eq!(place.shelf().opinions_on(&id("a2")).unwrap().len(), 2);
    place.shelf().undo(&undo).unwrap();
    assert_eq!(place.everything(), before);
    let undo = place.shelf().remove_attempt_whole(&id("b1")).unwrap();
    assert_eq!(
        undo.former().collect::<Vec<_>>(),
        [(&*key("attempt/b1"), Some(BROKEN))]
    );
    place.shelf().undo(&undo).unwrap();
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
        let removed = place.shelf().remove_key(key);
        if key.starts_with("ladder-explorer/") {
            assert_eq!(place.get(key), Ok(None));
            place.shelf().undo(&removed.unwrap()).unwrap();
        } else {
            removed.unwrap_err();
        }
        assert_eq!(place.everything(), before);
    }
    let nothing = place.shelf().remove_key(&key("attempt/e1")).unwrap();
    assert_eq!(nothing, Undo::default());
}

// --- Tools ---

/// A place whose records differ in every way from those of [`full_place`].
fn other_place() -> Shared {
    let place = Shared::default();
    let shelf = place.shelf();
    let mut other = attempt("a1", 4_000.0);
    other.answers.set("p20", Answer::Category(0));
    shelf.save_attempt(&other).unwrap();
    shelf.save_attempt(&attempt("a9", 1.0)).unwrap();
    shelf.save_opinion(&opinion("a1", "Zoë", 9_999.0)).unwrap();
    shelf.save_case(&case("another note", 20_000.0)).unwrap();
    shelf.save_settings(&settings("tech-lead")).unwrap();
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
    Backup::of(&full_place().shelf(), 1.0).unwrap()
}

fn backup_of(fill: &dyn Fn(&Shared)) -> Backup {
    let place = Shared::default();
    fill(&place);
    Backup::of(&place.shelf(), 1.0).unwrap()
}

/// What is here, after a backup of what is there was merged into it; and what the preview said.
fn merged(here: &dyn Fn(&Shared), there: &dyn Fn(&Shared)) -> (Shared, Preview) {
    let place = Shared::default();
    here(&place);
    let backup = backup_of(there);
    let preview = backup.preview(&place.shelf()).unwrap();
    place.shelf().restore(&backup, Restore::Merge).unwrap();
    (place, preview)
}

fn only(preview: &Preview) -> Standing {
    assert_eq!(preview.records.len(), 1);
    preview.records[0].standing.clone()
}

#[track_caller]
fn merge_of(preview: &Preview) -> Merge {
    match only(preview) {
        Standing::Differs { merge, .. } => merge,
        other => panic!("{other:?}"),
    }
}

fn save(place: &Shared, attempt: &Attempt) {
    place.shelf().save_attempt(attempt).unwrap();
}

fn place_text(place: &Shared, name: &str) -> Option<String> {
    place.get(&key(name)).unwrap()
}
