//! A session of the quiz as a state machine: it takes an event, and returns the next state and its
//! effects. Uses the quiz; independent of screen, storage and clock.

use crate::quiz::{Answer, Fit, Form, Input, Progress, Quiz, Today, may_finish_early, score};

/// The stage of the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the first question: the choice of a form, or the button back to the questions.
    Start,
    /// The question at a position of the form, from 0.
    Question(usize),
    /// After the last question: the way to the result, and what the weeks hold at present, if the
    /// visitor wants to say it.
    End,
    /// All answers; each can be changed.
    Review,
    /// The link with which a colleague returns the answers.
    Reply,
}

impl Stage {
    /// The value of `step=` in the address; none for a stage without an address.
    pub fn step(self) -> Option<String> {
        match self {
            Self::Question(at) => Some((at + 1).to_string()),
            Self::End => Some("end".to_owned()),
            Self::Review => Some("review".to_owned()),
            Self::Start | Self::Reply => None,
        }
    }
}

/// An action of the user, or a change of the address or of saved data.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Chose a form for the next start, by its id.
    Choose(String),
    /// Pressed “Start” or “Start over”.
    Start,
    /// Pressed “Continue”.
    Continue,
    /// Turned “one tap an answer” on or off.
    OneTap(bool),
    /// Answered, or gave a value for today.
    Give(Input),
    /// Answered by a tap, a click or a number key: with one tap an answer, this goes on as well.
    Tap(Input),
    /// Pressed “Next”.
    Next,
    /// Pressed “Skip”.
    Skip,
    /// Pressed “Back”.
    Back,
    /// Pressed “Check your answers”.
    Review,
    /// Pressed “Change” in a row of the review, from 0.
    Change(usize),
    /// Pressed “Back to the questions” in the review.
    Questions,
    /// Pressed “See your result”.
    Finish,
    /// The page was opened at an address with this `step`.
    Open(Option<String>),
    /// Back or Forward led to an address with this `step`.
    Return(Option<String>),
    /// The saved state of this session, after another tab changed it or a write merged both.
    Saved(Progress),
}

/// An action to be carried out by the caller.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Create a new attempt in the selected form.
    Begin,
    /// Save the input.
    Save(Input),
    /// Save that the attempt is finished, and show its result.
    ShowResult,
    /// Add the stage to the browser history, and focus its heading.
    Enter(Stage),
    /// Focus the heading of the stage.
    FocusHeading,
    /// Focus a row of the review, from 0.
    FocusRow(usize),
}

/// A session of the quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    stage: Stage,
    /// The form for the next start.
    chosen: String,
    /// The answers; none before the start.
    progress: Option<Progress>,
    about_another: bool,
    restored: bool,
    reminded: bool,
    one_tap: bool,
    /// The row of the review whose “Change” led to the question.
    row: Option<usize>,
    early_end: Option<usize>,
}

impl Session {
    /// A session before its start, with a form selected. `about_another` is whether a colleague answers
    /// about another person: then nothing is saved, and there is no result.
    pub fn new(chosen: &str, about_another: bool) -> Self {
        Self {
            stage: Stage::Start,
            chosen: chosen.to_owned(),
            progress: None,
            about_another,
            restored: false,
            reminded: false,
            one_tap: false,
            row: None,
            early_end: None,
        }
    }

    /// A session that continues from saved answers.
    pub fn restored(quiz: &Quiz, progress: Progress) -> Self {
        let mut session = Self::new(&progress.form, false);
        session.restored = true;
        session.progress = Some(progress);
        session.weigh(quiz);
        session
    }

    /// Updates the state and returns the effects, in order. An event that does not fit the state
    /// changes nothing.
    pub fn update(&mut self, quiz: &Quiz, event: Event) -> Vec<Effect> {
        match event {
            Event::Choose(form) => {
                self.chosen = form;
                Vec::new()
            }
            Event::Start => self.begin(),
            Event::OneTap(on) => {
                self.one_tap = on;
                Vec::new()
            }
            Event::Give(input) => self.give(quiz, input),
            Event::Tap(input) => {
                let mut effects = self.give(quiz, input);
                if self.one_tap {
                    effects.extend(self.next(quiz));
                }
                effects
            }
            Event::Next => self.next(quiz),
            Event::Skip => self.go_on(quiz),
            Event::Back => match self.stage {
                Stage::Question(at) => {
                    self.enter(at.checked_sub(1).map_or(Stage::Start, Stage::Question))
                }
                Stage::End => self.enter(self.last(quiz)),
                _ => Vec::new(),
            },
            Event::Continue => {
                self.enter(self.first_open(quiz).map_or(Stage::End, Stage::Question))
            }
            Event::Review => self.enter(Stage::Review),
            Event::Change(row) => {
                let effects = self.enter(Stage::Question(row));
                self.row = Some(row);
                effects
            }
            Event::Questions => {
                let open = self.first_open(quiz).map(Stage::Question);
                self.enter(open.unwrap_or_else(|| self.last(quiz)))
            }
            Event::Finish if self.about_another => self.enter(Stage::Reply),
            Event::Finish => match self.progress {
                Some(_) => vec![Effect::ShowResult],
                None => Vec::new(),
            },
            Event::Open(step) => {
                self.show(self.stage_at(quiz, step.as_deref()));
                Vec::new()
            }
            Event::Return(step) => {
                self.show(self.stage_at(quiz, step.as_deref()));
                match (self.stage, self.row) {
                    (Stage::Review, Some(row)) => vec![Effect::FocusRow(row)],
                    _ => vec![Effect::FocusHeading],
                }
            }
            Event::Saved(progress) => {
                if self.progress.is_some() {
                    self.progress = Some(progress);
                    self.weigh(quiz);
                }
                Vec::new()
            }
        }
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.progress = Some(Progress {
            form: self.chosen.clone(),
            ..Progress::default()
        });
        self.restored = false;
        self.early_end = None;
        let mut effects = vec![Effect::Begin];
        effects.extend(self.enter(Stage::Question(0)));
        effects
    }

    fn next(&mut self, quiz: &Quiz) -> Vec<Effect> {
        let item = self.item(quiz);
        if item.is_some_and(|id| self.answer(id).is_none()) {
            self.reminded = true;
            return Vec::new();
        }
        self.go_on(quiz)
    }

    /// Leaves the present question; back in the review, its row has the focus.
    fn go_on(&mut self, quiz: &Quiz) -> Vec<Effect> {
        let row = self.row;
        let mut effects = self.enter(self.after(quiz));
        if self.stage == Stage::Review {
            effects.extend(row.map(Effect::FocusRow));
        }
        effects
    }

    fn give(&mut self, quiz: &Quiz, input: Input) -> Vec<Effect> {
        let Some(progress) = &mut self.progress else {
            return Vec::new();
        };
        progress.take(&input);
        if let Input::Answer(..) = input {
            self.reminded = false;
            self.weigh(quiz);
        }
        match self.about_another {
            true => Vec::new(),
            false => vec![Effect::Save(input)],
        }
    }

    fn enter(&mut self, stage: Stage) -> Vec<Effect> {
        self.row = None;
        self.show(stage);
        vec![Effect::Enter(stage)]
    }

    fn show(&mut self, stage: Stage) {
        self.reminded = false;
        self.stage = stage;
    }

    /// The stage for an address. Before the start it is always the start.
    fn stage_at(&self, quiz: &Quiz, step: Option<&str>) -> Stage {
        let questions = self.items(quiz).len();
        match (step, &self.progress) {
            (Some("review"), Some(_)) => Stage::Review,
            (Some("end"), Some(_)) => Stage::End,
            (Some(number), Some(_)) => match number.parse::<usize>() {
                Ok(number) if (1..=questions).contains(&number) => Stage::Question(number - 1),
                _ => Stage::Start,
            },
            _ => Stage::Start,
        }
    }

    /// The stage after the present question: the review, if that is where it was opened from.
    fn after(&self, quiz: &Quiz) -> Stage {
        match self.stage {
            Stage::Question(at) if self.row == Some(at) => Stage::Review,
            Stage::Question(at) if at + 1 < self.items(quiz).len() => Stage::Question(at + 1),
            Stage::Question(_) => Stage::End,
            other => other,
        }
    }

    /// The last question.
    fn last(&self, quiz: &Quiz) -> Stage {
        Stage::Question(self.items(quiz).len().saturating_sub(1))
    }

    /// Computes whether the answers are consistent enough to offer an early end.
    fn weigh(&mut self, quiz: &Quiz) {
        let open = self.open(quiz);
        let agree = || self.fit(quiz).is_some_and(|fit| may_finish_early(&fit));
        self.early_end = (!self.about_another && open > 0 && agree()).then_some(open);
    }

    fn fit(&self, quiz: &Quiz) -> Option<Fit> {
        let progress = self.progress.as_ref()?;
        Some(score(quiz, self.form(quiz)?, &progress.answers))
    }

    /// The stage of the quiz.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// The id of the form for the next start.
    pub fn chosen(&self) -> &str {
        &self.chosen
    }

    /// The answers; none before the start.
    pub const fn progress(&self) -> Option<&Progress> {
        self.progress.as_ref()
    }

    /// Whether a colleague answers about another person.
    pub const fn is_about_another(&self) -> bool {
        self.about_another
    }

    /// Whether the answers were restored, rather than given since the start.
    pub const fn is_restored(&self) -> bool {
        self.restored
    }

    /// Whether a tap on an answer goes on to the next question.
    pub const fn is_one_tap(&self) -> bool {
        self.one_tap
    }

    /// Whether “Next” was pressed without an answer.
    pub const fn is_reminded(&self) -> bool {
        self.reminded
    }

    /// The number of open questions if the answers are consistent enough to end early; otherwise none.
    pub const fn early_end(&self) -> Option<usize> {
        self.early_end
    }

    /// The form in use: that of the session, or else the selected one.
    pub fn form<'a>(&self, quiz: &'a Quiz) -> Option<&'a Form> {
        let id = self.progress.as_ref().map_or(&self.chosen, |one| &one.form);
        quiz.form(id)
    }

    /// The ids of the form's items, in order.
    pub fn items<'a>(&self, quiz: &'a Quiz) -> &'a [String] {
        self.form(quiz).map_or(&[], |form| &form.items)
    }

    /// The id of the present question's item.
    pub fn item<'a>(&self, quiz: &'a Quiz) -> Option<&'a str> {
        match self.stage {
            Stage::Question(at) => self.items(quiz).get(at).map(String::as_str),
            _ => None,
        }
    }

    /// The answer to an item, by its id.
    pub fn answer(&self, item: &str) -> Option<Answer> {
        self.progress.as_ref()?.answers.get(item)
    }

    /// How often a behaviour, by its id, occurs at present; none if there is no value.
    pub fn today(&self, behaviour: &str) -> Option<Today> {
        self.progress.as_ref()?.today.get(behaviour).copied()
    }

    /// The position of the first question that was neither answered nor left open on purpose.
    pub fn first_open(&self, quiz: &Quiz) -> Option<usize> {
        let mut items = self.items(quiz).iter();
        items.position(|id| self.answer(id).is_none())
    }

    /// The number of questions that were neither answered nor left open on purpose.
    pub fn open(&self, quiz: &Quiz) -> usize {
        let items = self.items(quiz).iter();
        items.filter(|id| self.answer(id).is_none()).count()
    }

    /// The number of answers that count.
    pub fn counted(&self, quiz: &Quiz) -> usize {
        let items = self.items(quiz).iter();
        let counts = |id: &&String| self.answer(id).and_then(Answer::category).is_some();
        items.filter(counts).count()
    }
}
