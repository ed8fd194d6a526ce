//! A list of statements to tick. A ticked one shows its advice below it, by styles alone.

use leptos::prelude::*;

/// A statement.
pub struct Tick {
    /// The id of its box.
    pub id: String,
    /// The statement.
    pub text: String,
    /// The content shown once it is ticked.
    pub then: AnyView,
}

/// The statements. Nothing is saved: leaving the page clears the ticks.
#[component]
pub fn TickList(
    /// The statements.
    ticks: Vec<Tick>,
) -> impl IntoView {
    let items = ticks
        .into_iter()
        .map(|Tick { id, text, then }| {
            view! {
                <li class="tick">
                    <label>
                        <input id=id type="checkbox" />
                        <span>{text}</span>
                    </label>
                    <div class="tick-then">{then}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="ticks plain-list">{items}</ul> }
}
