//! Energy compared with today: each behaviour with both values, in one of four quarters, with a next
//! step. Never part of the fit.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::ladder::Side;
use crate::quiz::{Answers, Behaviour, ItemKind, Quarter, Quiz, Today};
use crate::route::{Route, Topic};
use crate::web::island::redrawn::redrawn;
use crate::web::results::result::standing::{Facts, Standing};
use crate::web::words;

/// The number of broad behaviours that must fill most weeks to count as leading.
const LEADING: usize = 3;

/// A behaviour in its quarter of energy and today.
struct Placed<'a> {
    behaviour: &'a Behaviour,
    quarter: Quarter,
}

#[component]
pub(crate) fn TodayPart(
    quiz: Quiz,
    answers: Answers,
    today: BTreeMap<String, Today>,
    standing: Standing,
) -> impl IntoView {
    if today.is_empty() {
        return view! {
            <p class="soft">
                "You did not say what your weeks hold today, so energy and work cannot be set side by side. Each rating question has a row for it."
            </p>
        }
        .into_any();
    }
    let beyond = beyond_the_name(&quiz, &today, standing);
    let quarters = move || quarters(standing, &placed(&quiz, &answers, &today));
    view! {
        {beyond}
        <div class="quarters">{redrawn(quarters)}</div>
        <p class="soft">
            "Placed by your rating and your “today” for the same work. A rating in the middle, or one without a “today”, has no place here. None of this counts towards the verdict."
        </p>
    }
    .into_any()
}

/// The four quarters; the next steps in them follow the rung.
fn quarters(standing: Standing, placed: &[Placed]) -> Vec<AnyView> {
    Quarter::ALL
        .map(|quarter| {
            let here: Vec<AnyView> = placed
                .iter()
                .filter(|one| one.quarter == quarter)
                .map(|one| line(standing, one))
                .collect();
            view! {
                <section class="quarter">
                    <h3>{words::quarter(quarter)}</h3>
                    <p class="soft">{words::quarter_meaning(quarter)}</p>
                    {if here.is_empty() {
                        view! { <p class="soft">"Nothing of what you rated."</p> }.into_any()
                    } else {
                        view! { <ul class="notes">{here}</ul> }.into_any()
                    }}
                </section>
            }
            .into_any()
        })
        .into()
}

fn placed<'a>(
    quiz: &'a Quiz,
    answers: &Answers,
    today: &BTreeMap<String, Today>,
) -> Vec<Placed<'a>> {
    quiz.items
        .iter()
        .filter_map(|item| {
            let ItemKind::Rating(rating) = &item.ask else {
                return None;
            };
            let energy = answers.get(&item.id)?.category()?;
            let held = today.get(&rating.behaviour)?;
            let quarter = Quarter::of(energy, *held != Today::NotAtAll)?;
            Some(Placed {
                behaviour: quiz.behaviour(&rating.behaviour)?,
                quarter,
            })
        })
        .collect()
}

/// A behaviour with its next step: the expectation of its competency at the visitor's rung.
fn line(standing: Standing, placed: &Placed) -> AnyView {
    let behaviour = placed.behaviour;
    let step = behaviour.competencies.first().and_then(|id| {
        let level = standing.level(behaviour.side?)?;
        let (href, words) = standing.look(|facts| {
            let href = facts.expectation_href(&level, id)?;
            Some((href, facts.step(&level, id)))
        })?;
        Some(view! {
            <span>
                {words::quarter_step(placed.quarter)} " "
                <a href=href>{words}</a> "."
            </span>
        })
    });
    view! { <li><strong>{behaviour.name.clone()}</strong> ". " {step}</li> }.into_any()
}

/// Names leadership work that goes beyond the job title, if the weeks contain it.
fn beyond_the_name(
    quiz: &Quiz,
    today: &BTreeMap<String, Today>,
    standing: Standing,
) -> Option<AnyView> {
    let filling: Vec<&str> = today
        .iter()
        .filter(|(_, held)| **held == Today::MostWeeks)
        .filter_map(|(id, _)| quiz.behaviour(id))
        .filter(|behaviour| behaviour.side == Some(Side::Broad))
        .map(|behaviour| behaviour.phrase.as_str())
        .collect();
    if filling.len() < LEADING {
        return None;
    }
    let topic = |topic| standing.look(|facts| facts.href(&Route::Topic(topic)));
    let ways = standing.look(Facts::has_guide).then(|| {
        let organisation = format!("{}#relabel", topic(Topic::Organisation));
        let leading = topic(Topic::Leading);
        view! {
            " If your title does not say so: " <a href=organisation>"whom to relabel, and how"</a>
            ", and " <a href=leading>"signs to go through"</a> "."
        }
    });
    Some(
        view! {
            <p class="notice notice-warning">
                "Most of your weeks hold " {words::and_list(&filling)}
                ". That is technical leadership, whatever your title says." {ways}
            </p>
        }
        .into_any(),
    )
}
