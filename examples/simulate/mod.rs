//! Simulated people who answer the quiz, and how right its verdicts on them are.
//! Answers are scored by the app itself; what is printed, written or promised of them is elsewhere.

pub mod chance;
pub mod figures;
pub mod measures;
pub mod record;
pub mod targets;
pub mod world;
