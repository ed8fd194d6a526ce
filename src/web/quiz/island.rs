//! The quiz from start to result, one stage at a time. Connects a session to components; questions and
//! scoring are elsewhere.

use leptos::prelude::*;

use crate::quiz::Stage;
use crate::web::dom;
use crate::web::island::link_maker::LinkMaker;
use crate::web::island::redrawn::redrawn;
use crate::web::island::versioned::versioned;
use crate::web::quiz::driver::Driver;
use crate::web::quiz::end::End;
use crate::web::quiz::review::Review;
use crate::web::quiz::start::{FormOffer, Start, form_offers};
use crate::web::quiz::step::Step;
use crate::web::site::Site;
use crate::web::state::QuizData;

/// The content of the quiz page until its program is loaded.
#[component]
pub fn QuizBefore(
    /// The quiz and the accuracy of its forms.
    data: QuizData,
) -> impl IntoView {
    let forms = form_offers(&data);
    view! {
        <div class="quiz">
            <Start driver=None forms=forms />
        </div>
    }
}

/// The quiz.
#[component]
pub fn QuizPart(
    /// The path to the app's root.
    root: String,
    /// The quiz and the accuracy of its forms.
    data: QuizData,
) -> impl IntoView {
    // A form may have been selected before the program was loaded.
    let form = dom::chosen("form").unwrap_or_else(|| Site::FORM.to_owned());
    let (way, quiz) = (root.clone(), data.quiz.clone());
    versioned(&way, quiz, Driver::needed(), move |quizzes| {
        let forms = form_offers(&data);
        let driver = Driver::new(root.clone(), data.clone(), quizzes, &form);
        running(driver, forms)
    })
}

/// The quiz, once its questions are at hand.
fn running(driver: Driver, forms: Vec<FormOffer>) -> AnyView {
    driver.open();
    dom::on_back(move || driver.come_back());
    // Reloaded without its code, this page would save the answers as the visitor's own.
    if driver.is_about_another() {
        dom::keep_fragment();
    }
    // A link with another request restarts the page.
    let code = dom::fragment();
    dom::on_fragment(move || {
        if dom::fragment() != code {
            dom::reload();
        }
    });
    dom::on_outside_change(move |key| driver.take_over(key.as_deref()));
    driver.catch_up();
    // The first question is redrawn after each start.
    let now = driver.follow(|session| (session.stage(), session.is_restored()));
    let stage = move || match now.get().0 {
        Stage::Start => view! { <Start driver=Some(driver) forms=forms.clone() /> }.into_any(),
        Stage::Question(at) => view! { <Step driver=driver at=at /> }.into_any(),
        Stage::End => view! { <End driver=driver /> }.into_any(),
        Stage::Review => view! { <Review driver=driver /> }.into_any(),
        Stage::Reply => view! { <ReplyLink driver=driver /> }.into_any(),
    };
    view! { <div class="quiz">{redrawn(stage)}</div> }.into_any()
}

/// The line above each question with the name of the person a colleague's answers are about.
pub(crate) fn about_whom(driver: Driver) -> Option<String> {
    driver.request.with_value(|request| {
        let request = request.as_ref()?;
        let who = request.name.as_deref().unwrap_or("your colleague");
        Some(format!(
            "Answer about {who}: which work draws them and which drains them, as you see it."
        ))
    })
}

/// A colleague's reply. The person who asked sees the answers; here nothing is scored or saved.
#[component]
fn ReplyLink(driver: Driver) -> impl IntoView {
    let make = Callback::new(move |name: String| driver.reply(&name));
    view! {
        <h1 id="stage-head">"Send your answers back"</h1>
        <p class="lede">"Make the link, and send it to the person who asked you. It contains your answers, and your name if you type one."</p>
        <LinkMaker name="Your name, if you like" button="Make the link to send back" make=make />
        <p class="soft">"Nothing is saved in your browser, and no server sees it: a browser never sends the part of a link after the #."</p>
    }
}
