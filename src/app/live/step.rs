//! The questions, one at a time, in a view that stays from the first to the last.
//! Joins a sitting to components; decides nothing.

use leptos::prelude::*;

use super::asking::{answer_at, asked};
use super::quiz_part::{KeptLine, about_whom};
use super::sitting::Sitting;
use super::stage::Stage;
use crate::app::components::{Asked, Notice, Question, TodayRow, Tone, words_of};
use crate::app::{browser, words};
use crate::quiz::{Item, ItemKind, Quiz};
use crate::store::Today;

/// The questions, one at a time.
#[component]
pub(super) fn Step(sitting: Sitting) -> impl IntoView {
    // Where none of them is asked, the one asked last stands by, or the first.
    let asked = Memo::new(move |before: Option<&Asked>| {
        let at = match (sitting.stage.get(), before) {
            (Stage::Asking(at), _) => at,
            (Stage::Start, Some(before)) => before.at,
            (Stage::Review | Stage::Reply, Some(before)) => return before.clone(),
            (_, None) => 0,
        };
        sitting.form.track();
        sitting.attempt.with(|attempt| {
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
        })
    });
    let is_asked = move |asked: &Asked| asked.item.clone();
    let counted = |asked: &Asked, _| format!("Question {} of {}", asked.at + 1, asked.of);
    let item = Memo::new(move |_| asked.with(is_asked));
    let complete = Memo::new(
        move |before: Option<&bool>| match (sitting.stage.get(), before) {
            (Stage::Asking(_), _) | (_, None) => sitting.first_open().is_none(),
            (_, Some(before)) => *before,
        },
    );
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
            sitting.reminded.set(true);
        }
    };
    let on_back = move |_| {
        sitting.enter(at().checked_sub(1).map_or(Stage::Start, Stage::Asking));
    };
    let on_skip = move |_| sitting.enter(sitting.after(at()));
    let reminder = move || sitting.reminded.get() && asked.with(|asked| asked.chosen.is_none());
    // Drawn before the first rating, to be there at once.
    let today = (!sitting.is_asked()).then(|| {
        view! { <div class=standing_by(has_today)>{today_row(sitting, behaviour)}</div> }.into_any()
    });
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
            {today}
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

/// The class of what stands ready, laid out, until it is shown.
pub(super) fn standing_by(is_shown: Memo<bool>) -> impl Fn() -> &'static str + Clone + Send {
    move || if is_shown.get() { "" } else { "standing-by" }
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
