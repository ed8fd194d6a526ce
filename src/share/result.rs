//! A result for export: as Markdown for reading, as JSON for processing. Handles the texts passed in
//! and a fit’s numbers; independent of the storage.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ladder::Side;
use crate::quiz::{Answers, Fit, Verdict};
use crate::share::text::{line, quote};

/// A result as text, as on its page.
#[derive(Clone, Copy, Debug)]
pub struct ResultText<'a> {
    /// The verdict in one sentence.
    pub headline: &'a str,
    /// Whose result it is; none if it is not included.
    pub name: Option<&'a str>,
    /// The date of the attempt.
    pub date: &'a str,
    /// The certainty of the verdict.
    pub certainty: &'a str,
    /// A description of the line in one sentence.
    pub line: &'a str,
    /// The two traits: a name, and a text.
    pub traits: &'a [(&'a str, &'a str)],
    /// Each theme of the quiz, and how many answers speak for either side.
    pub themes: &'a [(&'a str, &'a str)],
    /// The visitor’s note; none if it is not included.
    pub note: Option<&'a str>,
    /// What a result cannot say.
    pub limits: &'a [&'a str],
    /// The address that opens this result; none if it is not included.
    pub link: Option<&'a str>,
}

/// A result as Markdown. Its texts are escaped; a note is quoted line by line.
pub fn result_markdown(result: &ResultText) -> String {
    let mut text = format!("# {}\n\n", line(result.headline));
    if let Some(name) = result.name {
        text.push_str(&format!("{}, ", line(name)));
    }
    text.push_str(&format!("{}\n", line(result.date)));
    for paragraph in [result.certainty, result.line] {
        if !paragraph.trim().is_empty() {
            text.push_str(&format!("\n{}\n", line(paragraph)));
        }
    }
    list(
        &mut text,
        "Your energy for each kind of work",
        result.traits,
        |(name, words)| format!("{}: {}", line(name), line(words)),
    );
    list(
        &mut text,
        "Your answers by theme",
        result.themes,
        |(name, words)| format!("{}: {}", line(name), line(words)),
    );
    if let Some(note) = result.note {
        text.push_str("\n## Note\n");
        quote(&mut text, note);
    }
    list(
        &mut text,
        "What this cannot tell you",
        result.limits,
        |limit| line(limit),
    );
    if let Some(link) = result.link {
        let safe: String = link
            .chars()
            .map(|letter| match letter {
                '<' => "%3C".to_owned(),
                '>' => "%3E".to_owned(),
                '\\' => "%5C".to_owned(),
                _ if letter.is_whitespace() || letter.is_control() => "%20".to_owned(),
                _ => letter.to_string(),
            })
            .collect();
        text.push_str(&format!("\n[Open this result](<{safe}>)\n"));
    }
    text
}

fn list<T>(text: &mut String, heading: &str, entries: &[T], entry: impl Fn(&T) -> String) {
    if entries.is_empty() {
        return;
    }
    text.push_str(&format!("\n## {heading}\n\n"));
    for one in entries {
        text.push_str(&format!("- {}\n", entry(one)));
    }
}

/// The content of a result's JSON: each optional field only if it was selected.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultFields<'a> {
    /// The quiz’s id.
    pub quiz: &'a str,
    /// The quiz’s version.
    pub quiz_version: u32,
    /// The form’s id.
    pub form: &'a str,
    /// The attempt’s name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The visitor’s note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
    /// When the attempt was finished, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished: Option<f64>,
    /// The answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<&'a Answers>,
    /// 0, 1 or 2 by behaviour id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<&'a BTreeMap<String, u8>>,
}

/// The JSON of a result: the selected data of the attempt, the numbers derived from the answers, and
/// the meaning of each number. Without a verdict its name is `none`.
pub fn result_json(fields: &ResultFields, fit: &Fit, verdict: Option<Verdict>) -> String {
    let result = ResultFile {
        format: "ladder-explorer/result",
        schema: 2,
        attempt: fields,
        derived: Derived {
            verdict: verdict.map_or("none", Verdict::name),
            track: verdict.and_then(Verdict::side).map(Side::id),
            lean: fit.lean,
            lean_standard_error: fit.se,
            lean_interval80: fit.interval80,
            chance_broad: fit.p_broad,
            depth: fit.deep,
            breadth: fit.broad,
            chance_energised: fit.p_energy,
            deep_energises: fit.energises[0],
            broad_energises: fit.energises[1],
            people_work: fit.people.map(|people| people.mean),
            people_work_leads: fit.people.map(|people| people.leads),
            person_fit: fit.lz,
            answers_counted: fit.answers,
        },
        units: UNITS.into_iter().collect(),
    };
    // Serializing text with text keys cannot fail.
    serde_json::to_string_pretty(&result).unwrap_or_default()
}

/// The meaning of each derived number, included in the file for later readers.
const UNITS: [(&str, &str); 14] = [
    (
        "lean",
        "standard deviations of the prior; below 0 deep, above 0 broad",
    ),
    ("leanStandardError", "standard deviations of the prior"),
    (
        "leanInterval80",
        "standard deviations of the prior; the lean lies between with a chance of 0.8",
    ),
    (
        "chanceBroad",
        "0 to 1; that broad work energises more than deep work",
    ),
    (
        "depth",
        "standard deviations of the prior; how much deep work energises",
    ),
    (
        "breadth",
        "standard deviations of the prior; how much broad work energises",
    ),
    (
        "chanceEnergised",
        "0 to 1; that deep and broad work together energise more than they drain",
    ),
    (
        "deepEnergises",
        "0 to 1; that deep work energises more than it drains",
    ),
    (
        "broadEnergises",
        "0 to 1; that broad work energises more than it drains",
    ),
    (
        "peopleWork",
        "standard deviations of the prior; how much work with single people energises; it changes no other number; null if no rating of it is answered",
    ),
    (
        "peopleWorkLeads",
        "0 to 1; that people work energises more than deep and than broad work",
    ),
    (
        "personFit",
        "standardised log-likelihood; below -1 the answers contradict one another; null without answers",
    ),
    (
        "answers",
        "0 to 4: in a pair 4 is much more the broad side, in a rating 4 is energises me; \"neither\": neither side appeals; \"never\": never had the chance; null: not sure, and in version 1 of the quiz also never had the chance",
    ),
    ("answersCounted", "answers; those left open do not count"),
];

#[derive(Serialize)]
struct ResultFile<'a> {
    format: &'static str,
    schema: u32,
    attempt: &'a ResultFields<'a>,
    derived: Derived,
    units: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Derived {
    verdict: &'static str,
    track: Option<&'static str>,
    lean: f64,
    lean_standard_error: f64,
    lean_interval80: (f64, f64),
    chance_broad: f64,
    depth: f64,
    breadth: f64,
    chance_energised: f64,
    deep_energises: f64,
    broad_energises: f64,
    people_work: Option<f64>,
    people_work_leads: Option<f64>,
    person_fit: Option<f64>,
    answers_counted: usize,
}
