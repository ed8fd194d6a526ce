//! Answers counted by theme, and those that go against the verdict. Handles answers, not fits; the
//! sentences are elsewhere.

use crate::ladder::Side;
use crate::quiz::{Answer, Answers, Form, Item, ItemKind, Quiz, Theme};

/// The answers to the items of one theme. Each answer is in one theme only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThemeTally<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// How many speak for deep work.
    pub deep: usize,
    /// How many speak for broad work.
    pub broad: usize,
    /// How many speak for neither: the middle, or “neither appeals”.
    pub neither: usize,
    /// The mean of the answers that count, −2 (deep) to 2 (broad); 0 without any.
    pub mean: f64,
}

/// An answer that goes against a side.
#[derive(Clone, Copy, Debug)]
pub struct OtherWay<'a> {
    /// The item.
    pub item: &'a Item,
    /// The answer, 0 to 4.
    pub category: u8,
    /// How far it goes: 1 or 2 steps from the middle.
    pub steps: u8,
}

/// How far an answer to an item speaks for broad work: −2 to 2, below 0 for deep work. A rating of deep
/// work that drains speaks for the broad side as far as one that energises speaks for the deep side. None
/// for people work.
pub fn pull(quiz: &Quiz, item: &Item, category: u8) -> Option<i8> {
    let from_middle = i8::try_from(category.min(4)).ok()? - 2;
    match &item.ask {
        ItemKind::Pair(_) => Some(from_middle),
        ItemKind::Rating(rating) => match quiz.behaviour(&rating.behaviour)?.side? {
            Side::Deep => Some(-from_middle),
            Side::Broad => Some(from_middle),
        },
    }
}

/// The tally of each theme of the quiz, in its order. Answers left open are in none; a quiz without
/// themes has none.
pub fn tally<'a>(quiz: &'a Quiz, form: &Form, answers: &Answers) -> Vec<ThemeTally<'a>> {
    let items: Vec<&Item> = form.items.iter().filter_map(|id| quiz.item(id)).collect();
    let of = |theme: &'a Theme| {
        let mut found = ThemeTally {
            theme,
            deep: 0,
            broad: 0,
            neither: 0,
            mean: 0.0,
        };
        let (mut sum, mut counted) = (0.0, 0.0);
        for item in &items {
            if quiz.theme_of(item) != Some(theme) {
                continue;
            }
            match answers.get(&item.id) {
                Some(Answer::Category(category)) => {
                    let Some(pull) = pull(quiz, item, category) else {
                        continue;
                    };
                    sum += f64::from(pull);
                    counted += 1.0;
                    match pull {
                        ..0 => found.deep += 1,
                        0 => found.neither += 1,
                        1.. => found.broad += 1,
                    }
                }
                Some(Answer::Neither) => found.neither += 1,
                _ => {}
            }
        }
        if counted > 0.0 {
            found.mean = sum / counted;
        }
        found
    };
    quiz.themes.iter().map(of).collect()
}

/// The answers that go against `side`, the furthest first, then in the order of the form.
pub fn exceptions<'a>(
    quiz: &'a Quiz,
    form: &Form,
    answers: &Answers,
    side: Side,
) -> Vec<OtherWay<'a>> {
    let mut found: Vec<OtherWay> = Vec::new();
    for (item, response) in answers.responses(quiz, form) {
        let Some(pull) = pull(quiz, item, response.category) else {
            continue;
        };
        let against = match side {
            Side::Deep => pull > 0,
            Side::Broad => pull < 0,
        };
        if against {
            let steps = pull.unsigned_abs();
            // Inserted in order, so that the browser need not load sorting code.
            let at = found.iter().position(|other| other.steps < steps);
            let at = at.unwrap_or(found.len());
            found.insert(
                at,
                OtherWay {
                    item,
                    category: response.category,
                    steps,
                },
            );
        }
    }
    found
}
