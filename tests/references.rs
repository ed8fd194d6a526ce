//! Tests that scores match those of three packages by other authors: mirt, girth, adaptivetesting.
//! Needs no Python: tests/fixtures/references.py ran the packages, documents what each can check,
//! and wrote the vectors. `scripts/check-scores.sh` runs them again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ladder_explorer::quiz::{Answers, Fit, Model, Quiz, Response, fit};
use serde::Deserialize;

const QUIZ: &str = include_str!("../ladders/quiz.json");
const REFERENCES: &str = include_str!("fixtures/references.json");
/// Version 1 of the quiz, and what the packages said of it when it was the current one.
const FIRST: (&str, &str) = (
    include_str!("../ladders/quiz-1.json"),
    include_str!("fixtures/references-1.json"),
);

/// How closely two implementations must agree.
const AGREEMENT: f64 = 1e-6;
/// How far the app may differ from integration over the whole plane: its grid has an edge. The same
/// number is in tests/fixtures/references.py.
const EDGE: f64 = 1e-1;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct References {
    quiz: String,
    quiz_version: u32,
    sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
struct Sheet {
    form: String,
    answers: Answers,
    /// mirt's likelihood at the app's grid points, undamped.
    points: Whole,
    /// The same, with the damping of the quiz.
    damped: Whole,
    /// The values of the packages in `by`, without the edge of a grid.
    plane: Moments,
    by: Vec<String>,
}

#[derive(Deserialize)]
struct Moments {
    lean: f64,
    se: f64,
    deep: f64,
    broad: f64,
}

#[derive(Deserialize)]
struct Whole {
    #[serde(flatten)]
    moments: Moments,
    p_broad: f64,
    p_energy: f64,
    lz: f64,
}

#[test]
fn undamped_scores_are_those_of_mirt_at_the_same_points() {
    for (quiz, sheets) in versions() {
        let undamped = Model {
            damping: 1.0,
            ..quiz.model
        };
        for (number, sheet) in sheets.iter().enumerate() {
            agrees(number, &score(&quiz, &undamped, sheet), &sheet.points);
        }
    }
}

#[test]
fn damped_scores_are_those_of_mirt_at_the_same_points() {
    for (quiz, sheets) in versions() {
        for (number, sheet) in sheets.iter().enumerate() {
            agrees(number, &score(&quiz, &quiz.model, sheet), &sheet.damped);
        }
    }
}

#[test]
fn the_edge_of_the_grid_keeps_no_score_far_from_what_the_packages_say_without_one() {
    let quiz = quiz();
    let undamped = Model {
        damping: 1.0,
        ..quiz.model
    };
    for (number, sheet) in sheets(&quiz).iter().enumerate() {
        let fit = score(&quiz, &undamped, sheet);
        near(number, &fit, &sheet.plane, EDGE + AGREEMENT);
    }
}

#[test]
fn every_package_took_part_and_answers_are_missing_in_every_way() {
    let quiz = quiz();
    let sheets = sheets(&quiz);
    let by = |name: &str| {
        let named = |sheet: &&Sheet| sheet.by.iter().any(|by| by == name);
        sheets.iter().filter(named).count()
    };
    assert_eq!(
        (by("mirt"), by("girth")),
        (sheets.len(), sheets.len()),
        "two traits"
    );
    assert!(by("adaptivetesting") >= 30, "one trait");
    for form in &quiz.forms {
        let of = sheets.iter().filter(|sheet| sheet.form == form.id);
        assert!(of.count() >= 8, "{}", form.id);
    }
    let left_open = |sheet: &&Sheet| {
        let answer = |id| sheet.answers.get(id).and_then(|a| a.category());
        sheet.answers.ids().any(|id| answer(id).is_none())
    };
    let not_asked = |sheet: &&Sheet| {
        let form = quiz.form(&sheet.form).unwrap();
        sheet.answers.first_open(form).is_some()
    };
    assert!(sheets.iter().filter(left_open).count() >= 20);
    assert!(sheets.iter().filter(not_asked).count() >= 20);
}

// --- Helpers ---

fn quiz() -> Quiz {
    Quiz::parse(QUIZ).expect("ladders/quiz.json has no faults")
}

/// Each version of the quiz with its sheets, the current one first.
fn versions() -> [(Quiz, Vec<Sheet>); 2] {
    let first = Quiz::parse(FIRST.0).expect("ladders/quiz-1.json has no faults");
    let then = read(&first, FIRST.1);
    let quiz = quiz();
    let now = sheets(&quiz);
    [(quiz, now), (first, then)]
}

fn sheets(quiz: &Quiz) -> Vec<Sheet> {
    read(quiz, REFERENCES)
}

fn read(quiz: &Quiz, text: &str) -> Vec<Sheet> {
    let references: References = serde_json::from_str(text).unwrap();
    assert_eq!(
        (references.quiz.as_str(), references.quiz_version),
        (quiz.id.as_str(), quiz.version),
        "the quiz changed; run scripts/check-scores.sh --write"
    );
    references.sheets
}

fn score(quiz: &Quiz, model: &Model, sheet: &Sheet) -> Fit {
    let form = quiz.form(&sheet.form).expect("a form of the quiz");
    let answered = sheet.answers.responses(quiz, form);
    let responses: Vec<Response> = answered.into_iter().map(|(_, response)| response).collect();
    fit(model, &responses)
}

#[track_caller]
fn agrees(number: usize, ours: &Fit, theirs: &Whole) {
    near(number, ours, &theirs.moments, AGREEMENT);
    close(number, "p_broad", ours.p_broad, theirs.p_broad, AGREEMENT);
    close(
        number,
        "p_energy",
        ours.p_energy,
        theirs.p_energy,
        AGREEMENT,
    );
    close(number, "lz", ours.lz.unwrap(), theirs.lz, AGREEMENT);
}

#[track_caller]
fn near(number: usize, ours: &Fit, theirs: &Moments, limit: f64) {
    close(number, "lean", ours.lean, theirs.lean, limit);
    close(number, "se", ours.se, theirs.se, limit);
    close(number, "deep", ours.deep, theirs.deep, limit);
    close(number, "broad", ours.broad, theirs.broad, limit);
}

#[track_caller]
fn close(number: usize, figure: &str, ours: f64, theirs: f64, limit: f64) {
    let apart = (ours - theirs).abs();
    assert!(apart <= limit, "sheet {number}: {figure}: {ours} {theirs}");
}
