//! The worker that draws pages of the draft and packs its site. It is loaded when it is first asked.

use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ladder::Draft;
use crate::web::dom;
use crate::web::studio::page::{StudioPage, WORKER, file_of};

/// The name of the draft’s file in faults.
const FILE: &str = "your-ladder.json";

/// What the worker answers.
#[derive(Debug, Default, Deserialize)]
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
}

#[derive(Debug, Deserialize)]
pub(super) struct AFault {
    pub(super) place: String,
    pub(super) problem: String,
}

#[derive(Serialize)]
struct Question<'a> {
    id: u32,
    start: Start<'a>,
    files: [(&'a str, String); 1],
    options: String,
    path: Option<&'a str>,
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
    running: StoredValue<Option<dom::Helper>, LocalStorage>,
    /// Who waits for an answer.
    told: StoredValue<Option<Told>, LocalStorage>,
    /// The number of the last question; how often the running worker was asked.
    asked: StoredValue<(u32, u32)>,
}

/// After so many questions the worker is started anew: it keeps every draft that it has read.
const MOST_ASKED: u32 = 60;

impl Helper {
    pub(super) fn new(page: StudioPage, root: String) -> Self {
        let helper = Self {
            page: StoredValue::new(page),
            root: StoredValue::new(root),
            running: StoredValue::new_local(None),
            told: StoredValue::new_local(None),
            asked: StoredValue::new((0, 0)),
        };
        on_cleanup(move || helper.stop());
        helper
    }

    /// Whether this build has the worker. One for development has none.
    pub(super) fn exists(self) -> bool {
        self.page.with_value(|page| page.worker != WORKER)
    }

    /// Asks for a page by its path, or for the whole site if there is none. `told` is called with each
    /// answer, of which the last has no `done`. Answers to earlier questions are dropped.
    pub(super) fn ask(
        self,
        draft: &Draft,
        path: Option<&str>,
        told: impl Fn(Answer, Option<dom::Archive>) + 'static,
    ) {
        let (number, times) = self.asked.get_value();
        let (number, times) = (number.wrapping_add(1), times + 1);
        if times > MOST_ASKED {
            self.stop();
        }
        self.told.set_value(Some(Rc::new(told)));
        let (page, root) = (self.page.get_value(), self.root.get_value());
        let times = match self.running.with_value(Option::is_some) {
            true => times,
            false => {
                self.running.set_value(self.started(&page, &root));
                1
            }
        };
        self.asked.set_value((number, times));
        let question = Question {
            id: number,
            // The worker is at the app’s root, and loads from there.
            start: Start {
                root: "./",
                content: &format!("./{}", file_of("")),
                wasm: &format!("./{}", page.wasm),
                quiz: &page.quiz,
            },
            files: [(FILE, draft.to_json())],
            options: format!(r#"{{"id":{}}}"#, serde_json::json!(draft.id)),
            path,
        };
        let text = serde_json::to_string(&question).unwrap_or_default();
        let sent = self
            .running
            .with_value(|running| running.as_ref().is_some_and(|worker| worker.ask(&text)));
        if !sent {
            self.tell(broken(number), None);
        }
    }

    fn started(self, page: &StudioPage, root: &str) -> Option<dom::Helper> {
        dom::start_worker(&format!("{root}{}", page.worker), move |said| {
            let last = self.asked.try_get_value().map(|(number, _)| number);
            let Some(last) = last else { return };
            match said {
                Some((text, archive)) => {
                    let read: Result<Answer, _> = serde_json::from_str(&text);
                    self.tell(read.unwrap_or_else(|_| broken(last)), archive);
                }
                None => {
                    self.stop();
                    self.tell(broken(last), None);
                }
            }
        })
    }

    fn tell(self, answer: Answer, archive: Option<dom::Archive>) {
        if answer.id == self.asked.get_value().0
            && let Some(told) = self.told.get_value()
        {
            told(answer, archive);
        }
    }

    /// Stops it, whatever it does.
    pub(super) fn stop(self) {
        self.running.update_value(|running| {
            if let Some(worker) = running.take() {
                worker.stop();
            }
        });
    }
}

fn broken(id: u32) -> Answer {
    Answer {
        id,
        failed: Some("a part of this page could not be loaded".to_owned()),
        ..Answer::default()
    }
}
