//! Tests of text of unknown origin: too much of it is an error that names the location and the
//! remedy, and no text, however truncated or nested, causes a crash or is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/places.rs"]
mod places;
#[path = "store/records.rs"]
mod records;

use std::collections::BTreeMap;

use ladder_explorer::growth::Case;
use ladder_explorer::guard::{Limits, Measure};
use ladder_explorer::guide::Guide;
use ladder_explorer::ladder::Ladder;
use ladder_explorer::quiz::Quiz;
use ladder_explorer::share::{LinkKind, Reply, Request, Shared as SharedResult};
use ladder_explorer::store::{
    Attempt, Backup, BackupProblem, Import, KeyValue, RecordState, StoreError,
};
use places::{Shared, layout};
use records::{BACKUP_V1, CASE, FROZEN, attempt, case, key, put_case};

const LADDER: &str = include_str!("../ladders/technical-leadership.json");
const GUIDE: &str = include_str!("../ladders/guide.json");
const QUIZ: &str = include_str!("../ladders/quiz.json");
const SMALL: Limits = Limits {
    bytes: 60,
    depth: 3,
    values: 8,
    string: 10,
};

// --- The limits ---

#[test]
fn what_is_within_the_limits_passes_and_one_more_does_not() {
    for (within, beyond, measure) in [
        (" ".repeat(60), " ".repeat(61), Measure::Bytes),
        ("[[[]]]".into(), "[[[[]]]]".into(), Measure::Depth),
        (
            "[{\"a\":[1]}]".into(),
            "[{\"a\":[{}]}]".into(),
            Measure::Depth,
        ),
        (
            "[1,2,3,4,5,6,7]".into(),
            "[1,2,3,4,5,6,7,8]".into(),
            Measure::Values,
        ),
        ("[[],[],[]]".into(), "[[],[],[],[]]".into(), Measure::Values),
        (
            "\"0123456789\"".into(),
            "\"0123456789a\"".into(),
            Measure::String,
        ),
        (
            "{\"0123456789\":1}".into(),
            "{\"0123456789a\":1}".into(),
            Measure::String,
        ),
        (
            "\"12345678\\\"\"".into(),
            "\"123456789\\\"\"".into(),
            Measure::String,
        ),
    ] {
        assert_eq!(SMALL.check(&within), Ok(()), "{within}");
        let excess = SMALL.check(&beyond).unwrap_err();
        assert_eq!(excess.measure, measure, "{beyond}");
    }
}

#[test]
fn brackets_and_commas_in_a_string_are_letters() {
    for text in [
        "\"[[[[{{{{\"",
        "\",,,,,,,,\"",
        "\"\\\"[[[[\"",
        "\"\\\\\",[[[]]]",
    ] {
        assert_eq!(SMALL.check(text), Ok(()), "{text}");
    }
    assert!(SMALL.check("\"\\\\\"[[[[").is_err());
}

#[test]
fn an_excess_names_its_place_and_a_remedy() {
    let excess = SMALL.check("{\n \"é\": [[\n  [1]]]}").unwrap_err();
    assert_eq!((excess.line, excess.column, excess.offset), (3, 3, 14));
    let said = excess.to_string();
    assert!(said.starts_with("line 3, column 3: "), "{said}");
    assert!(
        said.contains("more than 3 lists") && said.ends_with("take some out"),
        "{said}"
    );
}

#[test]
fn text_that_is_no_json_is_left_to_the_parser() {
    for text in [
        "",
        "]]]]]]",
        "\"",
        "\"\\",
        "{\"a",
        ":,",
        "\u{0}",
        "é\u{202e}",
    ] {
        assert_eq!(SMALL.check(text), Ok(()), "{text}");
    }
}

#[test]
fn everything_that_ships_keeps_far_from_the_limits() {
    for pack in [LADDER, GUIDE, QUIZ] {
        let tenth = Limits {
            bytes: Limits::PACK.bytes / 10,
            values: Limits::PACK.values / 4,
            ..Limits::PACK
        };
        assert_eq!(tenth.check(pack), Ok(()));
    }
    for (_, record) in FROZEN {
        assert_eq!(Limits::RECORD.check(record), Ok(()));
    }
}

#[test]
fn the_fullest_case_that_could_be_typed_is_read_and_backed_up() {
    let ladder = Ladder::parse(LADDER).unwrap();
    let guide = Guide::parse(GUIDE, &ladder).unwrap();
    for letter in ["🦀", "\n", "\"", "李"] {
        let note = format!("a{}", letter.repeat(Case::LONGEST - 1));
        let full = |ids: Vec<&String>| {
            let lines = ids.into_iter().map(|id| (id.clone(), note.clone()));
            lines.collect::<BTreeMap<_, _>>()
        };
        let competencies = ladder.competencies.iter();
        let passport = guide.switching.passport.iter();
        let case = Case {
            notes: full(competencies.map(|item| &item.id).collect()),
            passport: full(passport.map(|line| &line.id).collect()),
            ..case("", 1.0)
        };
        let place = Shared::default();
        put_case(&place, &case);
        assert_eq!(
            place.repository().case(),
            Ok(Some(case.clone())),
            "{letter:?}"
        );
        let backup = Backup::of(&place.repository(), 1.0)
            .unwrap()
            .encode()
            .unwrap();
        assert!(Backup::read(&layout(), &backup).is_ok(), "{letter:?}");
    }
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let place = Shared::default();
    let mut bulky = attempt("a1", 1.0);
    bulky.form = "x".repeat(Limits::RECORD.bytes);
    assert_eq!(
        place.repository().save_attempt(&bulky),
        Err(StoreError::NotKept)
    );
    assert!(place.everything().is_empty());
}

// --- Deep nesting ---

/// Text that is nested 100,000 levels deep, in each way that a parser could follow.
fn bombs() -> Vec<String> {
    let deep = 100_000;
    vec![
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("{{\"schema\":1,\"x\":{}", "[".repeat(deep)),
        format!("{{\"schema\":99,\"x\":{}", "[".repeat(deep)),
        format!("{{\"sealed\":{}", "[".repeat(deep)),
        format!("{{\"attempt\":{}", "[".repeat(deep)),
        format!("{{\"changed\":{}", "{\"a\":".repeat(deep)),
    ]
}

#[test]
fn a_record_nested_without_end_is_unreadable_and_stays() {
    for bomb in bombs() {
        for (name, _) in FROZEN {
            let place = Shared::default();
            place.set(&key(name), &bomb).unwrap();
            let before = place.everything();
            let repository = place.repository();
            let inventory = repository.inventory().unwrap();
            let state = &inventory.entries[0].state;
            assert!(
                matches!(state, RecordState::Unreadable { .. }),
                "{name}: {state:?}"
            );
            for error in [
                repository
                    .attempts()
                    .unwrap()
                    .into_iter()
                    .find_map(Result::err),
                repository.case().err(),
                repository
                    .opinions_on(&records::id("a1"))
                    .unwrap()
                    .into_iter()
                    .find_map(Result::err),
            ]
            .into_iter()
            .flatten()
            {
                assert!(matches!(error, StoreError::Unreadable { .. }), "{error}");
            }
            repository.newest().unwrap();
            repository.backup_due(1e12);
            assert_eq!(place.everything(), before);
        }
    }
}

#[test]
fn a_record_beyond_a_limit_is_unreadable_even_where_a_parser_would_take_it() {
    for (name, whole) in FROZEN {
        for (excess, told) in [
            (format!("{}{}", "[".repeat(16), "]".repeat(16)), "16 lists"),
            (format!("[0{}]", ",0".repeat(50_000)), "50000 values"),
            (format!("\"{}\"", "a".repeat(65_537)), "65536 bytes"),
            (format!("0{}", " ".repeat(524_288)), "524288 bytes"),
        ] {
            let text = whole.replacen('{', &format!("{{\"more\": {excess}, "), 1);
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
            let place = Shared::default();
            place.set(&key(name), &text).unwrap();
            match place
                .repository()
                .inventory()
                .unwrap()
                .entries
                .remove(0)
                .state
            {
                RecordState::Unreadable { why } => assert!(why.contains(told), "{name}: {why}"),
                other => panic!("{name}, {told}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_list_is_no_record_is_not_locked_and_keeps_nobody_from_backing_up() {
    for (name, _) in FROZEN {
        for list in ["[[]]", "[99]", " [1, \"a1\"]", "[{\"sealed\":1}]"] {
            let place = Shared::default();
            place.set(&key(name), list).unwrap();
            let repository = place.repository();
            let state = repository.inventory().unwrap().entries.remove(0).state;
            assert!(
                matches!(state, RecordState::Unreadable { .. }),
                "{name}, {list}: {state:?}"
            );
            assert!(Backup::of(&repository, 1.0).is_ok(), "{name}, {list}");
        }
    }
}

#[test]
fn a_backup_nested_without_end_is_refused() {
    for bomb in bombs() {
        let fault = Backup::read(&layout(), &bomb).unwrap_err();
        assert!(
            matches!(fault.problem, BackupProblem::TooMuch(_)),
            "{fault}"
        );
        let inside = serde_json::json!({
            "format": "ladder-explorer-backup", "version": 1, "made": 1.0,
            "records": { "attempt/a1": bomb }
        });
        // As text in a string it is harmless: it is restored unchanged.
        let backup = Backup::read(&layout(), &inside.to_string()).unwrap();
        assert_eq!(backup.unreadable().len(), 1);
        let place = Shared::default();
        backup.preview(&place.repository()).unwrap();
        place.repository().import(&backup, Import::Add).unwrap();
        assert_eq!(place.get(&key("attempt/a1")).unwrap(), Some(bomb));
    }
}

#[test]
fn a_pack_nested_without_end_is_refused_with_its_place() {
    let ladder = Ladder::parse(LADDER).unwrap();
    for bomb in bombs() {
        for faults in [
            Ladder::parse(&bomb).unwrap_err(),
            Guide::parse(&bomb, &ladder).unwrap_err(),
            Quiz::parse(&bomb).unwrap_err(),
        ] {
            assert_eq!(faults.len(), 1);
            assert!(
                faults[0].place.starts_with("line 1, column "),
                "{}",
                faults[0]
            );
            assert!(faults[0].problem.contains("more than 32"), "{}", faults[0]);
        }
    }
    let long = " ".repeat(Limits::PACK.bytes + 1);
    assert!(Quiz::parse(&long).unwrap_err()[0].problem.contains("bytes"));
}

#[test]
fn a_link_nested_without_end_is_refused() {
    let quiz = Quiz::parse(QUIZ).unwrap();
    for bomb in bombs() {
        for text in [bomb.clone(), bomb[..7_000].to_owned(), format!("r1.{bomb}")] {
            assert!(SharedResult::read(&text, &quiz).is_err());
            assert!(Request::read(&text, &quiz).is_err());
            assert!(Reply::read(&text, &quiz).is_err());
            LinkKind::of(&text);
        }
    }
}

#[test]
fn what_this_guide_for_authors_says_of_size_is_what_the_checks_say() {
    let readme = include_str!("../ladders/README.md");
    for text in [
        "[".repeat(33),
        format!("[{}", "0,".repeat(Limits::PACK.values)),
        format!("\"{}\"", "a".repeat(Limits::PACK.string + 1)),
        " ".repeat(Limits::PACK.bytes + 1),
    ] {
        let problem = Limits::PACK.check(&text).unwrap_err().problem();
        assert!(
            readme.contains(&problem),
            "ladders/README.md lacks “{problem}”"
        );
    }
}

// --- Truncated text ---

#[test]
fn a_record_cut_short_at_any_byte_is_told_and_kept() {
    for (name, whole) in FROZEN {
        for end in (0..whole.trim_end().len()).filter(|end| whole.is_char_boundary(*end)) {
            let cut = &whole[..end];
            let place = Shared::default();
            place.set(&key(name), cut).unwrap();
            let repository = place.repository();
            let before = place.everything();
            let entry = repository.inventory().unwrap().entries.remove(0);
            assert!(
                matches!(entry.state, RecordState::Unreadable { .. }),
                "{name} cut at {end}"
            );
            repository.attempts().unwrap();
            repository.newest().unwrap();
            repository
                .opinions_on(&records::id("19aa5c1d280-2f6b1c3"))
                .unwrap();
            repository.backup_due(1e12);
            let backup = Backup::of(&repository, 1.0).unwrap();
            backup.preview(&repository).unwrap();
            repository.import(&backup, Import::Add).unwrap();
            repository.import(&backup, Import::Replace).unwrap();
            assert_eq!(place.everything(), before, "{name} cut at {end}");
        }
    }
}

#[test]
fn a_backup_cut_short_at_any_byte_is_refused() {
    let whole = BACKUP_V1.trim_end();
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let fault = Backup::read(&layout(), &whole[..end]).unwrap_err();
        let shape = matches!(
            fault.problem,
            BackupProblem::Shape(_) | BackupProblem::NoBackup
        );
        assert!(shape, "{end}: {fault}");
    }
    assert!(Backup::read(&layout(), whole).is_ok());
}

// --- Frozen records ---

#[test]
fn every_record_that_ever_shipped_migrates_and_once_is_enough() {
    for (name, text) in FROZEN {
        let place = Shared::default();
        place.set(&key(name), text).unwrap();
        let repository = place.repository();
        let rewrite = || {
            repository
                .save_settings(&repository.settings().unwrap())
                .unwrap();
            for attempt in repository.attempts().unwrap() {
                repository.save_attempt(&attempt.unwrap()).unwrap();
            }
            for entry in repository
                .opinions_on(&records::id("19aa5c1d280-2f6b1c3"))
                .unwrap()
            {
                repository.save_opinion(&entry.unwrap()).unwrap();
            }
            for (id, mark) in repository.marks().unwrap().marks {
                repository.save_mark(&id, &mark).unwrap();
            }
            for entry in repository.check_ins().unwrap() {
                repository.save_check_in(&entry.unwrap()).unwrap();
            }
            for entry in repository.views().unwrap() {
                repository.save_view(&entry.unwrap()).unwrap();
            }
            place.get(&key(name)).unwrap().unwrap()
        };
        let once = rewrite();
        // Values are written as they were, and the notes of an older case are only read.
        let stays = text.contains("\"value\"") || name == CASE;
        assert_eq!(once == text, stays, "{name}");
        assert_eq!(rewrite(), once, "{name}");
        let state = repository.inventory().unwrap().entries.remove(0).state;
        assert_eq!(state, RecordState::Readable, "{name}");
    }
    let v1 = Attempt::decode(&key("attempt/19aa5c1d280-2f6b1c3"), records::ATTEMPT_V1).unwrap();
    let v2 = Attempt::decode(&key("attempt/19aa5c1d280-2f6b1c3"), records::ATTEMPT_V2).unwrap();
    assert_eq!(v1.answers, v2.answers);
}
