//! One question after the other: a fieldset of native radios. Nothing is chosen beforehand, nothing
//! moves by itself. The next question changes the words where they stand and draws nothing anew.

use leptos::prelude::*;

/// What the radios are called. It is the same for every question: a radio that is chosen and takes
/// another name would take the choice from its new neighbours.
const NAME: &str = "answer";

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The id of what is asked, for `data-item`.
    pub item: String,
    /// The question in one sentence.
    pub legend: String,
    /// The sides A and B of a trade-off; none for a rating.
    pub sides: Option<[String; 2]>,
    /// The words of the answers in order, “not sure” last.
    pub labels: Vec<String>,
}

/// The question, its sides if it is a trade-off, and the answers.
#[component]
pub fn Question(
    /// What is asked. Every question has as many answers as the first.
    asked: Memo<Asked>,
    /// The position of the answer chosen before, if any.
    chosen: Memo<Option<usize>>,
    /// Called with the position of the answer.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let side = move |letter: &'static str, at: usize| {
        let text = move || {
            let text = |asked: &Asked| asked.sides.as_ref()?.get(at).cloned();
            asked.with(text)
        };
        view! {
            <p class="side">
                <span class="side-letter">{letter}</span>
                <span>{text}</span>
            </p>
        }
    };
    let is_trade_off = Memo::new(move |_| asked.with(|asked| asked.sides.is_some()));
    let count = asked.with_untracked(|asked| asked.labels.len());
    let radios = (0..count)
        .map(|at| {
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
                        name=NAME
                        value=value
                        prop:checked=move || chosen.get() == Some(at)
                        on:change=move |_| on_choose.run(at)
                    />
                    <span>{move || asked.with(|asked| asked.labels.get(at).cloned())}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="question" data-item=move || asked.with(|asked| asked.item.clone())>
            <legend>
                <h1 id="question">{move || asked.with(|asked| asked.legend.clone())}</h1>
            </legend>
            {move || {
                is_trade_off
                    .get()
                    .then(|| view! { <div class="sides">{side("A", 0)} {side("B", 1)}</div> })
            }}
            <div class="choices">{radios}</div>
        </fieldset>
    }
}
