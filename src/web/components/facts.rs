//! A few facts as a list of terms and values.

use leptos::prelude::*;

/// A term and its value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The term.
    pub term: &'static str,
    /// The value.
    pub value: String,
}

/// The facts as a description list.
#[component]
pub fn Facts(
    /// The facts in order.
    facts: Vec<Fact>,
) -> impl IntoView {
    let rows = facts
        .into_iter()
        .map(|fact| view! { <div><dt>{fact.term}</dt><dd>{fact.value}</dd></div> })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
