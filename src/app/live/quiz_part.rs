//! The quiz from start to result, one stage at a time.
//! Joins a session to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::driver::Driver;
use super::link_maker::LinkMaker;
use super::redrawn::redrawn;
use super::review::Review;
use super::start::{Start, form_lines};
use super::step::Step;
use crate::app::components::{Notice, Tone};
use crate::app::site::Site;
use crate::app::state::{self, Kept, QuizData};
use crate::app::{browser, words};
use crate::quiz::Stage;

/// What the page of the quiz shows until its program is there.
#[component]
pub fn QuizBefore(
    /// The quiz and what its forms buy.
    data: QuizData,
) -> impl IntoView {
    let forms = form_lines(&data);
    view! {
        <div class="quiz">
            <Start driver=None forms=forms />
        </div>
    }
}

/// The quiz.
#[component]
pub fn QuizPart(
    /// The way up to the app's root.
    root: String,
    /// The quiz and what its forms buy.
    data: QuizData,
) -> impl IntoView {
    // A form may have been chosen before the program was there.
    let form = browser::chosen("form").unwrap_or_else(|| Site::FORM.to_owned());
    let forms = form_lines(&data);
    let driver = Driver::new(root, data, &form);
    driver.open();
    browser::on_back(move || driver.come_back());
    // Loaded anew without its code, this page would take the answers for the visitor's own.
    if driver.is_about_another() {
        browser::keep_fragment();
    }
    // A link that asks for something else begins anew.
    let code = browser::fragment();
    browser::on_fragment(move || {
        if browser::fragment() != code {
            browser::reload();
        }
    });
    browser::on_outside_change(move |key| driver.take_over(key.as_deref()));
    driver.catch_up();
    // Each start draws its first question anew.
    let now = driver.follow(|session| (session.stage(), session.is_restored()));
    let stage = move || match now.get().0 {
        Stage::Start => view! { <Start driver=Some(driver) forms=forms.clone() /> }.into_any(),
        Stage::Question(at) => view! { <Step driver=driver at=at /> }.into_any(),
        Stage::Review => view! { <Review driver=driver /> }.into_any(),
        Stage::Reply => view! { <ReplyLink driver=driver /> }.into_any(),
    };
    view! { <div class="quiz">{redrawn(stage)}</div> }
}

/// Says whether the answers are kept; a failure is read out.
#[component]
pub(super) fn KeptLine(
    kept: RwSignal<Kept>,
    /// The failure that was read out last, where the line is drawn anew with each question: it is not
    /// read out again.
    #[prop(optional)]
    told: Option<StoredValue<Option<String>>>,
) -> impl IntoView {
    // Encrypting takes a moment, and only then it is saved.
    Effect::new(move |_| {
        if kept.get() == Kept::Sealing {
            state::in_the_end(Kept::Sealing, move |end| {
                // The page may show something else by then.
                let _left = kept.try_set(end);
            });
        }
    });
    let now = Memo::new(move |_| kept.get());
    redrawn(move || {
        let kept = now.get();
        let problem = words::problem(&kept);
        let again = told.is_some_and(|told| {
            let before = told.get_value();
            told.set_value(problem.clone());
            before == problem
        });
        match (problem, kept) {
            (Some(problem), _) if again => {
                view! { <p class="notice notice-warning"><strong>"Note: "</strong> {problem}</p> }
                    .into_any()
            }
            (Some(problem), _) => {
                view! { <Notice tone=Tone::Warning>{problem}</Notice> }.into_any()
            }
            (None, Kept::Saved) => {
                view! { <Notice tone=Tone::Quiet>"Saved in this browser."</Notice> }.into_any()
            }
            (None, Kept::Sealing) => {
                view! { <Notice tone=Tone::Quiet>"Being encrypted …"</Notice> }.into_any()
            }
            (None, _) => ().into_any(),
        }
    })
}

/// Whom a colleague answers about, above each question.
pub(super) fn about_whom(driver: Driver) -> Option<String> {
    driver.request.with_value(|request| {
        let request = request.as_ref()?;
        let who = request.name.as_deref().unwrap_or("your colleague");
        Some(format!(
            "You answer about {who}: what draws or drains them, as you see it."
        ))
    })
}

/// What a colleague sends back. Whoever asked sees the answers; here nothing is worked out or kept.
#[component]
fn ReplyLink(driver: Driver) -> impl IntoView {
    let make = Callback::new(move |name: String| driver.reply(&name));
    view! {
        <h1 id="stage-head">"Send your answers back"</h1>
        <p class="lede">"Make the link and send it to whoever asked you. Your answers are in it, and your name if you type one."</p>
        <LinkMaker name="Your name, if you like" button="Make the link to send back" make=make />
        <p class="soft">"Nothing of this is kept in your browser, and no server sees it: what stands behind the # of the link is not sent."</p>
    }
}
