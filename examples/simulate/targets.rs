//! The figures that the design asks for, and whether worlds reach them.
//! Knows figures by name; nothing of how they come about or where they are shown.

use std::fmt;

use super::figures::{Estimate, Figures, SET, each};
use super::measures::BINS;

/// On which side of a bound a figure must lie.
#[derive(Clone, Copy)]
pub enum Target {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// Nothing is asked; it is told because the figure above it is not the whole truth.
    Told,
}

/// How a figure of several worlds is one figure.
#[derive(Clone, Copy)]
pub enum Joined {
    /// By its mean.
    Mean,
    /// By the lowest of each set of worlds; of several sets, the mean of those.
    Worst,
    /// By the calibration of each set of worlds as if it were one.
    Calibration,
}

/// One line of the table.
pub struct Row {
    /// Its name in `quiz-figures.json`.
    pub key: &'static str,
    /// What is measured.
    pub measure: &'static str,
    /// What is asked for.
    pub target: Target,
    figure: &'static str,
    joined: Joined,
}

/// Whether an estimate keeps to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// By more than chance can bring about: three standard errors or more.
    Surely,
    /// By less than that.
    Barely,
    /// Not at all.
    No,
}

use Joined::{Calibration, Mean, Worst};
use Target::{AtLeast, AtMost, Told};

const fn row(
    key: &'static str,
    measure: &'static str,
    target: Target,
    figure: &'static str,
    joined: Joined,
) -> Row {
    Row {
        key,
        measure,
        target,
        figure,
        joined,
    }
}

/// Every figure of the table, for the Standard form.
#[rustfmt::skip]
pub const ROWS: [Row; 26] = [
    row("r", "r(λ̂, λ)", AtLeast(0.92), "r", Mean),
    row("rmse", "RMSE", AtMost(0.38), "rmse", Mean),
    row("rmseOverSe", "RMSE − mean SE", AtMost(0.0), "rmseOverSe", Mean),
    row("coverage80", "80 % interval covers the truth", AtLeast(0.80), "coverage80", Mean),
    row("coverage80Worst", "80 % interval, worst of ten worlds", AtLeast(0.77), "coverage80", Worst),
    row("coverage95", "95 % interval covers the truth", AtLeast(0.95), "coverage95", Mean),
    row("definite", "definite by P (≥ .80)", AtLeast(0.70), "byP.definite", Mean),
    row("definiteRight", "definite by P: right sign", AtLeast(0.95), "byP.definiteRight", Mean),
    row("definiteShown", "definite and shown (guard passed)", Told, "definite", Mean),
    row("definiteShownRight", "definite and shown: right sign", Told, "definiteRight", Mean),
    row("clear", "clear by P (≥ .95)", Told, "byP.clear", Mean),
    row("clearRight", "clear by P: right sign", AtLeast(0.99), "byP.clearRight", Mean),
    row("retestOpposite", "retest: opposite verdicts", AtMost(0.02), "retestOpposite", Mean),
    row("retestSame", "retest: same of three verdicts by P", AtLeast(0.70), "retestSame", Mean),
    row("retestSameShown", "retest: same shown, withheld a fourth", Told, "retestSameShown", Mean),
    row("retestR", "retest: r", AtLeast(0.87), "retestR", Mean),
    row("calibration", "calibration error of P, each world", AtMost(0.03), "calibration", Mean),
    row("calibrationJoined", "calibration error, ten worlds as one", Told, "", Calibration),
    row("randomUnguarded", "random clicking: definite by P", Told, "byP.randomDefinite", Mean),
    row("randomDefinite", "random clicking: definite after the guard", AtMost(0.15), "randomDefinite", Mean),
    row("withheld", "honest, withheld by the guard", AtMost(0.10), "withheld", Mean),
    row("peopleFalseAlarm", "hint at people work: false alarms", AtMost(0.05), "people.falseAlarm", Mean),
    row("peoplePrecision", "hint at people work: precision", AtLeast(0.85), "people.precision", Mean),
    row("peopleFound", "hint at people work: found", Told, "people.found", Mean),
    row("peopleRandom", "hint at people work: random clicking", Told, "people.random", Mean),
    row("width80", "mean width of the 80 % interval", Told, "width80", Mean),
];

impl Row {
    /// What the worlds give.
    pub fn estimate(&self, worlds: &[Figures]) -> Estimate {
        match self.joined {
            Mean => Estimate::named(worlds, &self.name()),
            Worst | Calibration => Estimate::of(&self.sets(worlds)),
        }
    }

    /// How many sets of worlds would have reached the target on their own.
    pub fn sets_reaching(&self, worlds: &[Figures]) -> usize {
        let sets = self.sets(worlds).into_iter();
        sets.filter(|value| self.target.gap(*value) >= 0.0).count()
    }

    /// The figure of each set of worlds.
    fn sets(&self, worlds: &[Figures]) -> Vec<f64> {
        let joined = |set: &[Figures]| match self.joined {
            Mean => Estimate::named(set, &self.name()).value,
            Worst => each(set, &self.name())
                .into_iter()
                .fold(f64::INFINITY, f64::min),
            Calibration => (0..BINS)
                .map(|bin| {
                    let of = |what| Estimate::named(set, &format!("standard.{what}{bin}")).value;
                    (of("said") - of("true")).abs()
                })
                .sum(),
        };
        worlds.chunks(SET).map(joined).collect()
    }

    fn name(&self) -> String {
        format!("standard.{}", self.figure)
    }
}

impl Target {
    /// How far a value is on the right side of the bound; below 0 on the wrong one.
    pub fn gap(self, value: f64) -> f64 {
        match self {
            AtLeast(bound) => value - bound,
            AtMost(bound) => bound - value,
            Told => f64::INFINITY,
        }
    }

    /// Whether an estimate is on the right side, and by more than chance.
    pub fn reached(self, estimate: Estimate) -> Reached {
        match self.gap(estimate.value) {
            gap if gap < 0.0 => Reached::No,
            gap if gap < 3.0 * estimate.error.unwrap_or(f64::INFINITY) => Reached::Barely,
            _ => Reached::Surely,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            AtLeast(bound) => write!(f, "≥ {bound}"),
            AtMost(bound) => write!(f, "≤ {bound}"),
            Told => Ok(()),
        }
    }
}

impl fmt::Display for Reached {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Surely => "surely",
            Self::Barely => "barely",
            Self::No => "no",
        })
    }
}
