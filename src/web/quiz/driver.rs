//! Runs a session of the quiz in the browser: sends it events, and applies its effects to the address,
//! the focus and the storage. All decisions are made by `quiz::Session`.

use leptos::prelude::*;

use crate::quiz::{Effect, Event, Item, Progress, Quiz, Quizzes, Session, Stage};
use crate::route::Route;
use crate::share::{LinkKind, Request};
use crate::store::{Attempt, AttemptId};
use crate::web::dom::{self, LocalStore};
use crate::web::state::as_link::{UNKEPT, shared};
use crate::web::state::versions::{Version, of_attempt};
use crate::web::state::{self, QuizData, SaveState};

/// The id of the text that is shown only before the quiz.
pub const BEFORE_START: &str = "before-start";
/// The id of the form with one question.
pub(crate) const STEP_ID: &str = "step";
/// The parameter of the address for the stage.
const STEP: &str = "step";
/// In the address, and on a start that was pressed before the program was loaded: one tap an answer.
const TAP: &str = "tap";

/// The state that the stages share. Copies refer to the same signals.
#[derive(Clone, Copy)]
pub(crate) struct Driver {
    pub(crate) root: StoredValue<String>,
    data: StoredValue<QuizData>,
    /// The current quiz, for an attempt that starts over.
    current: StoredValue<Quiz>,
    /// The attempt as it was, if it was finished when it was opened.
    before: StoredValue<Option<Attempt>>,
    pub(crate) session: RwSignal<Session>,
    /// The attempt as this tab last saved or read it; none before the start.
    attempt: StoredValue<Option<Attempt>>,
    /// The request for a second opinion from a link, with the name of the person it is about; then
    /// nothing is saved here.
    pub(crate) request: StoredValue<Option<Request>>,
    /// The problem with such a link: then the quiz cannot be started, so that answers about another
    /// person are never saved as the visitor's own.
    pub(crate) problem: StoredValue<Option<String>>,
    pub(crate) kept: RwSignal<SaveState>,
    /// The last announced failure to save.
    pub(crate) told: StoredValue<Option<String>>,
    /// Why the result cannot be shown.
    pub(crate) unable: RwSignal<Option<String>>,
    /// Whether the program of the results was prefetched.
    fetched: StoredValue<bool>,
    /// The part of the address for an attempt other than the newest, and the form in which it
    /// continues: empty, or `attempt=…&form=…&`.
    named: StoredValue<String>,
}

impl Driver {
    /// The versions of the quiz that the address needs: that of a link, or of the attempt to go on with.
    pub(crate) fn needed() -> Vec<Version> {
        let asked = dom::fragment().map(|code| LinkKind::quiz_of(&code));
        let needed = asked.unwrap_or_else(|| {
            state::to_open(named_attempt().as_ref()).map(|attempt| of_attempt(&attempt))
        });
        needed.into_iter().collect()
    }

    /// A driver for the session that the address requests: a colleague's, a resumed one, or a new one
    /// in the form `chosen`.
    pub(crate) fn new(root: String, mut data: QuizData, quizzes: Quizzes, chosen: &str) -> Self {
        let of = Self::needed().pop();
        let of = of.and_then(|(id, version)| quizzes.get(&id, version));
        data.quiz = of.unwrap_or(quizzes.current()).clone();
        let asked = dom::fragment().map(|code| Request::read(&code, &data.quiz));
        let (request, problem) = match asked {
            Some(Ok(request)) => (Some(request), None),
            Some(Err(fault)) => (None, Some(fault.to_string())),
            None => (None, None),
        };
        let name = named_attempt();
        let own = request.is_none() && problem.is_none();
        // A finished attempt is opened again to look at its answers, or to say what the weeks hold.
        let step = dom::query(STEP);
        let again = matches!(step.as_deref(), Some("end" | "review"));
        let attempt = own
            .then(|| state::to_go_on_with(&data.quiz, name.as_ref(), dom::query("form"), again))
            .flatten();
        if attempt.is_none() && own {
            data.quiz = quizzes.current().clone();
        }
        let named = match (&name, &attempt) {
            (Some(id), Some(attempt)) => {
                format!("attempt={}&form={}&", id.as_str(), attempt.form)
            }
            _ => String::new(),
        };
        let mut session = match (&request, &attempt) {
            (Some(request), _) => Session::new(&request.form, true),
            (None, Some(attempt)) => Session::restored(&data.quiz, progress_of(attempt)),
            (None, None) => Session::new(chosen, false),
        };
        let one_tap = dom::query(TAP).is_some();
        session.update(&data.quiz, Event::OneTap(one_tap));
        let kept = match &attempt {
            _ if !LocalStore::lasts() => SaveState::OnlyHere,
            Some(_) => SaveState::Saved,
            None => SaveState::NotYet,
        };
        Self {
            root: StoredValue::new(root),
            data: StoredValue::new(data),
            current: StoredValue::new(quizzes.current().clone()),
            before: StoredValue::new(attempt.clone().filter(|one| one.finished.is_some())),
            session: RwSignal::new(session),
            attempt: StoredValue::new(attempt),
            request: StoredValue::new(request),
            problem: StoredValue::new(problem),
            kept: RwSignal::new(kept),
            told: StoredValue::new(None),
            unable: RwSignal::new(None),
            fetched: StoredValue::new(false),
            named: StoredValue::new(named),
        }
    }

    /// Sends an event to the session, and applies its effects.
    pub(crate) fn send(self, event: Event) {
        let update = |quiz: &Quiz| {
            self.session
                .try_update(|session| session.update(quiz, event))
        };
        let effects = self.quiz(update).unwrap_or_default();
        let stage = self.session.with_untracked(Session::stage);
        dom::set_title(&self.title(stage));
        let about_another = self.is_about_another();
        dom::reveal(BEFORE_START, stage == Stage::Start && !about_another);
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Begin => self.begin(),
            Effect::Save(input) => self.save(|attempt| {
                let mut progress = progress_of(attempt);
                progress.take(&input);
                attempt.answers = progress.answers;
                attempt.today = progress.today;
            }),
            Effect::ShowResult => self.show_result(),
            Effect::Enter(stage) => {
                let named = self.named.get_value();
                let tap = match self.with(|_, session| session.is_one_tap()) {
                    true => "tap=1&",
                    false => "",
                };
                let query = match stage.step() {
                    Some(step) => format!("?{named}{tap}{STEP}={step}"),
                    None => String::new(),
                };
                dom::set_query(&query, true);
                self.fetch_result_ahead(stage);
                dom::focus(head_of(stage));
                // On a small screen the whole question is in view, without the head of the page.
                dom::bring_into_view(STEP_ID);
            }
            Effect::FocusHeading => {
                dom::focus(head_of(self.session.with_untracked(Session::stage)));
            }
            Effect::FocusRow(row) => dom::focus(&row_id(row)),
        }
    }

    /// Prefetches the program of the results while the first question is answered.
    fn fetch_result_ahead(self, stage: Stage) {
        let asks = matches!(stage, Stage::Question(_)) && !self.is_about_another();
        if asks && !self.fetched.get_value() {
            self.fetched.set_value(true);
            self.root.with_value(|root| dom::fetch_ahead(root));
        }
    }

    /// Opens the stage in the address when the page is opened.
    pub(crate) fn open(self) {
        self.send(Event::Open(dom::query(STEP)));
    }

    /// Opens the stage that Back or Forward led to.
    pub(crate) fn come_back(self) {
        self.send(Event::Return(dom::query(STEP)));
    }

    /// Handles a press of “Start the quiz” from before the program was loaded.
    pub(crate) fn catch_up(self) {
        let refused = self.problem.with_value(Option::is_some);
        let begun = self.with(|_, session| session.progress().is_some());
        if dom::is_marked("pressed") && !begun && !refused {
            self.start(dom::is_marked(TAP));
        }
        dom::mark("pressed", None);
        dom::mark(TAP, None);
    }

    /// Starts, going on at each tap if `one_tap`.
    pub(crate) fn start(self, one_tap: bool) {
        self.send(Event::OneTap(one_tap));
        self.start_over();
    }

    /// Starts with the current version of the quiz, unless a colleague answers an older request.
    pub(crate) fn start_over(self) {
        if !self.is_about_another() {
            let current = self.current.get_value();
            self.data.update_value(|data| data.quiz = current);
        }
        self.send(Event::Start);
    }

    fn begin(self) {
        let form = self.with(|_, session| session.chosen().to_owned());
        let attempt = self.quiz(|quiz| state::new_attempt(quiz, &form));
        self.attempt.set_value(Some(attempt));
        self.named.set_value(String::new());
        if LocalStore::lasts() {
            self.kept.set(SaveState::NotYet);
        }
    }

    /// Changes the attempt and saves it, on top of what another tab saved.
    fn save(self, change: impl FnOnce(&mut Attempt)) {
        let Some(mut attempt) = self.attempt.get_value() else {
            return;
        };
        let kept = self.quiz(|quiz| state::save_change(quiz, &mut attempt, change));
        self.kept.set(kept);
        self.show(attempt);
    }

    /// Merges what another tab saved of this attempt. What only this tab has is saved again, so that no
    /// answer is lost.
    pub(crate) fn take_over(self, key: Option<&str>) {
        let Some(mut attempt) = self.attempt.get_value() else {
            return;
        };
        let concerned = key.is_none_or(|key| key.ends_with(attempt.id.as_str()));
        if self.is_about_another() || !concerned {
            return;
        }
        if let Some(kept) = self.quiz(|quiz| state::take_over(quiz, &mut attempt)) {
            self.kept.set(kept);
        }
        self.show(attempt);
    }

    fn show(self, attempt: Attempt) {
        let progress = progress_of(&attempt);
        self.attempt.set_value(Some(attempt));
        if self.with(|_, session| session.progress() != Some(&progress)) {
            self.send(Event::Saved(progress));
        }
    }

    /// Shows the result: the saved one or, if nothing can be saved, one whose answers are in the
    /// address.
    fn show_result(self) {
        // The date of a result is that of its answers.
        let before = self.before.get_value();
        self.save(|attempt| {
            let same = |before: &Attempt| before.answers == attempt.answers;
            let before = before.filter(same).and_then(|before| before.finished);
            attempt.finished = before.or_else(|| Some(dom::now()));
        });
        if state::is_reminder_due() {
            // If this cannot be saved, the reminder only appears once more.
            let _kept = state::change_settings(|settings| settings.remind_at = None);
        }
        let Some(attempt) = self.attempt.get_value() else {
            return;
        };
        state::in_the_end(self.kept.get_untracked(), move |kept| {
            let results = format!("{}{}", self.root.get_value(), Route::Results.path());
            let query = match kept {
                SaveState::Saved => format!("?attempt={}", attempt.id.as_str()),
                _ => match self.quiz(|quiz| shared(&attempt, None).write(quiz)) {
                    Ok(code) => format!("?{UNKEPT}=1#{code}"),
                    Err(fault) => return self.unable.set(Some(fault.to_string())),
                },
            };
            dom::go_instead(&format!("{results}{query}"));
        });
    }

    /// The link that returns a colleague's answers.
    pub(crate) fn reply(self, name: &str) -> Result<String, String> {
        let answers = self.with(|_, session| session.progress().map(|one| one.answers.clone()));
        let Some(request) = self.request.get_value() else {
            return Err("This session answers no request.".to_owned());
        };
        let reply = request.reply(Some(name), answers.unwrap_or_default());
        let code = self.quiz(|quiz| reply.write(quiz));
        code.map(|code| dom::link_with(&self.root.get_value(), &Route::Results.path(), &code))
            .map_err(|fault| fault.to_string())
    }

    /// Whether the answers are about another person.
    pub(crate) fn is_about_another(self) -> bool {
        self.with(|_, session| session.is_about_another())
    }

    /// Reads from the quiz.
    pub(crate) fn quiz<T>(self, look: impl FnOnce(&Quiz) -> T) -> T {
        self.data.with_value(|data| look(&data.quiz))
    }

    /// Reads from the quiz and the session.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Quiz, &Session) -> T) -> T {
        self.quiz(|quiz| self.session.with_untracked(|session| look(quiz, session)))
    }

    /// A value that depends on the session and is updated whenever it changes.
    pub(crate) fn follow<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Session) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.session.with(&look))
    }

    /// Reads from an item of the quiz.
    pub(crate) fn item<T>(self, id: &str, look: impl FnOnce(&Quiz, &Item) -> T) -> Option<T> {
        self.quiz(|quiz| quiz.item(id).map(|item| look(quiz, item)))
    }

    fn title(self, stage: Stage) -> String {
        let title = match stage {
            Stage::Start => "Which work energises you?".to_owned(),
            Stage::Question(at) => {
                let of = self.with(|quiz, session| session.items(quiz).len());
                format!("Question {} of {of}", at + 1)
            }
            Stage::End => "The questions are done".to_owned(),
            Stage::Review => "Check your answers".to_owned(),
            Stage::Reply => "Send your answers back".to_owned(),
        };
        format!("{title} · Ladder Explorer")
    }
}

/// The attempt that the address names.
fn named_attempt() -> Option<AttemptId> {
    dom::query("attempt").and_then(|name| AttemptId::parse(&name))
}

/// The id of the button that changes the answer in a row of the review.
pub(crate) fn row_id(at: usize) -> String {
    format!("change-{}", at + 1)
}

/// The id of the heading of a stage.
const fn head_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Question(_) => "question",
        _ => "stage-head",
    }
}

fn progress_of(attempt: &Attempt) -> Progress {
    Progress {
        form: attempt.form.clone(),
        answers: attempt.answers.clone(),
        today: attempt.today.clone(),
    }
}
