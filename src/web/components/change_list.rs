//! The changes in one competency from one level to another, clause by clause.

use leptos::prelude::*;

use crate::web::components::marked;

/// One clause and its change.
#[derive(Clone, Debug)]
pub enum ChangeLine {
    /// In both levels, in the wording of each.
    Same(String, String),
    /// Only in the second level.
    New(String),
    /// Only in the first level.
    Gone(String),
}

/// The clauses: first the new ones, then the removed ones, then the unchanged ones.
#[component]
pub fn ChangeList(
    /// The clauses.
    lines: Vec<ChangeLine>,
    /// The label of a clause that only the second level has.
    #[prop(default = "New")]
    new: &'static str,
    /// The label of a clause that only the first level has.
    gone: &'static str,
) -> impl IntoView {
    let group = |class: &'static str, head: &'static str, wanted: fn(&ChangeLine) -> bool| {
        let items: Vec<AnyView> = lines.iter().filter(|line| wanted(line)).map(item).collect();
        (!items.is_empty()).then(|| {
            view! {
                <div class=format!("change change-{class}")>
                    <h4 class="change-head">{head}</h4>
                    <ul class="plain-list">{items}</ul>
                </div>
            }
        })
    };
    view! {
        <div class="changes">
            {group("new", new, |line| matches!(line, ChangeLine::New(_)))}
            {group("gone", gone, |line| matches!(line, ChangeLine::Gone(_)))}
            {group("same", "The same", |line| matches!(line, ChangeLine::Same(..)))}
        </div>
    }
}

fn item(line: &ChangeLine) -> AnyView {
    match line {
        ChangeLine::Same(from, to) => view! { <li>{marked(to, Some(from))}</li> }.into_any(),
        ChangeLine::New(text) | ChangeLine::Gone(text) => {
            view! { <li>{text.clone()}</li> }.into_any()
        }
    }
}
