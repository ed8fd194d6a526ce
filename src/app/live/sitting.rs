//! A sitting of the quiz: which question, what was answered, whether it is kept, what comes next.
//! Knows signals, the shelf and the address; draws nothing.

use leptos::prelude::*;

use crate::app::browser::{self, Place};
use crate::app::state::{self, Kept, PageData};
use crate::quiz::{Answer, Answers, Quiz};
use crate::route::Route;
use crate::store::{Attempt, AttemptId};

/// Where in the quiz one is. The address says the same: `?step=3`, `?step=review`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Start,
    Asking(usize),
    Review,
    Result,
}

/// Everything the stages share. Copies refer to the same signals.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    pub(super) root: StoredValue<String>,
    pub(super) data: StoredValue<PageData>,
    pub(super) stage: RwSignal<Stage>,
    pub(super) attempt: RwSignal<Option<Attempt>>,
    pub(super) restored: RwSignal<bool>,
    pub(super) kept: RwSignal<Kept>,
    /// The part of the address that names an attempt which is not the newest: empty, or `attempt=…&`.
    named: StoredValue<String>,
}

impl Sitting {
    pub(super) fn new(root: String, data: PageData, stage: RwSignal<Stage>) -> Self {
        let named = browser::query("attempt").and_then(|name| AttemptId::parse(&name));
        let unfinished = state::unfinished(&data.quiz, named.as_ref());
        let kept = match &unfinished {
            _ if !Place::lasts() => Kept::OnlyHere,
            Some(_) => Kept::Saved,
            None => Kept::NotYet,
        };
        let named = named.filter(|_| unfinished.is_some());
        let named = named.map(|id| format!("attempt={}&", id.as_str()));
        Self {
            root: StoredValue::new(root),
            data: StoredValue::new(data),
            stage,
            restored: RwSignal::new(unfinished.is_some()),
            attempt: RwSignal::new(unfinished),
            kept: RwSignal::new(kept),
            named: StoredValue::new(named.unwrap_or_default()),
        }
    }

    /// Looks something up in the quiz.
    pub(super) fn quiz<T>(self, look: impl FnOnce(&Quiz) -> T) -> T {
        self.data.with_value(|data| look(&data.quiz))
    }

    /// The ids asked, in order.
    pub(super) fn items(self) -> Vec<String> {
        self.quiz(|quiz| quiz.forms.first().map(|form| form.items.clone()))
            .unwrap_or_default()
    }

    pub(super) fn answers(self) -> Answers {
        let answers = |attempt: &Option<Attempt>| attempt.as_ref().map(|a| a.answers.clone());
        self.attempt.with_untracked(answers).unwrap_or_default()
    }

    /// The first question that was neither answered nor left open on purpose.
    pub(super) fn first_open(self) -> Option<usize> {
        let answers = self.answers();
        self.quiz(|quiz| answers.first_open(quiz.forms.first()?))
    }

    /// Goes where the address says, as after Back or a reload.
    pub(super) fn apply_address(self) {
        let step = browser::query("step");
        let begun = self.attempt.with_untracked(Option::is_some);
        let stage = match step.as_deref() {
            Some("review") if begun => Stage::Review,
            Some(number) if begun => match number.parse::<usize>() {
                Ok(number) if (1..=self.items().len()).contains(&number) => {
                    Stage::Asking(number - 1)
                }
                _ => Stage::Start,
            },
            _ => Stage::Start,
        };
        self.show(stage);
    }

    /// Goes to a stage as a new step of the history.
    pub(super) fn enter(self, stage: Stage) {
        let named = self.named.get_value();
        let query = match stage {
            Stage::Asking(at) => format!("?{named}step={}", at + 1),
            Stage::Review => format!("?{named}step=review"),
            Stage::Start | Stage::Result => String::new(),
        };
        browser::set_query(&query, true);
        self.show(stage);
        let target = match stage {
            Stage::Asking(_) => "question",
            _ => "stage-head",
        };
        browser::focus(target);
    }

    pub(super) fn show(self, stage: Stage) {
        let title = match stage {
            Stage::Start => "Deep or broad: the quiz".to_owned(),
            Stage::Asking(at) => format!("Question {} of {}", at + 1, self.items().len()),
            Stage::Review => "Check your answers".to_owned(),
            Stage::Result => "Your result".to_owned(),
        };
        browser::set_title(&format!("{title} · Ladder Explorer"));
        browser::mark("asking", (stage != Stage::Start).then_some(""));
        self.stage.set(stage);
    }

    pub(super) fn begin_anew(self) {
        self.attempt.set(Some(self.quiz(state::new_attempt)));
        self.named.set_value(String::new());
        self.restored.set(false);
        if Place::lasts() {
            self.kept.set(Kept::NotYet);
        }
        self.enter(Stage::Asking(0));
    }

    /// Does what was asked for before the program was there: a press of “Start the quiz”.
    pub(super) fn catch_up(self) {
        let begun = self.attempt.with_untracked(Option::is_some);
        if browser::is_marked("pressed") && !begun {
            self.begin_anew();
        }
        browser::mark("pressed", None);
    }

    pub(super) fn resume(self) {
        self.enter(self.first_open().map_or(Stage::Review, Stage::Asking));
    }

    pub(super) fn answer(self, item: &str, answer: Answer) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                let change = |attempt: &mut Attempt| attempt.answers.set(item, answer);
                self.kept.set(state::save_change(attempt, change));
            }
        });
    }

    pub(super) fn after(self, at: usize) -> Stage {
        if at + 1 < self.items().len() {
            Stage::Asking(at + 1)
        } else {
            Stage::Review
        }
    }

    /// Ends the sitting: to the kept result, or to one on this page where nothing can be kept.
    pub(super) fn finish(self) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                let end = |attempt: &mut Attempt| attempt.finished = Some(browser::now());
                self.kept.set(state::save_change(attempt, end));
            }
        });
        let id = self
            .attempt
            .with_untracked(|attempt| attempt.as_ref().map(|a| a.id.as_str().to_owned()));
        match (self.kept.get_untracked(), id) {
            (Kept::Saved, Some(id)) => {
                let root = self.root.get_value();
                browser::go_instead(&format!("{root}{}?attempt={id}", Route::Results.path()));
            }
            _ => self.enter(Stage::Result),
        }
    }

    /// From the review: to the first open question, or to the last one.
    pub(super) fn resume_or_last(self) {
        let last = self.items().len().saturating_sub(1);
        self.enter(Stage::Asking(self.first_open().unwrap_or(last)));
    }
}
