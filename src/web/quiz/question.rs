//! One question of the quiz on the page: converts an item and an answer to labels and positions, and
//! back. Uses the quiz; saving and the order of questions are elsewhere.

use crate::quiz::{Answer, Item, ItemKind, Quiz};
use crate::web::components::Asked;

/// The label of the last answer of each question, for leaving it open.
const NOT_SURE: &str = "Not sure, or never had the chance";

/// The hint above a question and its content, for answers about oneself or about another person.
pub fn asked(quiz: &Quiz, item: &Item, about_another: bool) -> (&'static str, Asked) {
    let (legend, sides, labels) = match &item.ask {
        ItemKind::Pair(pair) => {
            let sides = [true, false].map(|left| pair.side(left).to_owned());
            (&pair.stem, Some(sides), &quiz.pair_labels)
        }
        ItemKind::Rating(rating) => (&rating.text, None, &rating.labels),
    };
    let mut labels = labels.to_vec();
    labels.push(NOT_SURE.to_owned());
    let hint = hint(sides.is_some(), about_another);
    let asked = Asked {
        item: item.id.clone(),
        legend: legend.clone(),
        sides,
        labels,
    };
    (hint, asked)
}

/// The position of an answer among the answers of a question.
pub fn position_of(item: &Item, answer: Answer) -> usize {
    usize::from(match (answer.category(), &item.ask) {
        (None, _) => LAST,
        (Some(category), ItemKind::Pair(pair)) => pair.mirror(category),
        (Some(category), ItemKind::Rating(_)) => category,
    })
}

/// The answer that is at a position.
pub fn answer_at(item: &Item, position: usize) -> Answer {
    match (u8::try_from(position), &item.ask) {
        (Ok(position @ 0..LAST), ItemKind::Pair(pair)) => Answer::Category(pair.mirror(position)),
        (Ok(position @ 0..LAST), ItemKind::Rating(_)) => Answer::Category(position),
        _ => Answer::NotSure,
    }
}

/// The position of “not sure”: after the five answers.
const LAST: u8 = 5;

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

/// The question in one line, for the review.
pub fn item_line(item: &Item) -> String {
    match &item.ask {
        ItemKind::Pair(pair) => pair.stem.clone(),
        ItemKind::Rating(rating) => rating.text.clone(),
    }
}

/// The hint above a question, a trade-off or a rating, for answers about oneself or about another
/// person.
const fn hint(is_trade_off: bool, about_another: bool) -> &'static str {
    match (is_trade_off, about_another) {
        (true, false) => "Which draws you more? Think of the pull, not of what you ought to do.",
        (false, false) => "How does this leave you? Think of a day you did it.",
        (true, true) => "Which draws them more? Think of what you saw them reach for.",
        (false, true) => {
            "How does this leave them? Answer in their place; think of a day you saw it."
        }
    }
}
