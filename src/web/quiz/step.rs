//! One question, redrawn for each. Connects a session to components; makes no decisions.

use leptos::prelude::*;

use crate::quiz::{Event, Input};
use crate::web::components::{Notice, Question, Tone, answer_id};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::quiz::driver::{Driver, STEP_ID};
use crate::web::quiz::island::about_whom;
use crate::web::quiz::question::{answer_at, asked, position_of};

/// The question at a position of the form, from 0.
#[component]
pub(crate) fn Step(driver: Driver, at: usize) -> impl IntoView {
    let (of, id) = driver.with(|quiz, session| {
        let items = session.items(quiz);
        (items.len(), items.get(at).cloned().unwrap_or_default())
    });
    let about_another = driver.is_about_another();
    let found = driver.item(&id, |quiz, item| asked(quiz, item, about_another));
    let Some(([hint, more], asked)) = found else {
        return ().into_any();
    };
    let item = id.clone();
    let chosen = Memo::new(move |_| {
        let answer = driver.session.with(|session| session.answer(&item))?;
        driver
            .item(&item, |quiz, item| position_of(quiz, item, answer))
            .flatten()
    });
    let input = move |position: usize| {
        let answer = driver.item(&id, |quiz, item| answer_at(quiz, item, position));
        answer
            .flatten()
            .map(|answer| Input::Answer(id.clone(), answer))
    };
    let input = StoredValue::new(input);
    let given = move |position| input.with_value(|input| input(position));
    let on_choose = Callback::new(move |position| {
        if let Some(input) = given(position) {
            driver.send(Event::Give(input));
        }
    });
    let one_tap = driver.follow(|session| session.is_one_tap());
    let on_tap = Callback::new(move |position| {
        if let Some(input) = given(position) {
            driver.send(Event::Tap(input));
        }
        if !one_tap.get_untracked() {
            dom::focus(&answer_id(position));
        }
    });
    // Listens to the button, not to the form: a frame may block forms. Enter presses this button too.
    let on_next = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        driver.send(Event::Next);
    };
    let early_end = driver.follow(|session| session.early_end());
    let is_reminded = driver.follow(|session| session.is_reminded());
    let all_answered = driver.with(|quiz, session| session.open(quiz) == 0);
    let to_review = all_answered.then(|| {
        view! {
            <button type="button" class="button-text" on:click=move |_| driver.send(Event::Review)>
                "Check your answers"
            </button>
        }
    });
    view! {
        <form class="step" id=STEP_ID on:submit=|event| event.prevent_default()>
            <p class="progress">
                <label for="progress">{format!("Question {} of {of}", at + 1)}</label>
                <progress id="progress" max=of.to_string() value=at.to_string()></progress>
            </p>
            <Restored driver=driver />
            {about_whom(driver).map(|words| view! { <p class="notice">{words}</p> })}
            <p class="hint">{hint} " " <span class="hint-more">{more}</span></p>
            <Question
                asked=asked
                chosen=chosen
                one_tap=one_tap
                on_choose=on_choose
                on_tap=on_tap
            />
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
            <div class="step-foot">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || one_tap.get()
                        on:change=move |_| driver.send(Event::OneTap(!one_tap.get_untracked()))
                    />
                    <span>"One tap per answer"</span>
                </label>
                <span class="step-keys">"Keys 1 to 5 answer too."</span>
                <SaveLine kept=driver.kept told=driver.told />
            </div>
            {redrawn(move || {
                early_end.get().map(|open| view! { <EarlyEnd driver=driver open=open /> })
            })}
        </form>
    }
    .into_any()
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
            "Your answers agree enough for a result. " {rest} " "
            <button type="button" class="button-text" on:click=move |_| driver.send(Event::Finish)>
                "See your result now"
            </button>
        </p>
    }
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
                    on:click=move |_| driver.start_over()
                >
                    "Start over"
                </button>
            </p>
        }
    })
}
