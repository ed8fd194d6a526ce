//! One question: a fieldset of native radio buttons. Five answers are one scale, between the two sides
//! of a trade-off; the answers that count for no side follow in a quiet row. Nothing is preselected, and
//! the arrow keys never advance.

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
    /// The labels of the five answers on the scale, in order.
    pub labels: Vec<String>,
    /// The labels of the answers that count for no side.
    pub others: Vec<String>,
}

/// The id of the answer at a position.
pub fn answer_id(position: usize) -> String {
    format!("answer-{position}")
}

/// The question, its sides if it is a trade-off, and the answers.
#[component]
pub fn Question(
    /// The content.
    asked: Asked,
    /// The position of the answer given here or in another tab.
    chosen: Memo<Option<usize>>,
    /// Whether a tap on an answer goes on.
    one_tap: Memo<bool>,
    /// Called with the position of an answer chosen by the arrow keys, Space or a screen reader.
    on_choose: Callback<usize>,
    /// Called with the position of an answer that was tapped while one tap goes on, or chosen by its
    /// number.
    on_tap: Callback<usize>,
) -> impl IntoView {
    let scale = asked.labels.len();
    let radio = move |at: usize, label: String| {
        // A click from the arrow keys or from a screen reader has no count of clicks.
        let tapped = move |event: leptos::ev::MouseEvent| {
            if one_tap.get_untracked() && event.detail() > 0 {
                event.prevent_default();
                on_tap.run(at);
            }
        };
        view! {
            <label class=if at < scale { "choice" } else { "choice choice-open" } on:click=tapped>
                <input
                    type="radio"
                    name="answer"
                    id=answer_id(at)
                    value=at.to_string()
                    prop:checked=move || chosen.get() == Some(at)
                    on:change=move |_| on_choose.run(at)
                />
                <span>{label}</span>
            </label>
        }
    };
    let on_number = move |event: leptos::ev::KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        let number = event.key().parse::<usize>().ok();
        let number = number.filter(|number| (1..=scale).contains(number));
        if let Some(number) = number.filter(|_| !modified && !event.is_composing()) {
            event.prevent_default();
            on_tap.run(number - 1);
        }
    };
    let answers: Vec<AnyView> = asked
        .labels
        .into_iter()
        .enumerate()
        .map(|(at, label)| radio(at, label).into_any())
        .collect();
    let others: Vec<AnyView> = asked
        .others
        .into_iter()
        .enumerate()
        .map(|(at, label)| radio(scale + at, label).into_any())
        .collect();
    let side = |letter: &'static str, text: String| {
        view! {
            <p class="side">
                <b class="side-letter">{letter}</b>
                " "
                <span>{text}</span>
            </p>
        }
    };
    let (class, sides) = match asked.sides {
        Some([a, b]) => ("scale between", Some([side("A", a), side("B", b)])),
        None => ("scale", None),
    };
    let [a, b] = sides.map_or([None, None], |[a, b]| [Some(a), Some(b)]);
    view! {
        <fieldset class="question" data-item=asked.item on:keydown=on_number>
            <legend>
                <h1 id="question">{asked.legend}</h1>
            </legend>
            <div class=class>{a} {b} <div class="choices">{answers}</div></div>
            <div class="others">{others}</div>
        </fieldset>
    }
}
