//! The two traits separately: how much depth and how much breadth energise.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::quiz::{Answers, Form, Item, ItemKind, Quiz};
use crate::web::components::{TraitLine, TraitLines};
use crate::web::results::result::Scored;

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
    view! { <TraitLines lines=lines /> }
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
