//! The grid of trait values on which the posterior is computed: a row for each value of θ_D, a column
//! for each value of θ_B. Independent of items and answers.

/// Grid points along each trait.
pub(super) const POINTS: usize = 81;
/// All cells, row by row.
pub(super) const CELLS: usize = POINTS * POINTS;
/// The distance between points, in standard deviations of a trait under the prior.
const STEP: f64 = 0.1;
/// Differences θ_B − θ_D that occur on the grid.
pub(super) const DIFFERENCES: usize = 2 * POINTS - 1;

/// The trait value at a grid index: −4 to 4.
pub(super) fn theta(index: usize) -> f64 {
    centred(index, POINTS) * STEP
}

/// The difference of two trait values at an index of the difference axis: −8 to 8.
pub(super) fn difference(index: usize) -> f64 {
    centred(index, DIFFERENCES) * STEP
}

#[allow(clippy::cast_precision_loss)] // indices below 200
fn centred(index: usize, points: usize) -> f64 {
    index as f64 - (points / 2) as f64
}
