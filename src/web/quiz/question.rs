//! One question of the quiz on the page: converts an item and an answer to labels and positions, and
//! back. Uses the quiz; saving and the order of questions are elsewhere.

use crate::quiz::{Answer, Item, ItemKind, Quiz};
use crate::web::components::Asked;

/// How many answers are on the scale; those that count for no side follow.
const SCALE: usize = 5;

/// The hint above a question, in short and what more there is to say, and its content, for answers about oneself or about another person.
pub fn asked(quiz: &Quiz, item: &Item, about_another: bool) -> ([&'static str; 2], Asked) {
    let (legend, sides) = match &item.ask {
        ItemKind::Pair(pair) => {
            let sides = [true, false].map(|left| pair.side(left).to_owned());
            (&pair.stem, Some(sides))
        }
        ItemKind::Rating(rating) => (&rating.text, None),
    };
    let options = quiz.options(item).into_iter();
    let mut labels: Vec<String> = options.map(|(_, label)| label.to_owned()).collect();
    let others = labels.split_off(SCALE.min(labels.len()));
    let hint = hint(sides.is_some(), about_another);
    let asked = Asked {
        item: item.id.clone(),
        legend: legend.clone(),
        sides,
        labels,
        others,
    };
    (hint, asked)
}

/// The position of an answer among the answers of a question.
pub fn position_of(quiz: &Quiz, item: &Item, answer: Answer) -> Option<usize> {
    let mut options = quiz.options(item).into_iter();
    options.position(|(option, _)| option == answer)
}

/// The answer that is at a position.
pub fn answer_at(quiz: &Quiz, item: &Item, position: usize) -> Option<Answer> {
    quiz.options(item).get(position).map(|(answer, _)| *answer)
}

/// An answer in a few words, for a list.
pub fn answer_label(quiz: &Quiz, item: &Item, answer: Option<Answer>) -> String {
    let Some(answer) = answer else {
        return "Not answered".to_owned();
    };
    let label = quiz.label(item, answer).unwrap_or_default();
    let side = match (&item.ask, answer) {
        (ItemKind::Pair(pair), Answer::Category(0 | 1)) => &pair.deep,
        (ItemKind::Pair(pair), Answer::Category(3 | 4)) => &pair.broad,
        _ => return label.to_owned(),
    };
    format!("{label}: {side}")
}

/// The question in one line, for a list.
pub fn item_line(item: &Item) -> String {
    match &item.ask {
        ItemKind::Pair(pair) => pair.stem.clone(),
        ItemKind::Rating(rating) => rating.text.clone(),
    }
}

/// The hint above a question, a trade-off or a rating, for answers about oneself or about another
/// person.
const fn hint(is_trade_off: bool, about_another: bool) -> [&'static str; 2] {
    match (is_trade_off, about_another) {
        (true, false) => [
            "Which draws you more?",
            "Go by what attracts you, not by what you ought to do.",
        ],
        (false, false) => ["How does this leave you?", "Think of a day you did it."],
        (true, true) => [
            "Which draws them more?",
            "Think of what you saw them reach for.",
        ],
        (false, true) => ["How does this leave them?", "Think of a day you saw it."],
    }
}
