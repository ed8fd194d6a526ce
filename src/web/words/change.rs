//! What would change a verdict, and the accuracy of a form, as sentences for a visitor.

use crate::quiz::{Answer, ChangeSet, Counterfactual, FormFigures, Item, ItemKind, Quiz, Step};
use crate::web::words::{about, verdict_name};

/// How stable a verdict is.
pub fn how_firm(found: &Counterfactual) -> String {
    match found {
        Counterfactual::Robust => {
            "It stands firm: no one and no two of your answers, moved by one step, give another verdict."
                .to_owned()
        }
        Counterfactual::Hangs { sets, found } => {
            let steps = sets.first().map_or(1, |set| set.steps.len());
            match (steps, found) {
                (1, 1) => "One answer decides it: moved by one step, it gives another verdict.".to_owned(),
                (1, n) => format!("It hangs on single answers: each of {n}, moved by one step, gives another verdict."),
                (_, 1) => "Two answers decide it together: each moved by one step, they give another verdict.".to_owned(),
                (_, n) => format!("It takes two answers: {n} pairs, each answer moved by one step, give another verdict."),
            }
        }
    }
}

/// One set of steps with the resulting verdict.
pub fn counterfactual(quiz: &Quiz, set: &ChangeSet) -> String {
    let steps: Vec<String> = set.steps.iter().map(|step| one_step(quiz, step)).collect();
    format!(
        "{}: then the verdict would be “{}”.",
        steps.join("; and "),
        verdict_name(set.verdict)
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

/// The accuracy of a form: the width of its interval relative to the widest one, and how often it
/// decides.
pub fn what_a_form_buys(figures: Option<&FormFigures>, widest: f64) -> String {
    let Some(figures) = figures else {
        return String::new();
    };
    let narrower = (1.0 - figures.width80 / widest) * 100.0;
    let band = match narrower {
        share if share < 1.0 => "The widest band".to_owned(),
        share => format!("A band {share:.0} % narrower than the shortest form’s"),
    };
    format!(
        "{band}. Of simulated people {} get a leaning or clear verdict; {} of these point the right way.",
        about(figures.definite),
        about(figures.right_when_definite)
    )
}
