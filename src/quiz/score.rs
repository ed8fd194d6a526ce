//! Scores answers: one scorer, for a set of responses (the sheet) and for variants of it. Handles
//! responses and numbers only: no items, verdicts or texts.

use crate::ladder::Side;
use crate::quiz::posterior::{difference_and_sum, each_above, log_prior, weights};
use crate::quiz::response::Curves;
use crate::quiz::table::Table;
use crate::quiz::verdict::LEANS;
use crate::quiz::{Answers, Form, Model, PeopleFit, Quiz, Response};

/// Half the width of an 80 % interval in standard errors: the .9 quantile of the normal distribution.
const EIGHTY: f64 = 1.281_551_565_544_600_4;

/// The scores for depth and breadth.
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
    /// P(θ_D > 0) and P(θ_B > 0), 0 to 1: whether each kind of work energises rather than drains.
    pub energises: [f64; 2],
    /// The standardised log-likelihood of the answers at the EAP (Drasgow, Levine & Williams, 1985);
    /// none without answers. Low values mean inconsistent answers.
    pub lz: Option<f64>,
    /// The number of answers scored.
    pub answers: usize,
    /// How much people work energises; none if no rating of it is answered.
    pub people: Option<PeopleFit>,
}

impl Fit {
    /// P(λ < 0), the mirror image of [`Fit::p_broad`].
    pub fn p_deep(&self) -> f64 {
        1.0 - self.p_broad
    }

    /// Whether work on one side drains: P(θ > 0) ≤ .20. A verdict can point to such a side, because the
    /// other one drains more.
    pub fn drains(&self, side: Side) -> bool {
        *side.of(&self.energises) <= 1.0 - LEANS
    }
}

/// Scores the answers to the items of a form: those that count for a side, and apart from them those
/// to ratings of people work.
pub fn score(quiz: &Quiz, form: &Form, answers: &Answers) -> Fit {
    let only = |of: Vec<(_, Response)>| of.into_iter().map(|(_, response)| response);
    let sheet: Vec<Response> = only(answers.responses(quiz, form)).collect();
    let people: Vec<Response> = only(answers.people_responses(quiz, form)).collect();
    fit_with_people(&quiz.model, &sheet, &people)
}

/// Scores `responses` and, apart from them, the ratings of people work.
pub fn fit_with_people(model: &Model, responses: &[Response], people: &[Response]) -> Fit {
    let scorer = Scorer::of(model, responses);
    let weights = scorer.weights(&[]);
    Fit {
        people: PeopleFit::of(model, people, &weights),
        ..scorer.report(&weights, &[])
    }
}

/// Scores `responses`, in any order.
///
/// The posterior is proportional to prior · L^τ under a two-dimensional graded response model.
pub fn fit(model: &Model, responses: &[Response]) -> Fit {
    Scorer::of(model, responses).fit()
}

/// Scores a sheet of responses, and variants that differ in a few answers.
pub struct Scorer {
    model: Model,
    sheet: Vec<Response>,
    /// One table for each set of parameters on the sheet.
    tables: Vec<Table>,
}

/// A change of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The index of the response on the sheet.
    pub response: usize,
    /// The new category, 0 to 4.
    pub to: u8,
}

impl Scorer {
    /// A scorer for the sheet of `responses`.
    pub fn of(model: &Model, responses: &[Response]) -> Self {
        let mut tables: Vec<Table> = Vec::new();
        for Response { parameters, .. } in responses {
            if tables.iter().all(|table| table.parameters != *parameters) {
                tables.push(Table::of(*parameters));
            }
        }
        Self {
            model: *model,
            sheet: responses.to_vec(),
            tables,
        }
    }

    /// The fit of the sheet itself.
    pub fn fit(&self) -> Fit {
        self.with(&[])
    }

    /// The fit of the sheet with `changes`, at most one per response.
    pub fn with(&self, changes: &[Change]) -> Fit {
        self.report(&self.weights(changes), changes)
    }

    /// The posterior of the sheet with `changes`, cell by cell, relative to the highest.
    pub(super) fn weights(&self, changes: &[Change]) -> Vec<f64> {
        let sheet = self.changed(changes);
        let mut logs = log_prior(self.model.prior_correlation);
        for table in &self.tables {
            let categories: Vec<usize> = answers_to(table, &sheet).collect();
            let damped = table.on_grid(|log| {
                self.model.damping * categories.iter().map(|k| log[*k]).sum::<f64>()
            });
            for (log, damped) in logs.iter_mut().zip(damped) {
                *log += damped;
            }
        }
        weights(logs)
    }

    /// The factor of the weights when one answer moves to another category: (P(to)/P(from))^τ.
    pub(super) fn factor(&self, from: &Response, to: u8) -> Vec<f64> {
        let known = |table: &&Table| table.parameters == from.parameters;
        let (from, to) = (usize::from(from.category), usize::from(to));
        self.tables.iter().find(known).map_or_else(Vec::new, |t| {
            t.on_grid(|log| (self.model.damping * (log[to] - log[from])).exp())
        })
    }

    /// The fit of the sheet with `changes`, from its weights.
    pub(super) fn report(&self, weights: &[f64], changes: &[Change]) -> Fit {
        let sheet = self.changed(changes);
        let (difference, sum) = difference_and_sum(weights);
        let scale = (2.0 - 2.0 * self.model.prior_correlation).sqrt();
        let (lean, se) = (difference.mean / scale, difference.deviation / scale);
        let deep = (sum.mean - difference.mean) / 2.0;
        let broad = (sum.mean + difference.mean) / 2.0;
        Fit {
            lean,
            se,
            p_broad: difference.above,
            interval80: (lean - EIGHTY * se, lean + EIGHTY * se),
            deep,
            broad,
            p_energy: sum.above,
            energises: each_above(weights),
            lz: self.standardised_likelihood(&sheet, deep, broad),
            answers: sheet.len(),
            people: None,
        }
    }

    fn changed(&self, changes: &[Change]) -> Vec<Response> {
        let responses = self.sheet.iter().enumerate();
        let changed = responses.map(|(index, response)| {
            let change = changes.iter().find(|change| change.response == index);
            Response {
                category: change.map_or(response.category, |change| change.to),
                ..*response
            }
        });
        changed.collect()
    }

    /// l_z = (l₀ − E)/√V at the given traits, undamped; none without answers.
    fn standardised_likelihood(&self, sheet: &[Response], deep: f64, broad: f64) -> Option<f64> {
        let (mut surprise, mut variance) = (0.0, 0.0);
        for table in &self.tables {
            let z = table.parameters.predictor(deep, broad);
            let log = Curves::of(&table.parameters).log_probabilities(z);
            let mean: f64 = log.iter().map(|l| l.exp() * l).sum();
            let square: f64 = log.iter().map(|l| l.exp() * l * l).sum();
            for category in answers_to(table, sheet) {
                surprise += log[category] - mean;
                variance += square - mean * mean;
            }
        }
        (variance > 0.0).then(|| surprise / variance.sqrt())
    }
}

/// The selected categories on `sheet` for the items of `table`.
fn answers_to(table: &Table, sheet: &[Response]) -> impl Iterator<Item = usize> {
    let own = sheet.iter().filter(|r| r.parameters == table.parameters);
    own.map(|r| usize::from(r.category))
}
