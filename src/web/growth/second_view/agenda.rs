//! The agenda of a talk, made from the side by side, on one or two sheets of paper.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::growth::{
    AgreedMark, BothMarked, Expected, Marks, PlanItem, PlanState, SideBySide, Standing, View,
};
use crate::web::components::{Station, TalkQuestions};
use crate::web::growth::dates;
use crate::web::growth::model::today;
use crate::web::growth::second_view::agreed::Talk;
use crate::web::growth::second_view::row::standing;
use crate::web::growth::second_view::{label, level_names, who};
use crate::web::island::redrawn::redrawn;

/// What was agreed on so far, by the ids of marks.
type AllAgreed = BTreeMap<String, AgreedMark>;

/// How many differences have their lines on paper.
const WITH_LINES: usize = 3;
/// How many rows the plan has at least.
const ROWS: usize = 3;

#[component]
pub(super) fn Agenda(talk: Talk, view: View, marks: Marks) -> impl IntoView {
    let plan = talk.model.read(|kept| kept.plan().unwrap_or_default());
    view! {
        <details class="fold open-in-print agenda">
            <summary><h2 id="agenda-head">"Agenda for the talk"</h2></summary>
            <p class="actions no-print">
                <button type="button" class="button" data-print="">"Print the agenda"</button>
                <span class="soft">"one or two sheets"</span>
            </p>
            {redrawn(move || {
                let agreed = talk.so_far.get();
                let open = plan.get().into_iter().flatten().filter(|item| item.state == PlanState::Open);
                sheet(talk, (&view, &marks), &agreed, &open.collect::<Vec<_>>())
            })}
        </details>
    }
}

fn sheet(
    talk: Talk,
    (view, marks): (&View, &Marks),
    agreed: &AllAgreed,
    plan: &[PlanItem],
) -> AnyView {
    let ladder = talk.model.ladder();
    let found = SideBySide::new(ladder, marks, view);
    let from = who(view);
    let is_strong = |both: &&BothMarked<'static>| both.mine == Standing::Reliably;
    let strong: Vec<_> = found.alike.iter().filter(is_strong).collect();
    let rest = found.alike.iter().filter(|both| !is_strong(both));
    let (no_chance, room): (Vec<_>, Vec<_>) =
        rest.partition(|both| both.mine == Standing::NoChance);
    let no_chance: Vec<Expected> = no_chance.iter().map(|both| both.expected.clone()).collect();
    let note = (!view.note.is_empty()).then(|| {
        view! { <p class="agenda-note"><b>{label(view)} ": "</b> {view.note.clone()}</p> }
    });
    let blanks = ["Engineer", "Date", "Next talk"]
        .map(|label| view! { <li>{label}</li> })
        .collect_view();
    view! {
        <div class="sheet">
            <p>{format!("{}: {}. With {from}.", ladder.name, level_names(ladder, &view.levels))}</p>
            <ul class="sheet-blanks plain-list">{blanks}</ul>
            {list("1. Strengths you both see", &strong)}
            {differences(&found.differences, (view, marks), agreed)}
            {list("3. Where you both see room", &room)}
            {named("No chance to show it yet, you both say", &no_chance)}
            {named("Only the engineer marked", &found.only_mine)}
            {named(&format!("Only {from} marked"), &found.only_theirs)}
            {note}
            <section>
                <h2>"4. The plan"</h2>
                {planned(plan)}
            </section>
            <div class="sheet-pair">
                <TalkQuestions />
            </div>
        </div>
    }
    .into_any()
}

/// What both say alike; the words say so where there is nothing.
fn list(head: &'static str, all: &[&BothMarked<'static>]) -> AnyView {
    let lines = all
        .iter()
        .map(|both| {
            let one = &both.expected;
            view! {
                <li>
                    <Station level=one.level /> " " <b>{one.competency.name.clone()}</b> ": "
                    {one.expectation.headline().to_owned()}
                </li>
            }
        })
        .collect_view();
    let none = all
        .is_empty()
        .then(|| view! { <p class="soft">"None so far."</p> });
    view! {
        <section>
            <h2>{head}</h2>
            {none}
            <ul class="agenda-list plain-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// Expectations in one line; nothing where there are none.
fn named(head: &str, all: &[Expected<'static>]) -> Option<AnyView> {
    let names = all.iter();
    let names = names.map(|one| format!("{} {}", one.level.label(), one.competency.name));
    let names = names.collect::<Vec<_>>().join("; ");
    let head = format!("{head}: ");
    (!all.is_empty()).then(|| view! { <p><b>{head}</b> {names}</p> }.into_any())
}

/// What was agreed on, with the reason, and with the day unless that is today.
fn noted(one: &AgreedMark) -> AnyView {
    let day = (Some(one.date) != today()).then(|| format!(" ({})", dates::day(one.date)));
    let why = one.judgement.why.clone();
    let why = (!why.is_empty()).then(|| view! { <span class="beside-line">{why}</span> });
    view! { {standing(one.judgement.standing)} {day} {why} }.into_any()
}

fn differences(
    all: &[BothMarked<'static>],
    (view, marks): (&View, &Marks),
    agreed: &AllAgreed,
) -> AnyView {
    let line = |name: String, text: Option<String>| {
        let text = text.filter(|text| !text.is_empty());
        text.map(|text| view! { <span class="beside-line"><b>{name} ": "</b> {text}</span> })
    };
    let rows = all
        .iter()
        .enumerate()
        .map(|(at, both)| {
            let one = &both.expected;
            let noted = agreed.get(&one.id).map(noted);
            let why = marks.get(&one.id).map(|mark| mark.why.clone());
            let theirs = view.marks.get(&one.id).map(|mark| mark.line.clone());
            let has_lines = [&why, &theirs]
                .into_iter()
                .flatten()
                .any(|text| !text.is_empty());
            let lines = (at < WITH_LINES && has_lines).then(|| {
                view! {
                    <tr>
                        <td colspan="4">
                            {line("Engineer".to_owned(), why)} {line(label(view), theirs)}
                        </td>
                    </tr>
                }
            });
            view! {
                <tr>
                    <th scope="row">
                        <Station level=one.level /> " " {one.competency.name.clone()}
                    </th>
                    <td>{standing(both.mine)}</td>
                    <td>{standing(both.theirs)}</td>
                    <td>{noted}</td>
                </tr>
                {lines}
            }
        })
        .collect_view();
    let table = (!all.is_empty()).then(|| {
        view! {
            <table class="sheet-plan agenda-table">
                <thead>
                    <tr>
                        <th scope="col">"Largest first"</th>
                        <th scope="col">"Engineer"</th>
                        <th scope="col">{label(view)}</th>
                        <th scope="col">"Agreed"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section>
            <h2>"2. Where you differ: ask for an example"</h2>
            {all.is_empty().then(|| view! { <p class="soft">"Nowhere so far."</p> })}
            {table}
        </section>
    }
    .into_any()
}

/// What is planned, and room for more.
fn planned(plan: &[PlanItem]) -> AnyView {
    let rows = plan
        .iter()
        .map(|item| {
            let step = (!item.first_step.is_empty()).then(|| {
                view! { <span class="beside-line"><b>"First: "</b> {item.first_step.clone()}</span> }
            });
            view! {
                <tr>
                    <td>{item.aim.clone()} {step}</td>
                    <td>{item.helper.clone()}</td>
                    <td>{item.by.map(dates::day)}</td>
                </tr>
            }
        })
        .collect_view();
    let blank = (plan.len()..ROWS)
        .map(|_| view! { <tr><td></td><td></td><td></td></tr> })
        .collect_view();
    view! {
        <table class="sheet-plan agenda-plan">
            <thead>
                <tr>
                    <th scope="col">"Aim, and the first step"</th>
                    <th scope="col">"Who helps"</th>
                    <th scope="col">"By"</th>
                </tr>
            </thead>
            <tbody>{rows} {blank}</tbody>
        </table>
    }
    .into_any()
}
