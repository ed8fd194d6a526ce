//! What an import read, what it guessed, and what it left out.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::import::Guess;
use crate::store::ReadFrom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::model::{Model, Reading};

/// The most answers that are shown as buttons.
const MOST_BUTTONS: usize = 5;

#[component]
pub(super) fn ReportPart(model: Model) -> impl IntoView {
    redrawn(move || {
        let read = model.read_from.get();
        read.map(|read| report(model, model.reading.get(), read))
    })
}

fn report(model: Model, reading: Option<Reading>, read: ReadFrom) -> AnyView {
    let is_again = reading
        .as_ref()
        .is_some_and(|reading| reading.choices.iter().next().is_some());
    let questions = match reading {
        Some(reading) => guesses(model, reading.report.guessed),
        None => unconfirmed(read.open),
    };
    view! {
        <section aria-labelledby="report-head">
            <h2 id="report-head" tabindex="-1">"What was read"</h2>
            {is_again.then(|| view! { <p>"Read again with your answers."</p> })}
            <p>{read.told}</p>
            {questions}
            {left_out(read.left_out, read.more)}
        </section>
    }
    .into_any()
}

/// The questions that were open when the page was left: without the files, no answer can be taken.
fn unconfirmed(open: Vec<(String, String)>) -> AnyView {
    if open.is_empty() {
        return view! { <p>"Nothing is left to confirm."</p> }.into_any();
    }
    let count = match open.len() {
        1 => "1 answer was guessed and not confirmed.".to_owned(),
        count => format!("{count} answers were guessed and not confirmed."),
    };
    let lines = open
        .into_iter()
        .map(|(question, answer)| view! { <li>{question} " " <strong>{answer}</strong></li> })
        .collect_view();
    view! {
        <p>
            {count}
            " To change one, choose the files again under “Begin again”: this browser does not keep them."
        </p>
        <ul class="notes">{lines}</ul>
    }
    .into_any()
}

fn guesses(model: Model, guesses: Vec<Guess>) -> AnyView {
    if guesses.is_empty() {
        return view! { <p>"Nothing is left to confirm."</p> }.into_any();
    }
    let guessed = guesses
        .iter()
        .map(|guess| (guess.id.clone(), guess.answer.clone()));
    let answers = StoredValue::new(guessed.collect::<BTreeMap<String, String>>());
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        model.confirm(answers.get_value());
    };
    let lines = guesses
        .into_iter()
        .map(|guess| view! { <li>{one_guess(answers, guess)}</li> })
        .collect_view();
    view! {
        <h3>"Please confirm"</h3>
        <p>
            "The files do not say this, so it was guessed. Change what is wrong, then press the button: the files are read again, and what you corrected below is replaced. “Undo” brings it back."
        </p>
        <form on:submit=confirm>
            <ul class="plain-list studio-guesses">{lines}</ul>
            <p><button type="submit" class="button button-first">"Use these answers"</button></p>
        </form>
    }
    .into_any()
}

/// A question with its answers as buttons, as a list if there are many, or with a field for a text.
fn one_guess(answers: StoredValue<BTreeMap<String, String>>, guess: Guess) -> AnyView {
    let field = format!("guess-{}", guess.id);
    let id = guess.id;
    let answered = move |event: leptos::ev::Event| {
        let answer = event_target_value(&event);
        answers.update_value(|all| {
            all.insert(id.clone(), answer);
        });
    };
    if guess.options.is_empty() {
        return view! {
            <label for=field.clone()>{guess.question}</label>
            <input type="text" id=field class="field" autocomplete="off" value=guess.answer on:input=answered />
        }
        .into_any();
    }
    if guess.options.len() > MOST_BUTTONS {
        let options = guess.options.into_iter().map(|offer| {
            let is_taken = offer.id == guess.answer;
            view! { <option value=offer.id selected=is_taken>{offer.words}</option> }
        });
        return view! {
            <label for=field.clone()>{guess.question}</label>
            <select id=field class="field" autocomplete="off" on:change=answered>{options.collect_view()}</select>
        }
        .into_any();
    }
    let options = guess.options.into_iter().map(|offer| {
        let is_taken = offer.id == guess.answer;
        view! {
            <label class="check">
                <input type="radio" name=field.clone() value=offer.id checked=is_taken autocomplete="off" on:change=answered.clone() />
                <span>{offer.words}</span>
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{guess.question}</legend>
            {options.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn left_out(lines: Vec<(String, String, String)>, more: usize) -> Option<AnyView> {
    let count = lines.len() + more;
    if count == 0 {
        return None;
    }
    let lines = lines
        .into_iter()
        .map(|(place, text, why)| view! { <tr><td>{place}</td><td>{text}</td><td>{why}</td></tr> })
        .collect_view();
    Some(
        view! {
            <details open=count <= 5>
                <summary>
                    {match count {
                        1 => "1 thing was left out, or changed".to_owned(),
                        count => format!("{count} things were left out, or changed"),
                    }}
                </summary>
                <div class="scroll" tabindex="0" role="group" aria-label="What was left out, or changed">
                    <table class="titles">
                        <thead>
                            <tr>
                                <th scope="col">"Where"</th>
                                <th scope="col">"What"</th>
                                <th scope="col">"Why"</th>
                            </tr>
                        </thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
                {(more > 0).then(|| view! { <p class="soft">{format!("And {more} more.")}</p> })}
            </details>
        }
        .into_any(),
    )
}
