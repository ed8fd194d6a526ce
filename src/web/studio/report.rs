//! What an import read, what it guessed, and what it left out.

use leptos::prelude::*;

use crate::import::{Dropped, Guess};
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::model::{Model, Reading};

/// The most lines that are shown of what was left out.
const MOST_LINES: usize = 200;

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
        return view! { <p class="soft">"Nothing had to be guessed."</p> }.into_any();
    }
    let all: Vec<(String, String)> = guesses
        .iter()
        .map(|guess| (guess.id.clone(), guess.answer.clone()))
        .collect();
    let confirm_all = move |_| {
        model.confirm(&all);
        dom::focus("report-head");
    };
    let lines = guesses
        .into_iter()
        .map(|guess| one_guess(model, guess))
        .collect_view();
    view! {
        <h3>"Please confirm"</h3>
        <p class="soft">
            "The files do not say this. Each answer reads them again: corrections that you made below are replaced, and “Undo” brings them back."
        </p>
        <p><button type="button" class="button button-first" on:click=confirm_all>"All of these are right"</button></p>
        <ol class="studio-guesses">{lines}</ol>
    }
    .into_any()
}

fn one_guess(model: Model, guess: Guess) -> AnyView {
    let field = format!("guess-{}", guess.id);
    let list = format!("{field}-list");
    let id = StoredValue::new(guess.id);
    let of = StoredValue::new(field.clone());
    let options = guess
        .options
        .iter()
        .map(|option| view! { <option value=option.clone()></option> })
        .collect_view();
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answer = dom::filled(&of.get_value()).unwrap_or_default();
        model.confirm(&[(id.get_value(), answer)]);
        dom::focus("report-head");
    };
    view! {
        <li>
            <form on:submit=confirm>
                <label for=field.clone()>{guess.question}</label>
                <input type="text" id=field class="field" list=list.clone() autocomplete="off" prop:value=guess.answer />
                <datalist id=list>{options}</datalist>
                <button type="submit" class="button">"That is right"</button>
            </form>
        </li>
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
