//! Tests of storage written by an older version: everything is migrated, once, whatever fails and
//! wherever a run is interrupted; an old tab may write again at any time, and another copy is not
//! touched.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use std::cell::Cell;
use std::collections::BTreeMap;

use ladder_explorer::quiz::Answer;
use ladder_explorer::store::{
    Attempt, AttemptId, Backup, Import, KeyValue, Layout, RecordKind, RecordState, Repository,
    StoreError, TransactionError,
};
use places::{Failing, Failure, Full, Shared};

type Texts = BTreeMap<String, String>;

const FIRST: &str = include_str!("fixtures/storage-v1-first.json");
const PLAIN: &str = include_str!("fixtures/storage-v1-plain.json");
const LOCKED: &str = include_str!("fixtures/storage-v1-locked.json");
const NOW: &str = include_str!("fixtures/storage-v2.json");
const CASE_V1: &str = include_str!("fixtures/case-v1.json");
const ATTEMPT: &str = "19aa5c1d280-2f6b1c3";

// --- Storage of every shipped version ---

#[test]
fn every_record_comes_along_byte_for_byte_and_the_settings_each_under_its_own_key() {
    let place = place_of(PLAIN);
    let taken = repository(&place).migrate();
    assert!(taken.waiting.is_empty(), "{:?}", taken.waiting);
    assert_eq!(taken.moved, 12);
    assert_eq!(texts(&place), read(NOW));
}

#[test]
fn old_records_go_to_the_first_ladder_of_the_site_whatever_page_opens_first() {
    let (there, here) = (place_of(PLAIN), place_of(PLAIN));
    repository(&there).migrate();
    let other = Layout::new("ladder-explorer", "another-ladder").unwrap();
    let other = Repository::new(here.clone(), other.on_site_of("technical-leadership"));
    assert_eq!(
        other.settings().unwrap().title_scheme,
        None,
        "of the other ladder"
    );
    other.migrate();
    assert_eq!(texts(&here), texts(&there));
    assert_eq!(other.case(), Ok(None));
}

#[test]
fn twice_is_once_for_every_storage_that_shipped() {
    for storage in [FIRST, PLAIN, LOCKED, NOW] {
        let place = place_of(storage);
        repository(&place).migrate();
        let once = texts(&place);
        let again = repository(&place).migrate();
        assert_eq!((again.moved, again.waiting.len()), (0, 0));
        assert_eq!(texts(&place), once);
    }
}

#[test]
fn the_first_storage_that_shipped_can_be_read() {
    let place = place_of(FIRST);
    repository(&place).migrate();
    let repository = repository(&place);
    assert!(repository.attempt(&id(ATTEMPT)).unwrap().is_some());
    let settings = repository.settings().unwrap();
    assert_eq!((settings.rung, settings.slash_key), (Some(6), None));
    assert!(place.keys().unwrap().iter().all(|key| key.contains("/v2/")));
}

#[test]
fn what_is_locked_stays_where_it_is_until_it_is_opened() {
    let place = place_of(LOCKED);
    repository(&place).migrate();
    let before = read(LOCKED);
    for (key, text) in texts(&place) {
        let open = ["/choice/", "/setting/", "/backup/", "/notice/"];
        if !open.iter().any(|kind| key.contains(kind)) {
            assert_eq!(before.get(&key), Some(&text), "{key}");
        }
    }
    let entries = repository(&place).inventory().unwrap().entries;
    let locked = entries
        .iter()
        .filter(|one| one.state == RecordState::OtherLock);
    assert_eq!(locked.count(), 10);
    assert!(entries.iter().all(|one| !one.key.contains("/lock/")));
}

#[test]
fn a_page_of_reading_shows_what_is_old_and_moves_nothing_until_a_setting_is_chosen() {
    let place = place_of(PLAIN);
    place
        .set(&old("attempt/a1"), &attempt("a1", 2.0, "p01"))
        .unwrap();
    place
        .set(&new("attempt/a1"), &attempt("a1", 1.0, "p02"))
        .unwrap();
    let before = texts(&place);
    let settings = repository(&place).settings().unwrap();
    assert_eq!(
        settings.title_scheme.as_deref(),
        Some("director-of-technology")
    );
    assert!(repository(&place).newest().unwrap().is_some());
    assert_eq!(texts(&place), before);
    repository(&place).change_settings(|_| ()).unwrap();
    assert_eq!(repository(&place).settings(), Ok(settings));
    assert_eq!(place.get(&old("settings/visitor")), Ok(None));
    assert!(place.get(&old("backup/last")).unwrap().is_some());
    let taken = repository(&place).migrate();
    assert_eq!(taken.waiting.len(), 0);
    let mut expected = read(NOW);
    let joined = repository(&place).attempt(&id("a1")).unwrap().unwrap();
    assert_eq!(joined.answers.ids().count(), 2);
    expected.insert(
        new("attempt/a1"),
        place.get(&new("attempt/a1")).unwrap().unwrap(),
    );
    assert_eq!(texts(&place), expected);
}

// --- What cannot be read ---

#[test]
fn settings_that_cannot_be_read_stay_and_are_listed() {
    for name in ["settings/visitor", "backup/last"] {
        for (text, newer) in [("{", false), ("[[]]", false), (r#"{"schema":9}"#, true)] {
            let place = Shared::default();
            place.set(&old(name), text).unwrap();
            let repository = repository(&place);
            assert_eq!(repository.migrate().moved, 0);
            repository.change_settings(|_| ()).unwrap();
            assert_eq!(place.everything(), [(old(name), text.to_owned())]);
            let state = repository.inventory().unwrap().entries.remove(0).state;
            assert_eq!(
                matches!(state, RecordState::Newer { .. }),
                newer,
                "{state:?}"
            );
            assert_eq!(
                matches!(state, RecordState::Unreadable { .. }),
                !newer,
                "{state:?}"
            );
        }
    }
}

#[test]
fn nothing_that_cannot_be_read_is_written_over_on_either_side() {
    let good = attempt("a1", 1.0, "p01");
    let newer = r#"{"schema":9,"id":"a1"}"#;
    for (before, after) in [
        (newer, &*good),
        ("{", &good),
        (&good, "{"),
        (&good, newer),
        ("{", newer),
    ] {
        let place = Shared::default();
        place.set(&old("attempt/a1"), before).unwrap();
        place.set(&new("attempt/a1"), after).unwrap();
        assert!(repository(&place).migrate().waiting.is_empty());
        let kept = |key: &str| place.get(key).unwrap();
        assert_eq!(kept(&old("attempt/a1")).as_deref(), Some(before));
        assert_eq!(kept(&new("attempt/a1")).as_deref(), Some(after));
        let waits = repository(&place).inventory().unwrap().entries;
        assert!(waits.iter().any(|one| one.state == RecordState::Waiting));
    }
    // If a setting is newer or cannot be read, the old settings stay in place and still apply.
    for text in [r#"{"schema":9,"value":{}}"#, "{"] {
        let place = place_of(FIRST);
        let rung = new("choice/technical-leadership/rung");
        place.set(&rung, text).unwrap();
        repository(&place).migrate();
        let chosen =
            repository(&place).change_settings(|settings| settings.slash_key = Some(false));
        assert!(chosen.is_err());
        assert_eq!(
            repository(&place).old_keys(),
            Ok(vec![old("settings/visitor")])
        );
        assert_eq!(repository(&place).settings().unwrap().rung, Some(6));
        assert_eq!(place.get(&rung).unwrap().as_deref(), Some(text));
    }
}

// --- Deleting ---

#[test]
fn deleting_takes_along_what_waits_and_leaves_what_another_copy_locked() {
    let place = Shared::default();
    let sealed = r#"{"schema":1,"sealed":{"iv":"AAAA","data":"AAAA"}}"#;
    place.set(&old("attempt/b1"), sealed).unwrap();
    place
        .set(&old("attempt/a1"), &attempt("a1", 10.0, "p01"))
        .unwrap();
    let newer = Attempt::decode("a1", &attempt("a1", 20.0, "p02")).unwrap();
    repository(&place).save_attempt(&newer).unwrap();
    repository(&place).remove_attempt_whole(&newer.id).unwrap();
    assert_eq!(place.get(&old("attempt/a1")), Ok(None));
    repository(&place).migrate();
    assert_eq!(repository(&place).attempt(&newer.id), Ok(None));
    repository(&place).remove_all().unwrap();
    let all = texts(&place);
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(
        all.get(&old("attempt/b1")).map(String::as_str),
        Some(sealed)
    );
}

// --- An old tab or a cached page writes again ---

#[test]
fn what_an_old_tab_writes_afterwards_is_joined_and_no_word_is_lost() {
    for (old_at, new_at) in [(10.0, 20.0), (20.0, 10.0)] {
        let place = Shared::default();
        let mut before = Attempt::decode("a1", &attempt("a1", old_at, "p01")).unwrap();
        before.set_note("of the old tab").unwrap();
        let mut now = Attempt::decode("a1", &attempt("a1", new_at, "p02")).unwrap();
        now.set_note("of the new tab").unwrap();
        repository(&place).save_attempt(&now).unwrap();
        place
            .set(&old("attempt/a1"), &before.encode().unwrap())
            .unwrap();
        place
            .set(
                &new("case/technical-leadership/case"),
                &noted("new", new_at),
            )
            .unwrap();
        place
            .set(&old("journal/case"), &noted("old", old_at))
            .unwrap();
        assert!(repository(&place).migrate().waiting.is_empty());
        let kept = repository(&place).attempt(&id("a1")).unwrap().unwrap();
        assert_eq!(kept.answers.get("p01"), Some(Answer::Category(1)));
        assert_eq!(kept.answers.get("p02"), Some(Answer::Category(1)));
        let all: String = texts(&place).into_values().collect();
        assert!(all.contains("of the old tab") && all.contains("of the new tab"));
        let case = repository(&place).case().unwrap().unwrap();
        assert!(case.notes["risk"].contains("old") && case.notes["risk"].contains("new"));
        assert_eq!(repository(&place).old_keys(), Ok(Vec::new()));
    }
}

#[test]
fn a_setting_that_an_old_tab_chose_afterwards_is_the_later_choice() {
    let place = place_of(FIRST);
    let repository = repository(&place);
    repository.migrate();
    repository
        .change_settings(|settings| settings.rung = Some(7))
        .unwrap();
    // The old tab does not know the rung; it writes its own choice.
    let chosen = r#"{"schema":2,"titleScheme":"architect"}"#;
    place.set(&old("settings/visitor"), chosen).unwrap();
    repository.migrate();
    let kept = repository.settings().unwrap();
    assert_eq!(
        (kept.rung, kept.title_scheme.as_deref()),
        (Some(7), Some("architect"))
    );
    // The next choice made here wins, even if no tab has read in between.
    place.set(&old("settings/visitor"), chosen).unwrap();
    repository
        .change_settings(|settings| settings.title_scheme = Some("tech-lead".to_owned()))
        .unwrap();
    repository.migrate();
    let kept = repository.settings().unwrap();
    assert_eq!(kept.title_scheme.as_deref(), Some("tech-lead"));
    assert_eq!(repository.old_keys(), Ok(Vec::new()));
}

#[test]
fn of_two_times_of_a_backup_the_later_one_counts_unless_it_lies_ahead() {
    const DAY: f64 = 86_400_000.0;
    let now = 100.0 * DAY;
    for (before, after, due) in [
        (99.0, 10.0, false),
        (10.0, 99.0, false),
        (400.0, 10.0, true),
        (10.0, 400.0, true),
    ] {
        let place = Shared::default();
        let repository = repository(&place).at(now);
        place
            .set(&new("attempt/a1"), &attempt("a1", 95.0 * DAY, "p01"))
            .unwrap();
        repository.note_backup(after * DAY).unwrap();
        let record = format!(
            r#"{{"schema":1,"made":{},"noticesSeen":["a-notice"]}}"#,
            before * DAY
        );
        place.set(&old("backup/last"), &record).unwrap();
        assert!(repository.migrate().waiting.is_empty());
        assert_eq!(repository.backup_due(now), due, "{before} {after}");
        assert!(repository.notice_seen("a-notice"));
        assert_eq!(repository.old_keys(), Ok(Vec::new()));
    }
}

// --- Any failure, and any interruption of a run ---

#[test]
fn a_failure_at_any_write_or_removal_loses_nothing_and_the_next_run_finishes() {
    for storage in [FIRST, PLAIN, &clashing()] {
        let done = place_of(storage);
        repository(&done).migrate();
        for how in [Failure::Full, Failure::Refuses, Failure::Lies] {
            for times in [1, 2, usize::MAX] {
                for at in 0.. {
                    let place = place_of(storage);
                    let failing = Failing::new(&place, how, at, times);
                    let taken = Repository::new(&failing, ours()).migrate();
                    if !failing.has_failed() {
                        assert!(at > 2, "{at} writes are too few to mean anything");
                        break;
                    }
                    let told = format!("{how:?}, {times} times, at {at}");
                    // If the rollback failed too, the error contains the undo data.
                    for error in &taken.waiting {
                        if let TransactionError::NotUndone { undo, .. } = error {
                            repository(&place).undo(undo).unwrap();
                        }
                    }
                    assert_nothing_lost(storage, &place, &told);
                    assert!(repository(&place).migrate().waiting.is_empty(), "{told}");
                    assert_nothing_lost(storage, &place, &told);
                    // A store that truncates a text and then prevents its removal leaves half
                    // of it. That is listed like everything unreadable, and the old text waits.
                    if how != Failure::Lies || times == 1 {
                        assert_eq!(texts(&place), texts(&done), "{told}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_run_that_is_cut_after_any_step_is_finished_by_the_next() {
    for storage in [FIRST, PLAIN, &clashing()] {
        let done = place_of(storage);
        repository(&done).migrate();
        for steps in 0.. {
            let place = place_of(storage);
            let cut = Cut {
                kept: place.clone(),
                left: Cell::new(steps),
            };
            Repository::new(&cut, ours()).migrate();
            let ended = cut.left.get() > 0;
            assert_nothing_lost(storage, &place, &format!("cut after {steps}"));
            repository(&place).migrate();
            assert_eq!(texts(&place), texts(&done), "cut after {steps}");
            if ended {
                assert!(steps > 2);
                break;
            }
        }
    }
}

#[test]
fn with_little_room_old_records_make_room_for_themselves_and_what_waits_is_listed() {
    let start = place_of(PLAIN);
    let done = place_of(PLAIN);
    repository(&done).migrate();
    let least = start.used_without("");
    let (mut waited, mut finished) = (0, 0);
    for room in (least..least + 2_000).step_by(29) {
        let place = place_of(PLAIN);
        let full = Full {
            kept: place.clone(),
            room,
        };
        let taken = Repository::new(full, ours()).migrate();
        assert_nothing_lost(PLAIN, &place, &format!("room {room}"));
        for why in &taken.waiting {
            assert_eq!(*why, TransactionError::NothingChanged(StoreError::Full));
        }
        if taken.waiting.is_empty() {
            finished += 1;
            assert_eq!(texts(&place), texts(&done));
            continue;
        }
        waited += 1;
        let waiting = repository(&place).old_keys().unwrap();
        assert_eq!(waiting.len(), taken.waiting.len());
        let entries = repository(&place).inventory().unwrap().entries;
        for key in &waiting {
            let entry = entries.iter().find(|one| one.key == *key).unwrap();
            assert_eq!(entry.state, RecordState::Waiting, "{key}");
        }
        // A backup contains the waiting records under their current names, and can be read.
        let backup = Backup::of(&repository(&place), 1.0).unwrap();
        let whole = Backup::of(&repository(&done), 1.0).unwrap();
        assert_eq!(backup.encode(), whole.encode(), "room {room}");
        // Once there is room, they are migrated.
        repository(&place).migrate();
        assert_eq!(texts(&place), texts(&done));
    }
    assert!(waited > 0 && finished > 0, "{waited} {finished}");
}

#[test]
fn a_choice_that_finds_no_room_for_the_old_ones_says_so_and_they_stay() {
    let place = place_of(FIRST);
    let full = Full {
        kept: place.clone(),
        room: place.used_without(""),
    };
    let changed = Repository::new(full, ours()).change_settings(|settings| settings.rung = Some(7));
    assert_eq!(changed, Err(StoreError::Full));
    assert_nothing_lost(FIRST, &place, "full");
    assert_eq!(repository(&place).old_keys().unwrap().len(), 2);
}

// --- Two copies on one origin ---

#[test]
fn two_copies_on_one_origin_never_touch_each_other() {
    let place = place_of(PLAIN);
    let theirs = Layout::new("another-copy", "technical-leadership").unwrap();
    let other = Repository::new(place.clone(), theirs);
    other
        .save_attempt(&Attempt::decode("a1", &attempt("a1", 1.0, "p01")).unwrap())
        .unwrap();
    other
        .change_settings(|settings| settings.rung = Some(9))
        .unwrap();
    // The copy that opens the old settings first takes them over; this much is shared.
    let of_other = |place: &Shared| -> Texts {
        let mut all = texts(place);
        all.retain(|key, _| key.starts_with("ladder-explorer/v2/another-copy/"));
        all
    };
    let before = of_other(&place);
    let here = repository(&place);
    assert!(here.migrate().waiting.is_empty());
    let entries = here.inventory().unwrap().entries;
    assert!(entries.iter().all(|one| !one.key.contains("another-copy")));
    let backup = Backup::of(&here, 1.0).unwrap();
    assert!(!backup.encode().unwrap().contains("another-copy"));
    for key in before.keys() {
        here.remove_key(key).unwrap_err();
    }
    here.change_settings(|settings| settings.rung = Some(5))
        .unwrap();
    let undo = here.remove_all().unwrap();
    assert_eq!(of_other(&place), before);
    assert_eq!(other.settings().unwrap().rung, Some(9));
    assert_eq!(other.attempts().unwrap().len(), 1);
    here.undo(&undo).unwrap();
    here.import(&backup, Import::Replace).unwrap();
    assert_eq!(of_other(&place), before);
    assert_eq!(other.migrate().moved, 0);
}

// --- Record kinds of later versions ---

#[test]
fn records_of_later_versions_and_newer_ones_are_listed_backed_up_and_never_changed() {
    let names = [
        "mark/technical-leadership/t6.risk",
        "evidence/technical-leadership/1",
        "plan/technical-leadership/p-1",
        "check-in/technical-leadership/2026-11-28",
        "view/another-ladder/a",
        "draft/mine",
    ];
    let place = Shared::default();
    for name in names {
        place
            .set(&new(name), &format!(r#"{{"schema":3,"of":"{name}"}}"#))
            .unwrap();
    }
    let before = texts(&place);
    let here = repository(&place);
    for entry in here.inventory().unwrap().entries {
        assert_eq!(
            entry.state,
            RecordState::Newer { version: 3 },
            "{}",
            entry.key
        );
    }
    assert!(RecordKind::Draft.is_of_later() && !RecordKind::Plan.is_of_later());
    let backup = Backup::of(&here, 1.0).unwrap();
    let text = backup.encode().unwrap();
    let undo = here.remove_all().unwrap();
    assert!(texts(&place).is_empty());
    let read = Backup::read(&ours(), &text).unwrap();
    here.import(&read, Import::Add).unwrap();
    assert_eq!(texts(&place), before);
    // A different text under the same name stays in both import modes.
    place
        .set(&new(names[0]), r#"{"schema":3,"of":"today"}"#)
        .unwrap();
    let changed = texts(&place);
    for mode in [Import::Add, Import::Replace] {
        here.import(&read, mode).unwrap();
        here.import(
            &Backup::of(&repository(&Shared::default()), 1.0).unwrap(),
            mode,
        )
        .unwrap();
        assert_eq!(texts(&place), changed);
    }
    assert!(!undo.is_empty());
}

// --- Helpers ---

/// A store whose page is gone after this many writes and removals: later ones have no effect.
struct Cut {
    kept: Shared,
    left: Cell<usize>,
}

impl Cut {
    fn step(&self, act: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
        match self.left.get() {
            0 => places::refused(),
            left => {
                self.left.set(left - 1);
                act()
            }
        }
    }
}

impl KeyValue for &Cut {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.kept.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.step(|| self.kept.set(key, text))
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.step(|| self.kept.remove(key))
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.kept.keys()
    }
}

fn ours() -> Layout {
    Layout::new("ladder-explorer", "technical-leadership").unwrap()
}

fn repository(place: &Shared) -> Repository<Shared> {
    Repository::new(place.clone(), ours())
}

fn read(storage: &str) -> Texts {
    serde_json::from_str(storage).unwrap()
}

fn place_of(storage: &str) -> Shared {
    let place = Shared::default();
    for (key, text) in read(storage) {
        place.set(&key, &text).unwrap();
    }
    place
}

fn texts(place: &Shared) -> Texts {
    place.everything().into_iter().collect()
}

fn old(name: &str) -> String {
    format!("ladder-explorer/v1/{name}")
}

fn new(name: &str) -> String {
    format!("ladder-explorer/v2/ladder-explorer/{name}")
}

fn id(text: &str) -> AttemptId {
    AttemptId::parse(text).unwrap()
}

/// The text of an attempt with one answered question.
fn attempt(name: &str, changed: f64, item: &str) -> String {
    format!(
        r#"{{"schema":2,"id":"{name}","quiz":"deep-or-broad","quizVersion":1,"form":"standard","answers":{{"{item}":1}},"started":1.0,"changed":{changed:?},"finished":null}}"#
    )
}

/// The text of a case with one note.
fn noted(note: &str, changed: f64) -> String {
    CASE_V1
        .replace("Kept two plans alive.", note)
        .replace("1700000000000.0", &format!("{changed:?}"))
}

/// The storage after an old tab has written to it when everything had already been migrated.
fn clashing() -> String {
    let mut all = read(NOW);
    all.extend(read(PLAIN));
    all.insert(
        old(&format!("attempt/{ATTEMPT}")),
        attempt(ATTEMPT, 9e12, "p09"),
    );
    all.insert(old("journal/case"), noted("Another note.", 9e12));
    all.insert(
        old("aside/attempt/19aa5c1d303-1"),
        "another text".to_owned(),
    );
    serde_json::to_string(&all).unwrap()
}

/// Checks that each earlier text, or everything that it says, still exists somewhere.
fn assert_nothing_lost(storage: &str, place: &Shared, told: &str) {
    let all = texts(place);
    let says = |part: &str| all.values().any(|text| text.contains(part));
    for (key, text) in read(storage) {
        if all.values().any(|there| *there == text) {
            continue;
        }
        let told = format!("{told}: {key}");
        if key.contains("/settings/") {
            assert!(says("\"value\":6.0"), "{told}");
            assert!(says("\"value\":\"director-of-technology\""), "{told}");
        } else if key.contains("/backup/") {
            assert!(says("1763722800000.0"), "{told}");
        } else if key.contains("/attempt/") {
            // Joined: every answer of both is in the record.
            let name = key.rsplit('/').next().unwrap();
            let was = Attempt::decode(name, &text).unwrap();
            let held = all
                .values()
                .filter_map(|text| Attempt::decode(name, text).ok());
            let all = was
                .answers
                .ids()
                .all(|item| held.clone().any(|now| now.answers.get(item).is_some()));
            assert!(all, "{told}");
        } else {
            let case: serde_json::Value = serde_json::from_str(&text).unwrap();
            let note = case["notes"]["risk"].as_str().unwrap().replace('\n', "\\n");
            assert!(says(&note), "{told}");
        }
    }
}
