//! A few facts as a list of terms and values.

use leptos::prelude::*;

/// A term and its value.
pub struct Fact {
    /// The term.
    pub term: String,
    /// The value.
    pub value: String,
    /// The value as a list; empty where it is a text.
    pub items: Vec<String>,
    /// The mark of what it rests on, where that is not said of all of them together.
    pub basis: Option<AnyView>,
}

/// The facts as a description list.
#[component]
pub fn Facts(
    /// The facts in order.
    facts: Vec<Fact>,
) -> impl IntoView {
    let rows = facts
        .into_iter()
        .map(|fact| {
            let items = fact
                .items
                .into_iter()
                .map(|item| view! { <li>{item}</li> })
                .collect_view();
            let value = match fact.value.is_empty() {
                true => view! { <ul>{items}</ul> }.into_any(),
                false => fact.value.into_any(),
            };
            view! { <div><dt>{fact.term}</dt><dd>{value} " " {fact.basis}</dd></div> }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
