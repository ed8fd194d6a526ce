//! One question: a fieldset of native radios. Nothing is chosen beforehand, nothing moves by itself.

use leptos::prelude::*;

/// One side of a trade-off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// `A` or `B`.
    pub letter: char,
    /// What one would do.
    pub text: String,
}

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is handed to `on_choose`.
    pub value: String,
    /// The words.
    pub label: String,
}

/// The question, its sides if it is a trade-off, and the answers.
#[component]
pub fn Question(
    /// What the radios are named; unique on the page.
    name: String,
    /// The question in one sentence.
    legend: String,
    /// The two sides of a trade-off; empty for a rating.
    sides: Vec<Side>,
    /// The answers in order, “not sure” last.
    choices: Vec<Choice>,
    /// The value chosen before, if any.
    chosen: Option<String>,
    /// Called with the value of the answer.
    on_choose: Callback<String>,
) -> impl IntoView {
    let sides = (!sides.is_empty()).then(|| {
        let each = sides
            .into_iter()
            .map(|side| {
                view! {
                    <p class="side">
                        <span class="side-letter">{side.letter.to_string()}</span>
                        <span>{side.text}</span>
                    </p>
                }
            })
            .collect_view();
        view! { <div class="sides">{each}</div> }
    });
    let last = choices.len().saturating_sub(1);
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(i, choice)| {
            let checked = chosen.as_ref() == Some(&choice.value);
            let class = if i == last {
                "choice choice-open"
            } else {
                "choice"
            };
            let value = choice.value.clone();
            view! {
                <label class=class>
                    <input
                        type="radio"
                        name=name.clone()
                        value=choice.value
                        prop:checked=checked
                        on:change=move |_| on_choose.run(value.clone())
                    />
                    <span>{choice.label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="question">
            <legend>
                <h1 id="question">{legend}</h1>
            </legend>
            {sides}
            <div class="choices">{radios}</div>
        </fieldset>
    }
}
