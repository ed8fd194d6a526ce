//! What would change a verdict: the smallest number of answers that, each moved by one step, lead to
//! another one. Handles responses and verdicts; the sentences are elsewhere.

use crate::quiz::score::{Change, Scorer};
use crate::quiz::{Answers, Fit, Form, Item, Quiz, Response, Verdict};

/// The maximum number of sets of changes listed.
pub const MOST_SETS: usize = 12;

/// The precision for comparing two changes of P: mirrored steps differ by rounding only.
const DIGITS: f64 = 1e12;

/// What would change the verdict on a set of answers.
///
/// A change moves an answered item by one category up or down, and no answer is moved twice: a second
/// step of one answer would be a different opinion, not a borderline case. Every single change is tried
/// and, if none leads to another verdict, every pair. [`Verdict::says_the_same_as`] decides whether two
/// verdicts are the same.
#[derive(Clone, Debug)]
pub enum Counterfactual<'a> {
    /// No one and no two answers moved by one step lead to another verdict.
    Robust,
    /// The verdict depends on one or two answers.
    Hangs {
        /// The sets of the smallest size, one step or two: those with the smallest change of P first,
        /// then in form order. At most [`MOST_SETS`].
        sets: Vec<ChangeSet<'a>>,
        /// The number of sets of this size, listed or not.
        found: usize,
    },
}

/// Steps that together lead to another verdict.
#[derive(Clone, Debug)]
pub struct ChangeSet<'a> {
    /// The steps, in form order.
    pub steps: Vec<Step<'a>>,
    /// The verdict after these steps.
    pub verdict: Verdict,
    /// The fit after these steps.
    pub fit: Fit,
}

/// One answer moved to the next category.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The item.
    pub item: &'a Item,
    /// The original answer, 0 to 4.
    pub from: u8,
    /// The answer after the step.
    pub to: u8,
}

/// Finds the smallest sets of one-step changes that change the verdict on these answers.
pub fn what_would_change<'a>(quiz: &'a Quiz, form: &Form, answers: &Answers) -> Counterfactual<'a> {
    let answered = answers.responses(quiz, form);
    let all: Vec<Response> = answered.iter().map(|(_, response)| *response).collect();
    let scorer = Scorer::of(&quiz.model, &all);
    let found = search(&scorer, &moves(&scorer, &all));
    if found.count == 0 {
        return Counterfactual::Robust;
    }
    let step = |change: &Change| {
        let (item, response) = answered.get(change.response)?;
        Some(Step {
            item,
            from: response.category,
            to: change.to,
        })
    };
    let sets = found.best.iter().map(|candidate| ChangeSet {
        steps: candidate.changes.iter().filter_map(step).collect(),
        verdict: Verdict::of(&candidate.fit),
        fit: candidate.fit,
    });
    Counterfactual::Hangs {
        sets: sets.collect(),
        found: found.count,
    }
}

/// The weights after a step are the previous ones times the step's factor, so no step needs full
/// rescoring.
fn search(scorer: &Scorer, moves: &[Move]) -> Found {
    let before = scorer.weights(&[]);
    let mut found = Found::around(&scorer.report(&before, &[]));
    for only in moves {
        let weights = product(&before, &only.factor);
        let sets = only.responses.iter().map(|a| [only.change(*a)]);
        found.take(scorer, &weights, sets);
    }
    if found.count > 0 {
        return found;
    }
    for (index, first) in moves.iter().enumerate() {
        let after = product(&before, &first.factor);
        for second in &moves[index..] {
            let weights = product(&after, &second.factor);
            found.take(scorer, &weights, first.with(second));
        }
    }
    found
}

fn product(weights: &[f64], factor: &[f64]) -> Vec<f64> {
    weights.iter().zip(factor).map(|(a, b)| a * b).collect()
}

/// A step that several answers could take: they have the same parameters and the same category, so each
/// leads to the same fit.
struct Move {
    from: Response,
    to: u8,
    responses: Vec<usize>,
    /// The factor of the weights, cell by cell.
    factor: Vec<f64>,
}

/// Every step that the answers allow.
fn moves(scorer: &Scorer, all: &[Response]) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    for (index, from) in all.iter().enumerate() {
        let category = from.category;
        let (down, up) = (
            category.checked_sub(1),
            (category < 4).then_some(category + 1),
        );
        for to in down.into_iter().chain(up) {
            match moves.iter_mut().find(|m| m.from == *from && m.to == to) {
                Some(known) => known.responses.push(index),
                None => moves.push(Move {
                    from: *from,
                    to,
                    responses: vec![index],
                    factor: scorer.factor(from, to),
                }),
            }
        }
    }
    moves
}

impl Move {
    fn change(&self, response: usize) -> Change {
        Change {
            response,
            to: self.to,
        }
    }

    /// Every pair of this step and another one, of two different answers, in form order.
    fn with<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = [Change; 2]> + 'a {
        let twice = std::ptr::eq(self, other);
        self.responses.iter().flat_map(move |&a| {
            let partners = other.responses.iter().copied();
            partners
                .filter(move |&b| if twice { a < b } else { a != b })
                .map(move |b| {
                    let (one, two) = (self.change(a), other.change(b));
                    if a < b { [one, two] } else { [two, one] }
                })
        })
    }
}

/// The sets found so far, all of the same size.
struct Found {
    verdict: Verdict,
    p_broad: f64,
    best: Vec<Candidate>,
    count: usize,
}

struct Candidate {
    /// |P after − P before|, in steps of 1/[`DIGITS`].
    moved: f64,
    changes: Vec<Change>,
    fit: Fit,
}

impl Found {
    fn around(fit: &Fit) -> Self {
        Self {
            verdict: Verdict::of(fit),
            p_broad: fit.p_broad,
            best: Vec::new(),
            count: 0,
        }
    }

    /// Scores the first of `sets`, which all lead to these weights, and adds either all of them or
    /// none.
    fn take<const N: usize>(
        &mut self,
        scorer: &Scorer,
        weights: &[f64],
        sets: impl Iterator<Item = [Change; N]>,
    ) {
        let mut sets = sets.peekable();
        let Some(first) = sets.peek() else {
            return;
        };
        let fit = scorer.report(weights, first);
        if Verdict::of(&fit).says_the_same_as(self.verdict) {
            return;
        }
        let moved = ((fit.p_broad - self.p_broad).abs() * DIGITS).round();
        for changes in sets {
            self.count += 1;
            let order = |other: &Candidate| {
                let order = other.moved.total_cmp(&moved);
                order.then_with(|| other.changes.as_slice().cmp(&changes))
            };
            let at = self.best.iter().position(|other| order(other).is_gt());
            let at = at.unwrap_or(self.best.len());
            if at < MOST_SETS {
                self.best.truncate(MOST_SETS - 1);
                let changes = changes.to_vec();
                self.best.insert(
                    at,
                    Candidate {
                        moved,
                        changes,
                        fit,
                    },
                );
            }
        }
    }
}
