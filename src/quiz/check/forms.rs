//! The invariants of a quiz's forms: their items, the order, and that a longer form continues a shorter
//! one. Independent of the content of items.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::ladder::{Fault, words};
use crate::quiz::{Form, ItemKind, Quiz};

/// The range of a form's minutes.
const MINUTES: RangeInclusive<u8> = 1..=60;

/// Checks each form by itself: its name, minutes, items and order.
pub(super) fn each(quiz: &Quiz, found: &mut Vec<Fault>) {
    if quiz.forms.is_empty() {
        found.push(Fault::new("forms", "is empty; write at least one form"));
    }
    crate::quiz::check::ids(
        "forms",
        quiz.forms.iter().map(|form| form.id.as_str()),
        found,
    );
    for (i, form) in quiz.forms.iter().enumerate() {
        let place = format!("forms[{i}]");
        words(&form.name, &format!("{place}.name"), found);
        if !MINUTES.contains(&form.minutes) {
            found.push(Fault::new(
                format!("{place}.minutes"),
                format!("is {}; write 1 to 60", form.minutes),
            ));
        }
        if form.items.is_empty() {
            found.push(Fault::new(
                format!("{place}.items"),
                "is empty; name at least one item",
            ));
        }
        asked(quiz, form, &place, found);
        pairs_first(quiz, form, &place, found);
        balance(quiz, form, &place, found);
    }
}

/// Checks that every item exists and is asked once.
fn asked(quiz: &Quiz, form: &Form, place: &str, found: &mut Vec<Fault>) {
    let mut ids = BTreeSet::new();
    for (k, id) in form.items.iter().enumerate() {
        let place = format!("{place}.items[{k}]");
        if !ids.insert(id) {
            found.push(Fault::new(&place, format!("“{id}” is asked twice")));
        }
        if quiz.item(id).is_none() {
            found.push(Fault::new(place, format!("“{id}” is not among the items")));
        }
    }
}

fn pairs_first(quiz: &Quiz, form: &Form, place: &str, found: &mut Vec<Fault>) {
    let is_pair = |id: &String| {
        quiz.item(id)
            .map(|item| matches!(item.ask, ItemKind::Pair(_)))
    };
    let ratings = form.items.iter().position(|id| is_pair(id) == Some(false));
    let late = ratings.and_then(|start| {
        let rest = form.items.iter().enumerate().skip(start);
        rest.into_iter().find(|(_, id)| is_pair(id) == Some(true))
    });
    if let Some((k, id)) = late {
        found.push(Fault::new(
            format!("{place}.items[{k}]"),
            format!("“{id}” is a pair after a rating; ask the pairs first"),
        ));
    }
}

/// Checks that each side is on the left in half of the pairs, and has half of the ratings.
fn balance(quiz: &Quiz, form: &Form, place: &str, found: &mut Vec<Fault>) {
    let (mut left, mut sides) = ([0usize; 2], [0usize; 2]);
    for item in form.items.iter().filter_map(|id| quiz.item(id)) {
        match &item.ask {
            ItemKind::Pair(pair) => left[pair.left as usize] += 1,
            ItemKind::Rating(rating) => {
                let behaviour = quiz.behaviour(&rating.behaviour);
                if let Some(side) = behaviour.and_then(|behaviour| behaviour.side) {
                    sides[side as usize] += 1;
                }
            }
        }
    }
    if left[0] != left[1] {
        found.push(Fault::new(
            format!("{place}.items"),
            format!(
                "the deep side stands left in {} pairs, the broad side in {}; make them equal",
                left[0], left[1]
            ),
        ));
    }
    if sides[0] != sides[1] {
        found.push(Fault::new(
            format!("{place}.items"),
            format!(
                "has {} deep and {} broad ratings; make them equal",
                sides[0], sides[1]
            ),
        ));
    }
}

/// Checks that a longer form begins with the items of the shorter one.
pub(super) fn continuation(quiz: &Quiz, found: &mut Vec<Fault>) {
    for (i, two) in quiz.forms.windows(2).enumerate() {
        let [shorter, longer] = two else { continue };
        let place = format!("forms[{}].items", i + 1);
        let both = shorter.items.iter().zip(&longer.items);
        if let Some((k, (id, _))) = both.enumerate().find(|(_, (a, b))| a != b) {
            found.push(Fault::new(
                format!("{place}[{k}]"),
                format!(
                    "must be “{id}”, as in “{}”; a form begins with the items of the one before it",
                    shorter.id
                ),
            ));
        } else if longer.items.len() <= shorter.items.len() {
            found.push(Fault::new(
                place,
                format!(
                    "is no longer than “{}” before it; order the forms from short to long",
                    shorter.id
                ),
            ));
        }
    }
}
