//! The two traits separately: how much depth and how much breadth energise.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::quiz::{Answers, Form, Item, ItemKind, Quiz};
use crate::web::components::{TraitLine, TraitLines};
use crate::web::results::result::Scored;

/// How a result is worked out, with the energy for each kind of work where ratings tell it.
#[component]
pub(crate) fn Traits(scored: Scored) -> impl IntoView {
    let estimates = [scored.fit.deep, scored.fit.broad];
    let words = scored.trait_words().into_iter();
    let lines = Side::BOTH.into_iter().zip(estimates).zip(words);
    let lines = lines
        .map(|((side, estimate), (_, words))| TraitLine {
            side,
            estimate,
            words,
        })
        .collect();
    let lines: Vec<TraitLine> = lines;
    view! {
        <p>
            "The model gives you two values, how much deep and how much broad work energises you, and your lean is the difference. Every answer that counts moves them; “not sure”, “never had the chance” and “neither appeals” count for no side. The band is where four in five people with these answers would be, if the model were right."
        </p>
        {(!lines.is_empty())
            .then(|| {
                view! {
                    <h3>"Your energy for each kind of work"</h3>
                    <TraitLines lines=lines />
                }
            })}
    }
}

/// How many ratings of work on one side count.
pub(crate) fn rated(quiz: &Quiz, form: &Form, answers: &Answers, side: Side) -> usize {
    count(quiz, form, answers, |item| match &item.ask {
        ItemKind::Rating(rating) => {
            let behaviour = quiz.behaviour(&rating.behaviour);
            behaviour.is_some_and(|behaviour| behaviour.side == Some(side))
        }
        ItemKind::Pair(_) => false,
    })
}

/// The number of trade-offs that count.
pub(crate) fn pairs(quiz: &Quiz, form: &Form, answers: &Answers) -> usize {
    count(quiz, form, answers, |item| {
        matches!(item.ask, ItemKind::Pair(_))
    })
}

fn count(quiz: &Quiz, form: &Form, answers: &Answers, wanted: impl Fn(&Item) -> bool) -> usize {
    let responses = answers.responses(quiz, form).into_iter();
    responses.filter(|(item, _)| wanted(item)).count()
}
