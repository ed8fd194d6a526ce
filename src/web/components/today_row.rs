//! How much of a typical week something takes: three native radio buttons, and a button to remove the
//! answer.

use leptos::prelude::*;

/// The id of the first answer.
const FIRST: &str = "today-first";

/// The row. Nothing is preselected, and an answer is optional.
#[component]
pub fn TodayRow(
    /// `(value, label)` of each answer.
    choices: Vec<(u8, &'static str)>,
    /// The present answer.
    chosen: Memo<Option<u8>>,
    /// Called with the answer, or with none when it is removed.
    on_choose: Callback<Option<u8>>,
    /// Called when the answer was removed, with the id of the element to focus, since the button is
    /// removed too.
    on_left_out: Callback<&'static str>,
) -> impl IntoView {
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(at, (value, words))| {
            let first = (at == 0).then_some(FIRST);
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        id=first
                        name="today"
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
            <legend>"Today (optional): how much of it do your weeks hold?"</legend>
            <div class="segment-row">{radios}</div>
            {move || {
                is_given
                    .get()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button-text"
                                on:click=move |_| {
                                    on_choose.run(None);
                                    on_left_out.run(FIRST);
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
