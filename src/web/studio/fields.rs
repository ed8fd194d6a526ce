//! Fields of the Studio. A text becomes an edit once its field is left, so that the next field keeps the
//! focus; it follows an undo.

use leptos::prelude::*;

use crate::studio::Edit;
use crate::web::studio::model::Model;

/// A field for a text of one line.
#[component]
pub(super) fn Line(
    model: Model,
    id: String,
    /// What it is, if nothing beside it says so.
    #[prop(optional, into)]
    label: Option<String>,
    /// What it is, for those who do not see the table that it is in.
    #[prop(optional, into)]
    told: Option<String>,
    value: Memo<Option<String>>,
    edit: Callback<String, Edit>,
    #[prop(optional)] list: Option<&'static str>,
) -> impl IntoView {
    let text = move || value.get().unwrap_or_default();
    let shown = StoredValue::new(id.clone());
    let label = label.map(|label| view! { <label for=id.clone()>{label}</label> });
    view! {
        {label}
        <input
            type="text"
            id=id
            class="field"
            autocomplete="off"
            list=list
            aria-label=told
            prop:value=text
            on:change=move |event| {
                let typed = event_target_value(&event);
                // What is refused goes back to what it was.
                if !model.edit(&edit.run(typed)) {
                    crate::web::dom::fill(&shown.get_value(), &value.get_untracked().unwrap_or_default());
                }
            }
        />
    }
}

/// A field for a text of several lines.
#[component]
pub(super) fn Lines(
    model: Model,
    id: String,
    /// What it is, if nothing beside it says so.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What it is, for those who do not see the table that it is in.
    #[prop(optional, into)]
    told: Option<String>,
    value: Memo<Option<String>>,
    edit: Callback<String, Edit>,
    #[prop(default = 3)] rows: u8,
) -> impl IntoView {
    let label = label.map(|label| view! { <label for=id.clone()>{label}</label> });
    view! {
        {label}
        <textarea
            id=id
            class="field"
            rows=rows.to_string()
            autocomplete="off"
            aria-label=told
            prop:value=move || value.get().unwrap_or_default()
            on:change=move |event| {
                model.edit(&edit.run(event_target_value(&event)));
            }
        ></textarea>
    }
}

/// A box that is ticked or not.
#[component]
pub(super) fn Tick(
    model: Model,
    id: String,
    label: String,
    /// Whether the label is only for those who do not see the table.
    #[prop(default = false)]
    is_bare: bool,
    value: Memo<Option<bool>>,
    edit: Callback<bool, Edit>,
) -> impl IntoView {
    let shown = StoredValue::new(id.clone());
    let words = match is_bare {
        true => view! { <span class="visually-hidden">{label}</span> }.into_any(),
        false => view! { <span>{label}</span> }.into_any(),
    };
    view! {
        <label class="check studio-tick">
            <input
                type="checkbox"
                id=id
                autocomplete="off"
                prop:checked=move || value.get().unwrap_or_default()
                on:change=move |event| {
                    if !model.edit(&edit.run(event_target_checked(&event))) {
                        crate::web::dom::tick(&shown.get_value(), value.get_untracked().unwrap_or_default());
                    }
                }
            />
            {words}
        </label>
    }
}

/// A table with a row for each id; nothing where there is none. `row` draws one, by its id and its place
/// among how many.
pub(super) fn table(
    label: &'static str,
    heads: &'static [&'static str],
    ids: Vec<String>,
    row: impl Fn(String, (usize, usize)) -> AnyView,
) -> Option<AnyView> {
    let count = ids.len();
    let heads = heads
        .iter()
        .map(|head| view! { <th scope="col">{*head}</th> })
        .collect_view();
    let ids = ids.into_iter().enumerate();
    let rows = ids.map(|(at, id)| row(id, (at, count))).collect_view();
    (count > 0).then(|| {
        view! {
            <div class="scroll" tabindex="0" role="group" aria-label=label>
                <table class="studio-table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

/// The buttons at the end of a row: one place up, one down, and out. The focus follows the row.
#[component]
pub(super) fn RowButtons(
    model: Model,
    /// What the ids of the buttons end with.
    id: String,
    /// The name of the row.
    name: Memo<Option<String>>,
    /// Its place, and how many there are.
    place: (usize, usize),
    /// The edit that moves it to a place.
    moved: Callback<usize, Edit>,
    /// The edit that takes it out.
    removed: Callback<(), Edit>,
) -> impl IntoView {
    let (at, count) = place;
    let id = StoredValue::new(id);
    let to = move |to: usize, button: &'static str| {
        if model.edit(&moved.run(to)) {
            crate::web::dom::focus(&format!("{button}-{}", id.get_value()));
        }
    };
    let named =
        move |words: &'static str| move || format!("{words}: {}", name.get().unwrap_or_default());
    view! {
        <span class="studio-buttons">
            <button
                type="button"
                class="button-text"
                id=format!("up-{}", id.get_value())
                disabled=at == 0
                aria-label=named("Move up")
                on:click=move |_| to(at.saturating_sub(1), "up")
            >
                "↑"
            </button>
            <button
                type="button"
                class="button-text"
                id=format!("down-{}", id.get_value())
                disabled=at + 1 == count
                aria-label=named("Move down")
                on:click=move |_| to(at + 1, "down")
            >
                "↓"
            </button>
            <button
                type="button"
                class="button-text"
                aria-label=named("Remove")
                on:click=move |_| {
                    if model.edit(&removed.run(())) {
                        crate::web::dom::focus("studio-undo");
                    }
                }
            >
                "Remove"
            </button>
        </span>
    }
}

/// A field with a button that adds something new under the name in it.
#[component]
pub(super) fn Add(
    model: Model,
    id: &'static str,
    label: &'static str,
    edit: Callback<String, Edit>,
) -> impl IntoView {
    view! {
        <form
            class="studio-add no-print"
            on:submit=move |event| {
                event.prevent_default();
                let name = crate::web::dom::filled(id).unwrap_or_default();
                if model.edit(&edit.run(name)) {
                    crate::web::dom::fill(id, "");
                }
                crate::web::dom::focus(id);
            }
        >
            <label for=id>{label}</label>
            <input type="text" id=id class="field" autocomplete="off" />
            <button type="submit" class="button">"Add"</button>
        </form>
    }
}
