//! Tests of the figures in `ladders/quiz-figures.json`, with simulated people and a fixed seed.
//! Does not know how an answer is scored; the app's own `fit` does that.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)] // the example prints more than is tested here
#[path = "../examples/simulate/mod.rs"]
mod simulate;

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use ladder_explorer::quiz::Quiz;
use simulate::figures::{Estimate, same_answer_everywhere};
use simulate::record::{Check, PATH, Record};
use simulate::targets::{ROWS, Reached, Target};
use simulate::world::Misfit;

const QUIZ: &str = include_str!("../ladders/quiz.json");

/// Targets that are not reliably reached, and their status. A figure that improves leaves this
/// list; one that gets worse fails the test.
const NOT_SURE: [(&str, Reached); 4] = [
    // The worst of ten worlds depends on the wording of one set of items: an even chance.
    ("coverage80Worst", Reached::Barely),
    ("rmse", Reached::Barely),
    // .8698 ± .0011 against .87: chance decides on which side of it a run ends.
    ("retestR", Reached::No),
    ("calibration", Reached::No),
];

/// Figures that change with the size of the run, so that the large run has other values.
const MOVED_BY_SIZE: [&str; 3] = [
    "table.coverage80Worst",
    "table.calibration",
    "table.calibrationJoined",
];

/// How many standard errors two runs may differ by: chance exceeds it once in fifteen thousand.
const LUCK: f64 = 4.0;

/// The file has four digits, and random figures may have another last bit on another machine.
const ROUNDING: f64 = 0.0005;

fn quiz() -> Quiz {
    Quiz::parse(QUIZ).expect("ladders/quiz.json has no faults")
}

fn record() -> Record {
    let text = fs::read_to_string(PATH).expect("ladders/quiz-figures.json is there");
    serde_json::from_str(&text).expect("ladders/quiz-figures.json has its shape")
}

/// The small run, done once for all tests.
fn fresh() -> &'static BTreeMap<String, Estimate> {
    static FRESH: OnceLock<BTreeMap<String, Estimate>> = OnceLock::new();
    FRESH.get_or_init(|| Check::run(&quiz(), record().seed, Misfit::MISSPECIFIED))
}

#[test]
fn the_figures_belong_to_this_version_of_the_quiz() {
    let (quiz, record) = (quiz(), record());
    assert_eq!(
        (record.quiz.as_str(), record.quiz_version),
        (quiz.id.as_str(), quiz.version),
        "the quiz changed; run: {}",
        record.command
    );
    for form in &quiz.forms {
        let figures = record.forms.get(&form.id).expect("every form has figures");
        assert_eq!(figures.items, form.items.len(), "{}", form.id);
        assert_eq!(figures.minutes, form.minutes, "{}", form.id);
    }
    assert_eq!(record.forms.len(), quiz.forms.len());
}

#[test]
fn every_figure_reaches_its_target_by_more_than_chance_or_is_known_not_to() {
    let record = record();
    assert!(record.worlds >= 100 && record.respondents >= 2000);
    for row in &ROWS {
        let figure = &record.standard[row.key];
        if let Target::Told = row.target {
            continue;
        }
        let estimate = Estimate {
            value: figure.misspecified,
            error: figure.error,
        };
        let known = NOT_SURE.iter().find(|(key, _)| *key == row.key);
        let expected = known.map_or(Reached::Surely, |(_, reached)| *reached);
        let reached = row.target.reached(estimate);
        assert_eq!(reached, expected, "{}: {}", row.measure, estimate.value);
        assert_eq!(figure.reached, Some(reached.to_string()), "{}", row.key);
        assert_eq!(figure.target, Some(row.target.to_string()), "{}", row.key);
    }
}

#[test]
fn the_same_people_get_the_same_figures_as_when_they_were_written_down() {
    let record = record();
    assert_eq!(
        (record.check.worlds, record.check.respondents),
        Check::SIZE,
        "run: {}",
        record.command
    );
    let names: Vec<&String> = record.check.figures.keys().collect();
    assert_eq!(names, fresh().keys().collect::<Vec<_>>());
    for (name, estimate) in fresh() {
        let written = record.check.figures[name];
        assert!(
            (estimate.value - written).abs() <= ROUNDING,
            "{name} was {written} and is {}: the scoring changed; run: {}",
            estimate.value,
            record.command
        );
    }
}

#[test]
fn a_fresh_simulation_agrees_with_the_figures_that_are_shown() {
    let record = record();
    for (name, estimate) in fresh() {
        let shown = shown(&record, name).expect("every figure is in the file");
        if MOVED_BY_SIZE.contains(&name.as_str()) {
            continue;
        }
        agrees(name, *estimate, shown);
    }
}

#[test]
fn a_fresh_simulation_agrees_where_the_numbers_of_the_quiz_are_right() {
    let record = record();
    let fresh = Check::run(&quiz(), record.seed, Misfit::NONE);
    for row in &ROWS {
        let name = format!("table.{}", row.key);
        if !MOVED_BY_SIZE.contains(&name.as_str()) {
            agrees(&name, fresh[&name], record.standard[row.key].specified);
        }
    }
}

/// The figure of the file under its name in the small run.
fn shown(record: &Record, name: &str) -> Option<f64> {
    if let Some(key) = name.strip_prefix("table.") {
        return Some(record.standard.get(key)?.misspecified);
    }
    let (form, name) = name.split_once('.')?;
    let form = serde_json::to_value(record.forms.get(form)?).ok()?;
    form.pointer(&format!("/{}", name.replace('.', "/")))?
        .as_f64()
}

#[track_caller]
fn agrees(name: &str, fresh: Estimate, shown: f64) {
    let margin = LUCK * fresh.error.expect("several worlds") + ROUNDING;
    assert!(
        (fresh.value - shown).abs() <= margin,
        "{name}: {} is further than {margin} from {shown}",
        fresh.value
    );
}

#[test]
fn the_same_answer_everywhere_gives_one_half() {
    assert!(same_answer_everywhere(&quiz()) < 1e-9);
}
