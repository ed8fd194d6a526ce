//! The quiz from start to result: which question, what was answered, what is kept.
//! Joins state to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::asking::{Asking, answer_label, hint, item_line};
use super::result_part::ResultView;
use crate::app::components::{Notice, Tone};
use crate::app::state::{self, Kept, PageData};
use crate::app::{browser, words};
use crate::quiz::{Answer, Answers, Quiz};
use crate::route::Route;
use crate::store::Attempt;

/// Where in the quiz one is. The address says the same: `?step=3`, `?step=review`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Start,
    Asking(usize),
    Review,
    Result,
}

/// Everything the stages share. Copies refer to the same signals.
#[derive(Clone, Copy)]
struct Sitting {
    root: StoredValue<String>,
    data: StoredValue<Option<PageData>>,
    quiz: StoredValue<Quiz>,
    stage: RwSignal<Stage>,
    attempt: RwSignal<Option<Attempt>>,
    restored: RwSignal<bool>,
    kept: RwSignal<Kept>,
}

/// The quiz.
#[component]
pub fn QuizPart(
    /// The way up to the app's root.
    root: String,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Start);
    let sitting = RwSignal::new(None::<Sitting>);
    Effect::new(move |_| {
        if let Some(data) = PageData::of_this_page() {
            let begun = Sitting::new(root.clone(), data, stage);
            begun.apply_address();
            browser::on_back(move || begun.apply_address());
            sitting.set(Some(begun));
        }
        browser::mark("waiting", None);
    });
    view! {
        <div class="quiz">
            {move || match (sitting.get(), stage.get()) {
                (None, _) => view! { <Start sitting=None /> }.into_any(),
                (sitting, Stage::Start) => view! { <Start sitting=sitting /> }.into_any(),
                (Some(sitting), Stage::Asking(at)) => {
                    view! { <Step sitting=sitting at=at /> }.into_any()
                }
                (Some(sitting), Stage::Review) => view! { <Review sitting=sitting /> }.into_any(),
                (Some(sitting), Stage::Result) => view! { <Unkept sitting=sitting /> }.into_any(),
            }}
        </div>
    }
}

impl Sitting {
    fn new(root: String, data: PageData, stage: RwSignal<Stage>) -> Self {
        let unfinished = state::unfinished(&data.quiz);
        let kept = match &unfinished {
            Some(_) => Kept::Saved,
            None => Kept::NotYet,
        };
        Self {
            root: StoredValue::new(root),
            quiz: StoredValue::new(data.quiz.clone()),
            data: StoredValue::new(Some(data)),
            stage,
            restored: RwSignal::new(unfinished.is_some()),
            attempt: RwSignal::new(unfinished),
            kept: RwSignal::new(kept),
        }
    }

    /// The ids asked, in order.
    fn items(self) -> Vec<String> {
        let form = |quiz: &Quiz| quiz.forms.first().map(|form| form.items.clone());
        self.quiz.with_value(form).unwrap_or_default()
    }

    fn answers(self) -> Answers {
        let answers = |attempt: &Option<Attempt>| attempt.as_ref().map(|a| a.answers.clone());
        self.attempt.with_untracked(answers).unwrap_or_default()
    }

    /// The first question that was neither answered nor left open on purpose.
    fn first_open(self) -> Option<usize> {
        let answers = self.answers();
        self.items().iter().position(|id| answers.get(id).is_none())
    }

    /// Goes where the address says, as after Back or a reload.
    fn apply_address(self) {
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
    fn enter(self, stage: Stage) {
        let query = match stage {
            Stage::Asking(at) => format!("?step={}", at + 1),
            Stage::Review => "?step=review".to_owned(),
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

    fn show(self, stage: Stage) {
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

    fn begin_anew(self) {
        self.attempt
            .set(Some(self.quiz.with_value(state::new_attempt)));
        self.restored.set(false);
        self.kept.set(Kept::NotYet);
        self.enter(Stage::Asking(0));
    }

    fn resume(self) {
        self.enter(self.first_open().map_or(Stage::Review, Stage::Asking));
    }

    fn answer(self, item: &str, answer: Answer) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                attempt.answers.set(item, answer);
                attempt.changed = browser::now();
                self.kept.set(state::save(attempt));
            }
        });
    }

    fn after(self, at: usize) -> Stage {
        if at + 1 < self.items().len() {
            Stage::Asking(at + 1)
        } else {
            Stage::Review
        }
    }

    /// Ends the sitting: to the kept result, or to one on this page where nothing can be kept.
    fn finish(self) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                attempt.finished = Some(browser::now());
                self.kept.set(state::save(attempt));
            }
        });
        let id = self
            .attempt
            .with_untracked(|attempt| attempt.as_ref().map(|a| a.id.as_str().to_owned()));
        match (self.kept.get_untracked(), id) {
            (Kept::Saved, Some(id)) => {
                let root = self.root.get_value();
                browser::go(&format!("{root}{}?attempt={id}", Route::Results.path()));
            }
            _ => self.enter(Stage::Result),
        }
    }
}

/// Says whether the answers are kept; a failure is read out.
#[component]
fn KeptLine(kept: RwSignal<Kept>) -> impl IntoView {
    move || match kept.get() {
        Kept::NotYet => ().into_any(),
        Kept::Saved => {
            view! { <Notice tone=Tone::Quiet>"Saved in this browser."</Notice> }.into_any()
        }
        Kept::OnlyHere => {
            view! { <Notice tone=Tone::Warning>{words::NOT_KEPT}</Notice> }.into_any()
        }
        Kept::Failed(error) => {
            let words = words::store_problem(&error);
            view! { <Notice tone=Tone::Warning>{words}</Notice> }.into_any()
        }
    }
}

#[component]
fn Start(sitting: Option<Sitting>) -> impl IntoView {
    let begun = sitting.filter(|sitting| sitting.attempt.with_untracked(Option::is_some));
    let actions = match begun {
        Some(sitting) => {
            let count = sitting.answers().ids().count();
            let all = sitting.items().len();
            view! {
                <Notice tone=Tone::Quiet>
                    {format!("Your earlier answers were restored: {count} of {all}.")}
                </Notice>
                <p class="actions">
                    <button class="button button-first" on:click=move |_| sitting.resume()>
                        "Continue"
                    </button>
                    <button class="button" on:click=move |_| sitting.begin_anew()>
                        "Start over"
                    </button>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="actions needs-script">
                <button
                    class="button button-first"
                    on:click=move |_| {
                        if let Some(sitting) = sitting {
                            sitting.begin_anew();
                        }
                    }
                >
                    "Start the quiz"
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <h1 id="stage-head" tabindex="-1">"Deep or broad: which energises you?"</h1>
        <p class="lede">
            "28 questions, about 5 minutes. 12 trade-offs, then 16 ratings. Skip what you like, go back as you like."
        </p>
        {actions}
    }
}

#[component]
fn Step(sitting: Sitting, at: usize) -> impl IntoView {
    let items = sitting.items();
    let all = items.len();
    let id = items.get(at).cloned().unwrap_or_default();
    let item = sitting.quiz.with_value(|quiz| quiz.item(&id).cloned());
    let Some(item) = item else {
        return ().into_any();
    };
    let answer = sitting.answers().get(&id);
    let answered = RwSignal::new(answer.is_some());
    let reminded = RwSignal::new(false);
    let complete = sitting.first_open().is_none();
    let hint = hint(&item);
    let on_answer = Callback::new(move |answer| {
        sitting.answer(&id, answer);
        answered.set(true);
        reminded.set(false);
    });
    let on_next = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if answered.get_untracked() {
            sitting.enter(sitting.after(at));
        } else {
            reminded.set(true);
        }
    };
    let on_back = move |_| {
        sitting.enter(at.checked_sub(1).map_or(Stage::Start, Stage::Asking));
    };
    view! {
        <form on:submit=on_next>
            <p class="progress">
                <label for="progress">{format!("Question {} of {all}", at + 1)}</label>
                <progress id="progress" max=all.to_string() value=at.to_string()></progress>
            </p>
            <Restored sitting=sitting />
            <p class="hint">{hint}</p>
            <Asking quiz=sitting.quiz item=item answer=answer on_answer=on_answer />
            {move || {
                reminded
                    .get()
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warning>"Choose an answer, or skip this question."</Notice>
                        }
                    })
            }}
            <p class="actions">
                <button type="submit" class="button button-first">"Next"</button>
                <button type="button" class="button" on:click=on_back>"Back"</button>
                <button
                    type="button"
                    class="button-text"
                    on:click=move |_| sitting.enter(sitting.after(at))
                >
                    "Skip"
                </button>
                {complete
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button-text"
                                on:click=move |_| sitting.enter(Stage::Review)
                            >
                                "Check your answers"
                            </button>
                        }
                    })}
            </p>
            <KeptLine kept=sitting.kept />
        </form>
    }
    .into_any()
}

/// After a closed tab: what was found, and the way to a fresh start.
#[component]
fn Restored(sitting: Sitting) -> impl IntoView {
    move || {
        sitting.restored.get().then(|| {
            view! {
                <p class="notice">
                    "Your earlier answers were restored. "
                    <button
                        type="button"
                        class="button-text"
                        on:click=move |_| sitting.begin_anew()
                    >
                        "Start over"
                    </button>
                </p>
            }
        })
    }
}

#[component]
fn Review(sitting: Sitting) -> impl IntoView {
    let answers = sitting.answers();
    let items = sitting.items();
    let open = items.iter().filter(|id| answers.get(id).is_none()).count();
    let counted = items
        .iter()
        .filter(|id| answers.get(id).and_then(Answer::category).is_some())
        .count();
    let rows = items
        .iter()
        .enumerate()
        .filter_map(|(at, id)| {
            let (line, label) = sitting.quiz.with_value(|quiz| {
                let item = quiz.item(id)?;
                Some((item_line(item), answer_label(quiz, item, answers.get(id))))
            })?;
            let name = format!("Change the answer to question {}", at + 1);
            let class = if answers.get(id).is_none() {
                "review-row review-open"
            } else {
                "review-row"
            };
            Some(view! {
                <li class=class>
                    <p class="review-item">{line}</p>
                    <p class="review-answer">{label}</p>
                    <button
                        type="button"
                        class="button-text"
                        aria-label=name
                        on:click=move |_| sitting.enter(Stage::Asking(at))
                    >
                        "Change"
                    </button>
                </li>
            })
        })
        .collect_view();
    let state = match (counted, open) {
        (0, _) => "Nothing is answered yet. Answer a few questions to see a result.".to_owned(),
        (_, 0) => "Every question has an answer or was left open on purpose.".to_owned(),
        (_, 1) => "1 question is still open. It simply will not count.".to_owned(),
        (_, n) => format!("{n} questions are still open. They simply will not count."),
    };
    view! {
        <h1 id="stage-head" tabindex="-1">"Check your answers"</h1>
        <p>{state}</p>
        <p class="actions">
            <button
                class="button button-first"
                disabled=counted == 0
                on:click=move |_| sitting.finish()
            >
                "See your result"
            </button>
            <button class="button" on:click=move |_| sitting.resume_or_last()>"Back to the questions"</button>
        </p>
        <KeptLine kept=sitting.kept />
        <ol class="review">{rows}</ol>
    }
}

impl Sitting {
    /// From the review: to the first open question, or to the last one.
    fn resume_or_last(self) {
        let last = self.items().len().saturating_sub(1);
        self.enter(Stage::Asking(self.first_open().unwrap_or(last)));
    }
}

/// The result on this page, where it cannot be kept.
#[component]
fn Unkept(sitting: Sitting) -> impl IntoView {
    let data = sitting.data.get_value();
    let attempt = sitting.attempt.get_untracked();
    view! {
        <KeptLine kept=sitting.kept />
        {data
            .zip(attempt)
            .map(|(data, attempt)| {
                view! { <ResultView data=data attempt=attempt root=sitting.root.get_value() /> }
            })}
    }
}
