//! The table of competencies, and their groups.

use leptos::prelude::*;

use crate::ladder::{CompetencyFile, Draft, GroupFile};
use crate::studio::Edit;
use crate::web::dom;
use crate::web::island::redrawn::redrawn;
use crate::web::studio::fields::{Add, Line, Lines, RowButtons, table};
use crate::web::studio::model::Model;

/// An id and a name.
type Named = (String, String);

#[component]
pub(super) fn Competencies(model: Model) -> impl IntoView {
    let items = model.read(|draft| {
        let items = draft.competencies.iter();
        items
            .map(|item| (item.id.clone(), item.name.clone()))
            .collect::<Vec<Named>>()
    });
    let ids = Memo::new(move |_| {
        let items = items.get().unwrap_or_default();
        items.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    });
    let groups = model.read(|draft| {
        let mut all = Vec::new();
        listed(&draft.groups, &mut all);
        all
    });
    view! {
        <section aria-labelledby="items-head">
            <h2 id="items-head">"Competencies"</h2>
            {redrawn(move || {
                let groups = groups.get().unwrap_or_default();
                table("Competencies", &["Name", "Description", "Group", "Order"], ids.get(), |id, place| row(model, id, &groups, place))
            })}
            <Add model=model id="add-item" label="New competency" edit=Callback::new(Edit::AddCompetency) />
            {redrawn(move || join(model, items.get().unwrap_or_default()))}
            <h3>"Groups"</h3>
            {redrawn(move || {
                let rows = groups
                    .get()
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(id, name)| group(model, id, name))
                    .collect_view();
                view! { <ul class="plain-list studio-groups">{rows}</ul> }
            })}
            <Add model=model id="add-group" label="New group" edit=Callback::new(Edit::AddGroup) />
        </section>
    }
}

fn listed(groups: &[GroupFile], all: &mut Vec<Named>) {
    for group in groups {
        all.push((group.id.clone(), group.name.clone()));
        listed(&group.groups, all);
    }
}

fn row(model: Model, id: String, groups: &[Named], place: (usize, usize)) -> AnyView {
    let of = |draft: &Draft, id: &str| -> Option<CompetencyFile> {
        draft.competencies.iter().find(|one| one.id == id).cloned()
    };
    let own = StoredValue::new(id.clone());
    let name = model.read(move |draft| of(draft, &own.get_value()).map(|item| item.name));
    let name = Memo::new(move |_| name.get().flatten());
    let about = model.read(move |draft| {
        let item = of(draft, &own.get_value());
        item.and_then(|item| item.about).unwrap_or_default()
    });
    let group = model.read(move |draft| of(draft, &own.get_value()).and_then(|item| item.group));
    let is_in = move |id: &str| group.get().flatten().as_deref().unwrap_or_default() == id;
    let options = groups
        .iter()
        .map(|(id, name)| {
            let of = id.clone();
            view! { <option value=id.clone() prop:selected=move || is_in(&of)>{name.clone()}</option> }
        })
        .collect_view();
    view! {
        <tr>
            <td>
                <Line
                    model=model
                    id=format!("item-{id}")
                    told=format!("Name of competency {}", place.0 + 1)
                    value=name
                    edit=Callback::new(move |text| Edit::CompetencyName(own.get_value(), text))
                />
            </td>
            <td>
                <Lines
                    model=model
                    id=format!("about-{id}")
                    told=format!("Description of competency {}", place.0 + 1)
                    rows=1
                    value=about
                    edit=Callback::new(move |text| Edit::CompetencyAbout(own.get_value(), text))
                />
            </td>
            <td>
                <select
                    id=format!("group-of-{id}")
                    class="field"
                    autocomplete="off"
                    aria-label=format!("Group of competency {}", place.0 + 1)
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        let chosen = (!chosen.is_empty()).then_some(chosen);
                        model.edit(&Edit::CompetencyGroup(own.get_value(), chosen));
                    }
                >
                    <option value="" prop:selected=move || is_in("")>"None"</option>
                    {options}
                </select>
            </td>
            <td>
                <RowButtons
                    model=model
                    id=format!("item-{id}")
                    name=name
                    place=place
                    moved=Callback::new(move |to| Edit::MoveCompetency(own.get_value(), to))
                    removed=Callback::new(move |()| Edit::RemoveCompetency(own.get_value()))
                />
            </td>
        </tr>
    }
    .into_any()
}

/// A group as a line with a field for its name.
fn group(model: Model, id: String, name: String) -> AnyView {
    let own = StoredValue::new(id.clone());
    view! {
        <li>
            <input
                type="text"
                id=format!("group-{id}")
                class="field"
                autocomplete="off"
                aria-label="Name of a group"
                prop:value=name.clone()
                on:change=move |event| {
                    let typed = event_target_value(&event);
                    if !model.edit(&Edit::GroupName(own.get_value(), typed)) {
                        dom::fill(&format!("group-{}", own.get_value()), &name);
                    }
                }
            />
            <button
                type="button"
                class="button-text"
                on:click=move |_| {
                    if model.edit(&Edit::RemoveGroup(own.get_value())) {
                        dom::focus("studio-undo");
                    }
                }
            >
                "Remove"
            </button>
        </li>
    }
    .into_any()
}

/// Joins two spellings of one competency.
fn join(model: Model, items: Vec<Named>) -> Option<AnyView> {
    const FROM: &str = "join-from";
    const INTO: &str = "join-into";
    let list = |id: &'static str| {
        let options = items
            .iter()
            .map(|(id, name)| view! { <option value=id.clone()>{name.clone()}</option> })
            .collect_view();
        view! { <select id=id class="field" autocomplete="off">{options}</select> }
    };
    (items.len() > 1).then(|| {
        view! {
            <details class="no-print">
                <summary>"Join two spellings of one competency"</summary>
                <form
                    class="studio-add"
                    on:submit=move |event| {
                        event.prevent_default();
                        let chosen = |id: &str| dom::filled(id).unwrap_or_default();
                        model.edit(&Edit::JoinCompetencies(chosen(FROM), chosen(INTO)));
                    }
                >
                    <label for=FROM>"Put the texts of"</label>
                    {list(FROM)}
                    <label for=INTO>"into"</label>
                    {list(INTO)}
                    <button type="submit" class="button">"Join"</button>
                </form>
            </details>
        }
        .into_any()
    })
}
