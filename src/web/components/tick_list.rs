//! Statements to tick: what a ticked one points to shows below it, by the styles alone.

use leptos::prelude::*;

/// A statement.
pub struct Tick {
    /// The id of its box.
    pub id: String,
    /// The statement.
    pub text: String,
    /// What shows once it is ticked.
    pub then: AnyView,
}

/// The statements. Nothing is kept: leaving the page clears them.
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
