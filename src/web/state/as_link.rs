//! An attempt as the text behind the “#” of a link. Independent of its callers.

use crate::share::{Shared, day_of};
use crate::store::Attempt;

/// In the address of a result whose answers are behind the “#” because nothing can be saved.
pub(crate) const UNKEPT: &str = "unkept";

/// The answers of an attempt for a link, with a name only if one is passed.
pub(crate) fn shared(attempt: &Attempt, name: Option<String>) -> Shared {
    let today = attempt.today.iter();
    Shared {
        quiz: attempt.quiz.clone(),
        quiz_version: attempt.quiz_version,
        form: attempt.form.clone(),
        name,
        answers: attempt.answers.clone(),
        today: today
            .map(|(id, held)| (id.clone(), u8::from(*held)))
            .collect(),
        taken: attempt.finished.and_then(day_of),
    }
}
