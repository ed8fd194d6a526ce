//! What one site is made from: the files of `ladders/`, read together and checked together.
//! Knows their names; knows nothing of their folder, nor of a page.

mod brought;
mod site;

use std::fmt;

use serde::Serialize;

use crate::guard::text_of;
use crate::guide::Guide;
use crate::ladder::{Fault, Ladder};
use crate::quiz::{Figures, Quiz, Quizzes};

pub use brought::Wishes;
pub use site::{LadderEntry, SiteFile};

/// The file that names the others, and the id of this copy of the app.
pub const SITE: &str = "site.json";
/// The quiz's file.
pub const QUIZ: &str = "quiz.json";
/// The file with the accuracy of each form of the quiz; written by a command.
pub const FIGURES: &str = "quiz-figures.json";

/// The content of one site.
#[derive(Debug)]
pub struct Pack {
    /// What `site.json` says.
    pub site: SiteFile,
    /// The ladders, the default one first, each with what is around it.
    pub ladders: Vec<LadderPack>,
    /// The quiz, with the earlier versions that it names.
    pub quizzes: Quizzes,
    /// The accuracy of each form of the quiz.
    pub figures: Figures,
}

/// One ladder and what is around it.
#[derive(Debug)]
pub struct LadderPack {
    /// The ladder.
    pub ladder: Ladder,
    /// What is around it, where there is a guide.
    pub guide: Option<Guide>,
}

/// A file of `ladders/` that needs a change, and everything wrong with it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FileFaults {
    /// The file's name.
    pub file: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Pack {
    /// Reads `site.json` and the files that it names. `bytes_of` returns the bytes of a file by its
    /// name, or says why not.
    ///
    /// # Errors
    /// All faults of the first file that cannot be used: the others may depend on it.
    pub fn read<B: AsRef<[u8]>>(
        bytes_of: impl Fn(&str) -> Result<B, String>,
    ) -> Result<Self, FileFaults> {
        Self::of(file(SITE, &bytes_of, SiteFile::parse)?, bytes_of)
    }

    /// Reads the files that `site.json` names, as [`Pack::read`] does.
    ///
    /// # Errors
    /// All faults of the first file that cannot be used.
    fn of<B: AsRef<[u8]>>(
        site: SiteFile,
        bytes_of: impl Fn(&str) -> Result<B, String>,
    ) -> Result<Self, FileFaults> {
        let mut ladders: Vec<LadderPack> = Vec::new();
        for entry in &site.ladders {
            let ladder = file(&entry.file, &bytes_of, Ladder::parse)?;
            if ladders.iter().any(|other| other.ladder.id == ladder.id) {
                let problem = format!(
                    "“{}” is the id of two ladders of this site; addresses and records need one each",
                    ladder.id
                );
                return Err(FileFaults {
                    file: entry.file.clone(),
                    faults: vec![Fault::new("id", problem)],
                });
            }
            let guide = entry
                .guide
                .as_ref()
                .map(|name| file(name, &bytes_of, |text| Guide::parse(text, &ladder)))
                .transpose()?;
            ladders.push(LadderPack { ladder, guide });
        }
        let quiz = file(QUIZ, &bytes_of, Quiz::parse)?;
        let figures = file(FIGURES, &bytes_of, |text| figures(text, &quiz))?;
        let versions = quiz.earlier.clone();
        let mut quizzes = Quizzes::new(quiz);
        for version in versions {
            let name = Quizzes::file(version);
            quizzes.add(file(&name, &bytes_of, |text| {
                earlier(text, quizzes.current(), version)
            })?);
        }
        Ok(Self {
            site,
            ladders,
            quizzes,
            figures,
        })
    }
}

fn file<T, B: AsRef<[u8]>>(
    name: &str,
    bytes_of: impl Fn(&str) -> Result<B, String>,
    parse: impl Fn(&str) -> Result<T, Vec<Fault>>,
) -> Result<T, FileFaults> {
    let named = |faults| FileFaults {
        file: name.to_owned(),
        faults,
    };
    let bytes = bytes_of(name).map_err(|why| named(vec![Fault::new("the file", why)]))?;
    let text = text_of(bytes.as_ref()).map_err(|error| {
        let place = format!("line {}, column {}", error.line, error.column);
        named(vec![Fault::new(place, error.problem)])
    })?;
    parse(text).map_err(named)
}

/// An earlier version of the quiz, kept for old answers.
fn earlier(text: &str, current: &Quiz, version: u32) -> Result<Quiz, Vec<Fault>> {
    let quiz = Quiz::parse(text)?;
    if (quiz.id.as_str(), quiz.version) == (current.id.as_str(), version) {
        return Ok(quiz);
    }
    let problem = format!(
        "is version {} of “{}”; this name is for version {version} of “{}”",
        quiz.version, quiz.id, current.id
    );
    Err(vec![Fault::new("version", problem)])
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
