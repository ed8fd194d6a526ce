//! The log-probabilities of an item's answers at every cell of the grid. Handles parameters and the
//! grid, not responses, the prior or moments.

use crate::quiz::Parameters;
use crate::quiz::grid::{CELLS, DIFFERENCES, POINTS, difference, theta};
use crate::quiz::response::Curves;

/// log P(Y = 0), …, log P(Y = 4) of the items with one set of parameters, on the grid.
pub(super) struct Table {
    pub parameters: Parameters,
    look: Look,
    logs: Vec<[f64; 5]>,
}

/// The part of the grid on which the items depend: most depend on one axis only, which turns 6561
/// points into 81 or 161.
enum Look {
    /// θ_D only.
    Deep,
    /// θ_B only.
    Broad,
    /// θ_B − θ_D only.
    Difference,
    /// Both traits in another combination.
    Both,
}

impl Look {
    #[allow(clippy::float_cmp)] // slopes are compared exactly as in the file
    fn of([deep, broad]: [f64; 2]) -> Self {
        match (deep, broad) {
            (_, 0.0) => Self::Deep,
            (0.0, _) => Self::Broad,
            _ if deep == -broad => Self::Difference,
            _ => Self::Both,
        }
    }

    /// The traits (deep, broad) of each point.
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

    /// Computes `value` from the five log-probabilities once for each point, and returns it for every
    /// cell.
    pub(super) fn on_grid(&self, value: impl Fn(&[f64; 5]) -> f64) -> Vec<f64> {
        let points: Vec<f64> = self.logs.iter().map(value).collect();
        let mut cells = Vec::with_capacity(CELLS);
        for i in 0..POINTS {
            cells.extend((0..POINTS).map(|j| points[self.look.point(i, j)]));
        }
        cells
    }
}
