//! What an answer to an item says at every cell of the grid.
//! Knows parameters and the grid; nothing of sheets, of the prior or of what is reported.

use crate::quiz::Parameters;
use crate::quiz::grid::{CELLS, DIFFERENCES, POINTS, difference, theta};
use crate::quiz::response::Curves;

/// log P(Y = 0), …, log P(Y = 4) of the items with one set of parameters, on the grid.
pub(super) struct Table {
    pub parameters: Parameters,
    look: Look,
    logs: Vec<[f64; 5]>,
}

/// What part of the grid the items tell apart: most see one axis of it, which turns 6561 points into
/// 81 or 161.
enum Look {
    /// θ_D only.
    Deep,
    /// θ_B only.
    Broad,
    /// θ_B − θ_D only.
    Difference,
    /// The two in another mixture.
    Both,
}

impl Look {
    #[allow(clippy::float_cmp)] // slopes are compared as they were written
    fn of([deep, broad]: [f64; 2]) -> Self {
        match (deep, broad) {
            (_, 0.0) => Self::Deep,
            (0.0, _) => Self::Broad,
            _ if deep == -broad => Self::Difference,
            _ => Self::Both,
        }
    }

    /// Traits (deep, broad) that stand for each point.
    fn points(&self) -> Vec<(f64, f64)> {
        match self {
            Self::Deep => (0..POINTS).map(|i| (theta(i), 0.0)).collect(),
            Self::Broad => (0..POINTS).map(|j| (0.0, theta(j))).collect(),
            Self::Difference => (0..DIFFERENCES).map(|d| (0.0, difference(d))).collect(),
            Self::Both => (0..CELLS)
                .map(|cell| (theta(cell / POINTS), theta(cell % POINTS)))
                .collect(),
        }
    }

    /// The point of the cell in row `i` and column `j`.
    fn point(&self, i: usize, j: usize) -> usize {
        match self {
            Self::Deep => i,
            Self::Broad => j,
            Self::Difference => POINTS - 1 - i + j,
            Self::Both => i * POINTS + j,
        }
    }
}

impl Table {
    /// The table of `parameters`.
    pub(super) fn of(parameters: Parameters) -> Self {
        let curves = Curves::of(&parameters);
        let look = Look::of(parameters.slope);
        let points = look.points().into_iter();
        let logs = points.map(|(x, y)| curves.log_probabilities(parameters.predictor(x, y)));
        Self {
            logs: logs.collect(),
            parameters,
            look,
        }
    }

    /// `value` of the five log-probabilities at every cell, worked out once for each point.
    pub(super) fn on_grid(&self, value: impl Fn(&[f64; 5]) -> f64) -> Vec<f64> {
        let points: Vec<f64> = self.logs.iter().map(value).collect();
        let mut cells = Vec::with_capacity(CELLS);
        for i in 0..POINTS {
            cells.extend((0..POINTS).map(|j| points[self.look.point(i, j)]));
        }
        cells
    }
}
