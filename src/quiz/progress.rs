//! What one session of the quiz has so far: the form and the answers, and one input to them.

use std::collections::BTreeMap;

use crate::quiz::{Answer, Answers, Today};

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// An answer to an item, by its id.
    Answer(String, Answer),
    /// How often a behaviour, by its id, occurs at present; none removes the value.
    Today(String, Option<Today>),
}

/// The answers so far, and their form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The form's id.
    pub form: String,
    /// The answers.
    pub answers: Answers,
    /// How often each behaviour occurs at present, by its id.
    pub today: BTreeMap<String, Today>,
}

impl Progress {
    /// Applies one input.
    pub fn take(&mut self, input: &Input) {
        match input {
            Input::Answer(item, answer) => self.answers.set(item, *answer),
            Input::Today(behaviour, Some(held)) => {
                self.today.insert(behaviour.clone(), *held);
            }
            Input::Today(behaviour, None) => {
                self.today.remove(behaviour);
            }
        }
    }
}
