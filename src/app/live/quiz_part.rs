//! The quiz from start to result, one stage at a time.
//! Joins a sitting to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::asking::{Asking, hint};
use super::result_part::ResultView;
use super::review::Review;
use super::sitting::{Sitting, Stage};
use crate::app::components::{Notice, Tone};
use crate::app::state::{Kept, PageData};
use crate::app::{browser, words};

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
            begun.catch_up();
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

/// Says whether the answers are kept; a failure is read out.
#[component]
pub(super) fn KeptLine(kept: RwSignal<Kept>) -> impl IntoView {
    move || {
        let kept = kept.get();
        match (words::problem(&kept), kept) {
            (Some(problem), _) => {
                view! { <Notice tone=Tone::Warning>{problem}</Notice> }.into_any()
            }
            (None, Kept::Saved) => {
                view! { <Notice tone=Tone::Quiet>"Saved in this browser."</Notice> }.into_any()
            }
            (None, _) => ().into_any(),
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
                    <button type="button" class="button button-first" on:click=move |_| sitting.resume()>
                        "Continue"
                    </button>
                    <button type="button" class="button" on:click=move |_| sitting.begin_anew()>
                        "Start over"
                    </button>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="actions needs-script">
                <button
                    type="button"
                    class="button button-first"
                    data-start=""
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
        {sitting.map(|sitting| view! { <KeptLine kept=sitting.kept /> })}
    }
}

#[component]
fn Step(sitting: Sitting, at: usize) -> impl IntoView {
    let items = sitting.items();
    let all = items.len();
    let id = items.get(at).cloned().unwrap_or_default();
    let (item, pair_labels) =
        sitting.quiz(|quiz| (quiz.item(&id).cloned(), quiz.pair_labels.clone()));
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
            <Asking pair_labels=pair_labels item=item answer=answer on_answer=on_answer />
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

/// The result on this page, where it cannot be kept.
#[component]
fn Unkept(sitting: Sitting) -> impl IntoView {
    let data = sitting.data.get_value();
    let attempt = sitting.attempt.get_untracked();
    view! {
        <KeptLine kept=sitting.kept />
        {attempt
            .map(|attempt| {
                view! { <ResultView data=data attempt=attempt root=sitting.root.get_value() /> }
            })}
    }
}
