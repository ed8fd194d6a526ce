//! The quiz from start to result, one stage at a time.
//! Joins a sitting to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::link_maker::LinkMaker;
use super::redrawn::redrawn;
use super::review::Review;
use super::sitting::Sitting;
use super::stage::Stage;
use super::start::{Start, form_lines};
use super::step::Step;
use crate::app::components::{Notice, Tone};
use crate::app::site::Site;
use crate::app::state::{self, Kept, QuizData};
use crate::app::{browser, words};

/// What the page of the quiz shows until its program is there.
#[component]
pub fn QuizBefore(
    /// The quiz and what its forms buy.
    data: QuizData,
) -> impl IntoView {
    let form = RwSignal::new(Site::FORM.to_owned());
    let forms = form_lines(&data);
    view! {
        <div class="quiz">
            <Start sitting=None forms=forms chosen=form />
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
    let form = RwSignal::new(browser::chosen("form").unwrap_or_else(|| Site::FORM.to_owned()));
    let forms = form_lines(&data);
    let sitting = Sitting::new(root, data, form);
    sitting.apply_address();
    browser::on_back(move || sitting.come_back());
    // Loaded anew without its code, this page would take the answers for the visitor's own.
    if sitting.is_asked() {
        browser::keep_fragment();
    }
    // A link that asks for something else begins anew.
    let code = browser::fragment();
    browser::on_fragment(move || {
        if browser::fragment() != code {
            browser::reload();
        }
    });
    browser::on_outside_change(move |key| sitting.take_over(key.as_deref()));
    sitting.catch_up();
    let stage = move || match sitting.stage.get() {
        Stage::Start => {
            view! { <Start sitting=Some(sitting) forms=forms.clone() chosen=form /> }.into_any()
        }
        Stage::Asking(at) => view! { <Step sitting=sitting at=at /> }.into_any(),
        Stage::Review => view! { <Review sitting=sitting /> }.into_any(),
        Stage::Reply => view! { <ReplyLink sitting=sitting /> }.into_any(),
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
pub(super) fn about_whom(sitting: Sitting) -> Option<String> {
    sitting.request.with_value(|request| {
        let request = request.as_ref()?;
        let who = request.name.as_deref().unwrap_or("your colleague");
        Some(format!(
            "You answer about {who}: what draws or drains them, as you see it."
        ))
    })
}

/// What a colleague sends back. Whoever asked sees the answers; here nothing is worked out or kept.
#[component]
fn ReplyLink(sitting: Sitting) -> impl IntoView {
    let make = Callback::new(move |name: String| sitting.reply(&name));
    view! {
        <h1 id="stage-head">"Send your answers back"</h1>
        <p class="lede">"Make the link and send it to whoever asked you. Your answers are in it, and your name if you type one."</p>
        <LinkMaker name="Your name, if you like" button="Make the link to send back" make=make />
        <p class="soft">"Nothing of this is kept in your browser, and no server sees it: what stands behind the # of the link is not sent."</p>
    }
}
