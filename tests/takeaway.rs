//! Tests of a result exported as a file: Markdown, JSON and a picture that say what the page says,
//! and in which all text stays text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use ladder_explorer::quiz::{Answer, Answers, Quiz, Response, Verdict, fit};
use ladder_explorer::share::{
    PictureColours, PictureWords, ResultFields, ResultText, lean_svg, result_json, result_markdown,
};
use serde_json::Value;

/// Texts that would be markup in some format.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title><script>1</script>",
    "]]><svg onload=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](https://b.example/x.png)",
    "# not\n## a heading\n---",
    "a\n\n- b\n1. c\n> d",
    "`code` *strong* _soft_ ~~gone~~ | cell |",
    "&lt;b&gt; &#60;b&#62;",
    "\\\\*a\\\\*",
    "https://b.example/?a=1&b=<c>",
];

// --- Markdown ---

#[test]
fn a_result_reads_in_markdown_as_on_its_page() {
    assert_eq!(
        result_markdown(&text()),
        "# Your answers lean towards deep work.\n\
         \nZoë, 21 November 2025\n\
         \nFrom your 28 answers, the chance is about 9 in 10.\n\
         \nThe band lies on the deep side.\n\
         \n## Your energy for each kind of work\n\n\
         - Deep work: it energises you.\n- Broad work: neither way.\n\
         \n## Your answers by theme\n\n\
         - Design: 3 for deep work, 1 for broad work\n\
         - Risk: 2 for deep work, 0 for broad work\n\
         \n## Note\n\n> # Mine\n>\n> *as typed*\n\
         \n## What this cannot tell you\n\n- It is for exploring.\n\
         \n[Open this result](<https://a.example/results/#r1.x>)\n"
    );
}

#[test]
fn what_is_not_chosen_leaves_no_trace_in_markdown() {
    let bare = ResultText {
        name: None,
        traits: &[],
        themes: &[],
        note: None,
        limits: &[],
        link: None,
        line: "",
        ..text()
    };
    assert_eq!(
        result_markdown(&bare),
        "# Your answers lean towards deep work.\n\n21 November 2025\n\
         \nFrom your 28 answers, the chance is about 9 in 10.\n"
    );
}

#[test]
fn no_text_becomes_markup_in_markdown() {
    let plain_lines = shape(&result_markdown(&text_of("plain")));
    for hostile in HOSTILE {
        let markdown = result_markdown(&text_of(hostile));
        assert_eq!(shape(&markdown), plain_lines, "{markdown}");
        for line in markdown.lines().filter(|line| !line.contains("](<")) {
            let words = line.trim_start_matches("# ").trim_start_matches("- ");
            let mut before = ' ';
            for letter in words.chars() {
                if "<>[]*_`~|&".contains(letter) {
                    assert_eq!(before, '\\', "{line}");
                }
                before = if before == '\\' { ' ' } else { letter };
            }
        }
    }
}

#[test]
fn a_link_cannot_end_early_in_markdown() {
    let hostile = ResultText {
        link: Some("https://a.example/> <script>\\\n#r1"),
        ..text()
    };
    let markdown = result_markdown(&hostile);
    let last = markdown.lines().last().unwrap();
    assert_eq!(
        last,
        "[Open this result](<https://a.example/%3E%20%3Cscript%3E%5C%20#r1>)"
    );
}

/// The start of each line, which shows the structure to a reader.
fn shape(markdown: &str) -> Vec<String> {
    let lines = markdown.lines();
    let marks = lines.map(|line| line.chars().take_while(|c| "#->[ ".contains(*c)).collect());
    marks.collect()
}

/// A result in which every text is `one`; the note, which keeps its lines, is left out.
fn text_of(one: &str) -> ResultText<'_> {
    ResultText {
        headline: one,
        name: Some(one),
        date: one,
        certainty: one,
        line: one,
        traits: Box::leak(Box::new([(one, one)])),
        themes: Box::leak(Box::new([(one, one), (one, one)])),
        note: None,
        limits: Box::leak(Box::new([one])),
        link: Some("https://a.example/"),
    }
}

fn text() -> ResultText<'static> {
    ResultText {
        headline: "Your answers lean towards deep work.",
        name: Some("Zoë"),
        date: "21 November 2025",
        certainty: "From your 28 answers, the chance is about 9 in 10.",
        line: "The band lies on the deep side.",
        traits: &[
            ("Deep work", "it energises you."),
            ("Broad work", "neither way."),
        ],
        themes: &[
            ("Design", "3 for deep work, 1 for broad work"),
            ("Risk", "2 for deep work, 0 for broad work"),
        ],
        note: Some("# Mine\n\n*as typed*\n"),
        limits: &["It is for exploring."],
        link: Some("https://a.example/results/#r1.x"),
    }
}

// --- JSON ---

#[test]
fn the_json_of_a_result_has_its_numbers_and_says_what_they_mean() {
    let (quiz, answers) = sat();
    let form = quiz.form("standard").unwrap();
    let responses: Vec<Response> = answers
        .responses(&quiz, form)
        .into_iter()
        .map(|(_, response)| response)
        .collect();
    let fit = fit(&quiz.model, &responses);
    let verdict = Verdict::of(&fit);
    let today = BTreeMap::from([("untangle".to_owned(), 2)]);
    let fields = ResultFields {
        name: Some(HOSTILE[0]),
        note: Some("a\nb"),
        finished: Some(1_763_722_931_250.0),
        answers: Some(&answers),
        today: Some(&today),
        ..bare(&quiz)
    };
    let json = json(&result_json(&fields, &fit, Some(verdict)));
    assert_eq!(json["format"], "ladder-explorer/result");
    assert_eq!(json["schema"], 2);
    let attempt = &json["attempt"];
    assert_eq!(attempt["quizVersion"], quiz.version);
    assert_eq!(attempt["name"], HOSTILE[0]);
    assert_eq!(attempt["answers"].get("p14"), Some(&Value::Null));
    assert_eq!(attempt["today"]["untangle"], 2);
    let derived = json["derived"].as_object().unwrap();
    for (name, number) in [
        ("lean", fit.lean),
        ("leanStandardError", fit.se),
        ("chanceBroad", fit.p_broad),
        ("depth", fit.deep),
        ("breadth", fit.broad),
        ("chanceEnergised", fit.p_energy),
        ("personFit", fit.lz.unwrap()),
    ] {
        let written = derived[name].as_f64().unwrap();
        assert!((written - number).abs() < 1e-12, "{name}");
    }
    let high = derived["leanInterval80"][1].as_f64().unwrap();
    assert!((high - fit.interval80.1).abs() < 1e-12);
    assert_eq!(derived["verdict"], verdict.name());
    let units = json["units"].as_object().unwrap();
    for name in derived.keys() {
        let worded = ["verdict", "track"].contains(&name.as_str());
        assert!(worded || units.contains_key(name), "{name} has no unit");
    }
}

#[test]
fn what_is_not_chosen_leaves_no_trace_in_json() {
    let (quiz, _) = sat();
    let nothing = fit(&quiz.model, &[]);
    let json = json(&result_json(&bare(&quiz), &nothing, None));
    let names: Vec<&String> = json["attempt"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["form", "quiz", "quizVersion"]);
    assert_eq!(json["derived"]["verdict"], "none");
    assert_eq!(json["derived"]["personFit"], Value::Null);
    assert_eq!(json["derived"]["track"], Value::Null);
    assert_eq!(json["derived"]["answersCounted"], 0);
}

fn bare(quiz: &Quiz) -> ResultFields<'_> {
    ResultFields {
        quiz: &quiz.id,
        quiz_version: quiz.version,
        form: "standard",
        name: None,
        note: None,
        finished: None,
        answers: None,
        today: None,
    }
}

fn sat() -> (Quiz, Answers) {
    let quiz = Quiz::parse(include_str!("../ladders/quiz.json")).unwrap();
    let mut answers = Answers::default();
    for (i, id) in quiz.form("standard").unwrap().items.iter().enumerate() {
        let answer = match i {
            2 => Answer::NotSure,
            i => Answer::Category((i * 3 % 5) as u8),
        };
        answers.set(id, answer);
    }
    (quiz, answers)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

// --- The picture ---

const COLOURS: PictureColours = PictureColours {
    paper: "white",
    ink: "black",
    edge: "gray",
    band: "silver",
    deep: "blue",
    broad: "red",
};

#[test]
fn the_picture_has_the_geometry_of_the_page() {
    let svg = lean_svg(-1.75, (-3.5, 0.0), &words("plain"), &COLOURS);
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(svg.contains(r#"<path d="M160 68V108""#), "{svg}");
    assert!(svg.contains(r#"<rect x="20" y="74" width="280""#), "{svg}");
    assert!(svg.contains("<title>plain</title>") && svg.contains("<desc>plain</desc>"));
}

#[test]
fn no_number_leaves_the_line() {
    let extremes = [
        f64::NEG_INFINITY,
        -1e300,
        -9.0,
        0.0,
        9.0,
        f64::INFINITY,
        f64::NAN,
    ];
    for lean in extremes {
        for low in extremes {
            for high in extremes {
                let svg = lean_svg(lean, (low, high), &words("plain"), &COLOURS);
                let point = svg.rsplit_once("<path d=\"M").unwrap().1;
                let point: i32 = point.split_once(' ').unwrap().0.parse().unwrap();
                assert!((20..=580).contains(&point), "{lean}");
                let band = svg.split_once(" y=\"74\" width=\"").unwrap();
                let x: i32 = band
                    .0
                    .rsplit_once("x=\"")
                    .unwrap()
                    .1
                    .trim_end_matches('"')
                    .parse()
                    .unwrap();
                let width: i32 = band.1.split_once('"').unwrap().0.parse().unwrap();
                assert!(x >= 20 && width >= 2 && x + width <= 582, "{low} {high}");
            }
        }
    }
}

#[test]
fn no_text_or_colour_becomes_markup_in_the_picture() {
    let tags = |svg: &str| -> Vec<String> {
        let parts = svg.split('<').skip(1);
        parts
            .map(|part| part.split([' ', '>']).next().unwrap().to_owned())
            .collect()
    };
    let quotes = |svg: &str| svg.matches('"').count();
    let plain = lean_svg(0.0, (-1.0, 1.0), &words("plain"), &COLOURS);
    for hostile in HOSTILE.into_iter().chain(["\0\u{8}\u{ffff}"]) {
        let colours = PictureColours {
            paper: hostile,
            band: hostile,
            ..COLOURS
        };
        let svg = lean_svg(0.0, (-1.0, 1.0), &words(hostile), &colours);
        assert_eq!(tags(&svg), tags(&plain), "{svg}");
        assert_eq!(quotes(&svg), quotes(&plain), "{svg}");
        assert!(!svg.contains(['\0', '\u{8}', '\u{ffff}']));
    }
}

#[test]
fn the_picture_asks_for_nothing_outside_itself() {
    let svg = lean_svg(0.3, (-1.0, 1.0), &words("plain"), &COLOURS);
    for word in [
        "href", "url(", "@import", "<style", "<script", "<image", "<use",
    ] {
        assert!(!svg.contains(word), "{word}");
    }
    let without_names = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assert!(!without_names.contains("://"));
}

fn words(text: &str) -> PictureWords<'_> {
    PictureWords {
        title: text,
        description: text,
        ends: [text, text, text],
    }
}
