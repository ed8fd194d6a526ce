//! What going from one level to another changes in one competency, clause by clause.

use leptos::prelude::*;

use crate::web::components::marked;

/// One clause and what becomes of it.
#[derive(Clone, Debug)]
pub enum ChangeLine {
    /// Both levels say it, in these words here and there.
    Same(String, String),
    /// Only the level one goes to.
    New(String),
    /// Only the level one comes from.
    Gone(String),
}

/// The clauses: the new ones, then those that fall away, then those that stay.
#[component]
pub fn ChangeList(
    /// The clauses.
    lines: Vec<ChangeLine>,
    /// What a clause is called that only the second level has.
    #[prop(default = "New")]
    new: &'static str,
    /// What a clause is called that only the first level has.
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
