//! The plan: what this quarter has, what comes later, what is left from before, and the calendar file.
//! Reads and orders items; one item and the forms are in files of their own.

mod card;
mod edit;
mod new;
mod words;

pub(super) use words::{by as by_words, state as state_words};

use leptos::prelude::*;

use crate::growth::{
    Date, GrowthId, PlanFault, PlanField, PlanItem, PlanState, Quarter, left_over, to_calendar,
};
use crate::store::StoreError;
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::dates;
use crate::web::growth::model::{Model, today};
use crate::web::growth::named::{chosen_levels, name};
use crate::web::growth::plan::card::{Place, card};
use crate::web::growth::plan::new::NewItem;
use crate::web::growth::typed::{Text, Typed, TypedLine, Wrote};
use crate::web::growth::words::count;
use crate::web::island::redrawn::redrawn;
use crate::web::words::store_problem;

/// The name of the calendar file.
const FILE: &str = "ladder-explorer-plan.ics";

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    model: Model,
    today: Date,
    /// The items that can be read, as [`Repository::plan`](crate::store::Repository::plan) orders them.
    items: Memo<Vec<PlanItem>>,
    /// The item that is being changed, as it was before.
    editing: RwSignal<Option<PlanItem>>,
    /// An item and why it cannot be opened again or taken into this quarter.
    refused: RwSignal<Option<(GrowthId, String)>>,
    /// The item that was done, kept or dropped last, which stays in sight.
    settled: StoredValue<Option<GrowthId>>,
    typed: Typed,
}

/// The ids of the items by where they are shown.
#[derive(Clone, PartialEq, Default)]
struct Places {
    now: Vec<GrowthId>,
    /// By quarter, the next one first.
    later: Vec<(Quarter, Vec<GrowthId>)>,
    left: Vec<GrowthId>,
    /// By quarter, the last one first.
    earlier: Vec<(Quarter, Vec<GrowthId>)>,
}

impl Places {
    fn of(items: &[PlanItem], now: Quarter) -> Self {
        let left: Vec<GrowthId> = left_over(items, now)
            .into_iter()
            .map(|item| item.id.clone())
            .collect();
        let mut places = Self::default();
        for item in items.iter().filter(|item| !left.contains(&item.id)) {
            let groups = match item.quarter {
                quarter if quarter == now => {
                    places.now.push(item.id.clone());
                    continue;
                }
                quarter if quarter > now => &mut places.later,
                _ => &mut places.earlier,
            };
            match groups.last_mut() {
                Some((quarter, ids)) if *quarter == item.quarter => ids.push(item.id.clone()),
                _ => groups.push((item.quarter, vec![item.id.clone()])),
            }
        }
        places.later.reverse();
        places.left = left;
        places
    }
}

/// What is saved by now.
fn saved() -> Vec<PlanItem> {
    let plan = repository().plan().unwrap_or_default();
    plan.into_iter().filter_map(Result::ok).collect()
}

/// The page.
#[component]
pub(crate) fn PlanPart(model: Model) -> impl IntoView {
    let Some(today) = today() else {
        return view! { <Notice tone=Tone::Warning>"This device’s clock is set to a year that a plan can’t be about. Set it right, then reload the page."</Notice> }
            .into_any();
    };
    let now = today.quarter();
    let stored = model.read(|kept| kept.plan());
    let items = Memo::new(move |_| {
        let stored = stored.get().unwrap_or_default();
        stored.into_iter().filter_map(Result::ok).collect()
    });
    let plan = Plan {
        model,
        today,
        items,
        editing: RwSignal::new(None),
        refused: RwSignal::new(None),
        settled: StoredValue::new(None),
        typed: Typed::new(model, write),
    };
    // An item that another tab removes while it is being changed here stays until that is done.
    let places = Memo::new(move |_| {
        let mut items = items.get();
        items.extend(
            plan.editing
                .get()
                .filter(|one| items.iter().all(|item| item.id != one.id)),
        );
        items.sort_by_key(|item| std::cmp::Reverse(item.quarter));
        Places::of(&items, now)
    });
    let of_now = Memo::new(move |_| places.with(|places| places.now.clone()));
    let left = Memo::new(move |_| places.with(|places| places.left.clone()));
    let later = Memo::new(move |_| places.with(|places| places.later.clone()));
    let earlier = Memo::new(move |_| places.with(|places| places.earlier.clone()));
    let is_idle = Memo::new(move |_| plan.editing.with(Option::is_none));
    Effect::new(move |_| {
        items.with(|items| items.iter().for_each(|item| follow(plan, item)));
    });
    // The overview leads to an item.
    if let Some(item) = dom::fragment() {
        dom::focus(&item);
    }
    view! {
        {redrawn(move || problems(&stored.get()))}
        <section aria-labelledby="now-head">
            <h2 id="now-head">{dates::quarter(now)}</h2>
            {redrawn(move || {
                let ids = of_now.get();
                match ids.is_empty() {
                    true if !left.with(Vec::is_empty) => view! {
                        <p>"Nothing is planned for this quarter itself yet. What is left from before is below."</p>
                    }
                        .into_any(),
                    true => view! {
                        <p>"Nothing is planned for this quarter yet. Take one gap that matters, say what you want to reach, and decide on a first step that you can take this week."</p>
                    }
                        .into_any(),
                    false => cards(plan, &ids, Place::Planned),
                }
            })}
            {redrawn(move || is_idle.get().then(|| view! { <TypedLine typed=plan.typed /> }))}
            {redrawn(move || left_from_before(plan, &left.get()))}
            <NewItem plan=plan />
            <Calendar plan=plan />
        </section>
        {redrawn(move || {
            let groups = later.get().into_iter();
            let sections = groups.map(|(quarter, ids)| {
                view! {
                    <section>
                        <h2>{dates::quarter(quarter)}</h2>
                        {cards(plan, &ids, Place::Planned)}
                    </section>
                }
            });
            view! { <div>{sections.collect_view()}</div> }
        })}
        {redrawn(move || {
            let groups = earlier.get().into_iter();
            let folds = groups.map(|(quarter, ids)| {
                let count = count(ids.len(), "item", "items");
                let settled = plan.settled.get_value();
                let is_open = settled.is_some_and(|id| ids.contains(&id));
                view! {
                    <details class="plan-earlier open-in-print" open=is_open>
                        <summary><h2>{dates::quarter(quarter)}</h2> " " <span class="soft">{count}</span></summary>
                        {cards(plan, &ids, Place::Planned)}
                    </details>
                }
            });
            view! { <div>{folds.collect_view()}</div> }
        })}
    }
    .into_any()
}

fn problems(stored: &Result<Vec<Result<PlanItem, StoreError>>, StoreError>) -> Vec<AnyView> {
    let problems: Vec<&StoreError> = match stored {
        Err(error) => vec![error],
        Ok(stored) => stored.iter().filter_map(|one| one.as_ref().err()).collect(),
    };
    let notices = problems.into_iter().map(|error| {
        let words = store_problem(error);
        view! { <Notice tone=Tone::Warning>{words}</Notice> }.into_any()
    });
    notices.collect()
}

fn cards(plan: Plan, ids: &[GrowthId], place: Place) -> AnyView {
    let cards = ids.iter().map(|id| card(plan, id, place)).collect_view();
    view! { <ul class="plan-items plain-list">{cards}</ul> }.into_any()
}

/// What is still open or was kept in an earlier quarter, and the ways to go on with it.
fn left_from_before(plan: Plan, ids: &[GrowthId]) -> Option<AnyView> {
    let all = ids.to_vec();
    let take_all = (ids.len() > 1).then(|| {
        view! {
            <p class="actions no-print">
                <button type="button" class="button" on:click=move |_| take_on(plan, &all)>
                    {format!("Take all {} into this quarter", ids.len())}
                </button>
            </p>
        }
    });
    (!ids.is_empty()).then(|| {
        view! {
            <section aria-labelledby="left-head">
                <h3 id="left-head">"Still open or kept from before"</h3>
                {take_all}
                {cards(plan, ids, Place::Left)}
            </section>
        }
        .into_any()
    })
}

/// Takes items of earlier quarters into this one, as far as it has room for them.
fn take_on(plan: Plan, ids: &[GrowthId]) {
    plan.refused.set(None);
    let quarter = plan.today.quarter();
    for id in ids {
        let known = saved();
        let item = known.iter().find(|item| item.id == *id);
        let Some((item, new)) =
            item.and_then(|item| Some((item, item.carried(quarter, dom::now())?)))
        else {
            continue;
        };
        if known.iter().any(|one| one.id == new.id) {
            continue;
        }
        if let Err(fault) = new.fits_into(&known) {
            plan.refused.set(Some((id.clone(), words::fault(&fault))));
            break;
        }
        let kept = repository().save_plan_item(&new);
        let is_open = item.state == PlanState::Open && kept.is_ok();
        plan.model.saved(kept);
        if is_open {
            set_state(plan, id, PlanState::Kept);
        }
        dom::focus("now-head");
    }
}

/// Writes what became of an item. One that is opened again must fit into its quarter.
fn set_state(plan: Plan, id: &GrowthId, state: PlanState) {
    plan.refused.set(None);
    let known = saved();
    let opened = known.iter().find(|item| item.id == *id).cloned();
    let opened = opened.map(|item| PlanItem { state, ..item });
    if let Some(Err(fault)) = opened.map(|item| item.fits_into(&known)) {
        plan.refused.set(Some((id.clone(), words::fault(&fault))));
        return;
    }
    let edited = repository().edit_plan_item(id, dom::now(), |item| item.state = state);
    plan.model.saved(edited.map(drop));
}

/// The key of the field of a text.
fn key(id: &GrowthId, field: PlanField) -> String {
    format!("{}-{id}", field_id(field))
}

const fn field_id(field: PlanField) -> &'static str {
    match field {
        PlanField::Aim => "aim",
        PlanField::FirstStep => "step",
        PlanField::Notice => "notice",
        PlanField::Helper => "helper",
        PlanField::Why => "why",
    }
}

/// Saves the text of a field.
fn write(typed: Text) -> Result<Wrote, StoreError> {
    let found = PlanField::ALL.into_iter().find_map(|field| {
        let id = typed.key.strip_prefix(field_id(field))?.strip_prefix('-')?;
        Some((field, GrowthId::parse(id)?))
    });
    let Some((field, id)) = found else {
        return Ok(Wrote::Gone);
    };
    if field == PlanField::Aim && typed.text.trim().is_empty() {
        return Ok(Wrote::Refused(words::fault(&PlanFault::Blank)));
    }
    let change = |item: &mut PlanItem| item.edit(field, &typed.before, &typed.text);
    let edited = repository().edit_plan_item(&id, dom::now(), change)?;
    Ok(edited.map_or(Wrote::Gone, Wrote::Edited))
}

/// Shows in the fields of an item what another tab saved.
fn follow(plan: Plan, item: &PlanItem) {
    for field in PlanField::ALL {
        plan.typed.follow(&key(&item.id, field), item.text(field));
    }
}

/// The file with the days of the plan, where there are any.
#[component]
fn Calendar(plan: Plan) -> impl IntoView {
    let dated = Memo::new(move |_| {
        let is_dated = |item: &PlanItem| item.state == PlanState::Open && item.by.is_some();
        plan.items
            .with(|items| items.iter().filter(|item| is_dated(item)).count())
    });
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let open = saved()
            .into_iter()
            .filter(|item| item.state == PlanState::Open);
        let open: Vec<PlanItem> = open.collect();
        let levels = chosen_levels(plan.model);
        if let Some(text) = to_calendar(&open, dom::now(), |item| {
            name(plan.model, &levels, &item.mark)
        }) {
            dom::save_file(FILE, "text/calendar", &text);
            said.set(format!(
                "Your browser was asked to save “{FILE}”. Open it with your calendar; opening a later one moves the dates."
            ));
        }
    };
    view! {
        {redrawn(move || {
            let days = count(dated.get(), "date", "dates");
            (dated.get() > 0).then(|| view! {
                <p class="actions no-print">
                    <button type="button" class="button" on:click=save>"Put the dates into my calendar"</button>
                    <span class="soft small">{format!("a file with {days}; nothing is sent")}</span>
                </p>
            })
        })}
        <p class="soft small no-print" role="status" prop:textContent=move || said.get()></p>
    }
}
