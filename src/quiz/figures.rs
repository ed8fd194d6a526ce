//! The accuracy of each form, from a simulation: there are no human data. Reads the file that `cargo
//! run --release --example simulate -- --write` writes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The figures of one form, from simulated people in ten misspecified worlds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormFigures {
    /// The mean width of the 80 % interval, in prior standard deviations of the lean.
    pub width80: f64,
    /// The share of people with a definite verdict, clear or leaning, 0 to 1.
    pub definite: f64,
    /// The share of people with a clear verdict, 0 to 1.
    pub clear: f64,
    /// The share of definite verdicts that point to the true side, 0 to 1.
    pub right_when_definite: f64,
    /// The share of random answers that get a definite verdict all the same, 0 to 1.
    pub random_definite: f64,
}

/// The figures of every form of a quiz.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The quiz they belong to.
    pub quiz: String,
    /// The version of the quiz they belong to.
    pub quiz_version: u32,
    /// The figures by form id.
    pub forms: BTreeMap<String, FormFigures>,
}
