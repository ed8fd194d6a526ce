//! Scores answer sheets from the command line, for comparison with other implementations.
//!
//! `score --items FORM` prints the form's items as JSON; without it, each line of standard input is
//! a sheet `{"form": "standard", "answers": {"p01": 4, "r01": null}}` and gets a line of result.
//! `score --damping 1` scores with another exponent on the likelihood than the quiz's own: other
//! implementations have none.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use ladder_explorer::quiz::{Answer, Answers, Fit, ItemKind, Quiz, Verdict, score as score_of};
use serde::Deserialize;
use serde_json::{Value, json};

const QUIZ: &str = include_str!("../ladders/quiz.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    form: String,
    answers: BTreeMap<String, Answer>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut quiz = Quiz::parse(QUIZ).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("ladders/quiz.json has faults:\n{}", lines.join("\n"))
    })?;
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("--items"), Some(form)) => print_line(&items(&quiz, &form)?),
        (Some("--damping"), Some(number)) => {
            quiz.model.damping = damping(&number)?;
            score_lines(&quiz)
        }
        (None, _) => score_lines(&quiz),
        _ => Err("usage: score [--items quick|standard|long | --damping NUMBER]".to_owned()),
    }
}

fn damping(number: &str) -> Result<f64, String> {
    let damping = number.parse().ok().filter(|it| *it > 0.0 && *it <= 1.0);
    damping.ok_or_else(|| format!("--damping {number}: must lie above 0 and be 1 at most"))
}

fn items(quiz: &Quiz, form: &str) -> Result<Value, String> {
    let form = quiz.form(form).ok_or_else(|| unknown_form(quiz, form))?;
    let items = form.items.iter().filter_map(|id| quiz.item(id));
    Ok(items
        .filter_map(|item| {
            let parameters = quiz.parameters(item)?;
            let kind = match item.ask {
                ItemKind::Pair(_) => "pair",
                ItemKind::Rating(_) => "rating",
            };
            Some(json!({
                "id": item.id, "kind": kind, "a": parameters.slope, "people": parameters.people, "d": parameters.thresholds,
            }))
        })
        .collect())
}

fn score_lines(quiz: &Quiz) -> Result<(), String> {
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        let place = |problem: String| format!("line {}: {problem}", number + 1);
        let sheet: Sheet = serde_json::from_str(&line).map_err(|e| place(e.to_string()))?;
        print_line(&score(quiz, &sheet).map_err(place)?)?;
    }
    Ok(())
}

fn score(quiz: &Quiz, sheet: &Sheet) -> Result<Value, String> {
    let form = quiz
        .form(&sheet.form)
        .ok_or_else(|| unknown_form(quiz, &sheet.form))?;
    let mut answers = Answers::default();
    for (id, answer) in &sheet.answers {
        if !form.items.contains(id) {
            return Err(format!("the {} form has no item “{id}”", form.id));
        }
        answers.set(id, *answer);
    }
    Ok(report(&score_of(quiz, form, &answers)))
}

fn report(fit: &Fit) -> Value {
    let verdict = Verdict::of(fit);
    json!({
        "lean": fit.lean,
        "se": fit.se,
        "p_broad": fit.p_broad,
        "interval80": [fit.interval80.0, fit.interval80.1],
        "verdict": verdict.name(),
        "track": verdict.side(),
        "lz": fit.lz,
        "deep": fit.deep,
        "broad": fit.broad,
        "answers": fit.answers,
        "energises": fit.energises,
        "people": fit.people.map(|people| json!({
            "mean": people.mean, "se": people.se, "leads": people.leads, "answers": people.answers,
        })),
    })
}

fn unknown_form(quiz: &Quiz, form: &str) -> String {
    let known: Vec<&str> = quiz.forms.iter().map(|form| form.id.as_str()).collect();
    format!("there is no form “{form}”; use {}", known.join(", "))
}

fn print_line(value: &Value) -> Result<(), String> {
    writeln!(io::stdout(), "{value}").map_err(|error| error.to_string())
}
