//! The first stage of the quiz: why it asks, the start, the length, and the way back into an unfinished
//! attempt. Connects the forms to components.

use leptos::prelude::*;

use crate::quiz::Event;
use crate::route::Route;
use crate::web::components::{FormChoice, FormLine, Notice, Tone};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;
use crate::web::island::shared_origin::SharedOrigin;
use crate::web::quiz::driver::Driver;
use crate::web::quiz::island::about_whom;
use crate::web::site::Site;
use crate::web::state::QuizData;
use crate::web::words;

/// A form on the first screen.
#[derive(Clone)]
pub(crate) struct FormOffer {
    line: FormLine,
    minutes: u8,
    /// What the form brings, in one line.
    buys: String,
}

/// The forms with what each brings.
pub(crate) fn form_offers(data: &QuizData) -> Vec<FormOffer> {
    let offer = |form: &crate::quiz::Form| FormOffer {
        line: FormLine {
            id: form.id.clone(),
            name: form.name.clone(),
            size: format!("{} min", form.minutes),
        },
        minutes: form.minutes,
        buys: words::what_a_form_buys(form.items.len(), data.figures.get(&form.id)),
    };
    data.quiz.forms.iter().map(offer).collect()
}

#[component]
pub(crate) fn Start(
    /// None until the program is loaded.
    driver: Option<Driver>,
    forms: Vec<FormOffer>,
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
    let actions = match begun {
        Some((driver, given, all)) => resume(driver, given, all),
        None => begin(driver, forms, asked.is_some()),
    };
    view! {
        <h1 id="stage-head">"Which work energises you?"</h1>
        <p class="lede">
            "Technical leadership takes people who look for that work and enjoy it. So this quiz asks which kind of work gives you energy, deep or broad, and not how good you are at it."
        </p>
        {asked.map(|words| view! {
            <Notice tone=Tone::Warning>
                {words} " You see the same questions, not their answers. Nothing is saved in this browser, so answer in one go; at the end you get a link to send back."
            </Notice>
        })}
        {driver.map(|driver| view! { <SharedOrigin root=driver.root.get_value() /> })}
        {actions}
        {driver.map(|driver| view! { <SaveLine kept=driver.kept told=driver.told /> })}
    }
    .into_any()
}

/// The buttons that start, and the choice of a length; a colleague has the form of the request.
fn begin(driver: Option<Driver>, forms: Vec<FormOffer>, is_asked: bool) -> AnyView {
    let first = driver.map(|driver| driver.with(|_, session| session.chosen().to_owned()));
    let first = first.unwrap_or_else(|| Site::FORM.to_owned());
    let chosen = RwSignal::new(first.clone());
    let lines: Vec<FormLine> = forms.iter().map(|form| form.line.clone()).collect();
    let forms = StoredValue::new(forms);
    let of_chosen = move |look: fn(&FormOffer) -> String| {
        let id = chosen.get();
        let found = forms.with_value(|forms| forms.iter().find(|one| one.line.id == id).map(look));
        found.unwrap_or_default()
    };
    let on_choose = Callback::new(move |id: String| {
        chosen.set(id.clone());
        if let Some(driver) = driver {
            driver.send(Event::Choose(id));
        }
    });
    let start = move |one_tap: bool| {
        if let Some(driver) = driver {
            driver.start(one_tap);
        }
    };
    let name = move || {
        let words = of_chosen(|one| format!("Take the {}-minute quiz", one.minutes));
        view! { <span>{words}</span> }
    };
    view! {
        <p class="actions needs-script">
            <button
                type="button"
                class="button button-first"
                data-start=""
                on:click=move |_| start(false)
            >
                {redrawn(name)}
            </button>
            <button
                type="button"
                class="button"
                data-start="tap"
                on:click=move |_| start(true)
            >
                "Start: one tap per answer"
            </button>
        </p>
        {(!is_asked)
            .then(|| {
                view! {
                    <FormChoice forms=lines chosen=first on_choose=on_choose />
                    {redrawn(move || {
                        view! { <p class="form-buys needs-script">{of_chosen(|one| one.buys.clone())}</p> }
                    })}
                }
            })}
    }
    .into_any()
}

/// The buttons to go on with an unfinished attempt, or to start over.
fn resume(driver: Driver, given: usize, all: usize) -> AnyView {
    view! {
        <Notice tone=Tone::Quiet>
            {format!("Your earlier answers were restored: {given} of {all}.")}
        </Notice>
        <p class="actions">
            <button type="button" class="button button-first" on:click=move |_| driver.send(Event::Continue)>
                "Continue"
            </button>
            <button type="button" class="button" on:click=move |_| driver.start_over()>
                "Start over"
            </button>
        </p>
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
            "If a colleague asked you to answer about them, ask for the link again. Without it, your answers are about you and don’t reach them."
        </p>
        <p class="actions">
            <a class="button" href=plain>"Take the quiz about yourself instead"</a>
        </p>
    }
    .into_any()
}
