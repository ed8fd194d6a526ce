//! One question of the quiz on the page: from an item and an answer to values and back.
//! Knows the quiz; knows nothing of saving or of which question comes next.

use leptos::prelude::*;

use crate::app::components::{Choice, Question, Side};
use crate::quiz::{Answer, Item, ItemKind, Quiz};

/// The value of “not sure” among the radios.
const OPEN: &str = "open";
/// The words for it.
const NOT_SURE: &str = "Not sure, or never had the chance";

/// One question.
#[component]
pub fn Asking(
    /// The answers to a pair, from left to right.
    pair_labels: [String; 5],
    /// What is asked.
    item: Item,
    /// What was answered before.
    answer: Option<Answer>,
    /// Called with each new answer.
    on_answer: Callback<Answer>,
) -> impl IntoView {
    let chosen = answer.map(|answer| value_of(&item, answer));
    let name = item.id.clone();
    let (legend, sides, labels) = match &item.ask {
        ItemKind::Pair(pair) => (
            pair.stem.clone(),
            [('A', true), ('B', false)]
                .map(|(letter, left)| Side {
                    letter,
                    text: pair.side(left).to_owned(),
                })
                .to_vec(),
            pair_labels,
        ),
        ItemKind::Rating(rating) => (rating.text.clone(), Vec::new(), rating.labels.clone()),
    };
    let mut choices: Vec<Choice> = labels
        .into_iter()
        .enumerate()
        .map(|(position, label)| Choice {
            value: position.to_string(),
            label,
        })
        .collect();
    choices.push(Choice {
        value: OPEN.to_owned(),
        label: NOT_SURE.to_owned(),
    });
    let on_choose = Callback::new(move |value: String| on_answer.run(answer_of(&item, &value)));
    view! {
        <Question
            name=name
            legend=legend
            sides=sides
            choices=choices
            chosen=chosen
            on_choose=on_choose
        />
    }
}

/// The radio that stands for an answer.
fn value_of(item: &Item, answer: Answer) -> String {
    match (answer.category(), &item.ask) {
        (None, _) => OPEN.to_owned(),
        (Some(category), ItemKind::Pair(pair)) => pair.mirror(category).to_string(),
        (Some(category), ItemKind::Rating(_)) => category.to_string(),
    }
}

/// The answer that a radio stands for.
fn answer_of(item: &Item, value: &str) -> Answer {
    match (value.parse::<u8>(), &item.ask) {
        (Ok(position @ 0..=4), ItemKind::Pair(pair)) => Answer::Category(pair.mirror(position)),
        (Ok(position @ 0..=4), ItemKind::Rating(_)) => Answer::Category(position),
        _ => Answer::NotSure,
    }
}

/// An answer in a few words, for the review.
pub fn answer_label(quiz: &Quiz, item: &Item, answer: Option<Answer>) -> String {
    match (answer, &item.ask) {
        (None, _) => "Open".to_owned(),
        (Some(Answer::NotSure), _) => NOT_SURE.to_owned(),
        (Some(Answer::Category(category)), ItemKind::Rating(rating)) => {
            let label = rating.labels.get(usize::from(category));
            label.cloned().unwrap_or_default()
        }
        (Some(Answer::Category(category)), ItemKind::Pair(pair)) => {
            let label = quiz.pair_labels.get(usize::from(pair.mirror(category)));
            let side = match category {
                0 | 1 => Some(&pair.deep),
                3 | 4 => Some(&pair.broad),
                _ => None,
            };
            let label = label.cloned().unwrap_or_default();
            side.map_or(label.clone(), |side| format!("{label}: {side}"))
        }
    }
}

/// What is asked, in one line, for the review.
pub fn item_line(item: &Item) -> String {
    match &item.ask {
        ItemKind::Pair(pair) => pair.stem.clone(),
        ItemKind::Rating(rating) => rating.text.clone(),
    }
}

/// The hint above a question, to whoever answers for themselves or about somebody else.
pub const fn hint(item: &Item, about_another: bool) -> &'static str {
    match (&item.ask, about_another) {
        (ItemKind::Pair(_), false) => {
            "Which draws you more? Think of the pull, not of what you ought to do."
        }
        (ItemKind::Rating(_), false) => "How does this leave you? Think of a day you did it.",
        (ItemKind::Pair(_), true) => "Which draws them more? Think of what you saw them reach for.",
        (ItemKind::Rating(_), true) => {
            "How does this leave them? Answer in their place; think of a day you saw it."
        }
    }
}
