//! One item of the plan, and what can be done with it.

use leptos::prelude::*;

use crate::growth::{Expected, GrowthId, PlanField, PlanItem, PlanState};
use crate::route::{GrowthPart, Route};
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::named::{chosen_levels, name, named};
use crate::web::growth::plan::edit::edit;
use crate::web::growth::plan::{Plan, key, set_state, take_on, words};
use crate::web::growth::typed::TextField;
use crate::web::island::redrawn::redrawn;

/// Where an item is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In its quarter.
    Planned,
    /// Among what is left from earlier quarters.
    Left,
}

/// An item, or its form while it is being changed.
pub(super) fn card(plan: Plan, id: &GrowthId, place: Place) -> AnyView {
    let own = StoredValue::new(id.clone());
    // Without the line why: its field must not be redrawn while someone types.
    let shown = Memo::new(move |_| {
        let found = own.with_value(|id| find(plan, id));
        found.map(|item| PlanItem {
            why: String::new(),
            changed: 0.0,
            ..item
        })
    });
    let form = Memo::new(move |_| {
        let editing = plan.editing.get();
        editing.filter(|item| own.with_value(|id| item.id == *id))
    });
    view! {
        <li class="plan-item" id=format!("item-{id}") tabindex="-1">
            {redrawn(move || match form.get() {
                Some(item) => Some(edit(plan, &item)),
                None => shown.get().map(|item| content(plan, &item, place)),
            })}
        </li>
    }
    .into_any()
}

fn find(plan: Plan, id: &GrowthId) -> Option<PlanItem> {
    let items = plan.items;
    items.with(|items| items.iter().find(|item| item.id == *id).cloned())
}

fn content(plan: Plan, item: &PlanItem, place: Place) -> AnyView {
    let model = plan.model;
    let expected = Expected::find(model.ladder(), &item.mark);
    let expected = expected.map(|one| one.expectation.headline().to_owned());
    let (sign, state) = words::state(item.state);
    let is_open = item.state == PlanState::Open;
    let state = (!is_open || place == Place::Left).then(|| {
        view! { <p class="plan-state"><span aria-hidden="true">{sign}</span> " " {state}</p> }
    });
    let line = |label: &'static str, text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <dt>{label}</dt> <dd>{text}</dd> })
    };
    let by = words::by(item, plan.today);
    let is_due = is_open && item.by.is_some_and(|by| by <= plan.today);
    let by = by.map(|words| {
        view! { <p class=if is_due { "plan-by plan-due" } else { "plan-by" }>{words}</p> }
    });
    view! {
        <p class="plan-about">{named(model, &chosen_levels(model), &item.mark, &[])}</p>
        <h3 class="plan-text">{item.aim.clone()}</h3>
        {state}
        {by}
        {expected.map(|words| view! { <p class="soft small">"The ladder says: “" {words} "”"</p> })}
        <dl class="plan-lines plan-text">
            {line("First step", &item.first_step)}
            {line("How I’ll notice", &item.notice)}
            {line("Who helps", &item.helper)}
        </dl>
        {(!is_open).then(|| why(plan, item))}
        {refusal(plan, item)}
        {actions(plan, item, place)}
        {(item.state == PlanState::Done).then(|| to_evidence(plan, item))}
    }
    .into_any()
}

/// The way to write down what came of it.
fn to_evidence(plan: Plan, item: &PlanItem) -> AnyView {
    let page = plan.model.link(&Route::Growth(GrowthPart::Evidence));
    let competency = item.mark.split_once('.').map_or("", |(_, id)| id);
    let href = format!("{page}?add={competency}");
    view! { <p class="no-print"><a href=href>"Write down what came of it, as evidence"</a></p> }
        .into_any()
}

/// The line why it is done, kept or dropped.
fn why(plan: Plan, item: &PlanItem) -> AnyView {
    let saved = find_untracked(plan, &item.id).map(|item| item.why);
    view! {
        <TextField
            typed=Some(plan.typed)
            key=key(&item.id, PlanField::Why)
            label="Why, in a line"
            text=saved.unwrap_or_default()
            rows=1
        />
    }
    .into_any()
}

fn find_untracked(plan: Plan, id: &GrowthId) -> Option<PlanItem> {
    untrack(|| find(plan, id))
}

fn refusal(plan: Plan, item: &PlanItem) -> impl IntoView + use<> {
    let id = item.id.clone();
    let refused = Memo::new(move |_| {
        let refused = plan.refused.get().filter(|(refused, _)| *refused == id);
        refused.map(|(_, why)| why)
    });
    redrawn(move || {
        let why = refused.get();
        why.map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> })
    })
}

fn actions(plan: Plan, item: &PlanItem, place: Place) -> AnyView {
    let about = format!(
        "{}: {}",
        name(plan.model, &chosen_levels(plan.model), &item.mark),
        item.aim
    );
    let button = |class: &'static str, words: &'static str, press: Box<dyn Fn()>| {
        view! {
            <button type="button" class=class aria-label=format!("{words}: {about}") on:click=move |_| press()>
                {words}
            </button>
        }
        .into_any()
    };
    let becomes = |words, state| {
        let id = item.id.clone();
        let press = move || {
            plan.settled.set_value(Some(id.clone()));
            set_state(plan, &id, state);
            dom::focus(&match state {
                PlanState::Open => format!("item-{id}"),
                _ => key(&id, PlanField::Why),
            });
        };
        button("button", words, Box::new(press))
    };
    let is_open = item.state == PlanState::Open;
    let mut buttons = Vec::new();
    if place == Place::Left {
        let id = item.id.clone();
        let take = move || take_on(plan, std::slice::from_ref(&id));
        buttons.push(button(
            "button button-first",
            "Take into this quarter",
            Box::new(take),
        ));
    }
    if is_open {
        buttons.push(becomes("Done", PlanState::Done));
        if place == Place::Planned {
            buttons.push(becomes("Keep for the next quarter", PlanState::Kept));
        }
        buttons.push(becomes("Drop", PlanState::Dropped));
    } else if place == Place::Planned {
        buttons.push(becomes("Reopen", PlanState::Open));
    }
    let whole = item.clone();
    let change = move || {
        plan.typed.write_all();
        plan.editing.set(find_untracked(plan, &whole.id));
        dom::focus(&key(&whole.id, PlanField::Aim));
    };
    buttons.push(button("button-text", "Change", Box::new(change)));
    let id = item.id.clone();
    let remove = move || match repository().remove_plan_item(&id) {
        Ok(Some(undo)) => {
            let words = "An item was deleted from the plan.";
            plan.model.changes.tell(words, Ok(undo));
        }
        Ok(None) => {}
        Err(error) => plan.model.changes.fail(error),
    };
    buttons.push(button("button-text", "Delete", Box::new(remove)));
    view! { <p class="actions no-print">{buttons}</p> }.into_any()
}
