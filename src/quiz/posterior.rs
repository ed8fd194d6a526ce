//! The posterior of the two traits on the grid: its weights and their moments. Handles the prior and
//! log-likelihoods, not items or answers.

use crate::quiz::grid::{CELLS, DIFFERENCES, POINTS, difference, theta};

/// The logarithm of the prior at every cell: normal in both traits, with unit variances and
/// correlation `rho`.
pub(super) fn log_prior(rho: f64) -> Vec<f64> {
    let at = |cell| {
        let (x, y) = (theta(cell / POINTS), theta(cell % POINTS));
        -((x * x + y * y) - 2.0 * rho * (x * y)) / (2.0 * (1.0 - rho * rho))
    };
    (0..CELLS).map(at).collect()
}

/// The weights of cells from their log-probabilities, relative to the highest.
pub(super) fn weights(mut logs: Vec<f64>) -> Vec<f64> {
    let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for log in &mut logs {
        *log = (*log - highest).exp();
    }
    logs
}

/// The reported moments of one number that depends on the two traits.
pub(super) struct Moments {
    /// E\[x\].
    pub mean: f64,
    /// SD\[x\].
    pub deviation: f64,
    /// P(x > 0); 0 counts half.
    pub above: f64,
}

/// The moments of θ_B − θ_D and of θ_B + θ_D under the weights of all cells.
pub(super) fn difference_and_sum(weights: &[f64]) -> (Moments, Moments) {
    let mut by_difference = [0.0; DIFFERENCES];
    let mut by_sum = [0.0; DIFFERENCES];
    for (i, row) in weights.chunks_exact(POINTS).enumerate() {
        let marginals = by_difference[POINTS - 1 - i..]
            .iter_mut()
            .zip(&mut by_sum[i..]);
        for (weight, (difference, sum)) in row.iter().zip(marginals) {
            *difference += weight;
            *sum += weight;
        }
    }
    (Moments::of(&by_difference), Moments::of(&by_sum))
}

/// P(θ_D > 0) and P(θ_B > 0) under the weights of all cells; a grid point at 0 counts half.
pub(super) fn each_above(weights: &[f64]) -> [f64; 2] {
    let (mut rows, mut columns) = ([0.0; POINTS], [0.0; POINTS]);
    for (i, row) in weights.chunks_exact(POINTS).enumerate() {
        for (column, weight) in columns.iter_mut().zip(row) {
            *column += weight;
        }
        rows[i] = row.iter().sum();
    }
    [rows, columns].map(|masses: [f64; POINTS]| {
        let middle = masses[POINTS / 2] / 2.0;
        let above = masses[POINTS / 2 + 1..].iter().sum::<f64>() + middle;
        let below = masses[..POINTS / 2].iter().rev().sum::<f64>() + middle;
        above / (below + above)
    })
}

impl Moments {
    /// Sums of two traits have the same range as their differences. Both sides of 0 are added from the
    /// middle outwards, so that P is exactly .5 without answers.
    fn of(masses: &[f64; DIFFERENCES]) -> Self {
        let middle = masses[POINTS - 1] / 2.0;
        let below = masses[..POINTS - 1].iter().rev().sum::<f64>() + middle;
        let above = masses[POINTS..].iter().sum::<f64>() + middle;
        let total = below + above;
        let expected = |value: &dyn Fn(f64) -> f64| {
            let parts = masses.iter().enumerate();
            let sum: f64 = parts.map(|(at, mass)| value(difference(at)) * mass).sum();
            sum / total
        };
        let mean = expected(&|x| x);
        Self {
            mean,
            deviation: expected(&|x| (x - mean) * (x - mean)).sqrt(),
            above: above / total,
        }
    }
}
