//! The first stage of the quiz: the forms with their accuracy, and the link to resume an unfinished
//! attempt. Connects the forms to components.

use leptos::prelude::*;

use crate::quiz::Event;
use crate::route::Route;
use crate::web::components::{FormChoice, FormLine, Notice, Tone};
use crate::web::island::save_line::SaveLine;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::quiz::driver::Driver;
use crate::web::quiz::island::about_whom;
use crate::web::site::Site;
use crate::web::state::QuizData;
use crate::web::words;

/// The forms as lines of the choice.
pub(crate) fn form_lines(data: &QuizData) -> Vec<FormLine> {
    let forms = data.quiz.forms.iter();
    let widest = data
        .figures
        .values()
        .map(|one| one.width80)
        .fold(0.0, f64::max);
    forms
        .map(|form| FormLine {
            id: form.id.clone(),
            name: form.name.clone(),
            size: format!(
                "{} questions, about {} minutes",
                form.items.len(),
                form.minutes
            ),
            buys: words::what_a_form_buys(data.figures.get(&form.id), widest),
        })
        .collect()
}

#[component]
pub(crate) fn Start(
    /// None until the program is loaded.
    driver: Option<Driver>,
    forms: Vec<FormLine>,
) -> impl IntoView {
    let asked = driver.and_then(about_whom);
    let problem = driver.and_then(|driver| driver.problem.get_value());
    if let Some((driver, problem)) = driver.zip(problem) {
        return refused(&driver.root.get_value(), problem).into_any();
    }
    let begun = driver.and_then(|driver| {
        driver.with(|quiz, session| {
            let given = session.progress()?.answers.ids().count();
            Some((driver, given, session.items(quiz).len()))
        })
    });
    let choice = (begun.is_none() && asked.is_none()).then(|| {
        let first = driver.map(|driver| driver.with(|_, session| session.chosen().to_owned()));
        let on_choose = Callback::new(move |id: String| {
            if let Some(driver) = driver {
                driver.send(Event::Choose(id));
            }
        });
        let first = first.unwrap_or_else(|| Site::FORM.to_owned());
        view! { <FormChoice forms=forms chosen=first on_choose=on_choose /> }
    });
    let actions = match begun {
        Some((driver, given, all)) => view! {
            <Notice tone=Tone::Quiet>
                {format!("Your earlier answers were restored: {given} of {all}.")}
            </Notice>
            <p class="actions">
                <button type="button" class="button button-first" on:click=move |_| driver.send(Event::Continue)>
                    "Continue"
                </button>
                <button type="button" class="button" on:click=move |_| driver.send(Event::Start)>
                    "Start over"
                </button>
            </p>
        }
        .into_any(),
        None => view! {
            <p class="actions needs-script">
                <button
                    type="button"
                    class="button button-first"
                    data-start=""
                    on:click=move |_| {
                        if let Some(driver) = driver {
                            driver.send(Event::Start);
                        }
                    }
                >
                    "Start the quiz"
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <h1 id="stage-head">"Deep or broad: which energises you?"</h1>
        <p class="lede">
            "First 12 trade-offs, then ratings. Skip what you like, go back as you like."
        </p>
        {asked.map(|words| view! {
            <Notice tone=Tone::Warning>
                {words} " They do not see a question differently from you, and you do not see their answers. Nothing is kept in this browser, so go through it in one go; at the end you get a link to send back."
            </Notice>
        })}
        {driver.map(|driver| view! { <SharedOrigin root=driver.root.get_value() /> })}
        {choice}
        {actions}
        {driver.map(|driver| view! { <SaveLine kept=driver.kept told=driver.told /> })}
    }
    .into_any()
}

/// Replaces the start if a request link cannot be read.
fn refused(root: &str, problem: String) -> AnyView {
    let plain = format!("{root}{}", Route::Quiz.path());
    view! {
        <h1 id="stage-head">"This link cannot be used"</h1>
        <Notice tone=Tone::Warning>{problem} " Nothing was started, and nothing is saved."</Notice>
        <p>
            "If a colleague asked you to answer about them, ask for the link again. Answers that you give without it are about yourself, and do not reach them."
        </p>
        <p class="actions">
            <a class="button" href=plain>"Take the quiz about yourself instead"</a>
        </p>
    }
    .into_any()
}
