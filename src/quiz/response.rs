//! One answered item under the graded response model (Samejima, 1969). Independent of the item's id and
//! of the posterior.

use crate::quiz::Parameters;

/// The parameters of an answered item, and the selected category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// The item's parameters.
    pub parameters: Parameters,
    /// The answer, 0 to 4.
    pub category: u8,
}

impl Parameters {
    /// slope·θ for traits (deep, broad).
    pub(super) fn predictor(&self, deep: f64, broad: f64) -> f64 {
        self.slope[0] * deep + self.slope[1] * broad
    }
}

/// The category curves of a parameter set, with everything that does not depend on traits precomputed.
pub(super) struct Curves {
    thresholds: [f64; 4],
    /// log(1 − e^(d_(k+1) − d_k)).
    gaps: [f64; 3],
}

impl Curves {
    /// The curves of `parameters`.
    pub(super) fn of(parameters: &Parameters) -> Self {
        let [d1, d2, d3, d4] = parameters.thresholds;
        let gap = |upper: f64, lower: f64| (-(-(upper - lower)).exp()).ln_1p();
        Self {
            thresholds: parameters.thresholds,
            gaps: [gap(d1, d2), gap(d2, d3), gap(d3, d4)],
        }
    }

    /// log P(Y = 0), …, log P(Y = 4) at a predictor value `z` = slope·θ.
    ///
    /// P(Y = k) is written as a product, σ(a)·σ(−b)·(1 − e^(b−a)), to stay precise in the tails.
    pub(super) fn log_probabilities(&self, z: f64) -> [f64; 5] {
        let x = self.thresholds.map(|d| z + d);
        let bend = x.map(|x| (-x.abs()).exp().ln_1p());
        // log(1 + e^x) and log(1 + e^−x) without overflow; their negatives are log σ(−x), log σ(x).
        let rise = |k: usize| x[k].max(0.0) + bend[k];
        let fall = |k: usize| (-x[k]).max(0.0) + bend[k];
        let between = |k: usize| -(fall(k) + rise(k + 1)) + self.gaps[k];
        [-rise(0), between(0), between(1), between(2), -fall(3)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: Parameters = Parameters {
        slope: [-0.85, 0.85],
        people: 0.0,
        thresholds: [2.0, 0.7, -0.7, -2.0],
    };

    #[test]
    fn the_five_probabilities_sum_to_one_everywhere() {
        for z in [-9.0, -2.0, -0.3, 0.0, 0.4, 3.0, 9.0] {
            let sum: f64 = Curves::of(&PAIR)
                .log_probabilities(z)
                .iter()
                .map(|l| l.exp())
                .sum();
            assert!((sum - 1.0).abs() < 1e-12, "{z}: {sum}");
        }
    }

    #[test]
    fn probabilities_are_differences_of_logistic_curves() {
        let sigma = |x: f64| 1.0 / (1.0 + (-x).exp());
        let z = 0.37;
        let log = Curves::of(&PAIR).log_probabilities(z);
        let by_hand = [
            1.0 - sigma(z + 2.0),
            sigma(z + 2.0) - sigma(z + 0.7),
            sigma(z + 0.7) - sigma(z - 0.7),
            sigma(z - 0.7) - sigma(z - 2.0),
            sigma(z - 2.0),
        ];
        for (k, p) in by_hand.into_iter().enumerate() {
            assert!((log[k].exp() - p).abs() < 1e-14, "category {k}");
        }
    }
}
