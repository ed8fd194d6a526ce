//! Why a fit came out as it did: what each answer moved.
//! Knows responses and numbers; the sentences are elsewhere.

use super::{Form, Item, Quiz, Response, fit};
use crate::quiz::Answers;

/// One answer and how much of the result rests on it.
#[derive(Clone, Debug)]
pub struct Reason<'a> {
    /// The item.
    pub item: &'a Item,
    /// The answer, 0 to 4.
    pub category: u8,
    /// P(all answers) − P(all but this one): above 0 it speaks for the broad track.
    pub delta_p: f64,
}

/// Every answer with its ΔP by exact recomputation, the heaviest first.
pub fn reasons<'a>(quiz: &'a Quiz, form: &Form, answers: &Answers) -> Vec<Reason<'a>> {
    let answered = answers.responses(quiz, form);
    let all: Vec<Response> = answered.iter().map(|(_, response)| *response).collect();
    let p = fit(&quiz.model, &all).p_broad;
    let mut reasons: Vec<Reason> = answered
        .iter()
        .enumerate()
        .map(|(left_out, (item, response))| {
            let mut rest = all.clone();
            rest.remove(left_out);
            Reason {
                item,
                category: response.category,
                delta_p: p - fit(&quiz.model, &rest).p_broad,
            }
        })
        .collect();
    reasons.sort_by(|a, b| b.delta_p.abs().total_cmp(&a.delta_p.abs()));
    reasons
}
