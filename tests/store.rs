//! Tests of saving: nothing unread is overwritten, and “saved” means read back.
//! Opinions and the additions of version 2 have their own files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use std::collections::BTreeMap;

use ladder_explorer::ladder::Draft;
use ladder_explorer::pack::SiteFile;
use ladder_explorer::quiz::{Answer, Answers};
use ladder_explorer::store::{
    Attempt, AttemptId, KeyValue, Layout, Memory, ReadFrom, Repository, Settings, StoreError,
    StudioDraft,
};
use places::{Full, Lying, Refused, Shared, layout, refused};
use serde_json::Value;

const ATTEMPT_V1_KEY: &str = "ladder-explorer/v2/here/attempt/19aa5c1d280-2f6b1c3";
const ATTEMPT_V1: &str = include_str!("fixtures/attempt-v1.json");
const SCHEME_KEY: &str = "ladder-explorer/v2/here/choice/tl/title-scheme";
const SCHEME: &str = r#"{"schema":1,"value":"architect"}"#;

// --- Saving and reading ---

#[test]
fn what_was_saved_reads_back_equal_in_another_tab() {
    let place = Shared::default();
    let attempt = attempt("a1", 1000.0);
    place.repository().save_attempt(&attempt).unwrap();
    let read = place.repository().attempt(&attempt.id).unwrap();
    assert_eq!(read, Some(attempt));
}

#[test]
fn saving_again_replaces_the_record_and_nothing_else() {
    let place = Shared::default();
    let (mut first, second) = (attempt("a1", 1000.0), attempt("a2", 2000.0));
    place.repository().save_attempt(&first).unwrap();
    place.repository().save_attempt(&second).unwrap();
    first.answers.set("p02", Answer::NotSure);
    first.finished = Some(3000.0);
    place.repository().save_attempt(&first).unwrap();
    assert_eq!(place.keys().unwrap().len(), 2);
    assert_eq!(place.repository().attempt(&first.id), Ok(Some(first)));
    assert_eq!(place.repository().attempt(&second.id), Ok(Some(second)));
}

#[test]
fn an_attempt_that_was_never_saved_is_none() {
    let repository = Shared::default().repository();
    assert_eq!(repository.attempt(&id("a1")), Ok(None));
    assert_eq!(repository.remove_attempt(&id("a1")), Ok(None));
    assert_eq!(repository.attempts(), Ok(Vec::new()));
    assert_eq!(repository.settings(), Ok(Settings::default()));
}

#[test]
fn settings_read_back_as_they_were_saved() {
    let place = Shared::default();
    for scheme in ["tech-lead", "architect", "ein “Name” mit ü\n"] {
        let settings = settings(scheme);
        place.repository().save_settings(&settings).unwrap();
        assert_eq!(place.repository().settings(), Ok(settings));
    }
    assert_eq!(place.keys().unwrap(), [SCHEME_KEY]);
}

#[test]
fn a_time_that_is_no_number_is_refused_before_anything_is_written() {
    for time in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let place = Shared::default();
        let good = attempt("a1", 1000.0);
        place.repository().save_attempt(&good).unwrap();
        let kept = place.everything();
        let bad = Attempt {
            changed: time,
            ..good
        };
        let saved = place.repository().save_attempt(&bad);
        assert_eq!(saved, Err(StoreError::NotKept), "{time}");
        assert_eq!(place.everything(), kept, "{time}");
    }
}

// --- Storage that fails ---

#[test]
fn saving_into_a_full_place_says_so_and_keeps_the_old_record() {
    let old = attempt("a1", 1000.0);
    let mut new = old.clone();
    new.answers.set("r01", Answer::Category(4));
    let key = key_of(&old.id);
    let room_for = |attempt: &Attempt| key.len() + attempt.encode().unwrap().len();
    for room in room_for(&old)..=room_for(&new) {
        let kept = Shared::default();
        let repository = Repository::new(
            Full {
                kept: kept.clone(),
                room,
            },
            layout(),
        );
        repository.save_attempt(&old).unwrap();
        let saved = repository.save_attempt(&new);
        if room < room_for(&new) {
            assert_eq!(saved, Err(StoreError::Full), "room {room}");
            assert_eq!(kept.get(&key), Ok(Some(old.encode().unwrap())));
            assert_eq!(repository.attempt(&old.id), Ok(Some(old.clone())));
        } else {
            assert_eq!(saved, Ok(()), "room {room}");
            assert_eq!(repository.attempt(&old.id), Ok(Some(new.clone())));
        }
    }
}

#[test]
fn a_first_record_that_does_not_fit_leaves_nothing_behind() {
    let kept = Shared::default();
    let repository = Repository::new(
        Full {
            kept: kept.clone(),
            room: 20,
        },
        layout(),
    );
    let full = Err(StoreError::Full);
    assert_eq!(repository.save_attempt(&attempt("a1", 1000.0)), full);
    assert_eq!(repository.save_settings(&settings("tech-lead")), full);
    assert!(kept.everything().is_empty());
}

#[test]
fn settings_that_do_not_fit_leave_the_old_ones() {
    let kept = Shared::default();
    let old = settings("architect");
    kept.repository().save_settings(&old).unwrap();
    let repository = Repository::new(
        Full {
            kept: kept.clone(),
            room: kept.used_without(""),
        },
        layout(),
    );
    let saved = repository.save_settings(&settings("director-of-technology"));
    assert_eq!(saved, Err(StoreError::Full));
    assert_eq!(repository.settings(), Ok(old));
}

#[test]
fn removing_a_record_from_a_full_place_makes_room() {
    let kept = Shared::default();
    let (old, new) = (attempt("a1", 1000.0), attempt("a2", 2000.0));
    kept.repository().save_attempt(&old).unwrap();
    let repository = Repository::new(
        Full {
            kept: kept.clone(),
            room: kept.used_without(""),
        },
        layout(),
    );
    assert_eq!(repository.save_attempt(&new), Err(StoreError::Full));
    repository.remove_attempt(&old.id).unwrap();
    assert_eq!(repository.save_attempt(&new), Ok(()));
}

#[test]
fn a_place_that_refuses_is_reported_by_every_call() {
    let repository = Repository::new(Refused, layout());
    let attempt = attempt("a1", 1000.0);
    assert_eq!(repository.save_attempt(&attempt), refused());
    assert_eq!(repository.attempt(&attempt.id), refused());
    assert_eq!(repository.attempts(), refused());
    assert_eq!(repository.remove_attempt(&attempt.id), refused());
    assert_eq!(repository.save_settings(&settings("architect")), refused());
    assert_eq!(repository.settings(), refused());
}

#[test]
fn a_write_that_was_not_kept_whole_is_never_called_saved() {
    let attempt = attempt("a1", 1000.0);
    for keeps in 0..attempt.encode().unwrap().len() {
        let repository = Repository::new(
            Lying {
                kept: Shared::default(),
                keeps,
            },
            layout(),
        );
        let saved = repository.save_attempt(&attempt);
        assert_eq!(saved, Err(StoreError::NotKept), "keeps {keeps}");
    }
    for keeps in [0, 1, 10] {
        let repository = Repository::new(
            Lying {
                kept: Shared::default(),
                keeps,
            },
            layout(),
        );
        let saved = repository.save_settings(&settings("architect"));
        assert_eq!(saved, Err(StoreError::NotKept), "keeps {keeps}");
    }
}

// --- Text that cannot be read ---

#[test]
fn a_record_cut_short_anywhere_is_left_byte_for_byte() {
    let attempt = attempt("a1", 1000.0);
    let whole = attempt.encode().unwrap();
    for end in 0..whole.len() {
        assert_untouchable_attempt(&attempt, &whole[..end]);
    }
}

#[test]
fn settings_cut_short_anywhere_are_left_byte_for_byte() {
    for end in 0..SCHEME.len() {
        assert_untouchable_settings(&SCHEME[..end]);
    }
}

#[test]
fn text_that_is_no_record_is_left_byte_for_byte() {
    let attempt = attempt("a1", 1000.0);
    let whole = attempt.encode().unwrap();
    for (from, to) in [
        (r#""schema":3"#, r#""schema":"1""#),
        (r#""schema":3"#, r#""schema":-1"#),
        (r#""schema":3,"#, ""),
        (r#""p01":4"#, r#""p01":5"#),
        (r#""p01":4"#, r#""p01":"4""#),
        (r#""p01":4"#, r#""p01":-1"#),
        (r#""p01":4"#, r#""p01":1.5"#),
        (r#""started":1000.0"#, r#""started":null"#),
        (r#""started":1000.0"#, r#""started":1e999"#),
        (r#""form":"standard","#, ""),
    ] {
        let broken = whole.replace(from, to);
        assert_ne!(broken, whole, "{from} does not occur");
        assert_untouchable_attempt(&attempt, &broken);
    }
    for text in ["", " ", "null", "[]", "{}", "1", "\"\"", "\u{0}", "<html>"] {
        assert_untouchable_attempt(&attempt, text);
        assert_untouchable_settings(text);
    }
    assert_untouchable_attempt(&attempt, &format!("{whole}{whole}"));
}

#[test]
fn a_record_of_a_newer_app_is_read_only() {
    let attempt = attempt("a1", 1000.0);
    let like_ours = attempt.encode().unwrap();
    let like_ours = like_ours.replace(r#""schema":3"#, r#""schema":4"#);
    let unlike = r#"{ "schema": 4, "answers": ["of another shape"] }"#;
    for text in [like_ours.as_str(), unlike] {
        let error = assert_untouchable_attempt(&attempt, text);
        let key = key_of(&attempt.id);
        assert_eq!(error, StoreError::Newer { key, version: 4 });
    }
    let error = assert_untouchable_settings(r#"{"schema":4294967295,"value":"architect"}"#);
    let key = SCHEME_KEY.to_owned();
    let version = u32::MAX;
    assert_eq!(error, StoreError::Newer { key, version });
}

/// Puts `text` at the key of the attempt, and checks that nothing reads or changes it.
#[track_caller]
fn assert_untouchable_attempt(attempt: &Attempt, text: &str) -> StoreError {
    let place = Shared::default();
    let key = key_of(&attempt.id);
    place.set(&key, text).unwrap();
    let before = place.everything();
    let error = place.repository().attempt(&attempt.id).unwrap_err();
    assert!(error.to_string().starts_with(&key), "{error}");
    let failed = Err(error.clone());
    assert_eq!(place.repository().save_attempt(attempt), failed, "{text}");
    let listed = place.repository().attempts();
    assert_eq!(listed, Ok(vec![Err(error.clone())]), "{text}");
    let removed = place.repository().remove_attempt(&attempt.id);
    assert_eq!(removed, Err(error.clone()), "{text}");
    assert_eq!(place.everything(), before, "{text}");
    error
}

#[track_caller]
fn assert_untouchable_settings(text: &str) -> StoreError {
    let place = Shared::default();
    place.set(SCHEME_KEY, text).unwrap();
    let before = place.everything();
    assert_eq!(
        place.repository().settings(),
        Ok(Settings::default()),
        "{text}"
    );
    let saved = place.repository().save_settings(&settings("tech-lead"));
    let error = saved.unwrap_err();
    assert!(error.to_string().starts_with(SCHEME_KEY), "{error}");
    assert_eq!(place.everything(), before, "{text}");
    error
}

// --- Listing and removing ---

#[test]
fn attempts_are_listed_newest_first_and_unreadable_ones_last() {
    let place = Shared::default();
    place.set(&key_of(&id("0")), "not JSON").unwrap();
    for (name, started) in [("a", 20.0), ("b", 40.0), ("c", 10.0), ("d", 30.0)] {
        place
            .repository()
            .save_attempt(&attempt(name, started))
            .unwrap();
    }
    place.set(&key_of(&id("b0")), r#"{"schema":9}"#).unwrap();
    let listed = place.repository().attempts().unwrap();
    let names: Vec<&str> = listed.iter().flatten().map(|a| a.id.as_str()).collect();
    assert_eq!(names, ["b", "d", "a", "c"]);
    assert_eq!(listed.len(), 6);
    assert!(listed[4..].iter().all(Result::is_err));
}

#[test]
fn attempts_begun_in_the_same_millisecond_keep_one_order() {
    let place = Shared::default();
    for name in ["b", "c", "a"] {
        place
            .repository()
            .save_attempt(&attempt(name, 10.0))
            .unwrap();
    }
    let listed = place.repository().attempts().unwrap();
    let names: Vec<&str> = listed.iter().flatten().map(|a| a.id.as_str()).collect();
    assert_eq!(names, ["c", "b", "a"]);
}

#[test]
fn keys_of_other_apps_and_other_kinds_are_neither_listed_nor_touched() {
    let place = Shared::default();
    let own = attempt("a1", 1000.0);
    let text = own.encode().unwrap();
    let foreign = [
        "attempt/a1",
        "other-app/v1/attempt/a1",
        "ladder-explorer/v2/there/attempt/a1",
        "ladder-explorer/v2/here/attempts",
        "ladder-explorer/v2/here/attempt",
        "Ladder-Explorer/v2/here/attempt/a1",
        "x/ladder-explorer/v2/here/attempt/a1",
        "",
    ];
    for key in foreign {
        place.set(key, &text).unwrap();
    }
    let before = place.everything();
    assert_eq!(place.repository().attempts(), Ok(Vec::new()));
    place
        .repository()
        .save_settings(&settings("architect"))
        .unwrap();
    place.repository().save_attempt(&own).unwrap();
    assert_eq!(place.repository().attempts(), Ok(vec![Ok(own.clone())]));
    place.repository().remove_attempt(&own.id).unwrap();
    place.remove(SCHEME_KEY).unwrap();
    assert_eq!(place.everything(), before);
}

#[test]
fn removing_hands_the_attempt_back_so_that_it_can_be_undone() {
    let place = Shared::default();
    let (gone, stays) = (attempt("a1", 1000.0), attempt("a2", 2000.0));
    place.repository().save_attempt(&gone).unwrap();
    place.repository().save_attempt(&stays).unwrap();
    let before = place.everything();
    let back = place.repository().remove_attempt(&gone.id).unwrap();
    assert_eq!(back.as_ref(), Some(&gone));
    assert_eq!(place.repository().attempt(&gone.id), Ok(None));
    assert_eq!(place.repository().attempts(), Ok(vec![Ok(stays)]));
    place.repository().save_attempt(&back.unwrap()).unwrap();
    assert_eq!(place.everything(), before);
}

// --- Ids ---

#[test]
fn what_is_no_attempt_id_is_refused() {
    let long = "a".repeat(41);
    for text in [
        "", " ", "A1", "g", "a1 ", " a1", "a/1", "../a1", "a.1", "a_1", "%61", "a1\n", "é", "١",
        "a1?x", "a1#x", &long,
    ] {
        assert_eq!(AttemptId::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_well_formed_attempt_id_reads_as_it_is_written() {
    let long = "f".repeat(40);
    for text in ["0", "-", "a1", "19aa5c1d280-2f6b1c3", &long] {
        assert_eq!(AttemptId::parse(text).unwrap().as_str(), text);
    }
}

#[test]
fn every_new_attempt_id_can_stand_in_an_address() {
    let times = [0.0, 1_763_722_800_000.0, -1.0, 1e300, f64::NAN];
    for time in times {
        for chance in [0.0, 0.5, 0.999_999_999_9, -0.5, 7.25, f64::NAN] {
            let new = AttemptId::new(time, chance);
            let read = AttemptId::parse(new.as_str());
            assert_eq!(read.as_ref(), Some(&new), "{time}, {chance}");
        }
    }
}

#[test]
fn two_tabs_in_the_same_millisecond_get_different_ids() {
    let now = 1_763_722_800_000.0;
    assert_ne!(AttemptId::new(now, 0.25), AttemptId::new(now, 0.75));
    assert_ne!(AttemptId::new(now, 0.25), AttemptId::new(now + 1.0, 0.25));
}

#[test]
fn a_record_that_holds_another_attempt_than_its_key_names_is_not_read() {
    let key = "ladder-explorer/v2/here/attempt/a1";
    let error = Attempt::decode(key, ATTEMPT_V1).unwrap_err();
    assert!(matches!(error, StoreError::Unreadable { .. }), "{error}");
}

#[test]
fn the_newest_attempt_is_found_without_reading_answers() {
    let place = Memory::default();
    let record = |id: &str, started: u32, finished: &str| {
        format!(r#"{{"schema":1,"id":"{id}","started":{started},"finished":{finished}}}"#)
    };
    for (id, text) in [
        ("a1", record("a1", 5, "6")),
        ("a2", record("a2", 9, "null")),
        ("a3", "not a record".to_owned()),
        (
            "a4",
            record("a4", 99, "null").replace(r#""schema":1"#, r#""schema":4"#),
        ),
    ] {
        place
            .set(&format!("ladder-explorer/v2/here/attempt/{id}"), &text)
            .unwrap();
    }
    let newest = Repository::new(place, layout()).newest().unwrap().unwrap();
    assert!(!newest.finished);
    assert!((newest.started - 9.0).abs() < f64::EPSILON);
}

// --- Frozen records ---

#[test]
fn the_first_format_of_an_attempt_still_reads() {
    let read = Attempt::decode(ATTEMPT_V1_KEY, ATTEMPT_V1).unwrap();
    assert_eq!(read.id.as_str(), "19aa5c1d280-2f6b1c3");
    assert_eq!(
        (read.quiz.as_str(), read.quiz_version),
        ("deep-or-broad", 1)
    );
    assert_eq!(read.form, "standard");
    assert_eq!(read.answers.get("p01"), Some(Answer::Category(4)));
    assert_eq!(read.answers.get("p03"), Some(Answer::NotSure));
    assert_eq!(read.answers.get("p04"), None);
    assert_eq!(read.finished, Some(1_763_722_931_250.0));
    assert_eq!(
        (&read.today, &read.name, &read.note),
        (&BTreeMap::new(), &None, &None)
    );
    let mut of_today = json(ATTEMPT_V1);
    of_today["schema"] = 3.into();
    assert_eq!(json(&read.encode().unwrap()), of_today);
}

#[test]
fn an_attempt_without_an_end_is_under_way() {
    let end = r#""finished": 1763722931250.0"#;
    let open = ATTEMPT_V1.replace(&format!(",\n  {end}"), "");
    assert!(open.len() < ATTEMPT_V1.len());
    for text in [open, ATTEMPT_V1.replace(end, r#""finished": null"#)] {
        let read = Attempt::decode(ATTEMPT_V1_KEY, &text).unwrap();
        assert_eq!(read.finished, None);
    }
}

// --- Helpers ---

fn id(text: &str) -> AttemptId {
    AttemptId::parse(text).expect("a well-formed id")
}

fn key_of(id: &AttemptId) -> String {
    format!("ladder-explorer/v2/here/attempt/{}", id.as_str())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn attempt(name: &str, started: f64) -> Attempt {
    let mut answers = Answers::default();
    answers.set("p01", Answer::Category(4));
    answers.set("p02", Answer::Category(0));
    answers.set("p03", Answer::NotSure);
    Attempt {
        schema: Attempt::SCHEMA,
        id: id(name),
        quiz: "deep-or-broad".to_owned(),
        quiz_version: 1,
        form: "standard".to_owned(),
        answers,
        today: BTreeMap::new(),
        name: None,
        note: None,
        started,
        changed: started + 5.0,
        finished: None,
    }
}

fn settings(scheme: &str) -> Settings {
    Settings {
        title_scheme: Some(scheme.to_owned()),
        ..Settings::default()
    }
}

// --- The file of a site ---

#[test]
fn every_id_that_the_file_of_a_site_may_have_can_be_in_a_key() {
    let own = SiteFile::parse(include_str!("../ladders/site.json")).unwrap();
    assert_eq!(own.id, "ladder-explorer");
    let ladders = r#","ladders":[{"file":"a.json"}]}"#;
    let longest = "a".repeat(40);
    for id in [own.id.as_str(), "a", "2-b", &longest] {
        let site = SiteFile::parse(&format!("{{\"id\":\"{id}\"{ladders}")).unwrap();
        assert!(Layout::new(&site.id, "tl").is_some(), "{id}");
    }
}

#[test]
fn a_fault_in_the_file_of_a_site_is_reported_with_its_place_and_the_remedy() {
    let long = format!(
        r#"{{"id":"{}","ladders":[{{"file":"a.json"}}]}}"#,
        "a".repeat(41)
    );
    for (text, place, remedy) in [
        ("", "the file", "see site.schema.json"),
        (r#"{"$schema":"x"}"#, "the file", "missing field `id`"),
        (r#"{"id":"a"}"#, "the file", "missing field `ladders`"),
        (
            r#"{"id":"a","ladders":[],"owner":"b"}"#,
            "the file",
            "unknown field",
        ),
        (
            r#"{"id":"My Site","ladders":[{"file":"a.json"}]}"#,
            "id",
            "a–z and 0–9",
        ),
        (&long, "id", "at most 40"),
        (r#"{"id":"a","ladders":[]}"#, "ladders", "name the file"),
        (
            r#"{"id":"a","ladders":[{"file":"../a.json"}]}"#,
            "ladders[0].file",
            "of this folder",
        ),
        (
            r#"{"id":"a","ladders":[{"file":"a.json","guide":"b.txt"}]}"#,
            "ladders[0].guide",
            "ends in .json",
        ),
        (
            r#"{"id":"a","url":"http://example.org/","ladders":[{"file":"a.json"}]}"#,
            "url",
            "https://",
        ),
        (
            r#"{"id":"a","name":" ","ladders":[{"file":"a.json"}]}"#,
            "name",
            "leave the field out",
        ),
    ] {
        let faults = SiteFile::parse(text).unwrap_err();
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), 1, "{text}: {told:?}");
        assert_eq!(faults[0].place, place, "{text}");
        assert!(told[0].contains(remedy), "{text}: {told:?}");
    }
}

// --- The ladder that someone is making ---

#[test]
fn a_draft_keeps_what_it_was_read_from_and_one_without_that_is_still_read() {
    let place = Shared::default();
    let read = ReadFrom {
        told: "From ours.csv: 3 levels.".to_owned(),
        open: vec![("Which language?".to_owned(), "English".to_owned())],
        left_out: vec![("line 2".to_owned(), "x".to_owned(), "no level".to_owned())],
        more: 0,
    };
    let draft = Draft::blank("care", "Care");
    let whole = StudioDraft::new(draft.clone(), Some(read), 1.0);
    place.repository().save_studio_draft(&whole).unwrap();
    assert_eq!(place.repository().studio_draft().unwrap(), Some(whole));
    let bare = StudioDraft::new(draft, None, 2.0);
    assert!(!serde_json::to_string(&bare).unwrap().contains("read"));
    place.repository().save_studio_draft(&bare).unwrap();
    assert_eq!(place.repository().studio_draft().unwrap(), Some(bare));
}

#[test]
fn what_was_left_out_is_kept_as_far_as_it_fits_and_the_rest_is_counted() {
    let line = || ("here".to_owned(), "x".repeat(100), "why".to_owned());
    let mut read = ReadFrom {
        left_out: (0..10).map(|_| line()).collect(),
        more: 2,
        ..ReadFrom::default()
    };
    read.cut(400);
    assert_eq!((read.left_out.len(), read.more), (3, 9));
}
