//! The form for a new item. It is saved with a press, or when the page is hidden and it is complete.

use leptos::prelude::*;

use crate::growth::{
    Expected, GrowthId, Marks, PlanFault, PlanField, PlanItem, Profile, Quarter, mark_id,
};
use crate::ladder::Level;
use crate::text_merge::Edited;
use crate::web::components::{Notice, Tone};
use crate::web::dom::{self, repository};
use crate::web::growth::data::PlanTemplate;
use crate::web::growth::dates;
use crate::web::growth::levels::ChooseLevels;
use crate::web::growth::named::chosen_levels;
use crate::web::growth::plan::edit::{day, day_key, fields};
use crate::web::growth::plan::{Plan, key, saved, words};
use crate::web::island::redrawn::redrawn;
use crate::web::island::save_line::SaveLine;

/// The parameter of the address that names a competency to plan for.
const FOR: &str = "for";
/// The button that opens the form, and the lists in it.
const OPEN: &str = "plan-something";
const ABOUT: &str = "plan-about";
const EXAMPLE: &str = "plan-example";
const QUARTER: &str = "plan-quarter";

/// The button and the form.
#[component]
pub(super) fn NewItem(plan: Plan) -> impl IntoView {
    let aim = plan.model.aim();
    // The form must not be redrawn while someone types, whatever another tab chooses.
    let has_levels = Memo::new(move |_| aim.with(Option::is_some));
    let asked = dom::query(FOR);
    let open = RwSignal::new(asked.is_some());
    let asked = StoredValue::new(asked);
    let close = move || {
        asked.set_value(None);
        open.set(false);
        dom::set_query("", false);
    };
    redrawn(move || {
        if !open.get() {
            let start = move |_| {
                open.set(true);
                dom::focus(ABOUT);
            };
            return view! {
                <p class="actions no-print">
                    <button type="button" class="button button-first" id=OPEN on:click=start>"Plan something"</button>
                </p>
            }
            .into_any();
        }
        let chosen = has_levels.get().then(|| aim.get_untracked()).flatten();
        let target = chosen.and_then(|aim| aim.levels(plan.model.ladder()));
        match target {
            Some((own, target)) => {
                form(plan, (own, target), asked.get_value().as_deref(), Callback::new(move |()| close()))
            }
            None => view! {
                <section class="plan-form">
                    <h3>"Plan something"</h3>
                    <p>"Choose both levels first: a plan is about what the level you aim for expects."</p>
                    <ChooseLevels model=plan.model />
                </section>
            }
            .into_any(),
        }
    })
}

/// The text of the form as an item, or the fields that are wrong, each with the reason.
fn read(id: &GrowthId) -> Result<PlanItem, Vec<(String, String)>> {
    let text = |which| dom::filled(&key(id, which)).unwrap_or_default();
    let mark = dom::filled(ABOUT).unwrap_or_default();
    let mut wrong = Vec::new();
    let mut note = |key: String, why: String| wrong.push((key, why));
    let quarter = dom::filled(QUARTER).and_then(|text| Quarter::parse(&text));
    let by = day(&dom::filled(&day_key(id)).unwrap_or_default());
    let by = by.map_err(|why| note(day_key(id), why));
    let made = match quarter {
        Some(quarter) => PlanItem::new(
            &mark,
            &text(PlanField::Aim),
            quarter,
            (dom::now(), dom::chance()),
        ),
        None => Err(PlanFault::Mark(mark)),
    };
    let mut item = match made {
        Ok(item) => item,
        Err(fault) => {
            let at = match fault {
                PlanFault::Mark(_) => ABOUT.to_owned(),
                _ => key(id, PlanField::Aim),
            };
            note(at, words::fault(&fault));
            return Err(wrong);
        }
    };
    item.id = id.clone();
    item.by = by.ok().flatten();
    if let Some(day) = item.by.filter(|by| by.quarter() != item.quarter) {
        note(day_key(id), words::other_quarter(day, item.quarter));
    }
    for field in PlanField::ALL {
        if field != PlanField::Aim
            && let Edited::TooLong(excess) = item.edit(field, "", &text(field))
        {
            note(
                key(id, field),
                words::fault(&PlanFault::Text(field, excess)),
            );
        }
    }
    match wrong.is_empty() {
        true => Ok(item),
        false => Err(wrong),
    }
}

/// Why a quarter has no room, if it has none.
fn full(quarter: Option<Quarter>) -> Option<String> {
    let quarter = quarter?;
    let item = PlanItem::new("a.b", "-", quarter, (0.0, 0.0)).ok()?;
    let fault = item.fits_into(&saved()).err();
    fault.map(|fault| words::fault(&fault))
}

fn form(
    plan: Plan,
    (own, target): (&'static Level, &'static Level),
    asked: Option<&str>,
    close: Callback<()>,
) -> AnyView {
    let model = plan.model;
    let ladder = model.ladder();
    let now = plan.today.quarter();
    let id = StoredValue::new(GrowthId::new(dom::now(), dom::chance()));
    let item = asked.and_then(|asked| ladder.competency(asked));
    let about =
        item.and_then(|item| mark_id(ladder, item, target).or_else(|| mark_id(ladder, item, own)));
    let about = RwSignal::new(about.unwrap_or_default());
    let refused = RwSignal::new(full(Some(now)));
    let add = move || -> Option<PlanItem> {
        let item = id.with_value(read).ok()?;
        refused.set(full(Some(item.quarter)));
        if refused.with_untracked(Option::is_some) {
            return None;
        }
        let kept = repository().save_plan_item(&item);
        let is_kept = kept.is_ok();
        model.saved(kept);
        is_kept.then_some(item)
    };
    let press = move |_| {
        let wrong = id.with_value(read).err().unwrap_or_default();
        id.with_value(|id| {
            let texts = PlanField::ALL.map(|field| key(id, field));
            for field in texts.into_iter().chain([ABOUT.to_owned(), day_key(id)]) {
                let why = wrong.iter().find(|(key, _)| *key == field);
                dom::say_invalid(&field, why.map_or("", |(_, why)| why));
            }
        });
        if let Some((first, _)) = wrong.first() {
            return dom::focus(first);
        }
        if let Some(item) = add() {
            close.run(());
            dom::focus(&format!("item-{}", item.id));
        }
    };
    // The listener stays, the form may be gone.
    dom::on_hide(move || {
        if id.is_disposed() || !id.with_value(|id| dom::has(&key(id, PlanField::Aim))) {
            return;
        }
        if let Some(item) = add() {
            close.run(());
            plan.editing.set(Some(item));
        }
    });
    let quarters = [now, now.next()].map(|quarter| {
        view! { <option value=quarter.to_string()>{dates::quarter(quarter)}</option> }
    });
    let new = id.get_value();
    view! {
        <section class="plan-form no-print" aria-labelledby="plan-new-head">
            <h3 id="plan-new-head">"Plan something"</h3>
            <div class="typed">
                <label for=ABOUT>"What it is about"</label>
                <select
                    id=ABOUT
                    class="field"
                    autocomplete="off"
                    aria-describedby="plan-about-about"
                    on:change=move |event| about.set(event_target_value(&event))
                >
                    {choices(plan, own, target, &about.get_untracked())}
                </select>
                <p id="plan-about-about" class="too-long" role="status"></p>
            </div>
            {redrawn(move || expectation(plan, &about.get()))}
            {redrawn(move || examples(plan, target, &about.get(), id))}
            {fields(&new, None, None, |_| ())}
            <div class="typed">
                <label for=QUARTER>"Quarter"</label>
                <select
                    id=QUARTER
                    class="field"
                    autocomplete="off"
                    on:change=move |event| refused.set(full(Quarter::parse(&event_target_value(&event))))
                >
                    {quarters.into_iter().collect_view()}
                </select>
            </div>
            {redrawn(move || refused.get().map(|why| view! { <Notice tone=Tone::Warning>{why}</Notice> }))}
            <p class="actions">
                <button type="button" class="button button-first" on:click=press>"Add to the plan"</button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        close.run(());
                        dom::focus(OPEN);
                    }
                >
                    "Cancel"
                </button>
            </p>
            <SaveLine kept=model.kept />
        </section>
    }
    .into_any()
}

/// The competencies: the gaps first, then the others in which the target expects something.
fn choices(plan: Plan, own: &Level, target: &'static Level, chosen: &str) -> AnyView {
    let ladder = plan.model.ladder();
    let marks: Marks = repository().marks().unwrap_or_default().marks;
    let profile = Profile::new(ladder, &marks, own, target);
    let gaps: Vec<&str> = profile
        .gaps()
        .iter()
        .map(|row| row.competency.id.as_str())
        .collect();
    let option = |id: &str| {
        let item = ladder.competency(id)?;
        let mark = mark_id(ladder, item, target)?;
        let selected = mark == chosen;
        Some(view! { <option value=mark selected=selected>{item.name.clone()}</option> }.into_any())
    };
    let group = |label: String, options: Vec<AnyView>| {
        (!options.is_empty())
            .then(|| view! { <optgroup label=label>{options}</optgroup> }.into_any())
    };
    let others = ladder.competencies.iter().map(|item| item.id.as_str());
    let others = others
        .filter(|id| !gaps.contains(id))
        .filter_map(option)
        .collect();
    let label = target.label();
    // What the address names may be expected on the visitor’s own level only.
    let other = Expected::find(ladder, chosen)
        .filter(|one| mark_id(ladder, one.competency, target).is_none());
    let other = other.map(|one| {
        let name = format!("{} {}", one.level.label(), one.competency.name);
        view! { <option value=one.id selected=true>{name}</option> }
    });
    view! {
        <option value=String::new() selected=chosen.is_empty()>"Choose a competency"</option>
        {other}
        {group(format!("My gaps at {label}"), gaps.iter().copied().filter_map(option).collect())}
        {group(format!("Other competencies at {label}"), others)}
    }
    .into_any()
}

/// What the chosen expectation says.
fn expectation(plan: Plan, mark: &str) -> Option<AnyView> {
    let levels = chosen_levels(plan.model);
    let expected = Expected::find_at(plan.model.ladder(), &levels, mark)?;
    let says = expected.expectation.headline().to_owned();
    Some(view! { <p class="soft">{expected.level.label().to_owned()} ": " {says}</p> }.into_any())
}

/// The examples that fit; a choice fills the fields that are empty.
fn examples(plan: Plan, target: &Level, mark: &str, id: StoredValue<GrowthId>) -> Option<AnyView> {
    let competency = mark.split_once('.').map(|(_, competency)| competency);
    let fits = |one: &&PlanTemplate| {
        let is_about = one
            .competency
            .as_deref()
            .is_none_or(|id| Some(id) == competency);
        is_about && one.track.is_none_or(|track| target.tracks.contains(&track))
    };
    let fitting: Vec<&'static PlanTemplate> =
        plan.model.data.templates.iter().filter(fits).collect();
    let options = fitting.iter().enumerate();
    let options =
        options.map(|(at, one)| view! { <option value=at.to_string()>{one.aim.clone()}</option> });
    let options = options.collect_view();
    let shown = fitting.clone();
    let choose = move |chosen: String| {
        let one = chosen
            .parse()
            .ok()
            .and_then(|at: usize| shown.get(at).copied());
        let Some(one) = one else { return };
        let texts = [
            (PlanField::Aim, &one.aim),
            (PlanField::FirstStep, &one.first_step),
            (PlanField::Notice, &one.notice),
        ];
        for (field, text) in texts {
            let key = id.with_value(|id| key(id, field));
            if dom::filled(&key).is_none_or(|typed| typed.trim().is_empty()) {
                dom::fill(&key, text);
            }
        }
    };
    (!fitting.is_empty()).then(|| {
        view! {
            <div class="typed">
                <label for=EXAMPLE>"Start from an example (it fills empty fields)"</label>
                <select
                    id=EXAMPLE
                    class="field"
                    autocomplete="off"
                    on:change=move |event| choose(event_target_value(&event))
                >
                    <option value=String::new()>"No example"</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    })
}
