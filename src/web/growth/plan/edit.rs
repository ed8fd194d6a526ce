//! The form that changes an item. Each text is saved when its field is left.

use leptos::prelude::*;

use crate::growth::{Date, GrowthId, PlanField, PlanItem};
use crate::web::dom::{self, repository};
use crate::web::growth::named::{chosen_levels, named};
use crate::web::growth::plan::{Plan, key};
use crate::web::growth::typed::{TextField, Typed, TypedLine};
use crate::web::island::redrawn::redrawn;

/// The texts of an item that is being written or changed, but for its aim, with their labels.
const MORE: [(PlanField, &str); 3] = [
    (PlanField::FirstStep, "First step"),
    (PlanField::Notice, "How I’ll notice that it worked"),
    (PlanField::Helper, "Who helps"),
];

/// The fields of an item: one that is saved, or a new one if there are no `typed` fields.
pub(super) fn fields(
    id: &GrowthId,
    item: Option<&PlanItem>,
    typed: Option<Typed>,
    on_day: impl Fn(String) + 'static,
) -> AnyView {
    let text = |field| item.map_or("", |item| item.text(field)).to_owned();
    let field = |which, label| {
        view! {
            <TextField typed=typed key=key(id, which) label=label text=text(which) />
        }
    };
    let by = item.and_then(|item| item.by).map(|by| by.to_string());
    let (day, about) = (day_key(id), format!("{}-about", day_key(id)));
    view! {
        {field(PlanField::Aim, "What I want to reach")}
        <div class="typed">
            <label for=day.clone()>"By when"</label>
            <input
                type="date"
                id=day
                class="field"
                min="1970-01-01"
                max="2999-12-31"
                autocomplete="off"
                aria-describedby=about.clone()
                value=by.unwrap_or_default()
                on:change=move |event| on_day(event_target_value(&event))
            />
            <p id=about class="too-long" role="status"></p>
        </div>
        {MORE.map(|(which, label)| field(which, label)).into_iter().collect_view()}
    }
    .into_any()
}

/// The id of the field for the day.
pub(super) fn day_key(id: &GrowthId) -> String {
    format!("by-{id}")
}

/// The day in a field; none for an empty one.
///
/// # Errors
/// What is wrong with it.
pub(super) fn day(text: &str) -> Result<Option<Date>, String> {
    match text {
        "" => Ok(None),
        text => Date::parse(text)
            .map(Some)
            .map_err(|fault| fault.to_string()),
    }
}

/// The form.
pub(super) fn edit(plan: Plan, item: &PlanItem) -> AnyView {
    let model = plan.model;
    let id = StoredValue::new(item.id.clone());
    let before = StoredValue::new(item.clone());
    let unsaved = RwSignal::new(false);
    let on_day = move |text: String| {
        let id = id.get_value();
        let day = match day(&text) {
            Ok(day) => day,
            Err(why) => return dom::say_invalid(&day_key(&id), &why),
        };
        dom::say_invalid(&day_key(&id), "");
        let edited = repository().edit_plan_item(&id, dom::now(), |item| item.by = day);
        model.saved(edited.map(drop));
    };
    let close = move || {
        plan.editing.set(None);
        id.with_value(|id| dom::focus(&format!("item-{id}")));
    };
    let finish = move |_| match plan.typed.write_all() {
        true => close(),
        false => unsaved.set(true),
    };
    let is_gone = Memo::new(move |_| {
        let is_it = |item: &PlanItem| id.with_value(|id| item.id == *id);
        plan.items.with(|items| !items.iter().any(is_it))
    });
    let put_back = move |_| {
        let mut item = before.get_value();
        for field in PlanField::ALL {
            let typed = dom::filled(&key(&item.id, field)).unwrap_or_default();
            // The aim that was there before is better than none; the line why has no field here.
            if !typed.trim().is_empty() {
                let before = item.text(field).to_owned();
                item.edit(field, &before, &typed);
            }
        }
        let by = dom::filled(&day_key(&item.id));
        item.by = by.and_then(|by| day(&by).ok()).flatten();
        model.saved(repository().save_plan_item(&item));
        plan.typed.write_all();
    };
    view! {
        <p class="plan-about">{named(model, &chosen_levels(model), &item.mark, &[])}</p>
        {redrawn(move || is_gone.get().then(|| view! {
            <p class="notice notice-warning" role="alert">
                "Another tab deleted this. What you see here isn’t saved any more. "
                <button type="button" class="button-text" on:click=put_back>"Save it after all"</button>
            </p>
        }))}
        {fields(&item.id, Some(item), Some(plan.typed), on_day)}
        {redrawn(move || unsaved.get().then(|| view! {
            <p class="notice notice-warning" role="alert">
                "Not everything here is saved. "
                <button type="button" class="button-text" on:click=move |_| close()>"Close it without saving the rest"</button>
            </p>
        }))}
        <p class="actions no-print">
            <button type="button" class="button button-first" on:click=finish>"Close"</button>
        </p>
        <TypedLine typed=plan.typed />
    }
    .into_any()
}
