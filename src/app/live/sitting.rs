//! A sitting of the quiz: what was answered, and whether it is kept.
//! Knows signals and the shelf; draws nothing. Which question is asked is in `stage`.

use leptos::prelude::*;

use super::as_link::{UNKEPT, shared};
use super::stage::Stage;
use crate::app::browser::{self, Place};
use crate::app::state::{self, Kept, QuizData};
use crate::exchange::Request;
use crate::quiz::{Answer, Answers, Fit, Form, Item, Quiz, may_finish_early};
use crate::route::Route;
use crate::store::{Attempt, AttemptId, Today};

/// Everything the stages share. Copies refer to the same signals.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    pub(super) root: StoredValue<String>,
    pub(super) data: StoredValue<QuizData>,
    pub(super) stage: RwSignal<Stage>,
    /// Whether “Next” was pressed without an answer to the question that is asked.
    pub(super) reminded: RwSignal<bool>,
    pub(super) attempt: RwSignal<Option<Attempt>>,
    /// The form chosen for the next start.
    pub(super) form: RwSignal<String>,
    /// Whom a colleague answers about, where a link asks for it: then nothing is kept here.
    pub(super) request: StoredValue<Option<Request>>,
    /// What is wrong with a link that asks: then nothing is started, so that answers about somebody
    /// else are never saved as the visitor's own.
    pub(super) problem: StoredValue<Option<String>>,
    pub(super) restored: RwSignal<bool>,
    pub(super) kept: RwSignal<Kept>,
    /// The failure to keep the answers that was read out last.
    pub(super) told: StoredValue<Option<String>>,
    /// When this tab last changed the attempt, in milliseconds since 1970.
    own: StoredValue<f64>,
    /// How many questions are open where the answers agree enough to offer an early end.
    pub(super) may_end: RwSignal<Option<usize>>,
    /// Why the result cannot be shown.
    pub(super) unable: RwSignal<Option<String>>,
    /// The part of the address that names an attempt which is not the newest, and the form that it
    /// goes on in: empty, or `attempt=…&form=…&`.
    pub(super) named: StoredValue<String>,
    /// The row of the review whose “Change” led to the question that is asked.
    pub(super) row_left: StoredValue<Option<usize>>,
}

impl Sitting {
    pub(super) fn new(root: String, data: QuizData, form: RwSignal<String>) -> Self {
        let asked = browser::fragment().map(|code| Request::read(&code, &data.quiz));
        let (request, problem) = match asked {
            Some(Ok(request)) => (Some(request), None),
            Some(Err(fault)) => (None, Some(fault.to_string())),
            None => (None, None),
        };
        if let Some(request) = &request {
            form.set(request.form.clone());
        }
        let named = browser::query("attempt").and_then(|name| AttemptId::parse(&name));
        let mut unfinished = match (&request, &problem) {
            (Some(_), _) | (_, Some(_)) => None,
            (None, None) => {
                state::to_go_on_with(&data.quiz, named.as_ref(), browser::query("form"))
            }
        };
        if named.is_none() {
            unfinished = unfinished.filter(|attempt| attempt.finished.is_none());
        }
        let kept = match &unfinished {
            _ if !Place::lasts() => Kept::OnlyHere,
            Some(_) => Kept::Saved,
            None => Kept::NotYet,
        };
        let named = named.filter(|_| unfinished.is_some());
        let in_form = unfinished.as_ref().map(|attempt| attempt.form.clone());
        if let Some(begun) = &in_form {
            form.set(begun.clone());
        }
        let named = named
            .zip(in_form)
            .map(|(id, form)| format!("attempt={}&form={form}&", id.as_str()));
        let begun = Self {
            root: StoredValue::new(root),
            data: StoredValue::new(data),
            stage: RwSignal::new(Stage::Start),
            reminded: RwSignal::new(false),
            form,
            request: StoredValue::new(request),
            problem: StoredValue::new(problem),
            restored: RwSignal::new(unfinished.is_some()),
            attempt: RwSignal::new(unfinished),
            kept: RwSignal::new(kept),
            told: StoredValue::new(None),
            own: StoredValue::new(0.0),
            unable: RwSignal::new(None),
            named: StoredValue::new(named.unwrap_or_default()),
            row_left: StoredValue::new(None),
            may_end: RwSignal::new(None),
        };
        begun.weigh();
        begun
    }

    /// Looks something up in the quiz.
    pub(super) fn quiz<T>(self, look: impl FnOnce(&Quiz) -> T) -> T {
        self.data.with_value(|data| look(&data.quiz))
    }

    /// Looks something up in an item of the quiz.
    pub(super) fn item<T>(self, id: &str, look: impl FnOnce(&Quiz, &Item) -> T) -> Option<T> {
        self.quiz(|quiz| quiz.item(id).map(|item| look(quiz, item)))
    }

    /// Looks something up in the form that is asked: that of the attempt, or else the one chosen.
    pub(super) fn in_form<T>(self, look: impl FnOnce(&Quiz, &Form) -> T) -> Option<T> {
        let begun = |attempt: &Option<Attempt>| attempt.as_ref().map(|a| a.form.clone());
        let id = self.attempt.with_untracked(begun);
        let id = id.unwrap_or_else(|| self.form.get_untracked());
        self.quiz(|quiz| quiz.form(&id).map(|form| look(quiz, form)))
    }

    /// The ids asked, in order.
    pub(super) fn items(self) -> Vec<String> {
        self.in_form(|_, form| form.items.clone())
            .unwrap_or_default()
    }

    pub(super) fn answers(self) -> Answers {
        let answers = |attempt: &Option<Attempt>| attempt.as_ref().map(|a| a.answers.clone());
        self.attempt.with_untracked(answers).unwrap_or_default()
    }

    /// The first question that was neither answered nor left open on purpose.
    pub(super) fn first_open(self) -> Option<usize> {
        let answers = self.answers();
        self.in_form(|_, form| answers.first_open(form)).flatten()
    }

    pub(super) fn begin_anew(self) {
        let form = self.form.get_untracked();
        let attempt = self.quiz(|quiz| state::new_attempt(quiz, &form));
        self.attempt.set(Some(attempt));
        self.named.set_value(String::new());
        self.restored.set(false);
        self.may_end.set(None);
        if Place::lasts() {
            self.kept.set(Kept::NotYet);
        }
        self.enter(Stage::Asking(0));
    }

    /// Does what was asked for before the program was there: a press of “Start the quiz”.
    pub(super) fn catch_up(self) {
        let begun = self.attempt.with_untracked(Option::is_some);
        let refused = self.problem.with_value(Option::is_some);
        if browser::is_marked("pressed") && !begun && !refused {
            self.begin_anew();
        }
        browser::mark("pressed", None);
    }

    pub(super) fn answer(self, item: &str, answer: Answer) {
        self.change(|attempt| attempt.answers.set(item, answer));
        self.weigh();
    }

    /// Whether a colleague answers here about somebody else.
    pub(super) fn is_asked(self) -> bool {
        self.request.with_value(Option::is_some)
    }

    /// The link that brings a colleague's answers back.
    pub(super) fn reply(self, name: &str) -> Result<String, String> {
        let answers = self.answers();
        let Some(request) = self.request.get_value() else {
            return Err("This sitting answers no request.".to_owned());
        };
        let reply = request.reply(Some(name), answers);
        let code = self.quiz(|quiz| reply.write(quiz));
        code.map(|code| browser::link_with(&self.root.get_value(), &Route::Results.path(), &code))
            .map_err(|fault| fault.to_string())
    }

    /// Whether the answers so far agree enough to offer an early end, with questions still open.
    fn weigh(self) {
        self.may_end.set(self.agreed());
    }

    fn agreed(self) -> Option<usize> {
        if self.is_asked() {
            return None;
        }
        let answers = self.answers();
        let open = self
            .items()
            .iter()
            .filter(|id| answers.get(id).is_none())
            .count();
        let fit: Fit = self.attempt.with_untracked(|attempt| {
            let attempt = attempt.as_ref()?;
            self.quiz(|quiz| state::fit_of(quiz, attempt))
        })?;
        (open > 0 && may_finish_early(&fit)).then_some(open)
    }

    /// Notes how often a behaviour fills the weeks; none takes the note back.
    pub(super) fn note_today(self, behaviour: &str, today: Option<Today>) {
        self.change(|attempt| {
            match today {
                Some(today) => attempt.today.insert(behaviour.to_owned(), today),
                None => attempt.today.remove(behaviour),
            };
        });
    }

    /// How often a behaviour fills the weeks, as noted; whoever reads it follows it.
    pub(super) fn today(self, behaviour: &str) -> Option<Today> {
        let noted = |attempt: &Option<Attempt>| attempt.as_ref()?.today.get(behaviour).copied();
        self.attempt.with(noted)
    }

    /// Changes the attempt and keeps it.
    fn change(self, change: impl FnOnce(&mut Attempt)) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                if self.is_asked() {
                    change(attempt);
                } else {
                    let own = self.own();
                    let save = |quiz: &Quiz| state::save_change(quiz, attempt, own, change);
                    self.kept.set(self.quiz(save));
                    self.own.set_value(browser::now());
                }
            }
        });
    }

    /// When this tab last changed the attempt; infinity while that may not be kept.
    fn own(self) -> f64 {
        match self.kept.get_untracked() {
            Kept::Saved | Kept::NotYet => self.own.get_value(),
            _ => f64::INFINITY,
        }
    }

    /// Takes over what another tab wrote of this attempt. What only this tab has is written again, so
    /// that neither loses an answer.
    pub(super) fn take_over(self, key: Option<&str>) {
        let ours = |attempt: &Attempt| key.is_none_or(|key| key.ends_with(attempt.id.as_str()));
        let concerned = |attempt: &Option<Attempt>| attempt.as_ref().is_some_and(ours);
        if self.is_asked() || !self.attempt.with_untracked(concerned) {
            return;
        }
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt
                && let Some(kept) = self.quiz(|quiz| state::take_over(quiz, attempt, self.own()))
            {
                self.kept.set(kept);
            }
        });
        self.weigh();
    }

    /// Ends the sitting: to the kept result, or to one whose answers stand in the address where
    /// nothing can be kept; a colleague gets to the link that goes back.
    pub(super) fn finish(self) {
        self.change(|attempt| attempt.finished = Some(browser::now()));
        if self.is_asked() {
            self.enter(Stage::Reply);
            return;
        }
        if state::is_reminder_due() {
            // Where this cannot be kept, the reminder stands once more: no harm is done.
            let _kept = state::change_settings(|settings| settings.remind_at = None);
        }
        let Some(attempt) = self.attempt.get_untracked() else {
            return;
        };
        state::in_the_end(self.kept.get_untracked(), move |kept| {
            self.leave_for_result(&kept, &attempt);
        });
    }

    fn leave_for_result(self, kept: &Kept, attempt: &Attempt) {
        let results = format!("{}{}", self.root.get_value(), Route::Results.path());
        let query = match kept {
            Kept::Saved => format!("?attempt={}", attempt.id.as_str()),
            _ => match self.quiz(|quiz| shared(attempt, None).write(quiz)) {
                Ok(code) => format!("?{UNKEPT}=1#{code}"),
                Err(fault) => return self.unable.set(Some(fault.to_string())),
            },
        };
        browser::go_instead(&format!("{results}{query}"));
    }
}
