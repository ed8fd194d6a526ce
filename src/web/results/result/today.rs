//! What the visitor enjoys beside what they do: each rated kind of work in one of four quarters. Never
//! part of the fit.

use leptos::prelude::*;

use crate::ladder::Side;
use crate::quiz::{ItemKind, Quarter, Today};
use crate::route::{Route, Topic};
use crate::web::results::result::Whose;
use crate::web::results::result::scored::Scored;
use crate::web::results::result::standing::{Facts, Standing};
use crate::web::results::result::verdict::to_quiz;
use crate::web::words;

/// The number of broad behaviours that must fill most weeks to count as leading.
const LEADING: usize = 3;

#[component]
pub(crate) fn TodayPart(
    scored: Scored,
    standing: Standing,
    root: String,
    whose: Whose,
) -> impl IntoView {
    // Trade-offs do not say what energises or drains.
    if scored.only_pairs {
        return ().into_any();
    }
    // An offer is of no use on paper.
    let class = scored.attempt.today.is_empty().then_some("no-print");
    let content = match (scored.attempt.today.is_empty(), whose) {
        (false, _) => quarters(&scored, standing),
        (true, Whose::Own) => {
            let href = to_quiz(&root, &scored.attempt, "step=end");
            view! {
                <p>
                    "Say how much of this work you do now, and see both side by side: what to keep, what to ask for, what to share. "
                    <a href=href>"Add what you do now"</a>
                    <span class="soft">" · one tap per line; the result stays the same"</span>
                </p>
            }
            .into_any()
        }
        _ => return ().into_any(),
    };
    view! {
        <section aria-labelledby="today-head" class=class>
            <h2 id="today-head">"What you enjoy and what you do"</h2>
            {content}
        </section>
    }
    .into_any()
}

/// The four quarters.
fn quarters(scored: &Scored, standing: Standing) -> AnyView {
    let placed = placed(scored);
    let quarter = |quarter: Quarter| {
        let here = placed.iter().filter(|(at, _)| *at == quarter);
        let here: Vec<_> = here
            .map(|(_, name)| view! { <li>{name.clone()}</li> })
            .collect();
        view! {
            <section class="quarter">
                <h3>{words::quarter(quarter)}</h3>
                <p class="soft">{words::quarter_meaning(quarter)}</p>
                {match here.is_empty() {
                    true => view! { <p class="soft">"Nothing."</p> }.into_any(),
                    false => view! { <ul class="notes">{here}</ul> }.into_any(),
                }}
            </section>
        }
    };
    view! {
        <div class="quarters">{Quarter::ALL.map(quarter)}</div>
        {beyond_the_title(scored, standing)}
    }
    .into_any()
}

/// Each kind of work in its quarter, by its rating and whether the weeks hold it.
fn placed(scored: &Scored) -> Vec<(Quarter, String)> {
    let quiz = &scored.data.quiz;
    let items = quiz.items.iter();
    items
        .filter_map(|item| {
            let ItemKind::Rating(rating) = &item.ask else {
                return None;
            };
            let energy = scored.attempt.answers.get(&item.id)?.category()?;
            let held = scored.attempt.today.get(&rating.behaviour)?;
            let quarter = Quarter::of(energy, *held != Today::NotAtAll)?;
            Some((quarter, quiz.behaviour(&rating.behaviour)?.name.clone()))
        })
        .collect()
}

/// Names leadership work that goes beyond the job title, if the weeks contain it.
fn beyond_the_title(scored: &Scored, standing: Standing) -> Option<AnyView> {
    let today = scored.attempt.today.iter();
    let filling: Vec<&str> = today
        .filter(|(_, held)| **held == Today::MostWeeks)
        .filter_map(|(id, _)| scored.data.quiz.behaviour(id))
        .filter(|behaviour| behaviour.side == Some(Side::Broad))
        .map(|behaviour| behaviour.phrase.as_str())
        .collect();
    if filling.len() < LEADING {
        return None;
    }
    let way = standing.look(|facts: &Facts| {
        facts
            .has_guide()
            .then(|| format!("{}#relabel", facts.href(&Route::Topic(Topic::Organisation))))
    });
    Some(
        view! {
            <p class="notice notice-warning">
                "Most of your weeks include " {words::and_list(filling.get(..LEADING).unwrap_or(&filling))}
                ". That is technical leadership, whatever your title says."
                {way.map(|href| view! { " " <a href=href>"Who gets the title, and how"</a> "." })}
            </p>
        }
        .into_any(),
    )
}
