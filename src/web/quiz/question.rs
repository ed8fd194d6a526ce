//! One question of the quiz on the page: converts an item and an answer to labels and positions, and
//! back. Uses the quiz; saving and the order of questions are elsewhere.

use crate::quiz::{Answer, Item, ItemKind, Quiz};
use crate::web::components::Asked;

/// The hint above a question and its content, for answers about oneself or about another person.
pub fn asked(quiz: &Quiz, item: &Item, about_another: bool) -> (&'static str, Asked) {
    let (legend, sides) = match &item.ask {
        ItemKind::Pair(pair) => {
            let sides = [true, false].map(|left| pair.side(left).to_owned());
            (&pair.stem, Some(sides))
        }
        ItemKind::Rating(rating) => (&rating.text, None),
    };
    let options = quiz.options(item).into_iter();
    let labels = options.map(|(_, label)| label.to_owned()).collect();
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
pub fn position_of(quiz: &Quiz, item: &Item, answer: Answer) -> usize {
    let mut options = quiz.options(item).into_iter();
    let place = options.position(|(option, _)| option == answer);
    place.unwrap_or_default()
}

/// The answer that is at a position.
pub fn answer_at(quiz: &Quiz, item: &Item, position: usize) -> Answer {
    let options = quiz.options(item);
    options
        .get(position)
        .map_or(Answer::NotSure, |(answer, _)| *answer)
}

/// An answer in a few words, for the review.
pub fn answer_label(quiz: &Quiz, item: &Item, answer: Option<Answer>) -> String {
    let Some(answer) = answer else {
        return "Open".to_owned();
    };
    let label = quiz.label(item, answer).unwrap_or_default();
    let side = match (answer, &item.ask) {
        (Answer::Category(0 | 1), ItemKind::Pair(pair)) => Some(&pair.deep),
        (Answer::Category(3 | 4), ItemKind::Pair(pair)) => Some(&pair.broad),
        _ => None,
    };
    side.map_or_else(|| label.to_owned(), |side| format!("{label}: {side}"))
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
