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
        "Deep or broad: the quiz",
        "12, 28 or 36 questions: does deep or broad work energise you, and how sure can that be? Your answers stay in this browser.",
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
                <li>
                    "It asks what draws and what drains you. It does not ask how good you are, and it says nothing about which level you deserve."
                </li>
                <li>
                    "Each answer is saved in this browser as you give it. Close the tab and come back whenever you like."
                </li>
                <li>
                    "The result shows how sure it is, which answers it rests on, and what it cannot tell."
                </li>
                <li>"It is for you to explore with. Do not use it to hire or promote anybody."</li>
            </ul>
            <details class="open-in-print">
                <summary>"Read all the questions first"</summary>
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
