//! The versions of a quiz: the current one, and earlier ones to read and finish old answers with.
//! Handles parsed quizzes; how a file is found or fetched is elsewhere.

use crate::quiz::Quiz;

/// The current quiz, and those of its earlier versions that are at hand.
#[derive(Clone, Debug)]
pub struct Quizzes {
    current: Quiz,
    earlier: Vec<Quiz>,
}

/// Where a version of a quiz is.
#[derive(Clone, Copy, Debug)]
pub enum QuizVersion<'a> {
    /// At hand.
    Here(&'a Quiz),
    /// Kept in a file of its own, [`Quizzes::file`], that has not been added yet.
    Kept,
    /// Unknown: another quiz, a newer version, or one that is not kept.
    Unknown,
}

impl Quizzes {
    /// The current quiz alone.
    pub const fn new(current: Quiz) -> Self {
        Self {
            current,
            earlier: Vec::new(),
        }
    }

    /// The current quiz.
    pub const fn current(&self) -> &Quiz {
        &self.current
    }

    /// The earlier versions at hand.
    pub fn earlier(&self) -> &[Quiz] {
        &self.earlier
    }

    /// The name of the file of an earlier version, in `ladders/`.
    pub fn file(version: u32) -> String {
        format!("quiz-{version}.json")
    }

    /// The address of the file of an earlier version in the site, from its root.
    pub fn address(version: u32) -> String {
        format!("quiz/{version}.json")
    }

    /// The earlier versions at hand as files of the site: their addresses and texts.
    pub fn files(&self) -> Vec<(String, String)> {
        let file = |quiz: &Quiz| {
            Some((
                Self::address(quiz.version),
                serde_json::to_string(quiz).ok()?,
            ))
        };
        self.earlier.iter().filter_map(file).collect()
    }

    /// Adds an earlier version; whether it is one that the current quiz names.
    pub fn add(&mut self, quiz: Quiz) -> bool {
        let fits = self.is_kept(&quiz.id, quiz.version);
        if fits && self.get(&quiz.id, quiz.version).is_none() {
            self.earlier.push(quiz);
        }
        fits
    }

    /// The quiz of this id and version, if it is at hand.
    pub fn get(&self, id: &str, version: u32) -> Option<&Quiz> {
        let mut all = std::iter::once(&self.current).chain(&self.earlier);
        all.find(|quiz| quiz.id == id && quiz.version == version)
    }

    /// Where the quiz of this id and version is.
    pub fn find(&self, id: &str, version: u32) -> QuizVersion<'_> {
        match self.get(id, version) {
            Some(quiz) => QuizVersion::Here(quiz),
            None if self.is_kept(id, version) => QuizVersion::Kept,
            None => QuizVersion::Unknown,
        }
    }

    fn is_kept(&self, id: &str, version: u32) -> bool {
        id == self.current.id && self.current.earlier.contains(&version)
    }
}
