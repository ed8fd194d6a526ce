//! The quiz from start to result, one stage at a time.
//! Joins a sitting to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::asking::{Asking, hint};
use super::link_maker::LinkMaker;
use super::rehearsal::rehearse;
use super::review::Review;
use super::sitting::Sitting;
use super::stage::Stage;
use super::start::{Start, form_lines};
use crate::app::components::{Notice, TodayRow, Tone};
use crate::app::site::Site;
use crate::app::state::{self, Kept, QuizData};
use crate::app::{browser, words};
use crate::quiz::{Item, ItemKind};
use crate::store::Today;

/// The quiz.
#[component]
pub fn QuizPart(
    /// The way up to the app's root.
    root: String,
    /// The quiz and the excerpt of the ladder.
    data: QuizData,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Start);
    let form = RwSignal::new(Site::FORM.to_owned());
    let sitting = RwSignal::new(None::<Sitting>);
    let forms = form_lines(&data);
    Effect::new(move |_| {
        // A form may have been chosen before the program was there.
        if let Some(chosen) = browser::chosen("form") {
            form.set(chosen);
        }
        let begun = Sitting::new(root.clone(), data.clone(), stage, form);
        begun.apply_address();
        browser::on_back(move || begun.apply_address());
        browser::on_outside_change(move |key| begun.take_over(key.as_deref()));
        sitting.set(Some(begun));
        begun.catch_up();
        browser::mark("waiting", None);
        let first_rating = begun.quiz(|quiz| {
            let kinds = begun
                .items()
                .into_iter()
                .map(|id| quiz.item(&id).map(|item| &item.ask));
            kinds
                .into_iter()
                .position(|kind| matches!(kind, Some(ItemKind::Rating(_))))
        });
        let scenes = [Some(0), Some(1), first_rating]
            .into_iter()
            .flatten()
            .collect();
        rehearse(scenes, move |at| {
            view! { <Step sitting=begun at=at /> }.into_any()
        });
    });
    view! {
        <div class="quiz">
            {move || match (sitting.get(), stage.get()) {
                (sitting, stage) if sitting.is_none() || stage == Stage::Start => {
                    view! { <Start sitting=sitting forms=forms.clone() chosen=form /> }.into_any()
                }
                (None, _) => ().into_any(),
                (Some(_), Stage::Start) => ().into_any(),
                (Some(sitting), Stage::Asking(at)) => {
                    view! { <Step sitting=sitting at=at /> }.into_any()
                }
                (Some(sitting), Stage::Review) => view! { <Review sitting=sitting /> }.into_any(),
                (Some(sitting), Stage::Reply) => view! { <ReplyLink sitting=sitting /> }.into_any(),
            }}
        </div>
    }
}

/// Says whether the answers are kept; a failure is read out.
#[component]
pub(super) fn KeptLine(kept: RwSignal<Kept>) -> impl IntoView {
    // Encrypting takes a moment, and only then it is saved.
    Effect::new(move |_| {
        if kept.get() == Kept::Sealing {
            state::in_the_end(Kept::Sealing, move |end| kept.set(end));
        }
    });
    move || {
        let kept = kept.get();
        match (words::problem(&kept), kept) {
            (Some(problem), _) => {
                view! { <Notice tone=Tone::Warning>{problem}</Notice> }.into_any()
            }
            (None, Kept::Saved) => {
                view! { <Notice tone=Tone::Quiet>"Saved in this browser."</Notice> }.into_any()
            }
            (None, Kept::Sealing) => {
                view! { <Notice tone=Tone::Quiet>"Being encrypted …"</Notice> }.into_any()
            }
            (None, _) => ().into_any(),
        }
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
    let hint = hint(&item, sitting.is_asked());
    let today = today_row(sitting, &item).filter(|_| !sitting.is_asked());
    let on_answer = Callback::new(move |answer| {
        sitting.answer(&id, answer);
        answered.set(true);
        reminded.set(false);
    });
    // The press, not the form: a frame may forbid forms. Enter presses this button too.
    let on_next = move |event: leptos::ev::MouseEvent| {
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
        <form on:submit=|event| event.prevent_default()>
            <p class="progress">
                <label for="progress">{format!("Question {} of {all}", at + 1)}</label>
                <progress id="progress" max=all.to_string() value=at.to_string()></progress>
            </p>
            <Restored sitting=sitting />
            {about_whom(sitting).map(|words| view! { <p class="notice">{words}</p> })}
            <p class="hint">{hint}</p>
            <Asking pair_labels=pair_labels item=item answer=answer on_answer=on_answer />
            {today}
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
                <button type="submit" class="button button-first" on:click=on_next>"Next"</button>
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
            {move || sitting.may_end.get().map(|open| view! { <EarlyEnd sitting=sitting open=open /> })}
        </form>
    }
    .into_any()
}

/// Offered, never forced: the answers so far agree enough.
#[component]
fn EarlyEnd(sitting: Sitting, open: usize) -> impl IntoView {
    let rest = match open {
        1 => "1 question is left.".to_owned(),
        n => format!("{n} questions are left."),
    };
    view! {
        <p class="notice">
            "Your answers agree enough for a result already. " {rest} " Going on makes the band narrower. "
            <button type="button" class="button-text" on:click=move |_| sitting.finish()>
                "See your result now"
            </button>
        </p>
    }
}

/// The row about today, under a rating.
fn today_row(sitting: Sitting, item: &Item) -> Option<AnyView> {
    let ItemKind::Rating(rating) = &item.ask else {
        return None;
    };
    let behaviour = rating.behaviour.clone();
    let chosen = sitting.today(&behaviour).map(u8::from);
    let on_choose = Callback::new(move |value: Option<u8>| {
        let today = value.and_then(|value| Today::try_from(value).ok());
        sitting.note_today(&behaviour, today);
    });
    let choices = Today::ALL.map(|today| (u8::from(today), words::today(today)));
    let name = format!("today-{}", item.id);
    Some(
        view! { <TodayRow
            name=name
            choices=choices.into()
            chosen=chosen
            on_choose=on_choose
            on_left_out=Callback::new(browser::focus)
        /> }
        .into_any(),
    )
}

/// Whom a colleague answers about, above each question.
pub(super) fn about_whom(sitting: Sitting) -> Option<String> {
    sitting.request.with_value(|request| {
        let request = request.as_ref()?;
        let who = request.name.as_deref().unwrap_or("your colleague");
        Some(format!(
            "You answer about {who}: what draws or drains them, as you see it."
        ))
    })
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

/// What a colleague sends back. Whoever asked sees the answers; here nothing is worked out or kept.
#[component]
fn ReplyLink(sitting: Sitting) -> impl IntoView {
    let make = Callback::new(move |name: String| sitting.reply(&name));
    view! {
        <h1 id="stage-head">"Send your answers back"</h1>
        <p class="lede">"Make the link and send it to whoever asked you. Your answers are in it, and your name if you type one."</p>
        <LinkMaker name="Your name, if you like" button="Make the link to send back" make=make />
        <p class="soft">"Nothing of this is kept in your browser, and no server sees it: what stands behind the # of the link is not sent."</p>
    }
}
