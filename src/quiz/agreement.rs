//! How far two people's answers to the same items agree: a second opinion compared with one's own
//! answers. Handles answers and numbers; names and texts are elsewhere.

use crate::quiz::{Answers, Form, Item, Quiz};

/// The maximum number of differences listed.
const NAMED: usize = 3;

/// The agreement of two sets of answers, over the items that both answered.
#[derive(Clone, Debug)]
pub struct Agreement<'a> {
    /// The number of items that both answered; items that either left open are not compared.
    pub compared: usize,
    /// The number of these with the same answer.
    pub same: usize,
    /// The number of these with the same or a neighbouring answer of the five.
    pub within_one: usize,
    /// The mean distance of two answers, in steps, 0 to 4; 0 if nothing was compared.
    pub mean_difference: f64,
    /// The three largest differences, the largest first, ties in the order of the form.
    pub largest: Vec<Difference<'a>>,
    /// Weighted kappa with quadratic weights (Cohen, 1968): 1 is full agreement, 0 the agreement
    /// expected by chance from the two distributions of answers, below 0 less than that. None if no
    /// disagreement is expected by chance: nothing was compared, or both gave one and the same answer
    /// throughout.
    pub kappa: Option<f64>,
}

/// One item that was answered differently.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The item.
    pub item: &'a Item,
    /// The visitor's own answer, 0 to 4.
    pub own: u8,
    /// The other person's answer, 0 to 4.
    pub theirs: u8,
}

impl Difference<'_> {
    /// The number of steps between the two, 0 to 4.
    pub const fn steps(&self) -> u8 {
        self.own.abs_diff(self.theirs)
    }
}

/// Compares two sets of answers over the items of a form.
pub fn agreement<'a>(
    own: &Answers,
    theirs: &Answers,
    quiz: &'a Quiz,
    form: &Form,
) -> Agreement<'a> {
    let both: Vec<Difference> = form
        .items
        .iter()
        .filter_map(|id| {
            Some(Difference {
                item: quiz.item(id)?,
                own: own.get(id)?.category()?,
                theirs: theirs.get(id)?.category()?,
            })
        })
        .collect();
    let within = |steps: u8| both.iter().filter(|one| one.steps() <= steps).count();
    let distance: f64 = both.iter().map(|one| f64::from(one.steps())).sum();
    let mut largest: Vec<Difference> = both.iter().filter(|one| one.steps() > 0).copied().collect();
    largest.sort_by_key(|one| std::cmp::Reverse(one.steps()));
    largest.truncate(NAMED);
    Agreement {
        compared: both.len(),
        same: within(0),
        within_one: within(1),
        mean_difference: distance / count(both.len().max(1)),
        largest,
        kappa: kappa(&both),
    }
}

/// κ_w = 1 − Σ w·observed / Σ w·expected, with w the squared distance of two answers and the
/// expected shares those of independent answers with the same margins.
fn kappa(both: &[Difference]) -> Option<f64> {
    let squared = |a: u8, b: u8| f64::from(a.abs_diff(b)).powi(2);
    let observed: f64 = both.iter().map(|one| squared(one.own, one.theirs)).sum();
    let expected: f64 = both
        .iter()
        .flat_map(|a| both.iter().map(|b| squared(a.own, b.theirs)))
        .sum();
    (expected > 0.0).then(|| 1.0 - observed * count(both.len()) / expected)
}

#[allow(clippy::cast_precision_loss)] // items of a form
fn count(items: usize) -> f64 {
    items as f64
}
