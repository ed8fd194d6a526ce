//! The grid added up along its diagonals, on which θ_B − θ_D is the same, and what that comes to.
//! Knows weights and places on the grid; nothing of where the weights are from.

use crate::quiz::grid::{DIFFERENCES, POINTS, STEP, difference};

/// Masses along the diagonals, by their index on the difference axis.
pub(super) struct Diagonals {
    /// Where θ_B + θ_D < 0; a cell at 0 counts half.
    below: [f64; DIFFERENCES],
    /// Where θ_B + θ_D > 0.
    above: [f64; DIFFERENCES],
    /// Mass times θ_B + θ_D.
    moment: [f64; DIFFERENCES],
}

/// What is reported of a posterior.
pub(super) struct Summary {
    /// E\[θ_B − θ_D\] and its SD.
    pub difference: (f64, f64),
    /// P(θ_B − θ_D > 0); 0 counts half.
    pub p_broad: f64,
    /// P(θ_B + θ_D > 0); 0 counts half.
    pub p_energy: f64,
    /// E\[θ_D\].
    pub deep: f64,
    /// E\[θ_B\].
    pub broad: f64,
}

impl Diagonals {
    /// Adds up sum\[deep + broad\] · deep\[deep\] · broad\[broad\], where `sum` is symmetric.
    pub(super) fn of_product(sum: &[f64], deep: &[f64], broad: &[f64]) -> Self {
        let back = |axis: &[f64]| -> Vec<f64> { axis.iter().rev().copied().collect() };
        let (deep_back, broad_back) = (back(deep), back(broad));
        // The factors at sums an even and an odd number of steps below the middle, outermost first.
        let factors = [0, 1].map(|odd| -> Vec<f64> {
            let outermost_first = sum.iter().skip(odd).step_by(2);
            outermost_first.take(POINTS / 2 + 1).copied().collect()
        });
        Self::of_lines(|apart, broad_ahead| {
            let (deep_from, broad_from) = if broad_ahead { (0, apart) } else { (apart, 0) };
            Line {
                low: (&deep[deep_from..], &broad[broad_from..]),
                high: (&deep_back[broad_from..], &broad_back[deep_from..]),
                factor: &factors[apart % 2][apart / 2..],
            }
            .add_up(POINTS - apart)
        })
    }

    /// Adds up weights that lie row by row, a row for each value of θ_D.
    pub(super) fn of_grid(weights: &[f64]) -> Self {
        let ones = [1.0; POINTS];
        Self::of_lines(|apart, broad_ahead| {
            let first = if broad_ahead { apart } else { apart * POINTS };
            let line = weights.iter().skip(first).step_by(POINTS + 1);
            let low: Vec<f64> = line.take(POINTS - apart).copied().collect();
            let high: Vec<f64> = low.iter().rev().copied().collect();
            Line {
                low: (&low, &ones),
                high: (&high, &ones),
                factor: &ones,
            }
            .add_up(POINTS - apart)
        })
    }

    /// `line(apart, broad_ahead)` is the diagonal with θ_B so many steps above θ_D, or below it.
    fn of_lines(line: impl Fn(usize, bool) -> [f64; 3]) -> Self {
        let mut sums = Self {
            below: [0.0; DIFFERENCES],
            above: [0.0; DIFFERENCES],
            moment: [0.0; DIFFERENCES],
        };
        for apart in 0..POINTS {
            let (left, right) = (POINTS - 1 - apart, POINTS - 1 + apart);
            for (at, broad_ahead) in [(left, false), (right, true)] {
                [sums.below[at], sums.above[at], sums.moment[at]] = line(apart, broad_ahead);
            }
        }
        sums
    }

    /// What is reported, with each diagonal weighted by `weights`.
    ///
    /// Mirrored diagonals are added in pairs, so that a symmetric posterior gives P = .5 exactly.
    pub(super) fn summary(&self, weights: &[f64]) -> Summary {
        // Below and above 0: of the difference, then of the sum.
        let (mut by_difference, mut by_sum) = ([0.0; 2], [0.0; 2]);
        let (mut first, mut second, mut moment) = (0.0, 0.0, 0.0);
        for apart in 0..POINTS {
            let (left, right) = (POINTS - 1 - apart, POINTS - 1 + apart);
            // The middle is its own mirror image: half of it counts on either side.
            let share = if apart == 0 { 0.5 } else { 1.0 };
            let (down, up) = (share * weights[left], share * weights[right]);
            let below = down * (self.below[left] + self.above[left]);
            let above = up * (self.below[right] + self.above[right]);
            let x = difference(right);
            by_difference[0] += below;
            by_difference[1] += above;
            first += x * (above - below);
            second += x * x * (above + below);
            by_sum[0] += down * self.below[left] + up * self.below[right];
            by_sum[1] += down * self.above[left] + up * self.above[right];
            moment += down * self.moment[left] + up * self.moment[right];
        }
        let total = by_difference[0] + by_difference[1];
        let (mean, sum) = (first / total, moment / total);
        Summary {
            difference: (mean, (second / total - mean * mean).max(0.0).sqrt()),
            p_broad: by_difference[1] / total,
            p_energy: by_sum[1] / (by_sum[0] + by_sum[1]),
            deep: (sum - mean) / 2.0,
            broad: (sum + mean) / 2.0,
        }
    }
}

/// One diagonal, folded in its middle: its low half and its high half from the ends inwards. A cell
/// is a product of two, times the factor that mirrored cells share.
struct Line<'a> {
    low: (&'a [f64], &'a [f64]),
    high: (&'a [f64], &'a [f64]),
    factor: &'a [f64],
}

impl Line<'_> {
    /// The mass below and above the middle, and the moment.
    ///
    /// Both halves are summed alike, and so is the mirrored diagonal: equal weights give equal bits.
    fn add_up(&self, cells: usize) -> [f64; 3] {
        let half = cells / 2;
        let (a, b) = (&self.low.0[..half], &self.low.1[..half]);
        let (c, d) = (&self.high.0[..half], &self.high.1[..half]);
        let factor = &self.factor[..half];
        let (mut below, mut above, mut moment) = (0.0, 0.0, 0.0);
        let mut steps = cells as f64 - 1.0;
        for i in 0..half {
            let low = factor[i] * (a[i] * b[i]);
            let high = factor[i] * (c[i] * d[i]);
            below += low;
            above += high;
            moment += steps * (high - low);
            steps -= 2.0;
        }
        if cells % 2 == 1 {
            let middle = self.factor[half] * (self.low.0[half] * self.low.1[half]) / 2.0;
            below += middle;
            above += middle;
        }
        [below, above, moment * STEP]
    }
}
