//! One question, drawn anew for each. Joins a sitting to components; decides nothing.

use leptos::prelude::*;

use super::asking::{answer_at, asked, position_of};
use super::quiz_part::{KeptLine, about_whom};
use super::redrawn::redrawn;
use super::sitting::Sitting;
use super::stage::Stage;
use crate::app::components::{Notice, Question, TodayRow, Tone};
use crate::app::{browser, words};
use crate::quiz::{Item, ItemKind, Quiz};
use crate::store::Today;

/// The question at a place of the form, from 0.
#[component]
pub(super) fn Step(sitting: Sitting, at: usize) -> impl IntoView {
    let items = sitting.items();
    let of = items.len();
    let id = items.get(at).cloned().unwrap_or_default();
    let about_another = sitting.is_asked();
    let found = sitting.item(&id, |quiz, item| asked(quiz, item, about_another));
    let Some((hint, asked)) = found else {
        return ().into_any();
    };
    let item = StoredValue::new(id.clone());
    let chosen = Memo::new(move |_| {
        let answer = sitting.attempt.with(|attempt| {
            let attempt = attempt.as_ref()?;
            item.with_value(|id| attempt.answers.get(id))
        })?;
        item.with_value(|id| sitting.item(id, |_, item| position_of(item, answer)))
    });
    let on_choose = Callback::new(move |position: usize| {
        let id = item.get_value();
        if let Some(answer) = sitting.item(&id, |_, item| answer_at(item, position)) {
            sitting.answer(&id, answer);
        }
    });
    // The press, not the form: a frame may forbid forms. Enter presses this button too.
    let on_next = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if chosen.get_untracked().is_some() {
            sitting.enter(sitting.after(at));
        } else {
            sitting.reminded.set(true);
        }
    };
    let on_back = move |_| {
        sitting.enter(at.checked_sub(1).map_or(Stage::Start, Stage::Asking));
    };
    let on_skip = move |_| sitting.enter(sitting.after(at));
    let may_end = Memo::new(move |_| sitting.may_end.get());
    let is_reminded = Memo::new(move |_| sitting.reminded.get() && chosen.get().is_none());
    let behaviour = sitting.item(&id, behaviour_of).flatten();
    let today = behaviour.filter(|_| !about_another);
    let to_review = sitting.first_open().is_none().then(|| {
        view! {
            <button
                type="button"
                class="button-text"
                on:click=move |_| sitting.enter(Stage::Review)
            >
                "Check your answers"
            </button>
        }
    });
    view! {
        <form on:submit=|event| event.prevent_default()>
            <p class="progress">
                <label for="progress">{format!("Question {} of {of}", at + 1)}</label>
                <progress id="progress" max=of.to_string() value=at.to_string()></progress>
            </p>
            <Restored sitting=sitting />
            {about_whom(sitting).map(|words| view! { <p class="notice">{words}</p> })}
            <p class="hint">{hint}</p>
            <Question asked=asked chosen=chosen on_choose=on_choose />
            {today.map(|behaviour| today_row(sitting, behaviour))}
            {redrawn(move || {
                is_reminded
                    .get()
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warning>"Choose an answer, or skip this question."</Notice>
                        }
                    })
            })}
            <p class="actions">
                <button type="submit" class="button button-first" on:click=on_next>"Next"</button>
                <button type="button" class="button" on:click=on_back>"Back"</button>
                <button type="button" class="button-text" on:click=on_skip>"Skip"</button>
                {to_review}
            </p>
            <KeptLine kept=sitting.kept told=sitting.told />
            {redrawn(move || {
                may_end.get().map(|open| view! { <EarlyEnd sitting=sitting open=open /> })
            })}
        </form>
    }
    .into_any()
}

/// The behaviour that a rating is about.
fn behaviour_of(_: &Quiz, item: &Item) -> Option<String> {
    match &item.ask {
        ItemKind::Rating(rating) => Some(rating.behaviour.clone()),
        ItemKind::Pair(_) => None,
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
fn today_row(sitting: Sitting, behaviour: String) -> AnyView {
    let behaviour = StoredValue::new(behaviour);
    let chosen = Memo::new(move |_| {
        let noted = behaviour.with_value(|id| sitting.today(id));
        noted.map(u8::from)
    });
    let on_choose = Callback::new(move |value: Option<u8>| {
        let today = value.and_then(|value| Today::try_from(value).ok());
        sitting.note_today(&behaviour.get_value(), today);
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
    redrawn(move || {
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
    })
}
