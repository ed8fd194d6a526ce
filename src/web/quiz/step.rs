//! One question, redrawn for each. Connects a session to components; makes no decisions.

use leptos::prelude::*;

use crate::quiz::{Event, Input, Item, ItemKind, Quiz, Today};
use crate::web::components::{Notice, Question, TodayRow, Tone};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::quiz::driver::Driver;
use crate::web::quiz::island::about_whom;
use crate::web::quiz::question::{answer_at, asked, position_of};
use crate::web::{dom, words};

/// The question at a position of the form, from 0.
#[component]
pub(crate) fn Step(driver: Driver, at: usize) -> impl IntoView {
    let (of, id) = driver.with(|quiz, session| {
        let items = session.items(quiz);
        (items.len(), items.get(at).cloned().unwrap_or_default())
    });
    let about_another = driver.is_about_another();
    let found = driver.item(&id, |quiz, item| asked(quiz, item, about_another));
    let Some((hint, asked)) = found else {
        return ().into_any();
    };
    let item = id.clone();
    let chosen = Memo::new(move |_| {
        let answer = driver.session.with(|session| session.answer(&item))?;
        driver.item(&item, |quiz, item| position_of(quiz, item, answer))
    });
    let item = id.clone();
    let on_choose = Callback::new(move |position: usize| {
        if let Some(answer) = driver.item(&item, |quiz, item| answer_at(quiz, item, position)) {
            driver.send(Event::Give(Input::Answer(item.clone(), answer)));
        }
    });
    // Listens to the button, not to the form: a frame may block forms. Enter presses this button too.
    let on_next = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        driver.send(Event::Next);
    };
    let early_end = driver.follow(|session| session.early_end());
    let is_reminded = driver.follow(|session| session.is_reminded());
    let behaviour = driver.item(&id, behaviour_of).flatten();
    let today = behaviour.filter(|_| !about_another);
    let all_answered = driver.with(|quiz, session| session.open(quiz) == 0);
    let to_review = all_answered.then(|| {
        view! {
            <button type="button" class="button-text" on:click=move |_| driver.send(Event::Review)>
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
            <Restored driver=driver />
            {about_whom(driver).map(|words| view! { <p class="notice">{words}</p> })}
            <p class="hint">{hint}</p>
            <Question asked=asked chosen=chosen on_choose=on_choose />
            {today.map(|behaviour| today_row(driver, behaviour))}
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
                <button type="button" class="button" on:click=move |_| driver.send(Event::Back)>"Back"</button>
                <button type="button" class="button-text" on:click=move |_| driver.send(Event::Skip)>"Skip"</button>
                {to_review}
            </p>
            <SaveLine kept=driver.kept told=driver.told />
            {redrawn(move || {
                early_end.get().map(|open| view! { <EarlyEnd driver=driver open=open /> })
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

/// Offers to stop early, since the answers so far are consistent enough.
#[component]
fn EarlyEnd(driver: Driver, open: usize) -> impl IntoView {
    let rest = match open {
        1 => "1 question is left.".to_owned(),
        n => format!("{n} questions are left."),
    };
    view! {
        <p class="notice">
            "Your answers agree enough for a result already. " {rest} " Going on makes the band narrower. "
            <button type="button" class="button-text" on:click=move |_| driver.send(Event::Finish)>
                "See your result now"
            </button>
        </p>
    }
}

/// The question about today, below a rating.
fn today_row(driver: Driver, behaviour: String) -> AnyView {
    let id = behaviour.clone();
    let chosen = driver.follow(move |session| session.today(&id).map(u8::from));
    let on_choose = Callback::new(move |value: Option<u8>| {
        let today = value.and_then(|value| Today::try_from(value).ok());
        driver.send(Event::Give(Input::Today(behaviour.clone(), today)));
    });
    let choices = Today::ALL.map(|today| (u8::from(today), words::today(today)));
    view! { <TodayRow
        choices=choices.into()
        chosen=chosen
        on_choose=on_choose
        on_left_out=Callback::new(dom::focus)
    /> }
    .into_any()
}

/// After a closed tab: the resumed attempt, and a button to start again.
#[component]
fn Restored(driver: Driver) -> impl IntoView {
    driver.with(|_, session| session.is_restored()).then(|| {
        view! {
            <p class="notice">
                "Your earlier answers were restored. "
                <button
                    type="button"
                    class="button-text"
                    on:click=move |_| driver.send(Event::Start)
                >
                    "Start over"
                </button>
            </p>
        }
    })
}
