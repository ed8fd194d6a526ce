//! Scores whole sheets of several people from one file, for a table of results.
//!
//! `score_sheets FILE` reads `{"name": {"p13": 4, "r25": "never", …}, …}`: for each person the answers
//! by item id, 0 to 4 as they are stored (in a pair 4 is “much more the broad side”), `"neither"`,
//! `"unsure"` or `"never"`. `--placed` reads the pairs as they are shown, 0 for the left end. The form is
//! the shortest that has all items of a sheet. Prints a row of Markdown for each person.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use ladder_explorer::quiz::{
    Answer, Answers, Balance, Finding, Fit, Form, ItemKind, Quiz, Verdict, score,
};

const QUIZ: &str = include_str!("../ladders/quiz.json");

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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (file, placed) = match arguments.as_slice() {
        [file] => (file, false),
        [option, file] if option == "--placed" => (file, true),
        _ => return Err("usage: score_sheets [--placed] FILE".to_owned()),
    };
    let quiz = Quiz::parse(QUIZ).map_err(|faults| format!("ladders/quiz.json: {faults:?}"))?;
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let sheets: BTreeMap<String, Answers> =
        serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    println!(
        "| who | form | answers | verdict | P(broad) | lean ± SE | depth | breadth | l_z | people work: P(leads) |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (name, answers) in sheets {
        let answers = if placed {
            stored(&quiz, &answers)
        } else {
            answers
        };
        let form = form_of(&quiz, &answers).map_err(|why| format!("{name}: {why}"))?;
        println!("{}", row(&quiz, &name, form, &answers));
    }
    Ok(())
}

/// The answers as they are stored, from places counted from the left.
fn stored(quiz: &Quiz, placed: &Answers) -> Answers {
    let mut answers = placed.clone();
    for id in placed.ids() {
        let pair = quiz.item(id).and_then(|item| match &item.ask {
            ItemKind::Pair(pair) => Some(pair),
            ItemKind::Rating(_) => None,
        });
        if let (Some(pair), Some(Answer::Category(place))) = (pair, placed.get(id)) {
            answers.set(id, Answer::Category(pair.mirror(place)));
        }
    }
    answers
}

fn form_of<'a>(quiz: &'a Quiz, answers: &Answers) -> Result<&'a Form, String> {
    if let Some(id) = answers.ids().find(|id| quiz.item(id).is_none()) {
        return Err(format!("there is no item “{id}”"));
    }
    let whole = |form: &&Form| {
        answers
            .ids()
            .all(|id| form.items.iter().any(|item| item == id))
    };
    let form = quiz.forms.iter().find(whole);
    form.ok_or_else(|| "no form has all these items".to_owned())
}

fn row(quiz: &Quiz, name: &str, form: &Form, answers: &Answers) -> String {
    let fit = score(quiz, form, answers);
    let finding = Finding::of(quiz, form, answers, &fit);
    format!(
        "| {name} | {} | {} | {} | {:.3} | {:+.2} ± {:.2} | {:+.2} | {:+.2} | {} | {} |",
        form.id,
        fit.answers,
        said(finding, &fit),
        fit.p_broad,
        fit.lean,
        fit.se,
        fit.deep,
        fit.broad,
        fit.lz
            .map_or_else(|| "–".to_owned(), |lz| format!("{lz:+.2}")),
        people(&fit),
    )
}

fn said(finding: Finding, fit: &Fit) -> String {
    match finding {
        Finding::TooFew => "too few answers".to_owned(),
        Finding::StraightLine(_) => "one place throughout".to_owned(),
        Finding::Verdict(verdict) => match verdict {
            Verdict::NoClearLean(Balance::BothEnergise) => "no clear lean: both".to_owned(),
            Verdict::NoClearLean(Balance::NeitherDoes) => "no clear lean: neither".to_owned(),
            _ => match verdict.side() {
                Some(side) if fit.drains(side) => {
                    format!("{} {}, though it drains", verdict.name(), side.id())
                }
                Some(side) => format!("{} {}", verdict.name(), side.id()),
                None => verdict.name().to_owned(),
            },
        },
    }
}

fn people(fit: &Fit) -> String {
    match fit.people {
        None => "not asked".to_owned(),
        Some(people) if people.clearly_leads() => format!("{:.2}, hint", people.leads),
        Some(people) => format!("{:.2}", people.leads),
    }
}
