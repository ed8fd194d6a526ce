//! Where in the quiz one is, on the page and in the address, and which question comes next.
//! Knows the sitting; draws and keeps nothing.

use leptos::prelude::*;

use super::sitting::Sitting;
use crate::app::browser;

/// The id of what the page says before the quiz, and not while it is under way.
pub const BEFORE_START: &str = "before-start";

/// Where in the quiz one is. The address says the same: `?step=3`, `?step=review`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Start,
    Asking(usize),
    Review,
    /// What a colleague sends back.
    Reply,
}

impl Stage {
    pub(super) const fn is_question(self) -> bool {
        matches!(self, Self::Asking(_))
    }
}

/// What the address and the tab are to say of a stage.
pub(super) struct Unwritten {
    query: String,
    title: String,
}

/// The id of what changes the answer in a row of the review.
pub(super) fn row_id(at: usize) -> String {
    format!("change-{}", at + 1)
}

impl Sitting {
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

    /// Goes to a stage as a new step of the history. The question comes first: what nobody waits for
    /// is written once the browser has drawn it. Whoever goes back within that frame goes back from
    /// the question before.
    pub(super) fn enter(self, stage: Stage) {
        self.write_address();
        self.row_left.set_value(None);
        let named = self.named.get_value();
        let query = match stage {
            Stage::Asking(at) => format!("?{named}step={}", at + 1),
            Stage::Review => format!("?{named}step=review"),
            Stage::Start | Stage::Reply => String::new(),
        };
        let title = self.title(stage);
        self.unwritten.set_value(Some(Unwritten { query, title }));
        self.draw(stage);
        let target = match stage {
            Stage::Asking(_) => "question",
            _ => "stage-head",
        };
        browser::focus(target);
        browser::after_frame(move || self.write_address());
    }

    /// Whether a click led to the stage that is shown; otherwise the address did, and what the
    /// browser scrolls to is to be there.
    pub(super) fn was_entered(self) -> bool {
        self.unwritten.with_value(Option::is_some)
    }

    /// Makes the address and the tab say which stage is shown, if they do not yet.
    pub(super) fn write_address(self) {
        let unwritten = self.unwritten.try_update_value(Option::take).flatten();
        if let Some(Unwritten { query, title }) = unwritten {
            browser::set_query(&query, true);
            browser::set_title(&title);
        }
    }

    /// Asks a question once more, from its row in the review.
    pub(super) fn enter_from_row(self, at: usize) {
        self.enter(Stage::Asking(at));
        self.row_left.set_value(Some(at));
    }

    fn show(self, stage: Stage) {
        self.unwritten.set_value(None);
        browser::set_title(&self.title(stage));
        self.draw(stage);
        // Whoever comes back to the review is where they left it.
        if let (Stage::Review, Some(at)) = (stage, self.row_left.get_value()) {
            browser::focus(&row_id(at));
        }
    }

    fn title(self, stage: Stage) -> String {
        let title = match stage {
            Stage::Start => "Deep or broad: the quiz".to_owned(),
            Stage::Asking(at) => format!("Question {} of {}", at + 1, self.items().len()),
            Stage::Review => "Check your answers".to_owned(),
            Stage::Reply => "Send your answers back".to_owned(),
        };
        format!("{title} · Ladder Explorer")
    }

    /// Shows a stage. What was shown before a question is put away at once, and taken off the page a
    /// frame later.
    fn draw(self, stage: Stage) {
        let before = self.stage.get_untracked();
        self.stage.set(stage);
        if before == Stage::Start || stage == Stage::Start {
            browser::reveal(BEFORE_START, stage == Stage::Start && !self.is_asked());
        }
        if self.reminded.get_untracked() {
            self.reminded.set(false);
        }
        if !stage.is_question() {
            self.beside.set(stage);
        } else if !self.beside.get_untracked().is_question() {
            browser::after_frame(move || {
                if self.stage.get_untracked().is_question() {
                    self.beside.set(stage);
                }
            });
        }
    }

    pub(super) fn resume(self) {
        self.enter(self.first_open().map_or(Stage::Review, Stage::Asking));
    }

    pub(super) fn after(self, at: usize) -> Stage {
        if at + 1 < self.items().len() {
            Stage::Asking(at + 1)
        } else {
            Stage::Review
        }
    }

    /// From the review: to the first open question, or to the last one.
    pub(super) fn resume_or_last(self) {
        let last = self.items().len().saturating_sub(1);
        self.enter(Stage::Asking(self.first_open().unwrap_or(last)));
    }
}
