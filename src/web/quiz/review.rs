//! The review before the result: each answer can be read and changed. Connects a session to the page;
//! makes no decisions.

use leptos::prelude::*;

use crate::quiz::{Answer, Event, Item, Quiz};
use crate::web::components::{Notice, Tone};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::quiz::driver::{Driver, row_id};
use crate::web::quiz::question::{answer_label, item_line};

/// The review.
#[component]
pub(crate) fn Review(driver: Driver) -> impl IntoView {
    let (counted, open, asked) = driver.with(|quiz, session| {
        let asked = session.items(quiz).iter();
        let asked = asked.map(|id| (id.clone(), session.answer(id)));
        let asked: Vec<(String, Option<Answer>)> = asked.collect();
        (session.counted(quiz), session.open(quiz), asked)
    });
    let rows: Vec<AnyView> = asked
        .iter()
        .enumerate()
        .filter_map(|(at, (id, answer))| row(driver, at, id, *answer))
        .collect();
    let state = match (counted, open) {
        (0, _) => "Nothing is answered yet. Answer a few questions first.".to_owned(),
        (_, 0) => "Every question has an answer or was left open on purpose.".to_owned(),
        (_, 1) => "1 question is still open. It simply will not count.".to_owned(),
        (_, n) => format!("{n} questions are still open. They simply will not count."),
    };
    let about_another = driver.is_about_another();
    view! {
        <h1 id="stage-head">"Check your answers"</h1>
        <p>{state}</p>
        <p class="actions">
            <button
                type="button"
                class="button button-first"
                disabled=counted == 0
                on:click=move |_| driver.send(Event::Finish)
            >
                {if about_another { "Go on to the link" } else { "See your result" }}
            </button>
            <button type="button" class="button" on:click=move |_| driver.send(Event::Questions)>"Back to the questions"</button>
        </p>
        <SaveLine kept=driver.kept told=driver.told />
        {redrawn(move || {
            driver.unable.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        <ol class="review">{rows}</ol>
    }
}

/// One question and its answer.
fn row(driver: Driver, at: usize, id: &str, answer: Option<Answer>) -> Option<AnyView> {
    let words = |quiz: &Quiz, item: &Item| (item_line(item), answer_label(quiz, item, answer));
    let (line, label) = driver.item(id, words)?;
    let name = format!("Change the answer to question {}", at + 1);
    let class = match answer {
        None => "review-row review-open",
        Some(_) => "review-row",
    };
    Some(
        view! {
            <li class=class>
                <p class="review-item">{line}</p>
                <p class="review-answer">{label}</p>
                <button
                    type="button"
                    class="button-text"
                    id=row_id(at)
                    aria-label=name
                    on:click=move |_| driver.send(Event::Change(at))
                >
                    "Change"
                </button>
            </li>
        }
        .into_any(),
    )
}
