//! What every fuzz target shares: limits of time and memory for one input, structural mutation of
//! texts, and a storage for records. Independent of the properties that a target checks.

pub mod bounds;
pub mod chance;
pub mod json;
pub mod kept;
pub mod link;
