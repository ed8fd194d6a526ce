//! The quiz from start to result, one stage at a time.
//! Joins a sitting to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::asking::{answer_at, asked};
use super::link_maker::LinkMaker;
use super::rehearsal::rehearse;
use super::review::Review;
use super::sitting::Sitting;
use super::stage::Stage;
use super::start::{Start, form_lines};
use crate::app::components::{Asked, Notice, Question, TodayRow, Tone, words_of};
use crate::app::site::Site;
use crate::app::state::{self, Kept, QuizData};
use crate::app::{browser, words};
use crate::quiz::{Item, ItemKind, Quiz};
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
        rehearse(move || rehearsed(begun));
    });
    // From question to question the same view stays.
    let is_asking = Memo::new(move |_| matches!(stage.get(), Stage::Asking(_)));
    view! {
        <div class="quiz">
            {move || match sitting.get() {
                Some(sitting) if is_asking.get() => view! { <Step sitting=sitting /> }.into_any(),
                Some(sitting) if stage.get() == Stage::Review => {
                    view! { <Review sitting=sitting /> }.into_any()
                }
                Some(sitting) if stage.get() == Stage::Reply => {
                    view! { <ReplyLink sitting=sitting /> }.into_any()
                }
                sitting => {
                    view! { <Start sitting=sitting forms=forms.clone() chosen=form /> }.into_any()
                }
            }}
        </div>
    }
}

/// What the first “Start”, the first answer, the first “Next” and the first rating will do.
fn rehearsed(sitting: Sitting) -> (AnyView, impl FnOnce()) {
    let items = sitting.quiz(|quiz| {
        let of_kind = |is_pair: bool| {
            let mut items = quiz.items.iter();
            items.find(|item| matches!(item.ask, ItemKind::Pair(_)) == is_pair)
        };
        let asked = |item| asked(quiz, item, None, false);
        [of_kind(true), of_kind(false)].map(|item| item.map(asked).unwrap_or_default())
    });
    let is_rating = RwSignal::new(false);
    let shown = Memo::new(move |_| items[usize::from(is_rating.get())].clone());
    let behaviour = Memo::new(move |_| is_rating.get().then(String::new));
    let view = view! {
        <Step sitting=sitting />
        <Question asked=shown on_choose=Callback::new(|_| ()) />
        {move || is_rating.get().then(|| today_row(sitting, behaviour))}
    };
    let click = move || {
        is_rating.set(true);
        let form = sitting.form.get_untracked();
        sitting.quiz(|quiz| state::rehearse_change(quiz, &form));
    };
    (view.into_any(), click)
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

/// The questions, one at a time.
#[component]
fn Step(sitting: Sitting) -> impl IntoView {
    let asked = Memo::new(move |before: Option<&Asked>| match sitting.stage.get() {
        Stage::Asking(at) => sitting.attempt.with(|attempt| {
            let items = sitting.items();
            let id = items.get(at).cloned().unwrap_or_default();
            let answer = attempt
                .as_ref()
                .and_then(|attempt| attempt.answers.get(&id));
            let about_another = sitting.is_asked();
            let words = sitting.item(&id, |quiz, item| asked(quiz, item, answer, about_another));
            Asked {
                at,
                of: items.len(),
                ..words.unwrap_or_default()
            }
        }),
        // Another stage is shown by now: this has nothing to say any more.
        _ => before.cloned().unwrap_or_default(),
    });
    let is_asked = move |asked: &Asked| asked.item.clone();
    let reminded = RwSignal::new(None);
    let counted = |asked: &Asked, _| format!("Question {} of {}", asked.at + 1, asked.of);
    let item = Memo::new(move |_| asked.with(is_asked));
    let complete = Memo::new(move |_| {
        item.track();
        sitting.first_open().is_none()
    });
    // The behaviour that a rating is about has a row of its own.
    let behaviour = Memo::new(move |_| {
        let behaviour = |_: &Quiz, item: &Item| match &item.ask {
            ItemKind::Rating(rating) => Some(rating.behaviour.clone()),
            ItemKind::Pair(_) => None,
        };
        let id = item.get();
        let found = sitting.item(&id, behaviour).flatten();
        found.filter(|_| !sitting.is_asked())
    });
    let has_today = Memo::new(move |_| behaviour.with(Option::is_some));
    let on_choose = Callback::new(move |position: usize| {
        let id = asked.with_untracked(is_asked);
        if let Some(answer) = sitting.item(&id, |_, item| answer_at(item, position)) {
            sitting.answer(&id, answer);
        }
    });
    // The press, not the form: a frame may forbid forms. Enter presses this button too.
    let at = move || asked.with_untracked(|asked| asked.at);
    let on_next = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if asked.with_untracked(|asked| asked.chosen.is_some()) {
            sitting.enter(sitting.after(at()));
        } else {
            reminded.set(Some(at()));
        }
    };
    let on_back = move |_| {
        sitting.enter(at().checked_sub(1).map_or(Stage::Start, Stage::Asking));
    };
    let on_skip = move |_| sitting.enter(sitting.after(at()));
    let reminder = move || {
        let reminded = reminded.get();
        asked.with(|asked| reminded == Some(asked.at) && asked.chosen.is_none())
    };
    view! {
        <form on:submit=|event| event.prevent_default()>
            <p class="progress">
                <label for="progress">{words_of(asked, counted, 0)}</label>
                <progress
                    id="progress"
                    max=words_of(asked, |asked, _| asked.of.to_string(), 0)
                    value=words_of(asked, |asked, _| asked.at.to_string(), 0)
                ></progress>
            </p>
            <Restored sitting=sitting />
            {about_whom(sitting).map(|words| view! { <p class="notice">{words}</p> })}
            <p class="hint">{words_of(asked, |asked, _| asked.hint.to_owned(), 0)}</p>
            <Question asked=asked on_choose=on_choose />
            {move || has_today.get().then(|| today_row(sitting, behaviour))}
            {move || {
                reminder()
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warning>"Choose an answer, or skip this question."</Notice>
                        }
                    })
            }}
            <p class="actions">
                <button type="submit" class="button button-first" on:click=on_next>"Next"</button>
                <button type="button" class="button" on:click=on_back>"Back"</button>
                <button type="button" class="button-text" on:click=on_skip>"Skip"</button>
                {move || {
                    complete
                        .get()
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
                        })
                }}
            </p>
            <KeptLine kept=sitting.kept />
            {move || sitting.may_end.get().map(|open| view! { <EarlyEnd sitting=sitting open=open /> })}
        </form>
    }
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
fn today_row(sitting: Sitting, behaviour: Memo<Option<String>>) -> AnyView {
    let chosen = Memo::new(move |_| {
        let noted = behaviour.with(|id| sitting.today(id.as_deref()?));
        noted.map(u8::from)
    });
    let on_choose = Callback::new(move |value: Option<u8>| {
        let today = value.and_then(|value| Today::try_from(value).ok());
        if let Some(behaviour) = behaviour.get_untracked() {
            sitting.note_today(&behaviour, today);
        }
    });
    let choices = Today::ALL.map(|today| (u8::from(today), words::today(today)));
    view! { <TodayRow
        choices=choices.into()
        chosen=chosen
        on_choose=on_choose
        on_left_out=Callback::new(browser::focus)
    /> }
    .into_any()
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
