//! The content of one site: the five files of `ladders/`, read and checked together. Defines their
//! names; independent of their location and of pages.

use std::fmt;

use crate::guard::text_of;
use crate::guide::Guide;
use crate::ladder::{Fault, Ladder};
use crate::quiz::{Figures, Quiz};
use crate::store::Layout;

/// The ladder's file.
pub const LADDER: &str = "technical-leadership.json";
/// The file with the site's own data.
pub const SITE: &str = "site.json";
/// The guide's file.
pub const GUIDE: &str = "guide.json";
/// The quiz's file.
pub const QUIZ: &str = "quiz.json";
/// The file with the accuracy of each form of the quiz; written by a command.
pub const FIGURES: &str = "quiz-figures.json";

/// The content of one site.
#[derive(Debug)]
pub struct Pack {
    /// The ladder.
    pub ladder: Ladder,
    /// The id of the site, in the keys of stored records.
    pub site: String,
    /// The guide.
    pub guide: Guide,
    /// The quiz.
    pub quiz: Quiz,
    /// The accuracy of each form of the quiz.
    pub figures: Figures,
}

/// A file of `ladders/` with faults.
#[derive(Clone, PartialEq, Eq)]
pub struct FileFaults {
    /// The file's name.
    pub file: &'static str,
    /// The faults.
    pub faults: Vec<Fault>,
}

impl Pack {
    /// Reads the five files. `bytes_of` returns the bytes of a file by its name, or an error message.
    ///
    /// # Errors
    /// All faults of the first file that cannot be used: the others may depend on it.
    pub fn read<B: AsRef<[u8]>>(
        bytes_of: impl Fn(&'static str) -> Result<B, String>,
    ) -> Result<Self, FileFaults> {
        let ladder = file(LADDER, &bytes_of, Ladder::parse)?;
        let site = file(SITE, &bytes_of, |text| {
            Layout::site_of(text, &ladder.id).map_err(|fault| vec![fault])
        })?;
        let guide = file(GUIDE, &bytes_of, |text| Guide::parse(text, &ladder))?;
        let quiz = file(QUIZ, &bytes_of, Quiz::parse)?;
        let figures = file(FIGURES, &bytes_of, |text| figures(text, &quiz))?;
        Ok(Self {
            ladder,
            site,
            guide,
            quiz,
            figures,
        })
    }
}

fn file<T, B: AsRef<[u8]>>(
    name: &'static str,
    bytes_of: impl Fn(&'static str) -> Result<B, String>,
    parse: impl Fn(&str) -> Result<T, Vec<Fault>>,
) -> Result<T, FileFaults> {
    let named = |faults| FileFaults { file: name, faults };
    let bytes = bytes_of(name).map_err(|why| named(vec![Fault::new("the file", why)]))?;
    let text = text_of(bytes.as_ref()).map_err(|error| {
        let place = format!("line {}, column {}", error.line, error.column);
        named(vec![Fault::new(place, error.problem)])
    })?;
    parse(text).map_err(named)
}

fn figures(text: &str, quiz: &Quiz) -> Result<Figures, Vec<Fault>> {
    const REMEDY: &str = "write it anew: cargo run --release --example simulate -- --write";
    let refused = |why: String| vec![Fault::new("the file", format!("{why}; {REMEDY}"))];
    let figures: Figures =
        serde_json::from_str(text).map_err(|error| refused(error.to_string()))?;
    if (figures.quiz.as_str(), figures.quiz_version) != (quiz.id.as_str(), quiz.version) {
        return Err(refused("belongs to another version of the quiz".to_owned()));
    }
    Ok(figures)
}

impl fmt::Display for FileFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ladders/{} needs a change:", self.file)?;
        self.faults
            .iter()
            .try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

/// As displayed, so that a failing test shows the message.
impl fmt::Debug for FileFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for FileFaults {}
