//! The ladder: levels, expectations, competencies, the matrix, and all of it on one page.

pub mod competency;
pub mod expectation;
pub mod level;
pub mod levels;
pub mod matrix;
pub mod talk;
pub mod ways;
pub mod whole;
