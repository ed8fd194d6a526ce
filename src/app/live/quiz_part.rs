//! The quiz from start to result, one stage at a time.
//! Joins a sitting to components; asks and scores nothing itself.

use leptos::prelude::*;

use super::asking::asked;
use super::link_maker::LinkMaker;
use super::rehearsal::rehearse;
use super::review::Review;
use super::sitting::Sitting;
use super::stage::Stage;
use super::start::{Start, form_lines};
use super::step::{Step, standing_by};
use crate::app::components::{Notice, Question, Tone};
use crate::app::site::Site;
use crate::app::state::{self, Kept, QuizData};
use crate::app::{browser, words};
use crate::quiz::ItemKind;

/// The quiz.
#[component]
pub fn QuizPart(
    /// The way up to the app's root.
    root: String,
    /// The quiz and the excerpt of the ladder.
    data: QuizData,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Start);
    let beside = RwSignal::new(Stage::Start);
    let form = RwSignal::new(Site::FORM.to_owned());
    let sitting = RwSignal::new(None::<Sitting>);
    let has_time = RwSignal::new(false);
    let forms = form_lines(&data);
    Effect::new(move |_| {
        // A form may have been chosen before the program was there.
        if let Some(chosen) = browser::chosen("form") {
            form.set(chosen);
        }
        let begun = Sitting::new(root.clone(), data.clone(), [stage, beside], form);
        begun.apply_address();
        browser::on_back(move || begun.apply_address());
        // Loaded anew without its code, this page would take the answers for the visitor's own.
        if begun.is_asked() {
            browser::keep_fragment();
        }
        // A link that asks for something else begins anew.
        let code = browser::fragment();
        browser::on_fragment(move || {
            if browser::fragment() != code {
                browser::reload();
            }
        });
        browser::on_outside_change(move |key| begun.take_over(key.as_deref()));
        sitting.set(Some(begun));
        begun.catch_up();
        browser::mark("waiting", None);
        rehearse(move || rehearsed(begun));
        rehearse(move || (view! { <Review sitting=begun /> }.into_any(), || ()));
        browser::when_idle(move || {
            has_time.set(true);
            browser::after_frame(|| browser::lay_out(".standing-by > *"));
        });
    });
    // From question to question the same view stays. It stands ready before “Start the quiz” where
    // the browser has time for it, and stands by while anything else is shown.
    let is_asking = Memo::new(move |_| stage.get().is_question());
    let is_drawn = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || is_asking.get() || has_time.get()
    });
    let step = move || {
        let sitting = sitting.get().filter(|_| is_drawn.get())?;
        let step = view! {
            <div class=standing_by(is_asking)>
                <Step sitting=sitting />
            </div>
        };
        Some(step.into_any())
    };
    let is_aside = Memo::new(move |_| !is_asking.get());
    view! {
        <div class="quiz">
            {step}
            <div class=standing_by(is_aside)>
                {move || match (sitting.get(), beside.get()) {
                    (Some(_), Stage::Asking(_)) => ().into_any(),
                    (Some(sitting), Stage::Review) => {
                        view! { <Review sitting=sitting /> }.into_any()
                    }
                    (Some(sitting), Stage::Reply) => {
                        view! { <ReplyLink sitting=sitting /> }.into_any()
                    }
                    (sitting, _) => {
                        view! { <Start sitting=sitting forms=forms.clone() chosen=form /> }
                            .into_any()
                    }
                }}
            </div>
        </div>
    }
}

/// What the first answer, the first “Next” and the first rating will do.
fn rehearsed(sitting: Sitting) -> (AnyView, impl FnOnce()) {
    let items = sitting.quiz(|quiz| {
        let of_kind = |is_pair: bool| {
            let mut items = quiz.items.iter();
            items.find(|item| matches!(item.ask, ItemKind::Pair(_)) == is_pair)
        };
        let asked = |item| asked(quiz, item, None, false);
        [of_kind(true), of_kind(false)].map(|item| item.map(asked).unwrap_or_default())
    });
    let is_rating = RwSignal::new(false);
    let shown = Memo::new(move |_| items[usize::from(is_rating.get())].clone());
    let view = view! { <Question asked=shown on_choose=Callback::new(|_| ()) /> };
    let click = move || {
        is_rating.set(true);
        let form = sitting.form.get_untracked();
        sitting.quiz(|quiz| state::rehearse_change(quiz, &form));
    };
    (view.into_any(), click)
}

/// Says whether the answers are kept; a failure is read out.
#[component]
pub(super) fn KeptLine(kept: RwSignal<Kept>) -> impl IntoView {
    // Encrypting takes a moment, and only then it is saved.
    Effect::new(move |_| {
        if kept.get() == Kept::Sealing {
            state::in_the_end(Kept::Sealing, move |end| kept.set(end));
        }
    });
    move || {
        let kept = kept.get();
        match (words::problem(&kept), kept) {
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
    }
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
