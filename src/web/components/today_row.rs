//! How often something fills the weeks: three native radios, and a way to leave it out again.

use leptos::prelude::*;

/// The id of the first answer.
const FIRST: &str = "today-first";

/// The row. Nothing is chosen at first, and nothing has to be.
#[component]
pub fn TodayRow(
    /// `(value, words)` of each answer.
    choices: Vec<(u8, &'static str)>,
    /// The answer that was given.
    chosen: Memo<Option<u8>>,
    /// Called with the answer, or with none when it is taken back.
    on_choose: Callback<Option<u8>>,
    /// Called when the answer was taken back, with the id of what should get the focus, since the
    /// button is gone.
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
