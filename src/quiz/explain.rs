//! The reasons for a fit: the contribution of each answer. Handles responses and numbers; the sentences
//! are elsewhere.

use crate::quiz::score::{Change, Scorer};
use crate::quiz::{Answers, Form, Item, Quiz, Response};

/// One answer and its contribution to the result.
#[derive(Clone, Debug)]
pub struct Reason<'a> {
    /// The item.
    pub item: &'a Item,
    /// The answer, 0 to 4.
    pub category: u8,
    /// P(all answers) − P(all but this one): above 0 it supports the broad track.
    pub delta_p: f64,
}

/// Two ΔP this close are equal: mirrored answers differ by rounding only.
const ROUNDING: f64 = 1e-12;

/// Every answer with its ΔP by full rescoring, the largest |ΔP| first, ties in form order.
pub fn reasons<'a>(quiz: &'a Quiz, form: &Form, answers: &Answers) -> Vec<Reason<'a>> {
    let answered = answers.responses(quiz, form);
    let all: Vec<Response> = answered.iter().map(|(_, response)| *response).collect();
    let scorer = Scorer::of(&quiz.model, &all);
    let p = scorer.fit().p_broad;
    let mut reasons: Vec<Reason> = Vec::with_capacity(all.len());
    for (index, (item, response)) in answered.into_iter().enumerate() {
        let category = response.category;
        let alike = |other: &&Reason| {
            other.item.parameters == item.parameters && other.category == category
        };
        let left_out = Change {
            response: index,
            to: None,
        };
        let delta_p = match reasons.iter().find(alike) {
            Some(other) => other.delta_p,
            None => p - scorer.with(&[left_out]).p_broad,
        };
        // Inserted in order, so that the browser need not load sorting code.
        let lighter = |other: &Reason| other.delta_p.abs() < delta_p.abs() - ROUNDING;
        let at = reasons.iter().position(lighter).unwrap_or(reasons.len());
        reasons.insert(
            at,
            Reason {
                item,
                category,
                delta_p,
            },
        );
    }
    reasons
}
