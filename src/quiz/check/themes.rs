//! The invariants of a quiz's themes: every behaviour and pair has one, if there are any. Independent of
//! forms and parameters.

use crate::ladder::{Fault, words};
use crate::quiz::{Behaviour, Quiz};

/// Checks the list itself.
pub(super) fn list(quiz: &Quiz, found: &mut Vec<Fault>) {
    super::ids(
        "themes",
        quiz.themes.iter().map(|theme| theme.id.as_str()),
        found,
    );
    for (i, theme) in quiz.themes.iter().enumerate() {
        words(&theme.name, &format!("themes[{i}].name"), found);
    }
}

/// Checks the theme of a behaviour. People work has none.
pub(super) fn of_behaviour(
    quiz: &Quiz,
    behaviour: &Behaviour,
    place: &str,
    found: &mut Vec<Fault>,
) {
    match (behaviour.side, &behaviour.theme) {
        (None, Some(_)) => found.push(Fault::new(
            place,
            "must be left out; people work has no theme",
        )),
        (None, None) => {}
        (Some(_), theme) => named(quiz, theme.as_deref(), place, found),
    }
}

/// Checks that a theme is named if the quiz has themes, and that it exists.
pub(super) fn named(quiz: &Quiz, theme: Option<&str>, place: &str, found: &mut Vec<Fault>) {
    match theme {
        None if !quiz.themes.is_empty() => found.push(Fault::new(
            place,
            "is missing; name one of the themes by its id",
        )),
        Some(id) if quiz.themes.iter().all(|theme| theme.id != id) => {
            found.push(Fault::new(place, format!("“{id}” is not among the themes")));
        }
        _ => {}
    }
}
