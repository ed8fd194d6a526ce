//! What the live parts share: whether things are kept, and the visitor's settings.
//! Knows the shelf and the quiz; knows no markup.

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
    let id = AttemptId::new(now, browser::chance());
    Attempt::new(id, quiz, Site::FORM, now)
}

/// The attempt to go on with: the one named, or else the newest; only while it is not finished.
/// An older one that was left for a new start does not come back by itself.
pub fn unfinished(quiz: &Quiz, named: Option<&AttemptId>) -> Option<Attempt> {
    let found = match named {
        Some(id) => shelf().attempt(id).ok().flatten(),
        None => shelf().attempts().ok()?.into_iter().find_map(Result::ok),
    };
    found.filter(|attempt| attempt.finished.is_none() && fits(quiz, attempt))
}

/// Changes an attempt and saves it. What another tab has saved in the meantime is taken over first,
/// so that neither loses an answer.
pub fn save_change(attempt: &mut Attempt, change: impl FnOnce(&mut Attempt)) -> Kept {
    if let Ok(Some(mut kept)) = shelf().attempt(&attempt.id) {
        // What is kept is older only where a write failed: then the answers at hand count.
        if kept.changed > attempt.changed {
            attempt.answers.take_over(kept.answers);
        } else {
            kept.answers.take_over(std::mem::take(&mut attempt.answers));
            attempt.answers = kept.answers;
        }
    }
    change(attempt);
    attempt.changed = browser::now();
    save(attempt)
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
