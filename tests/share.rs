//! Tests of answers sent in a link: they are read as they were written, or an error says what is
//! wrong; never anything else, however the link was changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ladder_explorer::quiz::{Answer, Answers, Form, Quiz};
use ladder_explorer::share::{
    LONGEST, LONGEST_NAME, LinkFault, LinkKind, Reply, Request, Shared, day_of, tidy_name, time_of,
};

/// Links that people have in their messages: they must open as long as their questions exist.
const FROZEN: [&str; 3] = [
    "r1.frozen.3.short.76cfd513.40nx.20x.20413.5a6fc3ab.f52822bf",
    "o1.frozen.3.short.a0ab187d.19aa5c1d280-2f6b1c3..9d6e5ce3",
    "a1.frozen.3.short.a0ab187d.19aa5c1d280-2f6b1c3.123x.5a6fc3ab.e87332e1",
];

// --- Round trips ---

#[test]
fn what_goes_into_a_link_comes_out_of_it() {
    let mut chance = Chance(1);
    for _ in 0..300 {
        let sheet = sheet(&mut chance);
        let code = sheet.shared.write(quiz()).unwrap();
        assert_eq!(Shared::read(&code, quiz()), Ok(sheet.shared));
        let code = sheet.request.write(quiz()).unwrap();
        assert_eq!(Request::read(&code, quiz()), Ok(sheet.request));
        let code = sheet.reply.write(quiz()).unwrap();
        assert_eq!(Reply::read(&code, quiz()), Ok(sheet.reply));
    }
}

#[test]
fn a_whole_link_reads_like_what_stands_behind_its_sign() {
    for code in codes(&sheet(&mut Chance(2))) {
        let kind = LinkKind::of(&code);
        for text in [
            format!("#{code}"),
            format!("https://a.example/results/?rung=7#{code}"),
            format!("  https://a.example/#old#{code}\n"),
        ] {
            assert_eq!(outcome(&text), outcome(&code), "{text}");
            assert_eq!(LinkKind::of(&text), kind);
        }
    }
}

#[test]
fn a_link_has_only_letters_that_no_program_changes() {
    let mut chance = Chance(3);
    for _ in 0..100 {
        for code in codes(&sheet(&mut chance)) {
            let safe = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
            assert!(code.bytes().all(safe), "{code}");
            assert!(code.as_bytes().last().unwrap().is_ascii_alphanumeric());
        }
    }
}

#[test]
fn the_longest_possible_link_stays_far_below_the_limit() {
    let quiz = quiz();
    let longest = quiz
        .forms
        .iter()
        .max_by_key(|form| form.items.len())
        .unwrap();
    let mut sheet = sheet(&mut Chance(4));
    sheet.shared.form = longest.id.clone();
    sheet.shared.name = Some("👩".repeat(LONGEST_NAME + 1));
    assert_eq!(sheet.shared.write(quiz), Err(LinkFault::LongName(1)));
    sheet.shared.name = Some("👩".repeat(LONGEST_NAME));
    sheet.shared.taken = Some(u32::MAX);
    let steps = quiz.behaviours.iter().map(|one| (one.id.clone(), 2));
    sheet.shared.today = steps.collect();
    let code = sheet.shared.write(quiz).unwrap();
    assert!(code.len() < 1_000, "{}", code.len());
    let name = Shared::read(&code, quiz).unwrap().name.unwrap();
    assert_eq!(name, "👩".repeat(LONGEST_NAME));
}

#[test]
fn a_link_holds_no_name_unless_one_is_given_and_no_answer_in_a_request() {
    let mut sheet = sheet(&mut Chance(5));
    sheet.shared.name = None;
    sheet.request.name = Some("Zoë".to_owned());
    let code = sheet.shared.write(quiz()).unwrap();
    assert_eq!(code.rsplit('.').nth(1), Some(""));
    let before = sheet.request.write(quiz()).unwrap();
    assert!(!before.contains(&row(&sheet.shared)));
    let hex = "5a6fc3ab"; // “Zoë”
    assert!(before.contains(hex), "{before}");
}

#[test]
fn answers_outside_the_form_stay_at_home() {
    let mut sheet = sheet(&mut Chance(6)).shared;
    sheet.form = "quick".to_owned();
    sheet.answers.set("r01", Answer::Category(4));
    let read = Shared::read(&sheet.write(quiz()).unwrap(), quiz()).unwrap();
    assert_eq!(read.answers.get("r01"), None);
    for id in &quiz().form("quick").unwrap().items {
        assert_eq!(read.answers.get(id), sheet.answers.get(id));
    }
}

#[test]
fn a_reply_goes_back_to_the_attempt_that_asked() {
    let request = sheet(&mut Chance(7)).request;
    let received = Request::read(&request.write(quiz()).unwrap(), quiz()).unwrap();
    let answers = answers(&mut Chance(8), form(&received.form));
    let reply = received.reply(Some("  Zoë\n"), answers.clone());
    let back = Reply::read(&reply.write(quiz()).unwrap(), quiz()).unwrap();
    assert_eq!(back.attempt, request.attempt);
    assert_eq!(
        (back.quiz, back.quiz_version, back.form),
        (request.quiz, request.quiz_version, request.form)
    );
    assert_eq!(back.name.as_deref(), Some("Zoë"));
    assert_eq!(back.answers, answers);
}

#[test]
fn days_are_counted_from_1970() {
    for (time, day) in [
        (0.0, Some(0)),
        (86_399_999.0, Some(0)),
        (86_400_000.0, Some(1)),
        (1_763_722_800_000.0, Some(20_413)),
        (-1.0, None),
        (f64::NAN, None),
        (f64::INFINITY, None),
        (1e300, None),
    ] {
        assert_eq!(day_of(time), day, "{time}");
        if let Some(day) = day {
            assert_eq!(day_of(time_of(day)), Some(day));
        }
    }
}

// --- Damage ---

#[test]
fn a_link_cut_short_anywhere_is_an_error() {
    for code in samples() {
        for end in 0..code.len() {
            assert_fault(&code[..end]);
        }
        for start in 1..=code.len() {
            assert_fault(&code[start..]);
        }
    }
}

#[test]
fn a_link_with_one_changed_character_is_an_error() {
    let strange = "ABCXYZ_~%#?&=/+ \t\né🦀".chars();
    let plain = "abcdefghijklmnopqrstuvwxyz0123456789.-".chars();
    let letters: Vec<char> = plain.chain(strange).collect();
    for code in samples() {
        for (at, old) in code.char_indices() {
            for &new in letters.iter().filter(|new| **new != old) {
                let changed = format!("{}{new}{}", &code[..at], &code[at + 1..]);
                assert_fault(&changed);
            }
        }
    }
}

#[test]
fn a_link_with_a_character_lost_doubled_or_swapped_is_an_error() {
    for code in samples() {
        for at in 0..code.len() {
            assert_fault(&format!("{}{}", &code[..at], &code[at + 1..]));
            assert_fault(&format!("{}{}", &code[..=at], &code[at..]));
            let bytes = code.as_bytes();
            if at > 0 && bytes[at] != bytes[at - 1] {
                let mut swapped = bytes.to_vec();
                swapped.swap(at - 1, at);
                assert_fault(&String::from_utf8(swapped).unwrap());
            }
        }
        assert_fault(&code.to_uppercase());
        assert_fault(&format!("{code}.{code}"));
        assert_fault(&format!("{}\n{}", &code[..40], &code[40..]));
    }
}

#[test]
fn arbitrary_text_never_panics_and_never_reads() {
    let mut chance = Chance(9);
    for round in 0..20_000 {
        let length = chance.below(120);
        let bytes: Vec<u8> = (0..length).map(|_| chance.below(256) as u8).collect();
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if round % 2 == 0 {
            let alphabet = b"roa123456789.nx-#abcdef";
            text = (0..length)
                .map(|_| char::from(alphabet[chance.below(alphabet.len())]))
                .collect();
        }
        assert_fault(&text);
    }
}

/// A text with a correct checksum is read only if this app would have made the same link.
#[test]
fn a_forged_link_reads_as_itself_or_not_at_all() {
    let mut chance = Chance(10);
    let pieces = [
        "",
        "0",
        "1",
        "01",
        "+1",
        "-1",
        "4294967295",
        "4294967296",
        "20413",
        "x",
        "n",
        "nx",
        "é",
        "e9",
        "c3a9",
        "20",
        "61",
        "6120",
        "616",
        "zz",
        "quick",
        "standard",
        "a1",
        "A1",
        "5",
        "\0",
    ];
    let mut read = 0;
    for _ in 0..30_000 {
        let code = &samples()[chance.below(3)];
        let body = code.rsplit_once('.').unwrap().0;
        let mut fields: Vec<String> = body.split('.').map(str::to_owned).collect();
        for _ in 0..=chance.below(2) {
            let at = chance.below(fields.len());
            match chance.below(4) {
                0 => fields[at] = pieces[chance.below(pieces.len())].to_owned(),
                1 if fields[at].is_ascii() && !fields[at].is_empty() => {
                    let cut = chance.below(fields[at].len());
                    let piece = pieces[chance.below(pieces.len())];
                    fields[at].replace_range(cut..=cut, piece);
                }
                2 => drop(fields.remove(at)),
                _ => fields.insert(at, pieces[chance.below(pieces.len())].to_owned()),
            }
            if fields.is_empty() {
                break;
            }
        }
        let forged = seal(&fields.join("."));
        if let Ok(again) = outcome(&forged) {
            assert_eq!(again, forged);
            read += 1;
        }
    }
    assert!(read > 100, "{read}");
}

#[test]
fn a_text_beyond_the_limit_is_refused_before_it_is_read() {
    let code = &samples()[0];
    let long = format!("https://a.example/{}#{code}", "x".repeat(LONGEST));
    assert_eq!(outcome(&long), Err(LinkFault::TooLong));
    assert_eq!(outcome(&"r".repeat(2_100_000)), Err(LinkFault::TooLong));
    assert_eq!(LinkKind::of(&long), None);
    let just = LONGEST - code.len() - 1;
    assert!(outcome(&format!("{}#{code}", "x".repeat(just))).is_ok());
    assert!(outcome(&format!("{}#{code}", "x".repeat(just + 1))).is_err());
}

// --- Undamaged links that do not match ---

#[test]
fn every_fault_has_its_own_error_and_a_sentence_that_says_what_to_do() {
    let code = &samples()[0];
    let body = code.rsplit_once('.').unwrap().0;
    let with = |from: &str, to: &str| seal(&body.replacen(from, to, 1));
    let id = quiz().id.as_str();
    let version = quiz().version;
    let mut later = quiz().clone();
    later.version += 1;
    let mut turned = quiz().clone();
    for form in &mut turned.forms {
        form.items.reverse();
    }
    let other_version = |theirs, ours| LinkFault::OtherVersion { theirs, ours };
    let form = Shared::read(code, quiz()).unwrap().form;
    for (text, quiz, fault, what, remedy) in [
        (
            "x".repeat(9_000),
            quiz(),
            LinkFault::TooLong,
            "too long",
            "Copy the link",
        ),
        (
            String::new(),
            quiz(),
            LinkFault::NotOurs,
            "not a link",
            "Copy the whole",
        ),
        (
            "main".to_owned(),
            quiz(),
            LinkFault::NotOurs,
            "not a link",
            "Copy the whole",
        ),
        (
            with("r1.", "r2."),
            quiz(),
            LinkFault::Newer,
            "newer version",
            "Reload",
        ),
        (
            code.replacen('.', ".0", 1),
            quiz(),
            LinkFault::Damaged,
            "damaged",
            "Copy the whole",
        ),
        (
            with(id, "another-quiz"),
            quiz(),
            LinkFault::OtherQuiz {
                theirs: "another-quiz".to_owned(),
                ours: id.to_owned(),
            },
            "“another-quiz”",
            "Open it in",
        ),
        (
            code.clone(),
            &later,
            other_version(version, version + 1),
            "by now",
            "Ask for a new",
        ),
        (
            with(&format!(".{version}."), &format!(".{}.", version + 6)),
            quiz(),
            other_version(version + 6, version),
            "this page still",
            "Reload",
        ),
        (
            with(&format!(".{form}."), ".endless."),
            quiz(),
            LinkFault::UnknownForm("endless".to_owned()),
            "“endless”",
            "Reload",
        ),
        (
            code.clone(),
            &turned,
            LinkFault::OtherItems(form.clone()),
            &form,
            "ask for a new",
        ),
    ] {
        let found = Shared::read(&text, quiz).unwrap_err();
        assert_eq!(found, fault, "{text}");
        let sentence = found.to_string();
        assert!(
            sentence.contains(what) && sentence.contains(remedy),
            "{sentence}"
        );
        assert!(sentence.ends_with('.'), "{sentence}");
    }
}

#[test]
fn a_link_of_another_kind_is_named_as_what_it_is() {
    let codes = samples();
    let [result, request, reply] = codes else {
        panic!("three kinds");
    };
    let (quiz, other) = (quiz(), LinkFault::OtherKind);
    let (a, b, c) = (LinkKind::Result, LinkKind::Request, LinkKind::Reply);
    assert_eq!(Shared::read(request, quiz), Err(other(b)));
    assert_eq!(Shared::read(reply, quiz), Err(other(c)));
    assert_eq!(Request::read(result, quiz), Err(other(a)));
    assert_eq!(Request::read(reply, quiz), Err(other(c)));
    assert_eq!(Reply::read(result, quiz), Err(other(a)));
    assert_eq!(Reply::read(request, quiz), Err(other(b)));
    for (kind, what) in [(a, "a result"), (b, "asks for"), (c, "brings back")] {
        let sentence = other(kind).to_string();
        assert!(sentence.contains(what), "{sentence}");
    }
    assert_eq!(LinkKind::of(result), Some(a));
    assert_eq!(LinkKind::of("l7"), None);
    assert_eq!(LinkKind::of("r0.x"), None);
}

#[test]
fn a_new_order_of_behaviours_is_seen_where_today_is_told() {
    let mut turned = quiz().clone();
    turned.behaviours.reverse();
    let mut shared = sheet(&mut Chance(12)).shared;
    shared.today.clear();
    let code = shared.write(quiz()).unwrap();
    assert_eq!(Shared::read(&code, &turned), Ok(shared.clone()));
    shared.today.insert(quiz().behaviours[0].id.clone(), 2);
    let code = shared.write(quiz()).unwrap();
    let fault = Err(LinkFault::OtherItems(shared.form.clone()));
    assert_eq!(Shared::read(&code, &turned), fault);
}

#[test]
fn what_no_link_can_hold_is_refused_when_it_is_made() {
    let good = sheet(&mut Chance(13));
    let refused = |shared: &Shared, quiz: &Quiz| {
        let fault = shared.write(quiz).unwrap_err();
        assert!(matches!(fault, LinkFault::CannotHold(_)), "{fault}");
        assert!(
            fault
                .to_string()
                .starts_with("This cannot be put into a link")
        );
    };
    for (id, step) in [(quiz().behaviours[0].id.as_str(), 3), ("juggle", 1)] {
        let mut bad = good.shared.clone();
        bad.today.insert(id.to_owned(), step);
        refused(&bad, quiz());
    }
    let mut bad = good.shared.clone();
    bad.answers
        .set(&form(&bad.form).items[0], Answer::Category(5));
    refused(&bad, quiz());
    let mut huge = quiz().clone();
    for form in &mut huge.forms {
        form.items = (0..7_000).map(|n| format!("i{n}")).collect();
    }
    refused(&good.shared, &huge);
    let mut odd = quiz().clone();
    odd.id = "Deep.or broad".to_owned();
    let mut shared = good.shared.clone();
    shared.quiz.clone_from(&odd.id);
    refused(&shared, &odd);
    for attempt in ["", "A1", "a.1", "a/b", &"a".repeat(41)] {
        let mut bad = good.request.clone();
        bad.attempt = attempt.to_owned();
        let fault = bad.write(quiz()).unwrap_err();
        assert!(matches!(fault, LinkFault::CannotHold(_)), "{attempt}");
        let mut bad = good.reply.clone();
        bad.attempt = attempt.to_owned();
        assert!(bad.write(quiz()).is_err(), "{attempt}");
    }
    let mut bad = good.shared.clone();
    bad.quiz_version += 1;
    let fault = bad.write(quiz()).unwrap_err();
    assert!(matches!(fault, LinkFault::OtherVersion { .. }));
}

// --- Frozen links ---

#[test]
fn links_of_the_first_format_open_for_ever() {
    let quiz = frozen_quiz();
    let [result, request, reply] = FROZEN;
    let shared = Shared::read(result, &quiz).unwrap();
    let said = |answers: &Answers| {
        let items = quiz.forms[0].items.iter();
        items.map(|id| answers.get(id)).collect::<Vec<_>>()
    };
    let category = |n| Some(Answer::Category(n));
    assert_eq!(
        said(&shared.answers),
        [category(4), category(0), Some(Answer::NotSure), None]
    );
    assert_eq!(shared.name.as_deref(), Some("Zoë"));
    assert_eq!(shared.taken, Some(20_413));
    let today: Vec<(&str, u8)> = shared.today.iter().map(|(id, n)| (&**id, *n)).collect();
    assert_eq!(today, [("one", 2), ("two", 0)]);
    let request = Request::read(request, &quiz).unwrap();
    assert_eq!(request.attempt, "19aa5c1d280-2f6b1c3");
    assert_eq!(request.name, None);
    let reply = Reply::read(reply, &quiz).unwrap();
    assert_eq!(reply.attempt, "19aa5c1d280-2f6b1c3");
    assert_eq!(
        said(&reply.answers),
        [category(1), category(2), category(3), None]
    );
    assert_eq!(
        [
            shared.write(&quiz).unwrap(),
            request.write(&quiz).unwrap(),
            reply.write(&quiz).unwrap()
        ],
        FROZEN
    );
}

/// A quiz with four items and three behaviours, which never changes.
fn frozen_quiz() -> Quiz {
    let mut quiz = first_quiz();
    "frozen".clone_into(&mut quiz.id);
    quiz.version = 3;
    quiz.forms.truncate(1);
    "short".clone_into(&mut quiz.forms[0].id);
    quiz.forms[0].items = ["p01", "p02", "p03", "r01"].map(str::to_owned).to_vec();
    quiz.behaviours.truncate(3);
    for (behaviour, id) in quiz.behaviours.iter_mut().zip(["one", "two", "three"]) {
        id.clone_into(&mut behaviour.id);
    }
    quiz
}

#[test]
fn a_link_of_an_earlier_version_names_it_and_reads_with_it_alone() {
    let first = first_quiz();
    let mut answers = Answers::default();
    answers.set("p01", Answer::Category(4));
    answers.set("r16", Answer::NotSure);
    let shared = Shared {
        quiz: first.id.clone(),
        quiz_version: 1,
        form: "standard".to_owned(),
        name: None,
        answers: answers.clone(),
        today: BTreeMap::from([("grow-people".to_owned(), 2)]),
        taken: Some(20_413),
    };
    let code = shared.write(&first).unwrap();
    assert_eq!(
        LinkKind::quiz_of(&code),
        Some(("deep-or-broad".to_owned(), 1))
    );
    assert_eq!(LinkKind::quiz_of("r1.deep-or-broad.1.x"), None);
    assert_eq!(Shared::read(&code, &first).unwrap().answers, answers);
    assert_eq!(
        Shared::read(&code, quiz()),
        Err(LinkFault::OtherVersion { theirs: 1, ours: 2 })
    );
    assert!(shared.write(quiz()).is_err());
}

#[test]
fn an_answer_that_the_quiz_does_not_offer_is_neither_written_nor_read() {
    let first = first_quiz();
    let mut shared = sheet(&mut Chance(31)).shared;
    shared.today.clear();
    for (quiz, item, answer) in [
        (&first, "p01", Answer::Never),
        (&first, "p01", Answer::Neither),
        (quiz(), "r25", Answer::Neither),
        (quiz(), "p13", Answer::Category(5)),
    ] {
        shared.quiz_version = quiz.version;
        "standard".clone_into(&mut shared.form);
        shared.answers = Answers::default();
        shared.answers.set(item, answer);
        let fault = shared.write(quiz).unwrap_err();
        assert!(matches!(fault, LinkFault::CannotHold(_)), "{item}");
    }
}

// --- Helpers ---

fn quiz() -> &'static Quiz {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    QUIZ.get_or_init(|| Quiz::parse(include_str!("../ladders/quiz.json")).expect("no faults"))
}

/// Version 1 of the quiz, which has one answer for “not sure” and “never had the chance”.
fn first_quiz() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz-1.json")).expect("no faults")
}

fn form(id: &str) -> &'static Form {
    quiz().form(id).expect("a form of the quiz")
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// One of each kind, for the same session.
struct Sheet {
    shared: Shared,
    request: Request,
    reply: Reply,
}

fn sheet(chance: &mut Chance) -> Sheet {
    let quiz = quiz();
    let form = &quiz.forms[chance.below(quiz.forms.len())];
    let mut today = BTreeMap::new();
    if chance.below(3) > 0 {
        for behaviour in &quiz.behaviours {
            if chance.below(3) > 0 {
                today.insert(behaviour.id.clone(), chance.below(3) as u8);
            }
        }
    }
    let attempt = format!("{:x}-{:x}", chance.below(1 << 30), chance.below(1 << 30));
    let about = (quiz.id.clone(), quiz.version, form.id.clone());
    let (quiz, quiz_version, form_id) = about;
    Sheet {
        shared: Shared {
            quiz: quiz.clone(),
            quiz_version,
            form: form_id.clone(),
            name: name(chance),
            answers: answers(chance, form),
            today,
            taken: [None, Some(chance.below(1 << 31) as u32)][chance.below(2)],
        },
        request: Request {
            quiz: quiz.clone(),
            quiz_version,
            form: form_id.clone(),
            attempt: attempt.clone(),
            name: name(chance),
        },
        reply: Reply {
            quiz,
            quiz_version,
            form: form_id,
            attempt,
            name: name(chance),
            answers: answers(chance, form),
        },
    }
}

fn answers(chance: &mut Chance, form: &Form) -> Answers {
    let mut answers = Answers::default();
    for id in &form.items {
        match chance.below(9) {
            5 => answers.set(id, Answer::NotSure),
            7 => answers.set(id, Answer::Never),
            8 if id.starts_with('p') => answers.set(id, Answer::Neither),
            6 | 8 => {}
            category => answers.set(id, Answer::Category(category as u8)),
        }
    }
    answers
}

fn name(chance: &mut Chance) -> Option<String> {
    let letters: Vec<char> = "aZ é李👩🏽‍💻.#%<>&\"'\u{202e}\n".chars().collect();
    let text: String = (0..chance.below(LONGEST_NAME + 1))
        .map(|_| letters[chance.below(letters.len())])
        .collect();
    tidy_name(&text)
}

fn codes(sheet: &Sheet) -> Vec<String> {
    vec![
        sheet.shared.write(quiz()).unwrap(),
        sheet.request.write(quiz()).unwrap(),
        sheet.reply.write(quiz()).unwrap(),
    ]
}

/// One full link of each kind.
fn samples() -> &'static [String] {
    static SAMPLES: OnceLock<Vec<String>> = OnceLock::new();
    SAMPLES.get_or_init(make_samples)
}

fn make_samples() -> Vec<String> {
    let mut sheet = sheet(&mut Chance(3));
    "standard".clone_into(&mut sheet.shared.form);
    sheet.shared.today = [(quiz().behaviours[1].id.clone(), 1)].into();
    sheet.shared.taken = Some(20_413);
    for name in [
        &mut sheet.shared.name,
        &mut sheet.request.name,
        &mut sheet.reply.name,
    ] {
        *name = Some("Zoë".to_owned());
    }
    codes(&sheet)
}

fn row(shared: &Shared) -> String {
    let code = shared.write(quiz()).unwrap();
    code.split('.').nth(5).unwrap().to_owned()
}

/// What is read from a text, written again; or the fault that each kind reports for it.
fn outcome(text: &str) -> Result<String, LinkFault> {
    let quiz = quiz();
    match LinkKind::of(text) {
        Some(LinkKind::Request) => Request::read(text, quiz)?.write(quiz),
        Some(LinkKind::Reply) => Reply::read(text, quiz)?.write(quiz),
        _ => Shared::read(text, quiz)?.write(quiz),
    }
}

/// Checks that no kind reads the text, and that the error has a message.
#[track_caller]
fn assert_fault(text: &str) {
    let faults = [
        Shared::read(text, quiz()).err(),
        Request::read(text, quiz()).err(),
        Reply::read(text, quiz()).err(),
    ];
    for fault in faults {
        let fault = fault.unwrap_or_else(|| panic!("“{text}” was read"));
        assert!(fault.to_string().len() > 20);
    }
}

/// A text with its correct checksum.
fn seal(body: &str) -> String {
    let mut sum = u32::MAX;
    for byte in body.bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            let odd = sum & 1 == 1;
            sum >>= 1;
            if odd {
                sum ^= 0xedb8_8320;
            }
        }
    }
    format!("{body}.{:08x}", !sum)
}
