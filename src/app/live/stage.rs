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

/// The id of what changes the answer in a row of the review.
pub(super) fn row_id(at: usize) -> String {
    format!("change-{}", at + 1)
}

/// The id of the heading of a stage.
const fn head_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Asking(_) => "question",
        _ => "stage-head",
    }
}

impl Sitting {
    /// Goes where the address says.
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
        self.draw(stage);
    }

    /// Goes where Back or Forward led to. Whoever comes back to the review is where they left it.
    pub(super) fn come_back(self) {
        self.apply_address();
        match (self.stage.get_untracked(), self.row_left.get_value()) {
            (Stage::Review, Some(at)) => browser::focus(&row_id(at)),
            (stage, _) => browser::focus(head_of(stage)),
        }
    }

    /// Goes to a stage as a new step of the history.
    pub(super) fn enter(self, stage: Stage) {
        self.row_left.set_value(None);
        let named = self.named.get_value();
        let query = match stage {
            Stage::Asking(at) => format!("?{named}step={}", at + 1),
            Stage::Review => format!("?{named}step=review"),
            Stage::Start | Stage::Reply => String::new(),
        };
        browser::set_query(&query, true);
        self.draw(stage);
        browser::focus(head_of(stage));
    }

    /// Asks a question once more, from its row in the review.
    pub(super) fn enter_from_row(self, at: usize) {
        self.enter(Stage::Asking(at));
        self.row_left.set_value(Some(at));
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

    fn draw(self, stage: Stage) {
        browser::set_title(&self.title(stage));
        browser::reveal(BEFORE_START, stage == Stage::Start && !self.is_asked());
        self.reminded.set(false);
        self.stage.set(stage);
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
