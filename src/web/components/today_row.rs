//! How much of a typical week one kind of work takes: three native radio buttons, and a button to remove
//! the answer.

use leptos::prelude::*;

/// One kind of work.
#[derive(Clone, Debug)]
pub struct TodayLine {
    /// Its id, for the names of its radio buttons.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The row. Nothing is preselected, and an answer is optional.
#[component]
pub fn TodayRow(
    /// The work.
    line: TodayLine,
    /// `(value, label)` of each answer.
    choices: Vec<(u8, &'static str)>,
    /// The present answer.
    chosen: Memo<Option<u8>>,
    /// Called with the answer, or with none when it is removed.
    on_choose: Callback<Option<u8>>,
    /// Called when the answer was removed, with the id of the element to focus, since the button is
    /// removed too.
    on_left_out: Callback<String>,
) -> impl IntoView {
    let first = format!("today-{}-0", line.id);
    let radios = choices
        .into_iter()
        .map(|(value, words)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        id=format!("today-{}-{value}", line.id)
                        name=format!("today-{}", line.id)
                        value=value.to_string()
                        prop:checked=move || chosen.get() == Some(value)
                        checked=chosen.get_untracked() == Some(value)
                        on:change=move |_| on_choose.run(Some(value))
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    let is_given = Memo::new(move |_| chosen.get().is_some());
    view! {
        <fieldset class="segments today-row">
            <legend>{line.name}</legend>
            <div class="segment-row">{radios}</div>
            {move || {
                let first = first.clone();
                is_given
                    .get()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button-text"
                                on:click=move |_| {
                                    on_choose.run(None);
                                    on_left_out.run(first.clone());
                                }
                            >
                                "Leave out"
                            </button>
                        }
                    })
            }}
        </fieldset>
    }
}
