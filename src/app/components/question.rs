//! One question after the other: a fieldset of native radios. Nothing is chosen beforehand, nothing
//! moves by itself. The next question changes the words where they stand and draws nothing anew.

use leptos::prelude::*;

/// What the radios are called. It is the same for every question: a radio that is chosen and takes
/// another name would take the choice from its new neighbours.
const NAME: &str = "answer";

/// What is asked, and what was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The id of what is asked, for `data-item`.
    pub item: String,
    /// Which question this is, from 0.
    pub at: usize,
    /// How many questions there are.
    pub of: usize,
    /// How to think of it, in one line.
    pub hint: &'static str,
    /// The question in one sentence.
    pub legend: String,
    /// The sides A and B of a trade-off; none for a rating.
    pub sides: Option<[String; 2]>,
    /// The words of the answers in order, “not sure” last.
    pub labels: Vec<String>,
    /// The position of the answer that was given.
    pub chosen: Option<usize>,
}

impl Asked {
    fn side(&self, at: usize) -> String {
        let side = self.sides.as_ref().and_then(|sides| sides.get(at));
        side.cloned().unwrap_or_default()
    }

    fn label(&self, at: usize) -> String {
        self.labels.get(at).cloned().unwrap_or_default()
    }
}

/// A text of the question, which changes with it. All are of one type: each further type of closure
/// costs a visitor bytes.
pub fn words_of(
    asked: Memo<Asked>,
    part: fn(&Asked, usize) -> String,
    at: usize,
) -> impl Fn() -> String + Clone + Send + 'static {
    move || asked.with(|asked| part(asked, at))
}

/// The question, its sides if it is a trade-off, and the answers.
#[component]
pub fn Question(
    /// What is asked. Every question has as many answers as the first.
    asked: Memo<Asked>,
    /// Called with the position of the answer.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let side = move |letter: &'static str, at: usize| {
        view! {
            <p class="side">
                <span class="side-letter">{letter}</span>
                <span>{words_of(asked, Asked::side, at)}</span>
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
                        prop:checked=move || asked.with(|asked| asked.chosen == Some(at))
                        on:change=move |_| on_choose.run(at)
                    />
                    <span>{words_of(asked, Asked::label, at)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="question" data-item=words_of(asked, |asked, _| asked.item.clone(), 0)>
            <legend>
                <h1 id="question">{words_of(asked, |asked, _| asked.legend.clone(), 0)}</h1>
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
