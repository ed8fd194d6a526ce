//! The answers before the result: each one to see and to change.
//! Joins a sitting to the page; decides nothing.

use leptos::prelude::*;

use super::asking::{answer_label, item_line};
use super::quiz_part::KeptLine;
use super::redrawn::redrawn;
use super::sitting::Sitting;
use super::stage::row_id;
use crate::app::components::{Notice, Tone};
use crate::quiz::{Answer, Item, Quiz};

/// The review.
#[component]
pub(super) fn Review(sitting: Sitting) -> impl IntoView {
    let answers = sitting.answers();
    let items = sitting.items();
    let open = items.iter().filter(|id| answers.get(id).is_none()).count();
    let counted = items
        .iter()
        .filter(|id| answers.get(id).and_then(Answer::category).is_some())
        .count();
    let rows: Vec<AnyView> = items
        .iter()
        .enumerate()
        .filter_map(|(at, id)| row(sitting, at, id, answers.get(id)))
        .collect();
    let state = match (counted, open) {
        (0, _) => "Nothing is answered yet. Answer a few questions first.".to_owned(),
        (_, 0) => "Every question has an answer or was left open on purpose.".to_owned(),
        (_, 1) => "1 question is still open. It simply will not count.".to_owned(),
        (_, n) => format!("{n} questions are still open. They simply will not count."),
    };
    let asked = sitting.is_asked();
    view! {
        <h1 id="stage-head">"Check your answers"</h1>
        <p>{state}</p>
        <p class="actions">
            <button
                type="button"
                class="button button-first"
                disabled=counted == 0
                on:click=move |_| sitting.finish()
            >
                {if asked { "Go on to the link" } else { "See your result" }}
            </button>
            <button type="button" class="button" on:click=move |_| sitting.resume_or_last()>"Back to the questions"</button>
        </p>
        <KeptLine kept=sitting.kept told=sitting.told />
        {redrawn(move || {
            sitting.unable.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
        })}
        <ol class="review">{rows}</ol>
    }
}

/// One question and its answer.
fn row(sitting: Sitting, at: usize, id: &str, answer: Option<Answer>) -> Option<AnyView> {
    let words = |quiz: &Quiz, item: &Item| (item_line(item), answer_label(quiz, item, answer));
    let (line, label) = sitting.item(id, words)?;
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
                    on:click=move |_| sitting.enter_from_row(at)
                >
                    "Change"
                </button>
            </li>
        }
        .into_any(),
    )
}
