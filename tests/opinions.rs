//! Tests of the stored answers of colleagues: they are treated with the same care as one's own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;

use ladder_explorer::quiz::{Answer, Answers};
use ladder_explorer::store::{AttemptId, KeyValue, Opinion, Repository, StoreError};
use places::{Full, Lying, Refused, Shared, layout, refused};

const V1: &str = include_str!("fixtures/opinion-v1.json");
const V1_KEY: &str = "ladder-explorer/v2/here/opinion/0f93120c663cd5b8";

#[test]
fn the_first_format_of_an_opinion_still_reads_and_writes_the_same_but_for_its_number() {
    let read = Opinion::decode(V1_KEY, V1).unwrap();
    assert_eq!(read.attempt.as_str(), "19aa5c1d280-2f6b1c3");
    assert_eq!(read.from.as_deref(), Some("Zoë"));
    assert_eq!(read.answers.get("p01"), Some(Answer::Category(1)));
    assert_eq!(read.answers.get("p03"), Some(Answer::NotSure));
    let quiz = ("deep-or-broad", 1, "standard");
    let again = Opinion::new(
        read.attempt.clone(),
        quiz,
        Some("Zoë"),
        read.answers.clone(),
        0.0,
    );
    assert_eq!(again.id, read.id);
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let mut of_today = json(V1);
    of_today["schema"] = 2.into();
    assert_eq!(json(&read.encode().unwrap()), of_today);
}

#[test]
fn opinions_on_an_attempt_are_listed_newest_first_and_unreadable_ones_last() {
    let place = Shared::default();
    let key = |id: &str| format!("ladder-explorer/v2/here/opinion/{id}");
    place.set(&key("0000000000000000"), "not JSON").unwrap();
    for (name, on, received) in [("a", "a1", 20.0), ("b", "a1", 40.0), ("c", "a2", 50.0)] {
        let opinion = opinion(name, on, received);
        place.repository().save_opinion(&opinion).unwrap();
    }
    let elsewhere = r#"{"schema":3,"attempt":"a2","new":[]}"#;
    place.set(&key("1111111111111111"), elsewhere).unwrap();
    let newer = r#"{"schema":3,"attempt":"a1","new":[]}"#;
    place.set(&key("2222222222222222"), newer).unwrap();
    let listed = place.repository().opinions_on(&id("a1")).unwrap();
    let names: Vec<_> = listed.iter().flatten().map(|o| o.from.as_deref()).collect();
    assert_eq!(names, [Some("b"), Some("a")]);
    assert_eq!(listed.len(), 4);
    assert!(listed[2..].iter().all(Result::is_err));
}

#[test]
fn an_answer_that_is_opened_twice_stands_there_once() {
    let place = Shared::default();
    let (first, again) = (opinion("a", "a1", 20.0), opinion(" a ", "a1", 90.0));
    assert_eq!(first.id, again.id);
    place.repository().save_opinion(&first).unwrap();
    place.repository().save_opinion(&again).unwrap();
    assert_eq!(
        place.repository().opinions_on(&id("a1")),
        Ok(vec![Ok(again)])
    );
}

#[test]
fn opinions_that_differ_in_anything_stand_side_by_side() {
    let base = opinion("a", "a1", 20.0);
    let mut answers = base.answers.clone();
    answers.set("p02", Answer::NotSure);
    let on = |quiz, version, form, from, answers: &Answers| {
        Opinion::new(id("a1"), (quiz, version, form), from, answers.clone(), 20.0).id
    };
    let (quiz, from) = ("deep-or-broad", Some("a"));
    let ids = [
        on(quiz, 1, "standard", from, &base.answers),
        on(quiz, 1, "standard", from, &answers),
        on(quiz, 1, "standard", None, &base.answers),
        on(quiz, 1, "long", from, &base.answers),
        on(quiz, 2, "standard", from, &base.answers),
        opinion("a", "a2", 20.0).id,
    ];
    for (i, one) in ids.iter().enumerate() {
        assert!(!ids[..i].contains(one), "{i}");
    }
    assert_eq!(ids[0], base.id);
}

#[test]
fn removing_hands_the_opinion_back_so_that_it_can_be_undone() {
    let place = Shared::default();
    let (gone, stays) = (opinion("a", "a1", 20.0), opinion("b", "a1", 10.0));
    place.repository().save_opinion(&gone).unwrap();
    place.repository().save_opinion(&stays).unwrap();
    let before = place.everything();
    let back = place.repository().remove_opinion(&gone.id).unwrap();
    assert_eq!(back.as_ref(), Some(&gone));
    assert_eq!(
        place.repository().opinions_on(&id("a1")),
        Ok(vec![Ok(stays)])
    );
    assert_eq!(place.repository().remove_opinion(&gone.id), Ok(None));
    place.repository().save_opinion(&back.unwrap()).unwrap();
    assert_eq!(place.everything(), before);
}

#[test]
fn an_opinion_that_cannot_be_read_is_left_byte_for_byte() {
    let opinion = opinion("a", "a1", 20.0);
    let whole = opinion.encode().unwrap();
    let mut broken: Vec<String> = (0..whole.len())
        .filter_map(|end| whole.get(..end).map(str::to_owned))
        .collect();
    for (from, to) in [
        (r#""schema":2"#, r#""schema":3"#),
        (r#""p01":1"#, r#""p01":5"#),
        (r#""attempt":"a1""#, r#""attempt":"A1""#),
        (r#""id":""#, r#""id":"x"#),
        (r#""from":"a""#, &format!(r#""from":"{}""#, "a".repeat(81))),
        (r#""received":20.0"#, r#""received":null"#),
    ] {
        assert!(whole.contains(from), "{from} does not occur");
        broken.push(whole.replace(from, to));
    }
    broken.push(whole.replace(opinion.id.as_str(), "0123456789abcdef"));
    for text in broken {
        let place = Shared::default();
        place.set(&key_of(&opinion), &text).unwrap();
        let before = place.everything();
        let error = place.repository().save_opinion(&opinion).unwrap_err();
        assert!(error.to_string().starts_with(&key_of(&opinion)), "{error}");
        let removed = place.repository().remove_opinion(&opinion.id);
        assert_eq!(removed, Err(error), "{text}");
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn saved_means_read_back_and_a_failure_keeps_what_was() {
    let old = opinion("a", "a1", 20.0);
    assert_eq!(
        Repository::new(Refused, layout()).save_opinion(&old),
        refused()
    );
    assert_eq!(
        Repository::new(Refused, layout()).opinions_on(&old.attempt),
        refused()
    );
    assert_eq!(
        Repository::new(Refused, layout()).remove_opinion(&old.id),
        refused()
    );
    for keeps in [0, 1, 50] {
        let kept = Shared::default();
        let saved = Repository::new(Lying { kept, keeps }, layout()).save_opinion(&old);
        assert_eq!(saved, Err(StoreError::NotKept));
    }
    let kept = Shared::default();
    kept.repository().save_opinion(&old).unwrap();
    let room = kept.used_without("");
    let full = Repository::new(
        Full {
            kept: kept.clone(),
            room,
        },
        layout(),
    );
    let second = full.save_opinion(&opinion("b", "a1", 30.0));
    assert_eq!(second, Err(StoreError::Full));
    assert_eq!(kept.repository().opinions_on(&id("a1")), Ok(vec![Ok(old)]));
}

#[test]
fn a_time_that_is_no_number_or_a_name_too_long_is_refused_before_anything_is_written() {
    let good = opinion("a", "a1", 20.0);
    let bad_time = Opinion {
        received: f64::NAN,
        ..good.clone()
    };
    let bad_name = Opinion {
        from: Some("é".repeat(81)),
        ..good.clone()
    };
    let place = Shared::default();
    for bad in [bad_time, bad_name] {
        assert_eq!(
            place.repository().save_opinion(&bad),
            Err(StoreError::NotKept)
        );
    }
    assert!(place.everything().is_empty());
    let long = "é".repeat(100);
    let long = Opinion::new(id("a1"), ("q", 1, "f"), Some(&long), good.answers, 1.0);
    assert_eq!(
        place.repository().save_opinion(&long),
        Err(StoreError::NotKept)
    );
    assert!(place.everything().is_empty());
}

#[test]
fn attempts_and_opinions_do_not_meet() {
    let place = Shared::default();
    let opinion = opinion("a", "a1", 20.0);
    place.repository().save_opinion(&opinion).unwrap();
    assert_eq!(place.repository().attempts(), Ok(Vec::new()));
    assert_eq!(place.repository().attempt(&id("a1")), Ok(None));
    let text = place.get(&key_of(&opinion)).unwrap().unwrap();
    let foreign = [
        format!("opinion/{}", opinion.id.as_str()),
        format!("ladder-explorer/v2/there/opinion/{}", opinion.id.as_str()),
        format!("ladder-explorer/v2/here/opinions/{}", opinion.id.as_str()),
    ];
    for key in &foreign {
        place.set(key, &text).unwrap();
    }
    assert_eq!(place.repository().opinions_on(&id("a1")).unwrap().len(), 1);
}

// --- Helpers ---

fn id(text: &str) -> AttemptId {
    AttemptId::parse(text).expect("a well-formed id")
}

fn key_of(opinion: &Opinion) -> String {
    format!("ladder-explorer/v2/here/opinion/{}", opinion.id.as_str())
}

fn opinion(from: &str, on: &str, received: f64) -> Opinion {
    let mut answers = Answers::default();
    answers.set("p01", Answer::Category(1));
    answers.set("p02", Answer::Category(3));
    answers.set("p03", Answer::NotSure);
    let quiz = ("deep-or-broad", 1, "standard");
    Opinion::new(id(on), quiz, Some(from), answers, received)
}
