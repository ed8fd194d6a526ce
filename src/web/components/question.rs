//! One question: a fieldset of native radio buttons. Nothing is preselected, and nothing advances
//! automatically.

use leptos::prelude::*;

/// The content of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The id of the item or behaviour, for `data-item`.
    pub item: String,
    /// The question in one sentence.
    pub legend: String,
    /// The sides A and B of a trade-off; none for a rating.
    pub sides: Option<[String; 2]>,
    /// The labels of the answers in order, “not sure” last.
    pub labels: Vec<String>,
}

/// The question, its sides if it is a trade-off, and the answers.
#[component]
pub fn Question(
    /// The content.
    asked: Asked,
    /// The position of the answer given here or in another tab.
    chosen: Memo<Option<usize>>,
    /// Called with the position of the answer.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let sides = asked.sides.map(|[a, b]| {
        let side = |letter: &'static str, text: String| {
            view! {
                <p class="side">
                    <span class="side-letter">{letter}</span>
                    <span>{text}</span>
                </p>
            }
        };
        view! { <div class="sides">{side("A", a)} {side("B", b)}</div> }
    });
    let count = asked.labels.len();
    let radios = asked
        .labels
        .into_iter()
        .enumerate()
        .map(|(at, label)| {
            let open = at + 1 == count;
            let class = if open { "choice choice-open" } else { "choice" };
            let value = if open {
                "open".to_owned()
            } else {
                at.to_string()
            };
            view! {
                <label class=class>
                    <input
                        type="radio"
                        name="answer"
                        value=value
                        prop:checked=move || chosen.get() == Some(at)
                        on:change=move |_| on_choose.run(at)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="question" data-item=asked.item>
            <legend>
                <h1 id="question">{asked.legend}</h1>
            </legend>
            {sides}
            <div class="choices">{radios}</div>
        </fieldset>
    }
}
