//! stand-in
#![allow(dead_code, missing_docs)]
mod names;
pub use names::Ids;
