//! What a visitor chose for every page: the title scheme, and the rung they are on.
//! Knows the record's format; knows nothing of which schemes exist.

use serde::{Deserialize, Serialize};

use crate::ladder::Rung;

/// Choices that hold on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The version of this record's format.
    pub schema: u32,
    /// The id of the title scheme, once one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_scheme: Option<String>,
    /// The rung the visitor said they are on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// Whether “/” opens the search; it does unless this says no (WCAG 2.2, 2.1.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slash_key: Option<bool>,
}

impl Settings {
    /// The version this app writes.
    pub const SCHEMA: u32 = 1;
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            title_scheme: None,
            rung: None,
            slash_key: None,
        }
    }
}
