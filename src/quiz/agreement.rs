//! How far two people's answers to the same items agree: a second opinion beside one's own.
//! Knows answers and numbers; knows neither who answered nor how it is said.

use crate::quiz::{Answers, Form, Item, Quiz};

/// The most differences that are named.
const NAMED: usize = 3;

/// What two sets of answers have in common, over the items that both answered.
#[derive(Clone, Debug)]
pub struct Agreement<'a> {
    /// How many items both answered; whatever either left open is not compared.
    pub compared: usize,
    /// How many of them have the same answer.
    pub same: usize,
    /// How many have the same answer or neighbours on the five steps.
    pub within_one: usize,
    /// The mean distance of two answers, in steps, 0 to 4; 0 where nothing was compared.
    pub mean_difference: f64,
    /// The three largest differences, the largest first, equals in the order of the form.
    pub largest: Vec<Difference<'a>>,
    /// Weighted kappa with quadratic weights (Cohen, 1968): 1 is full agreement, 0 what chance gives
    /// for answers so distributed, below 0 less than that. None where chance leaves nothing to
    /// disagree on: nothing was compared, or both gave one and the same answer throughout.
    pub kappa: Option<f64>,
}

/// One item that was answered differently.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The item.
    pub item: &'a Item,
    /// One's own answer, 0 to 4.
    pub own: u8,
    /// The other's answer, 0 to 4.
    pub theirs: u8,
}

impl Difference<'_> {
    /// How many steps lie between the two, 0 to 4.
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
