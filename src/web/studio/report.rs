//! What an import read, what it guessed, and what it left out.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::import::{Dropped, Guess};
use crate::web::island::redrawn::redrawn;
use crate::web::studio::model::{Model, Reading};

/// The most lines that are shown of what was left out.
const MOST_LINES: usize = 200;
/// The most answers that are shown as buttons.
const MOST_BUTTONS: usize = 5;

#[component]
pub(super) fn ReportPart(model: Model) -> impl IntoView {
    redrawn(move || model.reading.get().map(|reading| report(model, reading)))
}

fn report(model: Model, reading: Reading) -> AnyView {
    let read = &reading.report.read;
    let counts = [
        (read.levels, "level", "levels"),
        (read.competencies, "competency", "competencies"),
        (read.cells, "expectation", "expectations"),
        (read.items, "statement in a list", "statements in lists"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    let names: Vec<String> = reading.files.iter().map(|file| file.name.clone()).collect();
    view! {
        <section aria-labelledby="report-head">
            <h2 id="report-head" tabindex="-1">"What was read"</h2>
            <p>{format!("From {}: {}.", names.join(", "), counts.join(", "))}</p>
            {guesses(model, reading.report.guessed)}
            {dropped(reading.report.dropped)}
        </section>
    }
    .into_any()
}

fn guesses(model: Model, guesses: Vec<Guess>) -> AnyView {
    if guesses.is_empty() {
        return view! { <p>"Nothing is left to confirm."</p> }.into_any();
    }
    let guessed: BTreeMap<String, String> = guesses
        .iter()
        .map(|guess| (guess.id.clone(), guess.answer.clone()))
        .collect();
    let answers = StoredValue::new(guessed.clone());
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answers = answers.get_value();
        let other = |(id, answer): &(String, String)| guessed.get(id) != Some(answer);
        let changed: Vec<_> = answers.clone().into_iter().filter(other).collect();
        // A changed answer may change the other questions.
        match changed.is_empty() {
            true => model.confirm(answers),
            false => model.confirm(changed),
        }
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
            <p><button type="submit" class="button button-first">"These answers are right"</button></p>
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

fn dropped(dropped: Vec<Dropped>) -> Option<AnyView> {
    let count = dropped.len();
    if count == 0 {
        return None;
    }
    let lines = dropped
        .into_iter()
        .take(MOST_LINES)
        .map(|one| {
            view! {
                <tr>
                    <td>{one.place}</td>
                    <td>{one.text}</td>
                    <td>{one.why}</td>
                </tr>
            }
        })
        .collect_view();
    let more = count.checked_sub(MOST_LINES).filter(|more| *more > 0);
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
                {more.map(|more| view! { <p class="soft">{format!("And {more} more.")}</p> })}
            </details>
        }
        .into_any(),
    )
}
