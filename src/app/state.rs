//! What the live parts share: whether things are kept, and the visitor's settings.
//! Knows the shelf and the quiz; knows no markup.

use crate::quiz::Answers;
use crate::store::{Attempt, AttemptId, Settings, StoreError};

use super::browser::{self, Place, shelf};
use super::site::Site;
use crate::ladder::Excerpt;
use crate::quiz::Quiz;
use serde::{Deserialize, Serialize};

/// What a page brings along for its live parts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageData {
    /// The quiz, cut down to the form that is asked.
    pub quiz: Quiz,
    /// Names and gists for the result.
    pub excerpt: Excerpt,
}

impl PageData {
    /// The data of a site, to be put into a page.
    pub fn of(site: Site) -> Self {
        let mut quiz = site.quiz.clone();
        quiz.forms.retain(|form| form.id == Site::FORM);
        let asked = |id: &String| quiz.forms.iter().any(|form| form.items.contains(id));
        let items = quiz.items.iter().filter(|item| asked(&item.id)).cloned();
        quiz.items = items.collect();
        Self {
            quiz,
            excerpt: Excerpt::of(site.ladder),
        }
    }

    /// Reads the data of this page, if it has any that can be read.
    pub fn of_this_page() -> Option<Self> {
        serde_json::from_str(&browser::page_data()?).ok()
    }
}

/// Whether what was just done is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was to be kept yet.
    NotYet,
    /// Written and read back.
    Saved,
    /// The browser refuses storage altogether.
    OnlyHere,
    /// A write failed.
    Failed(StoreError),
}

/// Saves an attempt and says whether it is kept.
pub fn save(attempt: &Attempt) -> Kept {
    match shelf().save_attempt(attempt) {
        Ok(()) if Place::lasts() => Kept::Saved,
        Ok(()) => Kept::OnlyHere,
        Err(error) => Kept::Failed(error),
    }
}

/// A new attempt at a quiz, not saved yet.
pub fn new_attempt(quiz: &Quiz) -> Attempt {
    let now = browser::now();
    Attempt {
        schema: Attempt::SCHEMA,
        id: AttemptId::new(now, browser::chance()),
        quiz: quiz.id.clone(),
        quiz_version: quiz.version,
        form: Site::FORM.to_owned(),
        answers: Answers::default(),
        started: now,
        changed: now,
        finished: None,
    }
}

/// The newest attempt at this quiz that was begun and not finished.
pub fn unfinished(quiz: &Quiz) -> Option<Attempt> {
    let entries = shelf().attempts().ok()?;
    entries
        .into_iter()
        .filter_map(Result::ok)
        .find(|attempt| attempt.finished.is_none() && fits(quiz, attempt))
}

/// Whether an attempt was made at this version of this quiz; only then may it be scored with it.
pub fn fits(quiz: &Quiz, attempt: &Attempt) -> bool {
    attempt.quiz == quiz.id
        && attempt.quiz_version == quiz.version
        && quiz.form(&attempt.form).is_some()
}

/// The settings kept, or the ones everybody starts with where none can be read.
pub fn settings() -> Settings {
    shelf().settings().ok().flatten().unwrap_or_default()
}

/// Changes the settings and says whether they are kept.
pub fn change_settings(change: impl FnOnce(&mut Settings)) -> Kept {
    let mut settings = settings();
    change(&mut settings);
    match shelf().save_settings(&settings) {
        Ok(()) if Place::lasts() => Kept::Saved,
        Ok(()) => Kept::OnlyHere,
        Err(error) => Kept::Failed(error),
    }
}
