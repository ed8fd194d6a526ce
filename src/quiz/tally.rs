//! A sheet as its score sees it: how often each category was chosen under each set of parameters.
//! Knows responses and the grid; nothing of the prior or of what is reported.

use std::cmp::Ordering;

use crate::quiz::grid::{DIFFERENCES, POINTS, difference, theta};
use crate::quiz::response::Curves;
use crate::quiz::{Parameters, Response};

/// How often each category was chosen among items with the same parameters.
pub(super) type Counts = [u32; 5];

/// Items with the same parameters. They are interchangeable: only their counts reach the score.
pub(super) struct Group {
    parameters: Parameters,
    curves: Curves,
    /// What part of the grid they look at.
    pub look: Look,
    /// The logarithms of the five probabilities, point by point of that part.
    log: Vec<[f64; 5]>,
}

/// How items see the grid. Most see one axis of it, which turns 6561 evaluations into 81 or 161.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// θ_D only.
    Deep,
    /// θ_B only.
    Broad,
    /// θ_B − θ_D only.
    Difference,
    /// The two in another mixture.
    Both,
}

impl Look {
    #[allow(clippy::float_cmp)] // slopes are compared as they were written
    fn of([deep, broad]: [f64; 2]) -> Self {
        match (deep, broad) {
            (_, 0.0) => Self::Deep,
            (0.0, _) => Self::Broad,
            _ if deep == -broad => Self::Difference,
            _ => Self::Both,
        }
    }
}

impl Group {
    fn of(parameters: Parameters) -> Self {
        let curves = Curves::of(&parameters);
        let [deep, broad] = parameters.slope;
        let look = Look::of(parameters.slope);
        let at = |z: f64| curves.log_probabilities(z);
        let log = match look {
            Look::Deep => (0..POINTS).map(|i| at(deep * theta(i))).collect(),
            Look::Broad => (0..POINTS).map(|i| at(broad * theta(i))).collect(),
            Look::Difference => (0..DIFFERENCES)
                .map(|i| at(broad * difference(i)))
                .collect(),
            Look::Both => (0..POINTS * POINTS)
                .map(|i| at(parameters.predictor(theta(i / POINTS), theta(i % POINTS))))
                .collect(),
        };
        Self {
            parameters,
            curves,
            look,
            log,
        }
    }

    /// The log-likelihood of `counts` at a point of the part looked at: outer categories first and
    /// in mirrored pairs, so that mirrored counts at a mirrored point give the same bits.
    pub(super) fn log_likelihood(&self, counts: &Counts, point: usize) -> f64 {
        let log = &self.log[point];
        // An empty category counts nothing, however impossible it is.
        let part = |k: usize| match counts[k] {
            0 => 0.0,
            count => f64::from(count) * log[k],
        };
        (part(0) + part(4)) + (part(1) + part(3)) + part(2)
    }
}

/// Sorts `responses` into groups. The order of responses leaves no trace in the groups and counts;
/// the third part names the group of each response.
pub(super) fn tally(responses: &[Response]) -> (Vec<Group>, Vec<Counts>, Vec<usize>) {
    let mut sets: Vec<Parameters> = Vec::new();
    for response in responses {
        let set = response.parameters;
        if !sets.contains(&set) {
            // Put in its place at once: few sets, and no sorting code for a browser to load.
            let after = sets.iter().position(|other| order(other, &set).is_gt());
            sets.insert(after.unwrap_or(sets.len()), set);
        }
    }
    let mut counts = vec![Counts::default(); sets.len()];
    let mut group_of = Vec::with_capacity(responses.len());
    for response in responses {
        let at = sets.iter().position(|set| *set == response.parameters);
        let at = at.unwrap_or_default();
        if let Some(count) = counts[at].get_mut(usize::from(response.category)) {
            *count += 1;
        }
        group_of.push(at);
    }
    (sets.into_iter().map(Group::of).collect(), counts, group_of)
}

/// A fixed order of parameter sets, in which a deep set and its broad mirror image rank alike.
fn order(a: &Parameters, b: &Parameters) -> Ordering {
    let key = |parameters: &Parameters| {
        let [deep, broad] = parameters.slope;
        let [d1, d2, d3, d4] = parameters.thresholds;
        [deep.abs().max(broad.abs()), d1, d2, d3, d4, deep, broad]
    };
    let (a, b) = (key(a), key(b));
    let parts = a.iter().zip(&b).map(|(a, b)| a.total_cmp(b));
    parts.fold(Ordering::Equal, Ordering::then)
}

/// l_z = (l₀ − E)/√V at the given traits, undamped; none without answers.
pub(super) fn standardised_likelihood(
    groups: &[Group],
    counts: &[Counts],
    deep: f64,
    broad: f64,
) -> Option<f64> {
    let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for (group, counts) in groups.iter().zip(counts) {
        let items: u32 = counts.iter().sum();
        if items == 0 {
            continue;
        }
        let z = group.parameters.predictor(deep, broad);
        let log = group.curves.log_probabilities(z);
        let (mut mean, mut square) = (0.0, 0.0);
        for (l, count) in log.into_iter().zip(counts) {
            let p = l.exp();
            mean += p * l;
            square += p * l * l;
            if *count > 0 {
                observed += f64::from(*count) * l;
            }
        }
        expected += f64::from(items) * mean;
        variance += f64::from(items) * (square - mean * mean);
    }
    (variance > 0.0).then(|| (observed - expected) / variance.sqrt())
}
