//! What would change a verdict: the fewest answers that, moved by one step, give another one.
//! Knows responses and verdicts; the sentences are elsewhere.

use crate::quiz::score::{Change, Scorer};
use crate::quiz::{Answers, Fit, Form, Item, Quiz, Response, Verdict};

/// How many sets of changes are listed at most.
pub const MOST_SETS: usize = 12;

/// How finely two moves of P are told apart: mirrored steps differ by rounding only.
const DIGITS: f64 = 1e12;

/// What would change the verdict on a sheet.
///
/// Changes are to answered items, by one category up or down, and no answer is moved twice: a
/// second step of one answer says that it was meant otherwise, not that it was a near thing. Every
/// single change is tried and, where none gives another verdict, every two. What counts as another
/// verdict is settled by [`Verdict::says_the_same_as`].
#[derive(Clone, Debug)]
pub enum Counterfactual<'a> {
    /// Nothing so small: no one and no two answers moved by one step give another verdict.
    Robust,
    /// The verdict hangs on this few answers.
    Hangs {
        /// The sets of the smallest size, one step or two: those that move P least first, then in
        /// form order. At most [`MOST_SETS`].
        sets: Vec<ChangeSet<'a>>,
        /// How many sets of this size there are, listed or not.
        found: usize,
    },
}

/// Steps that together give another verdict.
#[derive(Clone, Debug)]
pub struct ChangeSet<'a> {
    /// The steps, in form order.
    pub steps: Vec<Step<'a>>,
    /// The verdict after them.
    pub verdict: Verdict,
    /// The fit after them.
    pub fit: Fit,
}

/// One answer moved to the next category.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The item.
    pub item: &'a Item,
    /// The answer as it was given, 0 to 4.
    pub from: u8,
    /// The answer one step on.
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
            to: change.to?,
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

/// The weights after a step are those before it times its factor, so that no step needs a full
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

/// A step that several answers could take: they have the same parameters and the same category, so
/// that each leads to the same fit.
struct Move {
    from: Response,
    to: u8,
    responses: Vec<usize>,
    /// What it multiplies the weights by, cell by cell.
    factor: Vec<f64>,
}

/// Every step that answers can take.
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
            to: Some(self.to),
        }
    }

    /// Every set of this step and another one, by two different answers, in form order.
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

/// The sets that were found so far, all of the same size.
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

    /// Tries the first of `sets`, which all lead to these weights, and takes them all or none.
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
