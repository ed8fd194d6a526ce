//! A session of the quiz as a state machine: an event in, the next state and its effects out.
//! Knows the quiz; knows no screen, no storage and no clock.

use std::collections::BTreeMap;

use crate::quiz::{Answer, Answers, Fit, Form, Quiz, Today, fit, may_finish_early};

/// Where in the quiz one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the first question: the choice of a form, or the way back to the questions.
    Start,
    /// The question at a position of the form, from 0.
    Question(usize),
    /// All answers, each to be changed.
    Review,
    /// The link with which a colleague sends the answers back.
    Reply,
}

impl Stage {
    /// What the address says after `step=`; none for a stage that has no address.
    pub fn step(self) -> Option<String> {
        match self {
            Self::Question(at) => Some((at + 1).to_string()),
            Self::Review => Some("review".to_owned()),
            Self::Start | Self::Reply => None,
        }
    }
}

/// What somebody did, or what happened to the address or to what is saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Chose a form for the next start, by its id.
    Choose(String),
    /// Pressed “Start” or “Start over”.
    Start,
    /// Pressed “Continue”.
    Continue,
    /// Answered, or said something of today.
    Give(Input),
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
    /// What is saved of this session, after another tab changed it or a write joined both.
    Saved(Progress),
}

/// What is to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Make a new attempt in the form that is chosen.
    Begin,
    /// Save what was given.
    Save(Input),
    /// Save that the attempt is finished, and show its result.
    ShowResult,
    /// Put the stage into the history of the browser, and the focus on its heading.
    Enter(Stage),
    /// Put the focus on the heading of the stage.
    FocusHeading,
    /// Put the focus on a row of the review, from 0.
    FocusRow(usize),
}

/// One thing that somebody gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// An answer to an item, by its id.
    Answer(String, Answer),
    /// How often a behaviour, by its id, fills the weeks; none takes it back.
    Today(String, Option<Today>),
}

/// What was answered so far, in which form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The form's id.
    pub form: String,
    /// The answers.
    pub answers: Answers,
    /// How often each behaviour fills the weeks, by its id.
    pub today: BTreeMap<String, Today>,
}

/// A session of the quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    stage: Stage,
    /// The form for the next start.
    chosen: String,
    /// What was answered; none before the start.
    progress: Option<Progress>,
    about_another: bool,
    restored: bool,
    reminded: bool,
    /// The row of the review whose “Change” led to the question.
    row: Option<usize>,
    early_end: Option<usize>,
}

impl Session {
    /// A session that has not begun, with a form chosen for its start. `about_another` is whether a
    /// colleague answers about somebody else: then nothing is saved, and there is no result.
    pub fn new(chosen: &str, about_another: bool) -> Self {
        Self {
            stage: Stage::Start,
            chosen: chosen.to_owned(),
            progress: None,
            about_another,
            restored: false,
            reminded: false,
            row: None,
            early_end: None,
        }
    }

    /// A session that goes on from what was saved.
    pub fn restored(quiz: &Quiz, progress: Progress) -> Self {
        let mut session = Self::new(&progress.form, false);
        session.restored = true;
        session.progress = Some(progress);
        session.weigh(quiz);
        session
    }

    /// The next state, and what is to be done outside, in this order. An event that does not fit the
    /// state changes nothing.
    pub fn update(&mut self, quiz: &Quiz, event: Event) -> Vec<Effect> {
        match event {
            Event::Choose(form) => {
                self.chosen = form;
                Vec::new()
            }
            Event::Start => self.begin(),
            Event::Give(input) => self.give(quiz, input),
            Event::Next => self.next(quiz),
            Event::Skip => self.enter(self.after(quiz)),
            Event::Back => match self.stage {
                Stage::Question(at) => {
                    self.enter(at.checked_sub(1).map_or(Stage::Start, Stage::Question))
                }
                _ => Vec::new(),
            },
            Event::Continue => {
                self.enter(self.first_open(quiz).map_or(Stage::Review, Stage::Question))
            }
            Event::Review => self.enter(Stage::Review),
            Event::Change(row) => {
                let effects = self.enter(Stage::Question(row));
                self.row = Some(row);
                effects
            }
            Event::Questions => {
                let last = self.items(quiz).len().saturating_sub(1);
                self.enter(Stage::Question(self.first_open(quiz).unwrap_or(last)))
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
        self.enter(self.after(quiz))
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

    /// The stage that an address means. Before the start it is the start, whatever it says.
    fn stage_at(&self, quiz: &Quiz, step: Option<&str>) -> Stage {
        let questions = self.items(quiz).len();
        match (step, &self.progress) {
            (Some("review"), Some(_)) => Stage::Review,
            (Some(number), Some(_)) => match number.parse::<usize>() {
                Ok(number) if (1..=questions).contains(&number) => Stage::Question(number - 1),
                _ => Stage::Start,
            },
            _ => Stage::Start,
        }
    }

    /// The stage after the question that is asked.
    fn after(&self, quiz: &Quiz) -> Stage {
        match self.stage {
            Stage::Question(at) if at + 1 < self.items(quiz).len() => Stage::Question(at + 1),
            Stage::Question(_) => Stage::Review,
            other => other,
        }
    }

    /// Works out whether the answers agree enough to offer an early end.
    fn weigh(&mut self, quiz: &Quiz) {
        let open = self.open(quiz);
        let agree = || self.fit(quiz).is_some_and(|fit| may_finish_early(&fit));
        self.early_end = (!self.about_another && open > 0 && agree()).then_some(open);
    }

    fn fit(&self, quiz: &Quiz) -> Option<Fit> {
        let progress = self.progress.as_ref()?;
        let responses = progress.answers.responses(quiz, self.form(quiz)?);
        let responses: Vec<_> = responses.into_iter().map(|(_, one)| one).collect();
        Some(fit(&quiz.model, &responses))
    }

    /// Where in the quiz one is.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// The id of the form for the next start.
    pub fn chosen(&self) -> &str {
        &self.chosen
    }

    /// What was answered; none before the start.
    pub const fn progress(&self) -> Option<&Progress> {
        self.progress.as_ref()
    }

    /// Whether a colleague answers about somebody else.
    pub const fn is_about_another(&self) -> bool {
        self.about_another
    }

    /// Whether the answers were restored, rather than given since the start.
    pub const fn is_restored(&self) -> bool {
        self.restored
    }

    /// Whether “Next” was pressed without an answer.
    pub const fn is_reminded(&self) -> bool {
        self.reminded
    }

    /// How many questions are open where the answers agree enough to end early; none where they do
    /// not.
    pub const fn early_end(&self) -> Option<usize> {
        self.early_end
    }

    /// The form that is asked: that of the session, or else the one chosen.
    pub fn form<'a>(&self, quiz: &'a Quiz) -> Option<&'a Form> {
        let id = self.progress.as_ref().map_or(&self.chosen, |one| &one.form);
        quiz.form(id)
    }

    /// The ids of the items asked, in order.
    pub fn items<'a>(&self, quiz: &'a Quiz) -> &'a [String] {
        self.form(quiz).map_or(&[], |form| &form.items)
    }

    /// The id of the item that is asked.
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

    /// How often a behaviour, by its id, fills the weeks, if that was said.
    pub fn today(&self, behaviour: &str) -> Option<Today> {
        self.progress.as_ref()?.today.get(behaviour).copied()
    }

    /// The position of the first question that was neither answered nor left open on purpose.
    pub fn first_open(&self, quiz: &Quiz) -> Option<usize> {
        let mut items = self.items(quiz).iter();
        items.position(|id| self.answer(id).is_none())
    }

    /// How many questions were neither answered nor left open on purpose.
    pub fn open(&self, quiz: &Quiz) -> usize {
        let items = self.items(quiz).iter();
        items.filter(|id| self.answer(id).is_none()).count()
    }

    /// How many answers count.
    pub fn counted(&self, quiz: &Quiz) -> usize {
        let items = self.items(quiz).iter();
        let counts = |id: &&String| self.answer(id).and_then(Answer::category).is_some();
        items.filter(counts).count()
    }
}

impl Progress {
    /// Takes in one input.
    pub fn take(&mut self, input: &Input) {
        match input {
            Input::Answer(item, answer) => self.answers.set(item, *answer),
            Input::Today(behaviour, Some(held)) => {
                self.today.insert(behaviour.clone(), *held);
            }
            Input::Today(behaviour, None) => {
                self.today.remove(behaviour);
            }
        }
    }
}
