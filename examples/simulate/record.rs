//! `ladders/quiz-figures.json`: what each form buys, and the table of the Standard form.
//! Knows figures and targets; prints nothing.

use std::collections::BTreeMap;

use ladder_explorer::quiz::{Form, Quiz};
use serde::{Deserialize, Serialize};

use super::figures::{Estimate, Figures, Plan, simulate};
use super::targets::{ROWS, Row, Target};
use super::world::Misfit;

/// Where the file is.
pub const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ladders/quiz-figures.json");

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// What the file is, for anyone who opens it.
    pub about: String,
    /// The quiz’s id.
    pub quiz: String,
    /// The quiz’s version: figures of another version say nothing.
    pub quiz_version: u32,
    /// How to make the file again.
    pub command: String,
    /// What chance began with.
    pub seed: u64,
    /// How many misspecified worlds there were.
    pub worlds: usize,
    /// How many people answered in each.
    pub respondents: usize,
    /// What each form buys in those worlds, by the form’s id.
    pub forms: BTreeMap<String, FormRecord>,
    /// The table of the Standard form.
    pub standard: BTreeMap<String, RowRecord>,
    /// A small run, which the tests repeat.
    pub check: Check,
}

/// A small run of the same seed. Its people answer the same each time, so its figures stay the same
/// to the last digit unless the quiz or its scoring changes.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Check {
    /// How many misspecified worlds there were.
    pub worlds: usize,
    /// How many people answered in each.
    pub respondents: usize,
    /// Every figure by its name, such as `quick.width80`, or `table.r` for a line of the table.
    pub figures: BTreeMap<String, f64>,
}

/// What a form buys. A definite verdict is one that is shown: clear or leaning, and not withheld.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FormRecord {
    /// How many items it asks.
    pub items: usize,
    /// About how long it takes.
    pub minutes: u8,
    /// The mean width of the 80 % interval, in standard deviations of the lean.
    pub width80: f64,
    /// The share of people with a definite verdict.
    pub definite: f64,
    /// The share of people with a clear one.
    pub clear: f64,
    /// The share of definite verdicts that name the right side.
    pub right_when_definite: f64,
    /// The share of honest people from whom a verdict is withheld.
    pub withheld: f64,
    /// The share of random clicking that gets a definite verdict.
    pub random_definite: f64,
    /// What an early finish does, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_finish: Option<EarlyRecord>,
}

/// What an early finish does, if everybody takes it as soon as it is offered.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EarlyRecord {
    /// The share of people to whom it is offered.
    pub offered: f64,
    /// After how many answers, on average.
    pub answers: f64,
    /// Of those offered it, the share whose verdict is that of the full form.
    pub same_verdict: f64,
    /// Of those offered it, the share whose verdict would turn to the other side.
    pub opposite_verdict: f64,
}

/// A line of the table.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowRecord {
    /// What is measured.
    pub measure: String,
    /// What is asked for, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Where the quiz’s numbers are right.
    pub specified: f64,
    /// Where they are wrong.
    pub misspecified: f64,
    /// The standard error of that.
    pub error: Option<f64>,
    /// Whether the target is reached: surely, barely (within three standard errors) or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<String>,
}

/// Each figure of a form: its name in the file, and among the figures of a world.
const FORM_FIGURES: [(&str, &str); 10] = [
    ("width80", "width80"),
    ("definite", "definite"),
    ("clear", "clear"),
    ("rightWhenDefinite", "definiteRight"),
    ("withheld", "withheld"),
    ("randomDefinite", "randomDefinite"),
    ("earlyFinish.offered", "early.offered"),
    ("earlyFinish.answers", "early.answers"),
    ("earlyFinish.sameVerdict", "early.same"),
    ("earlyFinish.oppositeVerdict", "early.opposite"),
];

/// Every figure of the file that these worlds can give, by its name in [`Check::figures`].
pub fn estimates(quiz: &Quiz, worlds: &[Figures]) -> BTreeMap<String, Estimate> {
    let table = ROWS
        .iter()
        .map(|row| (format!("table.{}", row.key), row.estimate(worlds)));
    let forms = quiz.forms.iter().flat_map(|form| {
        FORM_FIGURES.iter().map(|(name, figure)| {
            let figure = format!("{}.{figure}", form.id);
            (
                format!("{}.{name}", form.id),
                Estimate::named(worlds, &figure),
            )
        })
    });
    let known = |(_, estimate): &(String, Estimate)| estimate.value.is_finite();
    table.chain(forms).filter(known).collect()
}

impl Check {
    /// How large the small run is: a few seconds without optimisation.
    pub const SIZE: (usize, usize) = (40, 60);

    /// Runs it.
    pub fn run(quiz: &Quiz, seed: u64, misfit: Misfit) -> BTreeMap<String, Estimate> {
        let forms: Vec<&str> = quiz.forms.iter().map(|form| form.id.as_str()).collect();
        let (worlds, respondents) = Self::SIZE;
        let figures = simulate(Plan {
            quiz,
            misfit,
            seed,
            worlds,
            respondents,
            forms: &forms,
            stepwise: true,
        });
        estimates(quiz, &figures)
    }

    fn of(quiz: &Quiz, seed: u64) -> Self {
        let (worlds, respondents) = Self::SIZE;
        let figures = Self::run(quiz, seed, Misfit::MISSPECIFIED).into_iter();
        Self {
            worlds,
            respondents,
            figures: figures.map(|(name, e)| (name, rounded(e.value))).collect(),
        }
    }
}

impl Record {
    /// The file’s content.
    pub fn of(
        quiz: &Quiz,
        (seed, worlds, respondents): (u64, usize, usize),
        specified: &[Figures],
        misspecified: &[Figures],
    ) -> Self {
        Self {
            about: "Simulated respondents; no data from people exists. Shares run from 0 to 1. \
                    Made by the command below; do not edit."
                .to_owned(),
            quiz: quiz.id.clone(),
            quiz_version: quiz.version,
            command: format!(
                "cargo run --release --example simulate -- --seed {seed} --worlds {worlds} \
                 --respondents {respondents} --write"
            ),
            seed,
            worlds,
            respondents,
            forms: forms(quiz, misspecified),
            standard: table(specified, misspecified),
            check: Check::of(quiz, seed),
        }
    }

    /// The file’s text.
    ///
    /// # Errors
    /// When a figure is no number.
    pub fn text(&self) -> Result<String, String> {
        let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        Ok(text + "\n")
    }
}

fn forms(quiz: &Quiz, worlds: &[Figures]) -> BTreeMap<String, FormRecord> {
    let estimates = estimates(quiz, worlds);
    let of = |form: &Form| {
        let known = |name: &str| {
            Some(rounded(
                estimates.get(&format!("{}.{name}", form.id))?.value,
            ))
        };
        let figure = |name: &str| known(name).unwrap_or_default();
        FormRecord {
            items: form.items.len(),
            minutes: form.minutes,
            width80: figure("width80"),
            definite: figure("definite"),
            clear: figure("clear"),
            right_when_definite: figure("rightWhenDefinite"),
            withheld: figure("withheld"),
            random_definite: figure("randomDefinite"),
            early_finish: known("earlyFinish.offered").map(|offered| EarlyRecord {
                offered,
                answers: figure("earlyFinish.answers"),
                same_verdict: figure("earlyFinish.sameVerdict"),
                opposite_verdict: figure("earlyFinish.oppositeVerdict"),
            }),
        }
    };
    let forms = quiz.forms.iter();
    forms.map(|form| (form.id.clone(), of(form))).collect()
}

fn table(specified: &[Figures], misspecified: &[Figures]) -> BTreeMap<String, RowRecord> {
    let line = |row: &Row| {
        let estimate = row.estimate(misspecified);
        let asked = !matches!(row.target, Target::Told);
        RowRecord {
            measure: row.measure.to_owned(),
            target: asked.then(|| row.target.to_string()),
            specified: rounded(row.estimate(specified).value),
            misspecified: rounded(estimate.value),
            error: estimate.error.map(rounded),
            reached: asked.then(|| row.target.reached(estimate).to_string()),
        }
    };
    ROWS.iter()
        .map(|row| (row.key.to_owned(), line(row)))
        .collect()
}

/// Four digits: what lies beyond is chance.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
