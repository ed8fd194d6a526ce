//! What one site is made from: the five files of `ladders/`, read together and checked together.
//! Knows their names; knows nothing of where they lie, nor of a page.

use std::fmt;

use crate::guard::text_of;
use crate::guide::Guide;
use crate::ladder::{Fault, Ladder};
use crate::quiz::{Figures, Quiz};
use crate::store::Layout;

/// The ladder's file.
pub const LADDER: &str = "technical-leadership.json";
/// The file of what belongs to this copy of the app.
pub const SITE: &str = "site.json";
/// The guide's file.
pub const GUIDE: &str = "guide.json";
/// The quiz's file.
pub const QUIZ: &str = "quiz.json";
/// The file of what each form of the quiz is worth; a command writes it.
pub const FIGURES: &str = "quiz-figures.json";

/// The content of one site.
#[derive(Debug)]
pub struct Pack {
    /// The ladder.
    pub ladder: Ladder,
    /// The id of the site, under which browsers keep records.
    pub site: String,
    /// What is around it.
    pub guide: Guide,
    /// The quiz.
    pub quiz: Quiz,
    /// What each form of the quiz is worth.
    pub figures: Figures,
}

/// A file of `ladders/` that needs a change, and everything wrong with it.
#[derive(Clone, PartialEq, Eq)]
pub struct FileFaults {
    /// The file's name.
    pub file: &'static str,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Pack {
    /// Reads the five files. `bytes_of` gives the bytes of a file by its name, or says why not.
    ///
    /// # Errors
    /// Everything wrong with the first file that cannot be used: the others may rest on it.
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

/// As it is told, so that a test which stops shows it.
impl fmt::Debug for FileFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for FileFaults {}
