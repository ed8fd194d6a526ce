//! The posterior of the two traits on the grid, and what it comes to along the reported axes.
//! Knows groups, counts and the prior; nothing of items, of single answers or of l_z.

use crate::quiz::Model;
use crate::quiz::diagonals::{Diagonals, Summary};
use crate::quiz::grid::{DIFFERENCES, POINTS, difference, theta};
use crate::quiz::tally::{Counts, Group, Look};

/// Where the middle of the grid weighs less than this, as a logarithm, products might run out of
/// digits, and the posterior is worked out in logarithms. No sheet of plausible answers gets there.
const FAR: f64 = -300.0;

/// How many likelihoods an axis keeps; every two steps within one parameter set give 45.
const KEPT: usize = 64;

/// The posterior of one sheet after another. What it has worked out for one it uses for the next: a
/// change in the answers that look at the difference only costs 161 points instead of 6561.
pub(super) struct Posterior {
    model: Model,
    /// The factor of the prior in θ_B + θ_D; the other one, in θ_B − θ_D, lies in its axis.
    prior_sum: Vec<f64>,
    deep: Axis,
    broad: Axis,
    difference: Axis,
    both: Axis,
    /// All of the posterior but what looks at the difference; none before the first sheet.
    diagonals: Option<Diagonals>,
}

impl Posterior {
    pub(super) fn of(model: &Model) -> Self {
        let rho = model.prior_correlation;
        let bell = |spread: f64| -> Vec<f64> {
            let at = |i| (-(difference(i) * difference(i)) / (4.0 * spread)).exp();
            (0..DIFFERENCES).map(at).collect()
        };
        Self {
            model: *model,
            prior_sum: bell(1.0 + rho),
            deep: Axis::of(Look::Deep, POINTS, vec![1.0; POINTS]),
            broad: Axis::of(Look::Broad, POINTS, vec![1.0; POINTS]),
            difference: Axis::of(Look::Difference, DIFFERENCES, bell(1.0 - rho)),
            both: Axis::of(Look::Both, POINTS * POINTS, Vec::new()),
            diagonals: None,
        }
    }

    /// The summary depends on `counts` only, to the last bit, whichever sheet came before.
    pub(super) fn summary(&mut self, groups: &[Group], counts: &[Counts]) -> Summary {
        let tau = self.model.damping;
        let mut changed = false;
        for axis in [&mut self.deep, &mut self.broad, &mut self.both] {
            changed |= axis.take(groups, counts, tau);
        }
        self.difference.take(groups, counts, tau);
        if changed {
            self.diagonals = None;
        }
        let [deep, broad, difference, both] =
            [&self.deep, &self.broad, &self.difference, &self.both].map(Axis::now);
        let middle = (deep.middle + broad.middle) + difference.middle + both.middle;
        if middle.is_nan() || middle < FAR {
            let weights = self.by_logarithms(groups, counts);
            return Diagonals::of_grid(&weights).summary(&[1.0; DIFFERENCES]);
        }
        let diagonals = self.diagonals.get_or_insert_with(|| {
            let (deep, broad) = (&deep.weights, &broad.weights);
            if both.weights.is_empty() {
                return Diagonals::of_product(&self.prior_sum, deep, broad);
            }
            let mut weights = both.weights.clone();
            for (cell, weight) in weights.iter_mut().enumerate() {
                let (i, j) = (cell / POINTS, cell % POINTS);
                *weight *= self.prior_sum[i + j] * (deep[i] * broad[j]);
            }
            Diagonals::of_grid(&weights)
        });
        diagonals.summary(&difference.weights)
    }

    /// Every weight of the grid, relative to the highest.
    fn by_logarithms(&self, groups: &[Group], counts: &[Counts]) -> Vec<f64> {
        let rho = self.model.prior_correlation;
        let at = |cell: usize| {
            let (deep, broad) = (cell / POINTS, cell % POINTS);
            let (x, y) = (theta(deep), theta(broad));
            let prior = -((x * x + y * y) - 2.0 * rho * (x * y)) / (2.0 * (1.0 - rho * rho));
            // By look, so that the sum at a mirrored cell has the same terms in the same order.
            let mut looks = [0.0; 4];
            for (group, counts) in groups.iter().zip(counts) {
                let (look, point) = match group.look {
                    Look::Deep => (0, deep),
                    Look::Broad => (1, broad),
                    Look::Difference => (2, broad + POINTS - 1 - deep),
                    Look::Both => (3, cell),
                };
                looks[look] += group.log_likelihood(counts, point);
            }
            let likelihood = (looks[0] + looks[1]) + looks[2] + looks[3];
            prior + self.model.damping * likelihood
        };
        relative((0..POINTS * POINTS).map(at).collect(), 1.0)
    }
}

/// e^(scale · (log − the highest log)).
fn relative(mut logs: Vec<f64>, scale: f64) -> Vec<f64> {
    let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for log in &mut logs {
        *log = (scale * (*log - highest)).exp();
    }
    logs
}

/// What the groups with one look say, for the latest counts and some before.
struct Axis {
    look: Look,
    points: usize,
    /// The prior along the axis; empty where it lies elsewhere.
    prior: Vec<f64>,
    kept: Vec<Likelihood>,
    now: usize,
}

/// Prior and damped likelihood along an axis; the latter relative to its highest point.
struct Likelihood {
    /// The counts of the groups with this look.
    counts: Vec<Counts>,
    weights: Vec<f64>,
    /// The logarithm of the weight in the middle.
    middle: f64,
}

impl Axis {
    fn of(look: Look, points: usize, prior: Vec<f64>) -> Self {
        let unanswered = Likelihood {
            counts: Vec::new(),
            weights: prior.clone(),
            middle: 0.0,
        };
        Self {
            look,
            points,
            prior,
            kept: vec![unanswered],
            now: 0,
        }
    }

    fn now(&self) -> &Likelihood {
        &self.kept[self.now]
    }

    /// Turns to other counts, and says whether they differ from those before.
    fn take(&mut self, groups: &[Group], counts: &[Counts], damping: f64) -> bool {
        let look = self.look;
        let own = || {
            let all = groups.iter().zip(counts);
            all.filter(move |(group, _)| group.look == look)
        };
        let same = |kept: &Likelihood| kept.counts.iter().eq(own().map(|(_, counts)| counts));
        if same(self.now()) {
            return false;
        }
        if let Some(known) = self.kept.iter().position(same) {
            self.now = known;
            return true;
        }
        let mut logs = vec![0.0; self.points];
        for (group, counts) in own() {
            for (point, log) in logs.iter_mut().enumerate() {
                *log += group.log_likelihood(counts, point);
            }
        }
        let mut weights = relative(logs, damping);
        let middle = weights[self.points / 2].ln();
        for (weight, prior) in weights.iter_mut().zip(&self.prior) {
            *weight *= prior;
        }
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        self.now = self.kept.len();
        self.kept.push(Likelihood {
            counts: own().map(|(_, counts)| *counts).collect(),
            weights,
            middle,
        });
        true
    }
}
