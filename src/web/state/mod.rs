//! What the islands share: their data, attempts, the visitor's settings, and whether everything is
//! saved. Handles the repository and the quiz, not markup.

pub mod as_link;
mod migration;
mod settings;
pub mod versions;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::ladder::{Excerpt, Side};
use crate::quiz::{Fit, FormFigures, Quiz, score};
use crate::store::{Attempt, AttemptId, KeyValue, StoreError};
use crate::web::dom::{self, LocalStore, repository};
use crate::web::site::Site;

pub use migration::{after_migration, is_migrating, migrate_old_records};
pub use settings::{change_settings, follow_settings, is_reminder_due, settings};

/// The data for the island in the page of the quiz.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QuizData {
    /// The quiz.
    pub quiz: Quiz,
    /// The accuracy of each form, by its id.
    pub figures: BTreeMap<String, FormFigures>,
}

/// The data for the island in the page of the results.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResultData {
    /// The quiz.
    pub quiz: Quiz,
    /// Names and gists for the result; none where the quiz says nothing of the ladder.
    pub excerpt: Option<Excerpt>,
    /// Whether the site has several ladders, so that a result names its own.
    pub several: bool,
    /// Archetypes to read a result by; none without a guide.
    pub archetypes: Vec<Lens>,
    /// Which pages there are to lead to.
    pub ways: Ways,
    /// The accuracy of each form, by its id.
    pub figures: BTreeMap<String, FormFigures>,
}

/// Which pages of the ladder a result can lead to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ways {
    /// Whether there is a guide.
    pub guide: bool,
    /// Whether each expectation has a page of its own; if not, it is a part of its level's page.
    pub expectations: bool,
    /// The levels and competencies, by id, of which the ladder says nothing.
    pub silent: Vec<(String, String)>,
}

/// An archetype in a few words, with the side that we set it beside.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lens {
    /// The name in the source.
    pub name: String,
    /// The side it reads like; none where both.
    pub reads: Option<Side>,
    /// What such a person does.
    pub text: String,
}

impl QuizData {
    /// The data of a site, to embed in the page.
    pub fn of(site: Site) -> Self {
        Self {
            quiz: site.quiz.clone(),
            figures: site.figures.forms.clone(),
        }
    }
}

impl ResultData {
    /// The data of a site, to embed in the page.
    pub fn of(site: Site) -> Self {
        let guide = site.guide.into_iter();
        let excerpt = Excerpt::of(site.ladder);
        Self {
            quiz: site.quiz.clone(),
            several: site.each().len() > 1,
            ways: Ways::of(site, excerpt.as_ref()),
            excerpt,
            figures: site.figures.forms.clone(),
            archetypes: guide
                .flat_map(|guide| &guide.titles.archetypes)
                .map(|one| Lens {
                    name: one.name.clone(),
                    reads: one.reads,
                    text: one.text.clone(),
                })
                .collect(),
        }
    }
}

impl Ways {
    /// The pages of a site that the levels of an excerpt lead to.
    fn of(site: Site, excerpt: Option<&Excerpt>) -> Self {
        let rungs = excerpt.into_iter().flat_map(|excerpt| &excerpt.rungs);
        let lines = rungs.flat_map(|rung| rung.levels.iter().flatten());
        let levels = lines.filter_map(|line| site.ladder.level(&line.id));
        let mut silent: Vec<(String, String)> = levels
            .flat_map(|level| {
                let items = site.ladder.competencies.iter();
                let items = items.filter(move |item| item.at(level).is_none());
                items.map(move |item| (level.id.clone(), item.id.clone()))
            })
            .collect();
        // A shared level is the line of both tracks.
        silent.sort();
        silent.dedup();
        Self {
            guide: site.guide.is_some(),
            expectations: site.has_expectation_pages(),
            silent,
        }
    }
}

/// Reads the data of this page, if it has any that can be read.
pub fn of_this_page<T: DeserializeOwned>() -> Option<T> {
    serde_json::from_str(&dom::page_data()?).ok()
}

/// Whether the last change is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// There was nothing to save yet.
    NotYet,
    /// Written and read back.
    Saved,
    /// The journal is locked, and the text is still being encrypted.
    Sealing,
    /// The browser refuses storage altogether; the page's memory holds the data.
    OnlyHere,
    /// A write failed.
    Failed(StoreError),
}

/// The state after a write.
pub fn save_state(written: Result<(), StoreError>) -> SaveState {
    match written {
        Ok(()) if !LocalStore::lasts() => SaveState::OnlyHere,
        Ok(()) if dom::is_sealing() => SaveState::Sealing,
        Ok(()) => SaveState::Saved,
        Err(error) => SaveState::Failed(error),
    }
}

/// Calls `told` with the final state of a write: at once, or after encryption.
pub fn in_the_end(kept: SaveState, told: impl FnOnce(SaveState) + 'static) {
    match kept {
        SaveState::Sealing => dom::when_sealed(move |done| {
            told(done.map_or_else(SaveState::Failed, |()| SaveState::Saved));
        }),
        kept => told(kept),
    }
}

/// Saves an attempt and returns whether it is saved.
pub fn save(attempt: &Attempt) -> SaveState {
    save_state(repository().save_attempt(attempt))
}

/// A new attempt at a form of a quiz, not saved yet.
pub fn new_attempt(quiz: &Quiz, form: &str) -> Attempt {
    let now = dom::now();
    let id = AttemptId::new(now, dom::chance());
    Attempt::new(id, quiz, form, now)
}

/// The attempt that may be continued: the named one, or the newest.
pub fn to_open(named: Option<&AttemptId>) -> Option<Attempt> {
    match named {
        Some(id) => repository().attempt(id).ok().flatten(),
        None => repository()
            .attempts()
            .ok()?
            .into_iter()
            .find_map(Result::ok),
    }
}

/// The attempt to continue: the named one while it has open questions or is opened `again`, finished or
/// not; otherwise the newest, unless it is finished. Older unfinished attempts are not resumed
/// automatically. `longer` is the form to continue in, if the named attempt is complete.
pub fn to_go_on_with(
    quiz: &Quiz,
    named: Option<&AttemptId>,
    longer: Option<String>,
    again: bool,
) -> Option<Attempt> {
    let open = |attempt: &Attempt| {
        let form = quiz.form(&attempt.form);
        form.is_some_and(|form| attempt.answers.first_open(form).is_some())
    };
    let in_longer = |mut attempt: Attempt| {
        if let Some(form) = longer.filter(|form| named.is_some() && quiz.form(form).is_some()) {
            attempt.form = form;
        }
        attempt
    };
    to_open(named).map(in_longer).filter(|attempt| {
        let reopened = named.is_some() && (again || open(attempt));
        (attempt.finished.is_none() || reopened) && fits(quiz, attempt)
    })
}

/// Changes an attempt and saves it. Answers saved by another tab in the meantime are merged first, so
/// that none is lost.
pub fn save_change(
    quiz: &Quiz,
    attempt: &mut Attempt,
    change: impl FnOnce(&mut Attempt),
) -> SaveState {
    if let Ok(Some(kept)) = repository().attempt(&attempt.id) {
        join(quiz, attempt, kept);
    }
    change(attempt);
    attempt.changed = dom::now();
    save(attempt)
}

/// Merges an attempt with its saved version, saves it if it contains anything more, and returns whether
/// it is saved. None if there is nothing to save or no saved version. After another tab has deleted it,
/// the attempt is saved again with its next change.
pub fn take_over(quiz: &Quiz, attempt: &mut Attempt) -> Option<SaveState> {
    let kept = repository().attempt(&attempt.id).ok().flatten()?;
    join(quiz, attempt, kept.clone());
    // A longer form that was only opened here is saved with its first answer.
    let form = attempt.form.clone();
    (*attempt != Attempt { form, ..kept }).then(|| save(attempt))
}

/// Merges with the saved version, but stays in the longer form: another tab's change must not switch
/// this attempt back to the shorter form.
fn join(quiz: &Quiz, attempt: &mut Attempt, kept: Attempt) {
    let form = attempt.form.clone();
    attempt.join(kept);
    attempt.form = quiz.longer(&form, &attempt.form).to_owned();
}

/// Whether an attempt was made with this version of this quiz; only then may it be scored with it.
pub fn fits(quiz: &Quiz, attempt: &Attempt) -> bool {
    attempt.quiz == quiz.id
        && attempt.quiz_version == quiz.version
        && quiz.form(&attempt.form).is_some()
}

/// The fit of an attempt; none if it was made with another quiz or another version of this one.
pub fn fit_of(quiz: &Quiz, attempt: &Attempt) -> Option<Fit> {
    if !fits(quiz, attempt) {
        return None;
    }
    let form = quiz.form(&attempt.form)?;
    Some(score(quiz, form, &attempt.answers))
}

/// Writes a test record, reads it back and removes it: whether saving works at this moment.
pub fn probe() -> SaveState {
    let key = dom::layout().probe();
    let tested = || {
        LocalStore.set(&key, &key)?;
        let read = LocalStore.get(&key)?;
        LocalStore.remove(&key)?;
        if read.as_ref() == Some(&key) {
            Ok(())
        } else {
            Err(StoreError::NotKept)
        }
    };
    save_state(tested())
}
