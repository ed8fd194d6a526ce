//! What would change a verdict, and the accuracy of a form, as sentences for a visitor.

use crate::quiz::{
    Answer, ChangeSet, Counterfactual, Finding, FormFigures, Item, ItemKind, Quiz, Step,
};
use crate::web::words::{about, count, verdict_name};

/// How stable a verdict is.
pub fn how_firm(found: &Counterfactual) -> String {
    match found {
        Counterfactual::Robust => {
            "Changing any two answers slightly would not change this result.".to_owned()
        }
        Counterfactual::Hangs { sets, found } => {
            let steps = sets.first().map_or(1, |set| set.steps.len());
            match (steps, found) {
                (1, 1) => {
                    "One answer decides it: moving it by one step changes the result.".to_owned()
                }
                (1, n) => format!(
                    "Single answers decide it: moving any one of {n} by one step changes the result."
                ),
                (_, 1) => {
                    "Two answers decide it together: moving both by one step changes the result."
                        .to_owned()
                }
                (_, n) => format!(
                    "It takes two answers: {n} pairs of answers change the result when both move by one step."
                ),
            }
        }
    }
}

/// One set of steps with the resulting verdict.
pub fn counterfactual(quiz: &Quiz, set: &ChangeSet) -> String {
    let steps: Vec<String> = set.steps.iter().map(|step| one_step(quiz, step)).collect();
    format!(
        "{}: then the result would be “{}”.",
        steps.join("; and "),
        verdict_name(Finding::Verdict(set.verdict))
    )
}

fn one_step(quiz: &Quiz, step: &Step) -> String {
    match &step.item.ask {
        ItemKind::Pair(pair) => {
            let side = if step.to > step.from { "broad" } else { "deep" };
            format!("“{}”, one step towards the {side} side", pair.stem)
        }
        ItemKind::Rating(rating) => {
            let label = quiz.label(step.item, Answer::Category(step.to));
            format!(
                "{}, answered “{}”",
                name_of(quiz, step.item, &rating.text),
                label.unwrap_or_default()
            )
        }
    }
}

fn name_of(quiz: &Quiz, item: &Item, otherwise: &str) -> String {
    let behaviour = match &item.ask {
        ItemKind::Rating(rating) => quiz.behaviour(&rating.behaviour),
        ItemKind::Pair(_) => None,
    };
    behaviour.map_or_else(|| otherwise.to_owned(), |behaviour| behaviour.name.clone())
}

/// What a form brings: its number of questions, and how often it decides.
pub fn what_a_form_buys(questions: usize, figures: Option<&FormFigures>) -> String {
    let questions = count(questions, "short question");
    let Some(figures) = figures else {
        return format!("{questions}.");
    };
    format!(
        "{questions}. In simulations, {} runs gave a clear or leaning result, and {} of those results were right.",
        about(figures.definite),
        about(figures.right_when_definite)
    )
}
