//! Test of links that people paste: the text around a link in prose is removed, and a damaged link
//! is never read as another one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use ladder_explorer::quiz::{Answer, Answers, Quiz};
use ladder_explorer::share::{LinkFault, LinkKind, Reply, Request, Shared};

fn quiz() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz.json")).unwrap()
}

/// One link of each kind: its kind, and the part after its “#”.
fn codes(quiz: &Quiz) -> [(LinkKind, String); 3] {
    let form = &quiz.forms[0];
    let mut answers = Answers::default();
    for id in &form.items {
        answers.set(id, Answer::Category(3));
    }
    let shared = Shared {
        quiz: quiz.id.clone(),
        quiz_version: quiz.version,
        form: form.id.clone(),
        name: Some("Zoë".to_owned()),
        answers: answers.clone(),
        today: BTreeMap::new(),
        taken: Some(20_000),
    };
    let request = Request {
        quiz: quiz.id.clone(),
        quiz_version: quiz.version,
        form: form.id.clone(),
        attempt: "a1-b2".to_owned(),
        name: None,
    };
    let reply = request.clone().reply(Some("Ada"), answers);
    [
        (LinkKind::Result, shared.write(quiz).unwrap()),
        (LinkKind::Request, request.write(quiz).unwrap()),
        (LinkKind::Reply, reply.write(quiz).unwrap()),
    ]
}

/// Reads a text as a link and returns its code.
fn read(kind: LinkKind, text: &str, quiz: &Quiz) -> Result<String, LinkFault> {
    match kind {
        LinkKind::Result | LinkKind::ViewRequest | LinkKind::View => {
            Shared::read(text, quiz).and_then(|one| one.write(quiz))
        }
        LinkKind::Request => Request::read(text, quiz).and_then(|one| one.write(quiz)),
        LinkKind::Reply => Reply::read(text, quiz).and_then(|one| one.write(quiz)),
    }
}

#[test]
fn what_stands_behind_or_around_a_link_in_prose_is_taken_off() {
    let quiz = quiz();
    for (kind, code) in codes(&quiz) {
        for (before, after) in [
            ("", "."),
            ("", "..."),
            ("", "…"),
            ("", ","),
            ("", ";"),
            ("", ":"),
            ("", "!"),
            ("", "?"),
            ("", ")"),
            ("", ")."),
            ("", "]"),
            ("", "}"),
            ("", ">"),
            ("", ">."),
            ("", "%3E"),
            ("", "\""),
            ("", "%22"),
            ("", "'"),
            ("", "”"),
            ("", "’."),
            ("", "%E2%80%9D."),
            ("", "»"),
            ("", "%C2%BB"),
            ("", "`"),
            ("", "*"),
            ("", "**"),
            ("", "_"),
            ("", "|"),
            ("", "-"),
            ("", "–"),
            ("", "\u{200b}"),
            ("", "%E2%80%8B"),
            ("", "\u{feff}"),
            ("", "\u{a0}"),
            ("", "%C2%A0"),
            ("", "%20"),
            ("", "\n"),
            ("", "\r\n"),
            ("", "%0A"),
            ("", "%0D%0A"),
            ("", " and thanks"),
            ("", "%20and%20thanks."),
            ("", ", which I made yesterday"),
            ("", "&utm_source=chat"),
            ("", "?utm_source=chat"),
            ("", "。"),
            ("", "、"),
            ("", "）"),
            ("\u{200b}", ""),
            ("%E2%80%8B", ""),
            ("<", ">"),
            ("“", "”"),
            ("(", ")"),
            (" ", " "),
            ("%20", ""),
        ] {
            let text = format!("{before}{code}{after}");
            assert_eq!(LinkKind::of(&text), Some(kind), "{text:?}");
            assert_eq!(read(kind, &text, &quiz), Ok(code.clone()), "{text:?}");
        }
    }
}

#[test]
fn a_character_that_nobody_sees_within_a_link_is_taken_out() {
    let quiz = quiz();
    for (kind, code) in codes(&quiz) {
        for hidden in [
            "\u{200b}",
            "\u{2060}",
            "\u{ad}",
            "\u{feff}",
            "%E2%80%8B",
            "%C2%AD",
        ] {
            for at in [1, 20, code.len() - 3] {
                let text = format!("{}{hidden}{}", &code[..at], &code[at..]);
                assert_eq!(read(kind, &text, &quiz), Ok(code.clone()), "{text:?}");
            }
        }
        let escaped = code.replace('.', "%2E").replace('-', "%2d");
        assert_eq!(read(kind, &escaped, &quiz), Ok(code.clone()));
    }
}

#[test]
fn a_damaged_link_stays_damaged_whatever_is_behind_it() {
    let quiz = quiz();
    for (kind, code) in codes(&quiz) {
        for after in ["", ".", ")", "%3E", "\u{200b}", " and more"] {
            for cut in 1..code.len() - 3 {
                let text = format!("{}{after}", &code[..code.len() - cut]);
                assert!(read(kind, &text, &quiz).is_err(), "{text:?}");
            }
            let text = format!("{}{after}", code.replacen("standard", "long", 1));
            let changed = text.replacen("quick", "long", 1);
            assert!(read(kind, &changed, &quiz).is_err(), "{changed:?}");
        }
        for after in ["0", "f", ".x", "0."] {
            let text = format!("{code}{after}");
            assert!(read(kind, &text, &quiz).is_err(), "{text:?}");
        }
    }
}
