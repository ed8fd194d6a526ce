//! The trait of people work: careers, feedback, hiring, coaching one person. Scored apart from depth and
//! breadth, which it never changes; a result says at most that it clearly leads.

use crate::quiz::grid::{POINTS, theta};
use crate::quiz::response::Curves;
use crate::quiz::{Model, Response};

/// The chance at or above which people work clearly leads: the lowest of those tried by simulation with
/// at most .05 false alarms and a precision of .85 or more, even where people work goes with broad work
/// (a correlation of .5 that the score does not know of).
pub const PEOPLE_LEAD: f64 = 0.75;
/// The minimum number of ratings of people work for saying so.
pub const PEOPLE_ANSWERS: usize = 3;

/// How much people work energises, and whether more than deep and broad work do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeopleFit {
    /// E\[θ_P\], in prior standard deviations.
    pub mean: f64,
    /// SD\[θ_P\].
    pub se: f64,
    /// P(θ_P > θ_D and θ_P > θ_B), 0 to 1; a grid point with equality counts half.
    pub leads: f64,
    /// The number of ratings scored.
    pub answers: usize,
}

impl PeopleFit {
    /// Whether people work clearly energises more than both deep and broad work.
    pub fn clearly_leads(&self) -> bool {
        self.answers >= PEOPLE_ANSWERS && self.leads >= PEOPLE_LEAD
    }

    /// The fit of ratings of people work beside the posterior of depth and breadth, cell by cell. None
    /// without ratings.
    pub(super) fn of(model: &Model, ratings: &[Response], cells: &[f64]) -> Option<Self> {
        if ratings.is_empty() {
            return None;
        }
        let posterior = posterior(model, ratings);
        let total: f64 = posterior.iter().sum();
        let expected = |value: &dyn Fn(f64) -> f64| {
            let parts = posterior.iter().enumerate();
            parts
                .map(|(at, weight)| value(theta(at)) * weight)
                .sum::<f64>()
                / total
        };
        let mean = expected(&|x| x);
        Some(Self {
            mean,
            se: expected(&|x| (x - mean) * (x - mean)).sqrt(),
            leads: leads(&posterior, cells) / total,
            answers: ratings.len(),
        })
    }
}

/// The posterior of θ_P on the grid: standard normal prior, damped likelihood.
fn posterior(model: &Model, ratings: &[Response]) -> Vec<f64> {
    let mut logs: Vec<f64> = (0..POINTS).map(|at| -theta(at) * theta(at) / 2.0).collect();
    for (i, rating) in ratings.iter().enumerate() {
        let parameters = rating.parameters;
        let known = |other: &Response| other.parameters == parameters;
        if ratings[..i].iter().any(known) {
            continue;
        }
        let curves = Curves::of(&parameters);
        for (at, sum) in logs.iter_mut().enumerate() {
            let log = curves.log_probabilities(parameters.people * theta(at));
            let alike = ratings.iter().filter(|other| known(other));
            let own: f64 = alike.map(|other| log[usize::from(other.category)]).sum();
            *sum += model.damping * own;
        }
    }
    crate::quiz::posterior::weights(logs)
}

/// The weight of θ_P above the larger of the two other traits, averaged over their posterior.
fn leads(posterior: &[f64], cells: &[f64]) -> f64 {
    let mut above = vec![0.0; posterior.len()];
    let mut sum = 0.0;
    for (at, weight) in posterior.iter().enumerate().rev() {
        above[at] = sum + weight / 2.0;
        sum += weight;
    }
    // The weight of each value of the larger of the two.
    let mut larger = vec![0.0; posterior.len()];
    for (i, row) in cells.chunks_exact(POINTS).enumerate() {
        let (within, beyond) = row.split_at(i + 1);
        larger[i] += within.iter().sum::<f64>();
        for (sum, weight) in larger[i + 1..].iter_mut().zip(beyond) {
            *sum += weight;
        }
    }
    let total: f64 = larger.iter().sum();
    larger.iter().zip(&above).map(|(a, b)| a * b).sum::<f64>() / total
}
