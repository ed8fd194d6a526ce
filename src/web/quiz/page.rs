//! `/quiz/`: the quiz, and all its questions as text, readable without a script.

use leptos::prelude::*;

use crate::quiz::{ItemKind, Quiz};
use crate::route::Route;
use crate::web::document::Page;
use crate::web::frame::{framed, with_data};
use crate::web::island::{Island, island};
use crate::web::quiz::BEFORE_START;
use crate::web::quiz::island::QuizBefore;
use crate::web::site::Site;
use crate::web::state::QuizData;

pub(crate) fn page(site: Site) -> Option<Page> {
    let page = framed(
        site,
        Route::Quiz,
        "Which work energises you? The quiz",
        "A few minutes of short questions: does deep or broad work energise you, and how sure is that? Your answers stay in this browser.",
        || content(site),
    );
    with_data(page, &QuizData::of(site))
}

fn content(site: Site) -> AnyView {
    let quiz = site.quiz;
    let root = Route::Quiz.root();
    let data = QuizData::of(site);
    view! {
        {island(Island::Quiz, root.clone(), view! { <QuizBefore data=data /> })}
        <div id=BEFORE_START>
            <h2>"Before you start"</h2>
            <ul>
                <li>"Think of the last few months. There are no right answers, and your answers don’t decide your level."</li>
                <li>"Your answers stay in this browser, each saved as you give it. Stop and come back whenever you like."</li>
                <li>"The result says how sure it is and what it can’t tell you. Use it to start a conversation, not to hire, promote or place anyone."</li>
            </ul>
            <details class="open-in-print">
                <summary>"Read all questions first"</summary>
                <ol class="question-list">{questions(quiz)}</ol>
            </details>
        </div>
    }
    .into_any()
}

fn questions(quiz: &Quiz) -> Vec<AnyView> {
    quiz.items
        .iter()
        .map(|item| match &item.ask {
            ItemKind::Pair(pair) => view! {
                <li>
                    {pair.stem.clone()} " A: " {pair.side(true).to_owned()} " B: "
                    {pair.side(false).to_owned()}
                </li>
            }
            .into_any(),
            ItemKind::Rating(rating) => view! { <li>{rating.text.clone()}</li> }.into_any(),
        })
        .collect()
}
