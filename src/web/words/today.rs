//! Today, the two traits, changes over time and second opinions as sentences for a visitor.

use crate::ladder::Side;
use crate::quiz::{Agreement, Answer, Difference, Quarter, Quiz, ReliableChange, Today};
use crate::web::words::{answer_words, count};

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
        Quarter::LeaveBehind => "Leave alone",
    }
}

/// The meaning of a quarter, and what to do about it.
pub const fn quarter_meaning(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::HomeGround => "It energises you, and you do it. Keep doing it.",
        Quarter::GrowInto => "It energises you, and you don’t do it. Ask for some of it.",
        Quarter::HiddenCost => "It drains you, and you do it. Share it or shorten it.",
        Quarter::LeaveBehind => {
            "It drains you, and you don’t do it. Don’t take it on just to look good."
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
        x if x >= 1.0 => "gives you a lot of energy",
        x if x >= 0.35 => "gives you energy",
        x if x > -0.35 => "neither gives nor costs you much energy",
        x if x > -1.0 => "costs you energy",
        _ => "costs you a lot of energy",
    };
    let (ratings, pairs) = (count(ratings, "rating"), count(pairs, "trade-off"));
    format!("{name} work {much}, judging by {ratings} and {pairs}.")
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
pub const fn change(change: &ReliableChange) -> &'static str {
    match (change.reliable, change.rci < 0.0) {
        (true, true) => {
            "A clear change towards deep work, larger than the usual noise between two attempts."
        }
        (true, false) => {
            "A clear change towards broad work, larger than the usual noise between two attempts."
        }
        (false, _) => {
            "No clear change: the difference is within the usual noise between two attempts."
        }
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
        return "You two didn’t answer any of the same questions, so there is nothing to compare."
            .to_owned();
    }
    let has = |number| if number == 1 { "has" } else { "have" };
    let is = |number| if number == 1 { "is" } else { "are" };
    format!(
        "Of {} that you both answered, {} {} the same answer and {} {} at most one step apart.",
        count(found.compared, "question"),
        found.same,
        has(found.same),
        found.within_one,
        is(found.within_one)
    )
}

/// One difference: both answers in words.
pub fn difference(quiz: &Quiz, difference: &Difference) -> String {
    format!(
        "You: {} They: {}",
        answer_words(quiz, difference.item, Answer::Category(difference.own)),
        answer_words(quiz, difference.item, Answer::Category(difference.theirs))
    )
}
