//! Today, the two traits, changes over time and second opinions as sentences for a visitor.

use crate::ladder::Side;
use crate::quiz::{Agreement, Difference, Quarter, Quiz, ReliableChange, Today};
use crate::web::words::answer_words;

/// How much of a typical week something takes.
pub const fn today(today: Today) -> &'static str {
    match today {
        Today::NotAtAll => "Not at all",
        Today::NowAndThen => "Now and then",
        Today::MostWeeks => "Most weeks",
    }
}

/// The name of a quarter.
pub const fn quarter(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::HomeGround => "Home ground",
        Quarter::GrowInto => "Grow into",
        Quarter::HiddenCost => "Hidden cost",
        Quarter::LeaveBehind => "Leave behind",
    }
}

/// The meaning of a quarter.
pub const fn quarter_meaning(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::HomeGround => "You rated it as energising, and your weeks hold it.",
        Quarter::GrowInto => "You rated it as energising, and your weeks hold none of it.",
        Quarter::HiddenCost => "You rated it as draining, and your weeks hold it.",
        Quarter::LeaveBehind => "You rated it as draining, and your weeks hold none of it.",
    }
}

/// The next step in a quarter, before the expectation it refers to.
pub const fn quarter_step(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::HomeGround => "Write down what you can show for it. Compare",
        Quarter::GrowInto => "Ask for one piece of it this quarter. Read",
        Quarter::HiddenCost => "Share it, shorten it or hand it over. See how much of it is asked:",
        Quarter::LeaveBehind => {
            "Do not take it up for the look of it. See how much of it is asked:"
        }
    }
}

/// How much one side energises, with the answers it rests on: `(ratings, trade-offs)`.
pub fn trait_words(track: Side, estimate: f64, (ratings, pairs): (usize, usize)) -> String {
    let name = match track {
        Side::Deep => "Deep",
        Side::Broad => "Broad",
    };
    let much = match estimate {
        x if x >= 1.0 => "gives you much energy",
        x if x >= 0.35 => "gives you energy",
        x if x > -0.35 => "neither gives nor costs you much",
        x if x > -1.0 => "costs you energy",
        _ => "costs you much energy",
    };
    let ratings = match ratings {
        0 => "no ratings of it".to_owned(),
        1 => "1 rating of it".to_owned(),
        n => format!("{n} ratings of it"),
    };
    let pairs = match pairs {
        1 => "1 trade-off".to_owned(),
        n => format!("{n} trade-offs"),
    };
    format!("{name} work {much}, by {ratings} and {pairs}.")
}

/// Names with commas and an “and” before the last.
pub fn and_list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// Whether two attempts differ by more than their uncertainty.
pub fn change(change: &ReliableChange) -> String {
    // Adding 0.0 turns a rounded −0 into 0.
    let rounded = (change.rci * 10.0).round() / 10.0 + 0.0;
    let index = format!("{rounded:.1}").replace('-', "−");
    let towards = if change.rci < 0.0 { "deep" } else { "broad" };
    if change.reliable {
        format!(
            "Your lean moved towards {towards} by more than the answers’ own uncertainty explains (reliable-change index {index}; 1.96 is the mark)."
        )
    } else {
        format!(
            "No reliable change: the answers’ own uncertainty explains the difference (reliable-change index {index}; 1.96 is the mark)."
        )
    }
}

/// How many answers changed.
pub fn moved(count: usize) -> String {
    match count {
        1 => "1 answer differs".to_owned(),
        n => format!("{n} answers differ"),
    }
}

/// How far a second opinion agrees.
pub fn agreement(found: &Agreement) -> String {
    if found.compared == 0 {
        return "No question was answered by both of you, so there is nothing to compare."
            .to_owned();
    }
    let kappa = found
        .kappa
        .map(|kappa| format!(" Weighted kappa {kappa:.2}: 1 is full agreement, 0 is chance."))
        .unwrap_or_default();
    format!(
        "Of {} questions you both answered, {} have the same answer and {} are at most one step apart.{kappa}",
        found.compared, found.same, found.within_one
    )
}

/// One difference: both answers in words.
pub fn difference(quiz: &Quiz, difference: &Difference) -> String {
    format!(
        "You: {} They: {}",
        answer_words(quiz, difference.item, difference.own),
        answer_words(quiz, difference.item, difference.theirs)
    )
}
