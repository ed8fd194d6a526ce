//! Earlier versions of the quiz, fetched only when something made with one of them is opened.

use std::rc::Rc;

use crate::quiz::{Quiz, QuizVersion, Quizzes};
use crate::store::{Attempt, Opinion};
use crate::web::dom;

/// A quiz by its id and its version.
pub type Version = (String, u32);

/// The version that an attempt was made with.
pub fn of_attempt(attempt: &Attempt) -> Version {
    (attempt.quiz.clone(), attempt.quiz_version)
}

/// The version that an opinion was given with.
pub fn of_opinion(opinion: &Opinion) -> Version {
    (opinion.quiz.clone(), opinion.quiz_version)
}

/// The current quiz with those of the `needed` versions that are kept; none if one of them did not
/// arrive. Without any, `done` is called at once. `root` is the path to the app's root.
pub fn with_versions(
    root: &str,
    current: Quiz,
    needed: Vec<Version>,
    done: impl FnOnce(Option<Quizzes>) + 'static,
) {
    fetch_next(
        Rc::from(root),
        Quizzes::new(current),
        needed,
        Box::new(done),
    );
}

fn fetch_next(
    root: Rc<str>,
    mut quizzes: Quizzes,
    mut needed: Vec<Version>,
    done: Box<dyn FnOnce(Option<Quizzes>)>,
) {
    let Some((id, version)) = needed.pop() else {
        return done(Some(quizzes));
    };
    if !matches!(quizzes.find(&id, version), QuizVersion::Kept) {
        return fetch_next(root, quizzes, needed, done);
    }
    let address = format!("{root}{}", Quizzes::address(version));
    dom::load(&address, move |text| {
        let quiz = text.and_then(|text| Quiz::from_site(&text).ok());
        match quiz.is_some_and(|quiz| quizzes.add(quiz)) {
            true => fetch_next(root, quizzes, needed, done),
            false => done(None),
        }
    });
}
