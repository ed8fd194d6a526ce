//! The posterior of the two traits given answers, and what is reported of it.
//! Knows responses and numbers only: no items, no verdict, no words.

use super::grid::{DIFFERENCES, POINTS, difference, theta};
use super::{Model, Parameters, Response};

/// Half the width of an 80 % interval in standard errors: the .9 quantile of the normal curve.
const EIGHTY: f64 = 1.281_551_565_544_600_4;

/// What the answers say about depth and breadth.
///
/// The lean is λ = (θ_B − θ_D)/√(2 − 2ρ): below 0 deep, above 0 broad, of unit variance under the
/// prior. Estimates are posterior means (EAP; Bock & Mislevy, 1982) on an 81 × 81 grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// λ̂ = E\[λ\], in prior standard deviations.
    pub lean: f64,
    /// SE = SD\[λ\].
    pub se: f64,
    /// P(λ > 0), 0 to 1; a grid point at λ = 0 counts half.
    pub p_broad: f64,
    /// λ̂ ∓ 1.2816 SE.
    pub interval80: (f64, f64),
    /// E\[θ_D\]: how much depth energises.
    pub deep: f64,
    /// E\[θ_B\]: how much breadth energises.
    pub broad: f64,
    /// P(θ_D + θ_B > 0), 0 to 1; a grid point at 0 counts half.
    pub p_energy: f64,
    /// The standardised log-likelihood of the answers at the EAP (Drasgow, Levine & Williams, 1985);
    /// none without answers. Low values mean answers that contradict one another.
    pub lz: Option<f64>,
    /// How many answers this rests on.
    pub answers: usize,
}

impl Fit {
    /// P(λ < 0), the mirror image of [`Fit::p_broad`].
    pub fn p_deep(&self) -> f64 {
        1.0 - self.p_broad
    }
}

/// Scores `responses`. Their order does not matter, to the last bit.
///
/// The posterior is proportional to prior · L^τ under a two-dimensional graded response model.
pub fn fit(model: &Model, responses: &[Response]) -> Fit {
    let tallies = tally(responses);
    let posterior = Posterior::of(model, &tallies);
    let total = posterior.total;
    let scale = (2.0 - 2.0 * model.prior_correlation).sqrt();
    let (lean, se) = moments(&posterior.by_difference, total);
    let (lean, se) = (lean / scale, se / scale);
    let (deep, broad) = (
        mean(&posterior.by_deep, total),
        mean(&posterior.by_broad, total),
    );
    Fit {
        lean,
        se,
        p_broad: above_zero(&posterior.by_difference),
        interval80: (lean - EIGHTY * se, lean + EIGHTY * se),
        deep,
        broad,
        p_energy: above_zero(&posterior.by_sum),
        lz: standardised_likelihood(&tallies, deep, broad),
        answers: responses.len(),
    }
}

/// How often each category was chosen among items with the same parameters.
struct Tally {
    parameters: Parameters,
    counts: [u32; 5],
}

fn tally(responses: &[Response]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for response in responses {
        let at = tallies
            .iter()
            .position(|tally| tally.parameters == response.parameters)
            .unwrap_or_else(|| {
                tallies.push(Tally {
                    parameters: response.parameters,
                    counts: [0; 5],
                });
                tallies.len() - 1
            });
        if let Some(count) = tallies[at].counts.get_mut(usize::from(response.category)) {
            *count += 1;
        }
    }
    tallies.sort_by(|a, b| order(&a.parameters).total_cmp_with(&order(&b.parameters)));
    tallies
}

/// A fixed order of parameter sets, in which a deep set and its broad mirror image rank alike.
fn order(parameters: &Parameters) -> [f64; 7] {
    let [deep, broad] = parameters.slope;
    let [d1, d2, d3, d4] = parameters.thresholds;
    [deep.abs().max(broad.abs()), d1, d2, d3, d4, deep, broad]
}

trait TotalOrder {
    fn total_cmp_with(&self, other: &Self) -> std::cmp::Ordering;
}

impl TotalOrder for [f64; 7] {
    fn total_cmp_with(&self, other: &Self) -> std::cmp::Ordering {
        self.iter()
            .zip(other)
            .map(|(a, b)| a.total_cmp(b))
            .find(|ordering| ordering.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    }
}

impl Tally {
    /// The log-likelihood at a predictor value, outer categories first and in mirrored pairs, so
    /// that mirrored counts at a mirrored value give the same bits.
    fn log_likelihood(&self, z: f64) -> f64 {
        let log = self.parameters.log_probabilities(z);
        let part = |k: usize| f64::from(self.counts[k]) * log[k];
        (part(0) + part(4)) + (part(1) + part(3)) + part(2)
    }
}

/// Unnormalised masses of the posterior along the four axes that are reported on.
struct Posterior {
    by_deep: [f64; POINTS],
    by_broad: [f64; POINTS],
    by_difference: [f64; DIFFERENCES],
    by_sum: [f64; DIFFERENCES],
    total: f64,
}

/// The log-likelihood split by how items look at the grid: most see one axis or the difference
/// only, which turns 6561 evaluations an item into 81 or 161.
struct LogLikelihood<'a> {
    deep: [f64; POINTS],
    broad: [f64; POINTS],
    difference: [f64; DIFFERENCES],
    rest: Vec<&'a Tally>,
}

impl<'a> LogLikelihood<'a> {
    #[allow(clippy::float_cmp)] // slopes are compared as they were written
    fn of(tallies: &'a [Tally]) -> Self {
        let mut sum = Self {
            deep: [0.0; POINTS],
            broad: [0.0; POINTS],
            difference: [0.0; DIFFERENCES],
            rest: Vec::new(),
        };
        for tally in tallies {
            match tally.parameters.slope {
                [a, 0.0] => add(&mut sum.deep, |i| tally.log_likelihood(a * theta(i))),
                [0.0, a] => add(&mut sum.broad, |i| tally.log_likelihood(a * theta(i))),
                [b, a] if a == -b => add(&mut sum.difference, |i| {
                    tally.log_likelihood(a * difference(i))
                }),
                _ => sum.rest.push(tally),
            }
        }
        sum
    }

    fn at(&self, deep: usize, broad: usize) -> f64 {
        let rest: f64 = self
            .rest
            .iter()
            .map(|tally| {
                let z = tally.parameters.predictor(theta(deep), theta(broad));
                tally.log_likelihood(z)
            })
            .sum();
        (self.deep[deep] + self.broad[broad]) + self.difference[broad + POINTS - 1 - deep] + rest
    }
}

fn add(axis: &mut [f64], value: impl Fn(usize) -> f64) {
    for (i, sum) in axis.iter_mut().enumerate() {
        *sum += value(i);
    }
}

impl Posterior {
    fn of(model: &Model, tallies: &[Tally]) -> Self {
        let likelihood = LogLikelihood::of(tallies);
        let rho = model.prior_correlation;
        let mut weights = vec![0.0; POINTS * POINTS];
        let mut highest = f64::NEG_INFINITY;
        for deep in 0..POINTS {
            for broad in 0..POINTS {
                let (x, y) = (theta(deep), theta(broad));
                let prior = -((x * x + y * y) - 2.0 * rho * (x * y)) / (2.0 * (1.0 - rho * rho));
                let log = prior + model.damping * likelihood.at(deep, broad);
                highest = highest.max(log);
                weights[deep * POINTS + broad] = log;
            }
        }
        for weight in &mut weights {
            *weight = (*weight - highest).exp();
        }
        Self::along_axes(&weights)
    }

    /// Adds up along each axis. Every mass of the difference axis is summed in the same order as its
    /// mirror image, so that a symmetric posterior gives P = .5 exactly.
    fn along_axes(weights: &[f64]) -> Self {
        let mut sums = Self {
            by_deep: [0.0; POINTS],
            by_broad: [0.0; POINTS],
            by_difference: [0.0; DIFFERENCES],
            by_sum: [0.0; DIFFERENCES],
            total: 0.0,
        };
        for low in 0..POINTS {
            for high in low..POINTS {
                let (up, down) = (weights[low * POINTS + high], weights[high * POINTS + low]);
                let apart = high - low;
                sums.by_difference[POINTS - 1 + apart] += up;
                sums.by_deep[low] += up;
                sums.by_broad[high] += up;
                sums.by_sum[low + high] += up;
                if apart > 0 {
                    sums.by_difference[POINTS - 1 - apart] += down;
                    sums.by_deep[high] += down;
                    sums.by_broad[low] += down;
                    sums.by_sum[low + high] += down;
                }
            }
        }
        sums.total = sums.by_difference.iter().sum();
        sums
    }
}

/// P(x > 0) over a difference-like axis; the middle counts half.
fn above_zero(masses: &[f64; DIFFERENCES]) -> f64 {
    let half = masses[POINTS - 1] / 2.0;
    let (mut below, mut above) = (half, half);
    for apart in 1..POINTS {
        below += masses[POINTS - 1 - apart];
        above += masses[POINTS - 1 + apart];
    }
    above / (below + above)
}

/// Mean and standard deviation over the difference axis, pairing mirrored points.
fn moments(masses: &[f64; DIFFERENCES], total: f64) -> (f64, f64) {
    let (mut first, mut second) = (0.0, 0.0);
    for apart in 1..POINTS {
        let (below, above) = (masses[POINTS - 1 - apart], masses[POINTS - 1 + apart]);
        let x = difference(POINTS - 1 + apart);
        first += x * (above - below);
        second += x * x * (above + below);
    }
    let mean = first / total;
    (mean, (second / total - mean * mean).max(0.0).sqrt())
}

fn mean(masses: &[f64; POINTS], total: f64) -> f64 {
    let sum: f64 = (0..POINTS).map(|i| theta(i) * masses[i]).sum();
    sum / total
}

/// l_z = (l₀ − E)/√V at the given traits, undamped.
fn standardised_likelihood(tallies: &[Tally], deep: f64, broad: f64) -> Option<f64> {
    let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for tally in tallies {
        let log = tally
            .parameters
            .log_probabilities(tally.parameters.predictor(deep, broad));
        let (mut mean, mut square) = (0.0, 0.0);
        for l in log {
            mean += l.exp() * l;
            square += l.exp() * l * l;
        }
        let items = f64::from(tally.counts.iter().sum::<u32>());
        observed += (0..5)
            .map(|k| f64::from(tally.counts[k]) * log[k])
            .sum::<f64>();
        expected += items * mean;
        variance += items * (square - mean * mean);
    }
    (variance > 0.0).then(|| (observed - expected) / variance.sqrt())
}
