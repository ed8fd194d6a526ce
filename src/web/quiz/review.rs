//! The review before the result: each answer can be read and changed. Connects a session to the page;
//! makes no decisions.

use leptos::prelude::*;

use crate::quiz::{Answer, Event, Item, Quiz};
use crate::web::quiz::driver::{Driver, row_id};
use crate::web::quiz::end::Finish;
use crate::web::quiz::question::{answer_label, item_line};
use crate::web::words;

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
    view! {
        <h1 id="stage-head">"Check your answers"</h1>
        <p>{words::open_questions(counted, open)}</p>
        <Finish driver=driver counted=counted in_review=true />
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
