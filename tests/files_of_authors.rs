//! Test of the files in `ladders/`: a file that an author saved in another way is read, or it is
//! reported once with the location, the cause and the remedy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use ladder_explorer::guide::Guide;
use ladder_explorer::ladder::{Fault, Ladder};
use ladder_explorer::quiz::Quiz;

const LADDER: &str = "technical-leadership.json";
const GUIDE: &str = "guide.json";
const QUIZ: &str = "quiz.json";

/// The format of each file.
fn format_of(name: &str) -> &'static str {
    match name {
        LADDER => "2",
        _ => "1",
    }
}

fn text(name: &str) -> String {
    let path = format!("{}/ladders/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

fn parse(name: &str, text: &str) -> Vec<Fault> {
    let ladder = || Ladder::parse(&self::text(LADDER)).unwrap();
    match name {
        LADDER => Ladder::parse(text).err(),
        QUIZ => Quiz::parse(text).err(),
        _ => Guide::parse(text, &ladder()).err(),
    }
    .unwrap_or_default()
}

#[test]
fn a_byte_order_mark_before_a_file_is_read_over() {
    for name in [LADDER, GUIDE, QUIZ] {
        let marked = format!("\u{feff}{}", text(name));
        assert_eq!(parse(name, &marked), [], "{name}");
        let windows = format!("\u{feff}{}", text(name).replace('\n', "\r\n"));
        assert_eq!(parse(name, &windows), [], "{name}");
    }
}

/// What an author did, the original text, the changed text, and the words of the message that name
/// the cause and the remedy. `N` is the number of the file's format.
const SLIPS: [(&str, &str, &str, &str); 17] = [
    ("curly quotes", "\"schema\": N", "“schema”: N", "straight"),
    ("low quotes", "\"schema\": N", "„schema“: N", "straight"),
    ("guillemets", "\"schema\": N", "«schema»: N", "straight"),
    ("single quotes", "\"schema\": N", "'schema': N", "straight"),
    (
        "one curly quote",
        "\"schema\": N",
        "\"schema”: N",
        "closing quote",
    ),
    (
        "a curly value",
        "\"schema\": N",
        "\"schema\": “N”",
        "straight",
    ),
    (
        "a comment",
        "\"schema\": N",
        "// the format\n  \"schema\": N",
        "comment",
    ),
    (
        "a block comment",
        "\"schema\": N",
        "/* N */ \"schema\": N",
        "comment",
    ),
    (
        "a hash",
        "\"schema\": N",
        "# the format\n  \"schema\": N",
        "comment",
    ),
    ("two commas", "\"schema\": N,", "\"schema\": N,,", "comma"),
    ("no comma", "\"schema\": N,", "\"schema\": N", "comma"),
    ("no quotes", "\"schema\": N", "schema: N", "quotes"),
    ("no colon", "\"schema\": N", "\"schema\" N", "colon"),
    (
        "a no-break space",
        "\"schema\": N",
        "\u{a0}\"schema\": N",
        "U+00A0",
    ),
    (
        "a hidden character",
        "\"schema\": N",
        "\u{200b}\"schema\": N",
        "U+200B",
    ),
    (
        "a merge",
        "\"schema\": N",
        "<<<<<<< HEAD\n  \"schema\": N",
        "merge",
    ),
    (
        "a backslash",
        "\"schema\": N",
        "\"sch\\ema\": N",
        "backslash",
    ),
];

#[test]
fn a_slip_that_is_no_json_is_named_with_its_place_cause_and_remedy() {
    for name in [LADDER, GUIDE, QUIZ] {
        for (what, old, new, says) in SLIPS {
            let whole = text(name);
            let [old, new] = [old, new].map(|words| words.replace('N', format_of(name)));
            let broken = whole.replacen(&old, &new, 1);
            assert_ne!(whole, broken, "{name}: {what}");
            let found = parse(name, &broken);
            assert_eq!(found.len(), 1, "{name}: {what}: {found:?}");
            let Fault { place, problem } = &found[0];
            assert!(
                place.starts_with("line 3, column ") || place.starts_with("line 4, column "),
                "{name}: {what}: {place}"
            );
            assert!(problem.contains(says), "{name}: {what}: {problem}");
            assert!(!problem.contains(" at line "), "told once: {problem}");
        }
    }
}

#[test]
fn the_column_is_the_one_that_an_editor_shows() {
    let text = "{\n  \"about\": \"é–é\", \"name\": “x”\n}";
    let found = Ladder::parse(text).unwrap_err();
    assert_eq!(found[0].place, "line 2, column 27");
    let found = Ladder::parse("{\r\n\t\"schema\": 1,\r\n}").unwrap_err();
    assert_eq!(found[0].place, "line 3, column 1");
    assert!(found[0].problem.contains("comma"), "{}", found[0]);
}

#[test]
fn a_comma_behind_the_last_entry_is_named() {
    for (text, line) in [
        ("{\"schema\": 1,}", 1),
        ("{\"schema\": 1,\n}", 2),
        ("{\"schema\": 1, \"pairLabels\": [\"a\",\n\n]}", 3),
    ] {
        let found = Quiz::parse(text).unwrap_err();
        assert!(
            found[0].place.starts_with(&format!("line {line}, ")),
            "{}",
            found[0]
        );
        assert!(found[0].problem.contains("last entry"), "{}", found[0]);
    }
}

#[test]
fn a_file_that_ends_early_or_is_none_of_ours_says_what_it_is() {
    for (text, says) in [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("{\"schema\": 1", "ends too early"),
        ("<!DOCTYPE html><html></html>", "web page"),
        ("{\\rtf1\\ansi", "word processor"),
        ("schema: 1\nname: x\n", "begin with {"),
        ("[1, 2]", "begin with {"),
        ("\"text\"", "begin with {"),
    ] {
        for found in [
            Ladder::parse(text).unwrap_err(),
            Quiz::parse(text).unwrap_err(),
        ] {
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].place.starts_with("line "), "{text}: {}", found[0]);
            assert!(found[0].problem.contains(says), "{text}: {}", found[0]);
        }
    }
}

#[test]
fn text_behind_the_end_of_a_file_is_named() {
    for name in [LADDER, GUIDE, QUIZ] {
        let found = parse(name, &format!("{} {{}}", text(name).trim_end()));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].problem.contains("after the last }"),
            "{}",
            found[0]
        );
    }
}

#[test]
fn a_file_that_was_cut_short_says_so() {
    for name in [LADDER, GUIDE, QUIZ] {
        let whole = text(name);
        for part in 1..20 {
            let mut end = whole.len() * part / 20;
            while !whole.is_char_boundary(end) {
                end -= 1;
            }
            let found = parse(name, &whole[..end]);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].problem.contains("ends too early"), "{}", found[0]);
        }
    }
}

#[test]
fn a_file_in_the_place_of_another_says_which_it_is() {
    for (name, other, says) in [
        (LADDER, GUIDE, "this is a guide, not a ladder"),
        (LADDER, QUIZ, "this is a quiz, not a ladder"),
        (GUIDE, LADDER, "this is a ladder, not a guide"),
        (GUIDE, QUIZ, "this is a quiz, not a guide"),
        (QUIZ, LADDER, "this is a ladder, not a quiz"),
        (QUIZ, GUIDE, "this is a guide, not a quiz"),
    ] {
        let whole = text(other);
        let (first, rest) = whole.split_once('\n').unwrap();
        let (_schema, rest) = rest.split_once('\n').unwrap();
        for text in [whole.clone(), format!("{first}\n{rest}")] {
            let found = parse(name, &text);
            assert_eq!(found.len(), 1, "{name} {other}: {found:?}");
            assert!(found[0].problem.contains(says), "{name}: {}", found[0]);
        }
    }
}

#[test]
fn honest_words_are_nobodys_fault() {
    let honest = [
        "You weigh equity and inequity in who gets the interesting work.",
        "You write compensation steps for each action that can fail.",
        "You end the review with a bonus round of questions.",
        "You keep the salary service, and its bonus module, running.",
    ];
    for words in honest {
        for (name, pointer) in [
            (LADDER, "/competencies/0/cells/l7/text"),
            (LADDER, "/levels/0/about"),
            (GUIDE, "/traps/0/tell"),
            (QUIZ, "/items/0/ask/pair/stem"),
        ] {
            let mut pack: serde_json::Value = serde_json::from_str(&text(name)).unwrap();
            *pack.pointer_mut(pointer).unwrap() = words.into();
            assert_eq!(parse(name, &pack.to_string()), [], "{words}");
        }
    }
}
