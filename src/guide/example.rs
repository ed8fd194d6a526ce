//! The types for cases that are filled in as examples. Defines the shape of the file only.

use serde::Deserialize;

/// A case for a level, filled in with invented work.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleCase {
    /// The level, by id or code.
    pub level: String,
    /// What the work is about, in a few words.
    pub about: String,
    /// The summary, in the first person.
    pub summary: String,
    /// Whose the second view is.
    pub second_from: String,
    /// What is shown, the strongest first.
    pub lines: Vec<ExampleLine>,
    /// What is not shown, or never could be.
    pub gaps: Vec<ExampleGap>,
}

/// How often something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowOften {
    /// Not yet.
    NotYet,
    /// Sometimes.
    Sometimes,
    /// Reliably.
    Reliably,
    /// There was no chance to show it.
    NoChance,
}

/// An expectation that is shown reliably or sometimes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleLine {
    /// The competency, by id.
    pub competency: String,
    /// How often.
    pub standing: HowOften,
    /// The reason for that, if it is not in the evidence.
    #[serde(default)]
    pub why: Option<String>,
    /// The evidence, the newest first.
    pub evidence: Vec<ExampleEvidence>,
    /// What the second view says, if it says something.
    #[serde(default)]
    pub second: Option<ExampleView>,
}

/// A piece of evidence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleEvidence {
    /// When, as a text.
    pub date: String,
    /// What was done.
    pub did: String,
    /// What came of it.
    pub outcome: String,
    /// Who saw it.
    pub witnesses: String,
}

/// The second view of an expectation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleView {
    /// How often, in that view.
    pub standing: HowOften,
    /// A line about it.
    pub line: String,
}

/// An expectation that is not shown yet, only sometimes, or never could be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleGap {
    /// The competency, by id.
    pub competency: String,
    /// How often.
    pub standing: HowOften,
    /// What is missing.
    pub why: String,
}
