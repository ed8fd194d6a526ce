//! The worker that reads ladders from files, draws pages of the draft and packs its site. It is loaded once
//! something is asked of it, or is about to be.

use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::import::{Choices, Report, Source};
use crate::ladder::Draft;
use crate::web::dom;
use crate::web::studio::page::{StudioPage, WORKER, file_of};

/// The name of the draft’s file in faults.
const FILE: &str = "your-ladder.json";

/// A question to the worker.
#[derive(Clone, Copy)]
pub(super) enum Ask<'a> {
    /// A page of the draft, by its path.
    Page(&'a Draft, &'a str),
    /// The whole site of the draft.
    Site(&'a Draft),
    /// The ladder of these files, with answers to what they leave open.
    Ladder(&'a [Source], &'a Choices),
}

/// What the worker answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    /// The number of the question.
    id: u32,
    /// The page.
    pub(super) html: Option<String>,
    /// How many pages the site has.
    pub(super) pages: Option<usize>,
    /// How many pages are done.
    pub(super) done: Option<usize>,
    /// What needs a change.
    pub(super) faults: Option<Vec<AFault>>,
    /// Why it failed.
    pub(super) failed: Option<String>,
    /// The size of the archive, in bytes; once it is made.
    pub(super) size: Option<f64>,
    /// The file of the ladder that was read.
    pub(super) ladder: Option<String>,
    /// What was read, and what is open.
    pub(super) report: Option<Report>,
    /// Why nothing was read.
    pub(super) refused: Option<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct AFault {
    pub(super) place: String,
    pub(super) problem: String,
}

#[derive(Serialize)]
struct Question<'a> {
    id: u32,
    start: Start<'a>,
    /// None if nothing is asked but to be loaded, as with `choices`.
    options: Option<String>,
    path: Option<&'a str>,
    choices: Option<&'a Choices>,
}

#[derive(Serialize)]
struct Start<'a> {
    root: &'a str,
    content: &'a str,
    wasm: &'a str,
    quiz: &'a [String],
}

/// A function that takes an answer, and the archive if it came along.
type Told = Rc<dyn Fn(Answer, Option<dom::Archive>)>;

/// The worker, if this build has one.
#[derive(Clone, Copy)]
pub(super) struct Helper {
    page: StoredValue<StudioPage>,
    root: StoredValue<String>,
    /// The worker, and how often it was asked.
    running: StoredValue<Option<(dom::Helper, u32)>, LocalStorage>,
    /// Who waits for an answer to which question: about the draft, and about files.
    waiting: StoredValue<[Option<(u32, Told)>; 2], LocalStorage>,
    /// The number of the last question.
    asked: StoredValue<u32>,
}

/// After so many questions the worker is started anew: it keeps every draft that it has read.
const MOST_ASKED: u32 = 60;

impl Helper {
    pub(super) fn new(page: StudioPage, root: String) -> Self {
        let helper = Self {
            page: StoredValue::new(page),
            root: StoredValue::new(root),
            running: StoredValue::new_local(None),
            waiting: StoredValue::new_local([None, None]),
            asked: StoredValue::new(0),
        };
        on_cleanup(move || helper.stop());
        helper
    }

    /// Whether this build has the worker. One for development has none.
    pub(super) fn exists(self) -> bool {
        self.page.with_value(|page| page.worker != WORKER)
    }

    /// Starts the worker and loads its program, unless it runs.
    pub(super) fn start(self) {
        if !self.exists() || self.running.with_value(Option::is_some) {
            return;
        }
        let address = self.page.with_value(|page| page.worker.clone());
        let address = format!("{}{address}", self.root.get_value());
        let worker = dom::start_worker(&address, move |said| {
            if self.waiting.try_with_value(|_| ()).is_none() {
                return;
            }
            let read = said.and_then(|(text, archive)| {
                let answer: Answer = serde_json::from_str(&text).ok()?;
                Some((answer, archive))
            });
            match read {
                Some((answer, archive)) => self.tell(answer, archive),
                None => self.fail(None),
            }
        });
        self.running.set_value(worker.map(|worker| (worker, 0)));
        self.send(0, None);
    }

    /// Asks. `told` is called with each answer, of which the last has no `done`. An answer to an earlier
    /// question of the same kind is dropped.
    pub(super) fn ask(self, ask: Ask<'_>, told: impl Fn(Answer, Option<dom::Archive>) + 'static) {
        let kind = usize::from(matches!(ask, Ask::Ladder(..)));
        let number = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(number);
        let times = self
            .running
            .with_value(|running| running.as_ref().map_or(0, |(_, times)| *times));
        let is_free = self.waiting.with_value(|all| all[1 - kind].is_none());
        if times >= MOST_ASKED && is_free {
            self.stop();
        }
        self.waiting
            .update_value(|all| all[kind] = Some((number, Rc::new(told))));
        self.start();
        if !self.send(number, Some(ask)) {
            self.fail(None);
        }
    }

    /// Sends a question; whether it was sent.
    fn send(self, id: u32, ask: Option<Ask<'_>>) -> bool {
        let page = self.page.get_value();
        let options = |draft: &Draft| Some(format!(r#"{{"id":{}}}"#, serde_json::json!(draft.id)));
        let (options, path, choices, draft, files): (_, _, _, _, &[Source]) = match ask {
            Some(Ask::Page(draft, path)) => (options(draft), Some(path), None, Some(draft), &[]),
            Some(Ask::Site(draft)) => (options(draft), None, None, Some(draft), &[]),
            Some(Ask::Ladder(files, choices)) => (None, None, Some(choices), None, files),
            None => (None, None, None, None, &[]),
        };
        let question = Question {
            id,
            // The worker is at the app’s root, and loads from there.
            start: Start {
                root: "./",
                content: &format!("./{}", file_of("")),
                wasm: &format!("./{}", page.wasm),
                quiz: &page.quiz,
            },
            options,
            path,
            choices,
        };
        let text = serde_json::to_string(&question).unwrap_or_default();
        let draft = draft.map(Draft::to_json);
        let files = files
            .iter()
            .map(|file| (file.name.as_str(), file.bytes.as_slice()))
            .chain(draft.as_ref().map(|text| (FILE, text.as_bytes())));
        self.running
            .try_update_value(|running| {
                running.as_mut().is_some_and(|(worker, times)| {
                    *times += 1;
                    worker.ask(&text, files)
                })
            })
            .unwrap_or_default()
    }

    fn tell(self, answer: Answer, archive: Option<dom::Archive>) {
        if answer.failed.is_some() {
            return self.fail(answer.failed);
        }
        let told = self.waiting.try_update_value(|all| {
            let is_it = |one: &&mut Option<(u32, Told)>| {
                one.as_ref().is_some_and(|(number, _)| *number == answer.id)
            };
            let one = all.iter_mut().find(is_it)?;
            match answer.done {
                Some(_) => one.clone(),
                None => one.take(),
            }
        });
        if let Some((_, told)) = told.flatten() {
            told(answer, archive);
        }
    }

    /// Tells all who wait that the worker failed. The next question starts another one.
    fn fail(self, why: Option<String>) {
        let waiting = self.waiting.get_value();
        self.stop();
        let failed = why.unwrap_or_else(|| "a part of this page could not be loaded".to_owned());
        for (_, told) in waiting.into_iter().flatten() {
            let answer = Answer {
                failed: Some(failed.clone()),
                ..Answer::default()
            };
            told(answer, None);
        }
    }

    /// Stops it, whatever it does. Nobody waits any more.
    pub(super) fn stop(self) {
        self.waiting.set_value([None, None]);
        self.running.update_value(|running| {
            if let Some((worker, _)) = running.take() {
                worker.stop();
            }
        });
    }
}
