//! Records for a test store: one of each kind and state, and the files with the frozen ones.
#![allow(dead_code)] // each test file uses some of them

use std::sync::OnceLock;

use ladder_explorer::growth::Case;
use ladder_explorer::quiz::{Answer, Answers, Quiz};
use ladder_explorer::store::{Attempt, AttemptId, KeyValue, Opinion, Settings};

use crate::places::Shared;

pub const ROOT: &str = "ladder-explorer/v2/here/";
pub const CASE: &str = "case/tl/case";
pub const ATTEMPT_V1: &str = include_str!("../fixtures/attempt-v1.json");
pub const ATTEMPT_V2: &str = include_str!("../fixtures/attempt-v2.json");
pub const SETTINGS_V1: &str = include_str!("../fixtures/settings-v1.json");
pub const SETTINGS_V2: &str = include_str!("../fixtures/settings-v2.json");
pub const CASE_V1: &str = include_str!("../fixtures/case-v1.json");
pub const OPINION_V1: &str = include_str!("../fixtures/opinion-v1.json");
pub const MARK_V1: &str = include_str!("../fixtures/mark-v1.json");
pub const CHECK_IN_V1: &str = include_str!("../fixtures/check-in-v1.json");
pub const VIEW_V1: &str = include_str!("../fixtures/view-v1.json");
pub const KEEPING_V1: &str = include_str!("../fixtures/backup-last-v1.json");
pub const BACKUP_V1: &str = include_str!("../fixtures/backup-v1.json");

pub const RUNG: &str = r#"{"schema":1,"value":6.0}"#;
pub const SCHEME: &str = r#"{"schema":1,"value":"architect"}"#;
pub const FLAG: &str = r#"{"schema":1,"value":true}"#;
pub const TIME: &str = r#"{"schema":1,"value":1763722800000.0}"#;

/// Each frozen record with its current name.
pub const FROZEN: [(&str, &str); 12] = [
    ("attempt/19aa5c1d280-2f6b1c3", ATTEMPT_V1),
    ("attempt/19aa5c1d280-2f6b1c3", ATTEMPT_V2),
    ("choice/tl/rung", RUNG),
    ("choice/tl/title-scheme", SCHEME),
    ("setting/slash-key", FLAG),
    (CASE, CASE_V1),
    ("opinion/0f93120c663cd5b8", OPINION_V1),
    ("mark/tl/t6.risk", MARK_V1),
    ("check-in/tl/2026-11-28", CHECK_IN_V1),
    ("view/tl/view-0f93120c663cd5b8", VIEW_V1),
    ("backup/made", TIME),
    ("backup/put-off", TIME),
];

pub const NEWER: &str = r#"{ "schema": 99, "of": ["a newer app"] }"#;
pub const BROKEN: &str = "{\"schema\":2,\"id\":\"b1\u{0}\u{ffff}";

pub fn key(name: &str) -> String {
    format!("{ROOT}{name}")
}

pub fn id(text: &str) -> AttemptId {
    AttemptId::parse(text).expect("a well-formed id")
}

pub fn attempt(name: &str, changed: f64) -> Attempt {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    let quiz = QUIZ.get_or_init(|| {
        Quiz::parse(include_str!("../../ladders/quiz.json")).expect("the quiz that ships")
    });
    let mut attempt = Attempt::new(id(name), quiz, "standard", 1_000.0);
    attempt.changed = changed;
    attempt.answers.set("p01", Answer::Category(4));
    attempt.answers.set("p02", Answer::NotSure);
    attempt
}

pub fn opinion(on: &str, from: &str, received: f64) -> Opinion {
    let mut answers = Answers::default();
    answers.set("p01", Answer::Category(1));
    let quiz = ("deep-or-broad", 1, "standard");
    Opinion::new(id(on), quiz, Some(from), answers, received)
}

pub fn case(note: &str, changed: f64) -> Case {
    Case {
        schema: Case::SCHEMA,
        level: None,
        notes: [("risk".to_owned(), note.to_owned())].into(),
        passport: [].into(),
        changed,
    }
}

/// Puts a case into a store as an older version saved it.
pub fn put_case(place: &Shared, case: &Case) {
    let text = serde_json::to_string(case).unwrap();
    place.set(&key(CASE), &text).unwrap();
}

pub fn settings(scheme: &str) -> Settings {
    Settings {
        title_scheme: Some(scheme.to_owned()),
        ..Settings::default()
    }
}

/// A store with a record of each kind and state, and with records that belong to others.
pub fn full_place() -> Shared {
    let place = Shared::default();
    let repository = place.repository();
    repository.save_attempt(&attempt("a1", 5_000.0)).unwrap();
    repository.save_attempt(&attempt("a2", 6_000.0)).unwrap();
    repository
        .save_opinion(&opinion("a1", "Zoë", 7_000.0))
        .unwrap();
    repository
        .save_opinion(&opinion("a1", "李小龍", 8_000.0))
        .unwrap();
    repository
        .save_opinion(&opinion("a2", "Zoë", 8_000.0))
        .unwrap();
    put_case(&place, &case("Kept two plans alive.\n🦀", 9_000.0));
    repository.save_settings(&settings("architect")).unwrap();
    for (name, text) in [
        ("attempt/b1", BROKEN),
        ("attempt/c1", NEWER),
        ("opinion/0123456789abcdef", "null"),
        ("aside/attempt/d1", "{"),
        ("aside/attempt/d1/2", "{\"schema\":1"),
        ("aside/settings/visitor", "\"\u{202e}\""),
    ] {
        place.set(&key(name), text).unwrap();
    }
    for foreign in FOREIGN {
        place.set(foreign, ATTEMPT_V1).unwrap();
    }
    place
}

/// Keys that are not ours.
pub const FOREIGN: [&str; 3] = ["other-app/v1/attempt/a1", "attempt/a1", ""];

/// A random number generator with a fixed seed and the numbers of Numerical Recipes.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}
