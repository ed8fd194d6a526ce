//! What is reported of answers: one scorer, for a sheet and for every sheet near it.
//! Knows responses and numbers only: no items, no verdict, no words.

use crate::quiz::posterior::Posterior;
use crate::quiz::tally::{Counts, Group, Look, standardised_likelihood, tally};
use crate::quiz::{Model, Response};

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
    Scorer::of(model, responses).fit()
}

/// Scores a sheet and, at a fraction of the cost, others that differ from it in a few answers.
///
/// Each fit is equal to the last bit to the one that [`fit`] gives for the changed responses.
pub struct Scorer {
    scale: f64,
    groups: Vec<Group>,
    counts: Vec<Counts>,
    sheet: Vec<(usize, u8)>,
    posterior: Posterior,
}

/// A change of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Which response of the sheet, by index.
    pub response: usize,
    /// The category it moves to; none leaves the response out.
    pub to: Option<u8>,
}

impl Scorer {
    /// A scorer around the sheet of `responses`.
    pub fn of(model: &Model, responses: &[Response]) -> Self {
        let (groups, counts, group_of) = tally(responses);
        let categories = responses.iter().map(|response| response.category);
        Self {
            scale: (2.0 - 2.0 * model.prior_correlation).sqrt(),
            groups,
            counts,
            sheet: group_of.into_iter().zip(categories).collect(),
            posterior: Posterior::of(model),
        }
    }

    /// The fit of the sheet itself.
    pub fn fit(&mut self) -> Fit {
        self.with(&[])
    }

    /// The fit of the sheet with `changes`, at most one to a response.
    pub fn with(&mut self, changes: &[Change]) -> Fit {
        let base = self.counts.clone();
        let mut answers = self.sheet.len();
        for change in changes {
            let Some(&(group, from)) = self.sheet.get(change.response) else {
                continue;
            };
            let counts = &mut self.counts[group];
            if let Some(count) = counts.get_mut(usize::from(from)) {
                *count = count.saturating_sub(1);
            }
            match change.to {
                None => answers = answers.saturating_sub(1),
                Some(to) => {
                    if let Some(count) = counts.get_mut(usize::from(to)) {
                        *count += 1;
                    }
                }
            }
        }
        let fit = self.score(answers);
        self.counts = base;
        fit
    }

    fn score(&mut self, answers: usize) -> Fit {
        let found = self.posterior.summary(&self.groups, &self.counts);
        let (mean, deviation) = found.difference;
        let (lean, se) = (mean / self.scale, deviation / self.scale);
        let (deep, broad) = (found.deep, found.broad);
        Fit {
            lean,
            se,
            p_broad: found.p_broad,
            interval80: (lean - EIGHTY * se, lean + EIGHTY * se),
            deep,
            broad,
            p_energy: found.p_energy,
            lz: standardised_likelihood(&self.groups, &self.counts, deep, broad),
            answers,
        }
    }

    /// The group and category of a response: those with the same place are interchangeable.
    pub(super) fn place(&self, response: usize) -> Option<(usize, u8)> {
        self.sheet.get(response).copied()
    }

    /// How much of the work a change in a group repeats: 2 all, 1 the grid, 0 the difference axis.
    pub(super) fn cost(&self, group: usize) -> u8 {
        match self.groups.get(group).map(|group| group.look) {
            Some(Look::Both) => 2,
            Some(Look::Deep | Look::Broad) => 1,
            Some(Look::Difference) | None => 0,
        }
    }
}
