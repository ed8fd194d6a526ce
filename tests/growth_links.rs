//! Tests of second views in links and files: they are read as they were written, beside the same words,
//! or an error says what is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "store/any_ladder.rs"]
mod any_ladder;

use any_ladder::{Chance, LadderText, standing};
use ladder_explorer::growth::{Expected, Judged, Standing, View};
use ladder_explorer::ladder::{Ladder, Level};
use ladder_explorer::share::{
    LinkFault, LinkKind, OtherTexts, ViewFileFault, ViewRequest, read_view, read_view_file,
    view_file, write_view,
};

/// Links that people have in their messages, about [`small`].
const FROZEN_REQUEST: &str = "g1.small.1-0-0.d1--d2.df69112b.5a6fc3ab.b22c9cd8";
const FROZEN_VIEW: &str =
    "v1.small.1-0-0.d1--d2.df69112b.2xn.0-5965732e.412074616c6b2e.5a6fc3ab.2a6a1190";

// --- Round trips ---

#[test]
fn what_goes_into_a_link_or_a_file_comes_out_of_it() {
    let mut chance = Chance(1);
    for _ in 0..300 {
        let ladder = LadderText::any(&mut chance).ladder();
        let (view, request) = (
            any_view(&mut chance, &ladder),
            any_request(&mut chance, &ladder),
        );
        let code = request.write(&ladder).unwrap();
        assert_eq!(ViewRequest::read(&code, &ladder), Ok(request));
        let code = write_view(&view, &ladder).unwrap();
        let link = format!("Look: https://a.example/growth/#{code}.");
        assert_eq!(read_view(&link, &ladder, view.received), Ok(view.clone()));
        let safe = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
        assert!(code.len() <= 7_000 && code.bytes().all(safe), "{code}");
        let file = view_file(&view, &ladder).unwrap();
        assert_eq!(read_view_file(&file, &ladder, view.received), Ok(view));
    }
}

#[test]
fn what_is_too_long_for_a_link_says_to_take_a_file() {
    let ladder = LadderText::any(&mut Chance(2)).ladder();
    let level = &ladder.levels[0];
    let note = "🦀".repeat(View::LONGEST_NOTE);
    let view = View::new(&ladder, &[level], (None, &Judged::new(), &note), 1.0).unwrap();
    let told = write_view(&view, &ladder).unwrap_err().to_string();
    assert!(told.contains("file"), "{told}");
    let file = view_file(&view, &ladder).unwrap();
    assert_eq!(read_view_file(&file, &ladder, 1.0), Ok(view));
}

#[test]
fn a_link_of_the_first_format_still_opens() {
    let ladder = small("1.0.0", "Names risks");
    let request = ViewRequest {
        ladder: "small".to_owned(),
        ladder_version: "1.0.0".to_owned(),
        levels: vec!["d1".to_owned(), "d2".to_owned()],
        name: Some("Zoë".to_owned()),
    };
    assert_eq!(request.write(&ladder).as_deref(), Ok(FROZEN_REQUEST));
    assert_eq!(ViewRequest::read(FROZEN_REQUEST, &ladder), Ok(request));
    let view = small_view(&ladder);
    assert_eq!(write_view(&view, &ladder).as_deref(), Ok(FROZEN_VIEW));
    assert_eq!(read_view(FROZEN_VIEW, &ladder, 1.0), Ok(view));
    for (code, kind) in [
        (FROZEN_REQUEST, LinkKind::ViewRequest),
        (FROZEN_VIEW, LinkKind::View),
    ] {
        assert_eq!(LinkKind::of(code), Some(kind));
        assert_eq!(LinkKind::quiz_of(code), None);
    }
    assert_eq!(
        read_view(FROZEN_REQUEST, &ladder, 1.0),
        Err(LinkFault::OtherKind(LinkKind::ViewRequest))
    );
    let newer = FROZEN_VIEW.replacen("v1", "v2", 1);
    assert_eq!(read_view(&newer, &ladder, 1.0), Err(LinkFault::Newer));
}

#[test]
fn a_view_is_the_same_record_on_whichever_way_it_comes() {
    let ladder = small("1.0.0", "Names risks");
    let by_link = read_view(FROZEN_VIEW, &ladder, 1.0).unwrap();
    let file = view_file(&by_link, &ladder).unwrap();
    assert_eq!(read_view_file(&file, &ladder, 2.0).unwrap().id, by_link.id);
    let later = small("1.2.0", "Names risks");
    let later = read_view(FROZEN_VIEW, &later, 2.0).unwrap();
    assert_eq!(later.id, by_link.id);
    assert_eq!(later.ladder_version, "1.0.0", "the version that they saw");
}

// --- What is refused ---

#[test]
fn a_link_that_was_cut_or_changed_anywhere_is_refused() {
    let mut chance = Chance(3);
    for _ in 0..8 {
        let ladder = LadderText::any(&mut chance).ladder();
        let view = any_view(&mut chance, &ladder);
        let request = any_request(&mut chance, &ladder).write(&ladder).unwrap();
        for code in [Some(request), write_view(&view, &ladder).ok()]
            .into_iter()
            .flatten()
        {
            if code.len() > 500 {
                continue;
            }
            let is_refused = |text: &str| {
                read_view(text, &ladder, 1.0).is_err() && ViewRequest::read(text, &ladder).is_err()
            };
            for end in 0..code.len() {
                assert!(is_refused(&code[..end]), "{}", &code[..end]);
                for letter in ["0", "1", "a", "f", "n", "x", "-", ".", "#", "é"] {
                    if code[end..].starts_with(letter) {
                        continue;
                    }
                    let changed = format!("{}{letter}{}", &code[..end], &code[end + 1..]);
                    assert!(is_refused(&changed), "{changed}");
                }
            }
        }
    }
}

#[test]
fn a_link_whose_sum_is_right_is_still_read_in_one_way_only() {
    let ladder = small("1.0.0", "Names risks");
    let (body, _) = FROZEN_VIEW.rsplit_once('.').unwrap();
    let fields: Vec<&str> = body.split('.').collect();
    assert!(read_view(&summed(body), &ladder, 1.0).is_ok());
    for (at, bad) in [
        (3, "d1"),
        (3, "d2--d1"),
        (3, "d1--d1"),
        (3, ""),
        (5, "2x"),
        (5, "2xnn"),
        (5, "23n"),
        (6, "0-41-0-42"),
        (6, "2-41-0-42"),
        (6, "00-41"),
        (6, "1-41"),
        (6, "9-41"),
        (6, "0"),
        (6, "0-4"),
        (6, "0-"),
        (6, "0-4A"),
        (6, "0-20"),
        (6, "0-ff"),
        (7, "410a"),
        (7, "e280ae"),
        (8, "2041"),
    ] {
        let mut fields: Vec<String> = fields.iter().map(|one| (*one).to_owned()).collect();
        fields[at] = bad.to_owned();
        let code = summed(&fields.join("."));
        assert!(read_view(&code, &ladder, 1.0).is_err(), "{code}");
    }
    assert!(read_view(&summed(&format!("{body}.x")), &ladder, 1.0).is_err());
}

#[test]
fn a_link_or_file_about_other_words_says_so() {
    let ladder = small("1.0.0", "Names risks");
    let view = small_view(&ladder);
    let file = view_file(&view, &ladder).unwrap();
    let reworded = small("1.1.0", "Names risks early");
    let unannounced = small("1.0.0", "Names risks early");
    let mut other = small("1.0.0", "Names risks");
    other.id = "another".to_owned();
    for (page, why) in [
        (
            &reworded,
            OtherTexts::Version {
                theirs: "1.0.0".to_owned(),
                ours: "1.1.0".to_owned(),
            },
        ),
        (&unannounced, OtherTexts::Expectations),
        (
            &other,
            OtherTexts::Ladder {
                theirs: "small".to_owned(),
                ours: "another".to_owned(),
            },
        ),
    ] {
        let told = LinkFault::OtherTexts(why.clone());
        assert_eq!(read_view(FROZEN_VIEW, page, 1.0), Err(told.clone()));
        assert_eq!(ViewRequest::read(FROZEN_REQUEST, page), Err(told));
        let told = ViewFileFault::OtherTexts(why);
        assert_eq!(read_view_file(&file, page, 1.0), Err(told));
    }
    let told = write_view(&view, &reworded).unwrap_err();
    assert!(matches!(
        told,
        LinkFault::OtherTexts(OtherTexts::Version { .. })
    ));
}

#[test]
fn reworded_levels_are_never_read_beside_old_marks() {
    let mut chance = Chance(4);
    for _ in 0..200 {
        let mut text = LadderText::any(&mut chance);
        let ladder = text.ladder();
        let view = any_view(&mut chance, &ladder);
        let levels = view.levels.iter().map(|id| ladder.level(id).unwrap());
        let levels: Vec<&Level> = levels.collect();
        let ids: Vec<String> = Expected::of_levels(&ladder, &levels)
            .into_iter()
            .map(|one| one.id)
            .collect();
        let code = write_view(&view, &ladder);
        let reworded = text.reword(&mut chance);
        text.version = "1.0.1".to_owned();
        let is_about = reworded.iter().any(|id| ids.contains(id));
        if let Ok(code) = code {
            let read = read_view(&code, &text.ladder(), view.received);
            assert_eq!(read.is_err(), is_about);
            assert!(is_about || read == Ok(view));
        }
    }
}

#[test]
fn a_file_that_was_cut_is_refused_and_hostile_text_loses_its_marks() {
    let ladder = small("1.0.0", "Names risks");
    let file = view_file(&small_view(&ladder), &ladder).unwrap();
    for end in 0..file.len() {
        if let Some(cut) = file.get(..end) {
            assert!(read_view_file(cut, &ladder, 1.0).is_err());
        }
    }
    let read = |from: &str, to: &str| {
        assert!(file.contains(from), "{file}");
        read_view_file(&file.replacen(from, to, 1), &ladder, 1.0)
    };
    let hostile = "Zo\\u202eë <img src=x onerror=alert(1)>";
    let view = read("Zoë", hostile).unwrap();
    assert_eq!(
        view.from.as_deref(),
        Some("Zoë <img src=x onerror=alert(1)>")
    );
    assert!(matches!(
        read("\"schema\": 1", "\"schema\": 2"),
        Err(ViewFileFault::Newer(2))
    ));
    assert!(matches!(
        read("\"levels\"", "\"x\": 1, \"levels\""),
        Err(ViewFileFault::Shape(_))
    ));
    assert!(matches!(
        read("explorer/view", "explorer/x"),
        Err(ViewFileFault::NotOurs)
    ));
    assert!(matches!(
        read("reliably", "always"),
        Err(ViewFileFault::Shape(_))
    ));
    let long = "é".repeat(View::LONGEST_NAME + 2);
    assert!(matches!(
        read("Zoë", &long),
        Err(ViewFileFault::TooLong("name", _))
    ));
    let endless = "[".repeat(1_000_000);
    assert!(matches!(
        read_view_file(&endless, &ladder, 1.0),
        Err(ViewFileFault::TooMuch(_))
    ));
    for other in ["", "null", "[]", "{}", "[\"ladder-explorer/view\", 1]"] {
        let told = read_view_file(other, &ladder, 1.0);
        assert_eq!(told, Err(ViewFileFault::NotOurs), "{other}");
    }
}

#[test]
fn a_request_holds_no_mark_and_a_name_that_is_too_long_is_refused() {
    let mut chance = Chance(5);
    let ladder = LadderText::any(&mut chance).ladder();
    let mut request = any_request(&mut chance, &ladder);
    request.name = Some("é".repeat(82));
    assert_eq!(request.write(&ladder), Err(LinkFault::LongName(2)));
    request.name = None;
    request.levels.clear();
    assert!(request.write(&ladder).is_err());
}

// --- Helpers ---

fn any_levels<'a>(chance: &mut Chance, ladder: &'a Ladder) -> Vec<&'a Level> {
    let first = chance.below(ladder.levels.len());
    let second = chance.below(ladder.levels.len());
    let mut levels = vec![&ladder.levels[first]];
    if second != first {
        levels.push(&ladder.levels[second]);
    }
    levels
}

fn any_view(chance: &mut Chance, ladder: &Ladder) -> View {
    const WORDS: [&str; 5] = ["Zoë 🦀", "李小龍", "a <b> & “c”", "-._%#", "x"];
    let levels = any_levels(chance, ladder);
    let mut line = |most: usize| {
        let words: Vec<&str> = (0..chance.below(most))
            .map(|_| WORDS[chance.below(5)])
            .collect();
        words.join(" ")
    };
    let (from, most) = (line(3), [2, 20][line(2).len() % 2]);
    let note = format!("{}\n\n{}", line(6), line(3));
    let texts: Vec<String> = (0..20).map(|_| line(most)).collect();
    let mut judged = Judged::new();
    for (at, one) in Expected::of_levels(ladder, &levels).into_iter().enumerate() {
        if chance.below(5) > 0 {
            judged.insert(one.id, (standing(chance), texts[at % 20].clone()));
        }
    }
    View::new(ladder, &levels, (Some(&from), &judged, &note), 5.0).unwrap()
}

fn any_request(chance: &mut Chance, ladder: &Ladder) -> ViewRequest {
    let levels = any_levels(chance, ladder).into_iter();
    ViewRequest {
        ladder: ladder.id.clone(),
        ladder_version: ladder.version.clone(),
        levels: levels.map(|level| level.id.clone()).collect(),
        name: [None, Some("Zoë Ångström".to_owned())][chance.below(2)].clone(),
    }
}

/// Two levels of one track, two competencies.
fn small(version: &str, first: &str) -> Ladder {
    let file = serde_json::json!({
        "schema": 2, "id": "small", "version": version, "name": "Small", "lang": "en",
        "tracks": [{ "id": "deep", "name": "Deep" }],
        "levels": [
            { "id": "d1", "title": "One", "tracks": ["deep"], "height": 1 },
            { "id": "d2", "title": "Two", "tracks": ["deep"], "height": 2 },
        ],
        "competencies": [
            { "id": "risk", "name": "Risk", "cells": {
                "d1": { "gist": first }, "d2": { "gist": "Weighs risks" } } },
            { "id": "craft", "name": "Craft", "cells": {
                "d1": { "gist": "Writes code" }, "d2": { "as": "d1" } } },
        ],
    });
    Ladder::parse(&file.to_string()).unwrap()
}

fn small_view(ladder: &Ladder) -> View {
    let levels: Vec<&Level> = ladder.levels.iter().collect();
    let line = |standing, text: &str| (standing, text.to_owned());
    let judged: Judged = [
        ("d1.risk".to_owned(), line(Standing::Reliably, "Yes.")),
        ("d2.risk".to_owned(), line(Standing::NoChance, "")),
    ]
    .into();
    View::new(ladder, &levels, (Some("Zoë"), &judged, "A talk."), 1.0).unwrap()
}

/// A code with the right sum for it: CRC-32, written once more.
fn summed(body: &str) -> String {
    let sum = !body.bytes().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| match sum & 1 {
            1 => (sum >> 1) ^ 0xedb8_8320,
            _ => sum >> 1,
        })
    });
    format!("{body}.{sum:08x}")
}
