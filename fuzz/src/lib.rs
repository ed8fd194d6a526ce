//! What every fuzz target shares: limits of time and memory for one input, texts changed by their
//! structure, and a place to keep records in. Knows nothing of what a target holds true.

pub mod bounds;
pub mod chance;
pub mod json;
pub mod kept;
pub mod link;
