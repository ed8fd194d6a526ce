//! What a visitor chose for every page: so far, the title scheme.
//! Knows the record's format; knows nothing of which schemes exist.

use serde::{Deserialize, Serialize};

/// Choices that hold on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the title scheme.
    pub title_scheme: String,
}

impl Settings {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
}
