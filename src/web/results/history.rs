//! Attempts over time on one scale, and a comparison of any two. Each is recomputed from its answers;
//! nothing is saved.

use leptos::prelude::*;

use crate::quiz::{Finding, Fit, moved, reliable_change};
use crate::store::Attempt;
use crate::web::components::{HistoryChart, HistoryRow};
use crate::web::island::redrawn::redrawn;
use crate::web::quiz::question::{answer_label, item_line};
use crate::web::results::result::{Known, is_drawn};
use crate::web::state::versions::of_attempt;
use crate::web::{dom, words};

/// A finished attempt with its result.
type ScoredAttempt = (Attempt, Finding, Fit);

/// The finished attempts whose version of the quiz is at hand, the newest first.
pub(crate) fn scored(known: &Known, attempts: &[Attempt]) -> Vec<ScoredAttempt> {
    let finished = attempts.iter().filter(|attempt| attempt.finished.is_some());
    finished
        .filter_map(|attempt| {
            let (finding, fit) = known.finding(attempt)?;
            Some((attempt.clone(), finding, fit))
        })
        .collect()
}

#[component]
pub(crate) fn History(known: Known, attempts: Vec<ScoredAttempt>) -> impl IntoView {
    if attempts.len() < 2 {
        return ().into_any();
    }
    let rows = attempts
        .iter()
        .rev()
        .map(|(attempt, finding, fit)| HistoryRow {
            name: label(attempt),
            drawn: is_drawn(*finding).then_some((fit.lean, fit.interval80)),
            words: words::verdict_name(*finding).to_owned(),
        })
        .collect();
    let attempts = StoredValue::new(attempts);
    let known = StoredValue::new(known);
    let (earlier, later) = (RwSignal::new(1usize), RwSignal::new(0usize));
    let options = move |chosen: usize| {
        attempts.with_value(|attempts| {
            attempts
                .iter()
                .enumerate()
                .map(|(at, (attempt, ..))| {
                    view! { <option value=at.to_string() selected=at == chosen>{label(attempt)}</option> }
                })
                .collect_view()
        })
    };
    let choose = |signal: RwSignal<usize>| {
        move |event: leptos::ev::Event| {
            if let Ok(at) = event_target_value(&event).parse() {
                signal.set(at);
            }
        }
    };
    view! {
        <section aria-labelledby="history-head">
            <h2 id="history-head">"Over time"</h2>
            <HistoryChart rows=rows />
            <h3>"Two attempts side by side"</h3>
            <p class="actions no-print">
                <label>"Earlier " <select class="field" on:change=choose(earlier)>{options(1)}</select></label>
                <label>"Later " <select class="field" on:change=choose(later)>{options(0)}</select></label>
            </p>
            {redrawn(move || {
                let (from, to) = (earlier.get(), later.get());
                attempts.with_value(|attempts| {
                    known.with_value(|known| match (attempts.get(from), attempts.get(to)) {
                        (Some(earlier), Some(later)) if from != to => beside(known, earlier, later),
                        _ => view! { <p class="soft">"Choose two different attempts."</p> }.into_any(),
                    })
                })
            })}
        </section>
    }
    .into_any()
}

fn label(attempt: &Attempt) -> String {
    let date = dom::local_date(attempt.finished.unwrap_or(attempt.changed));
    match &attempt.name {
        Some(name) => format!("{name}, {date}"),
        None => date,
    }
}

/// What the attempt before said, and whether the lean has changed since; none for the first one.
pub(crate) fn since(known: &Known, attempts: &[Attempt], later: &Attempt) -> Option<String> {
    let before = attempts.iter().filter(|one| one.finished < later.finished);
    let before: Vec<Attempt> = before.cloned().collect();
    let earlier = scored(known, &before).into_iter().next()?;
    let later = scored(known, std::slice::from_ref(later)).pop()?;
    let date = dom::local_date(earlier.0.finished.unwrap_or(earlier.0.changed));
    Some(format!(
        "Your attempt before, {date}: {}. {}",
        words::verdict_name(earlier.1),
        change(&earlier, &later)
    ))
}

/// Whether the lean changed by more than chance would explain.
fn change(earlier: &ScoredAttempt, later: &ScoredAttempt) -> &'static str {
    let (was, is) = (&earlier.0, &later.0);
    if of_attempt(was) != of_attempt(is) {
        return "The two were made with different versions of the quiz, so no change is computed.";
    }
    match is_drawn(earlier.1) && is_drawn(later.1) {
        true => words::change(&reliable_change(&earlier.2, &later.2)),
        false => "One of the two has no result, so no change is computed.",
    }
}

/// Whether the lean changed, and the answers that changed.
fn beside(known: &Known, earlier: &ScoredAttempt, later: &ScoredAttempt) -> AnyView {
    let change = change(earlier, later);
    let quiz = known.quizzes.get(&later.0.quiz, later.0.quiz_version);
    let Some(quiz) = quiz.filter(|_| of_attempt(&earlier.0) == of_attempt(&later.0)) else {
        return view! { <p>{change}</p> }.into_any();
    };
    let rows: Vec<AnyView> = moved(&earlier.0.answers, &later.0.answers)
        .into_iter()
        .filter_map(|one| {
            let item = quiz.item(one.item)?;
            let before = answer_label(quiz, item, one.earlier);
            let after = answer_label(quiz, item, one.later);
            Some(
                view! {
                    <tr>
                        <th scope="row">{item_line(item)}</th>
                        <td>{before}</td>
                        <td>{after}</td>
                    </tr>
                }
                .into_any(),
            )
        })
        .collect();
    let count = rows.len();
    view! {
        <p>{change}</p>
        {match count {
            0 => view! { <p>"Every answer is the same in both."</p> }.into_any(),
            _ => {
                view! {
                    <details class="open-in-print">
                        <summary>{words::moved(count)}</summary>
                        <section class="scroll" tabindex="0" aria-label="Answers that differ">
                            <table class="titles">
                                <caption class="visually-hidden">"Answers that differ between the two attempts"</caption>
                                <thead>
                                    <tr>
                                        <th scope="col">"Question"</th>
                                        <th scope="col">"Earlier"</th>
                                        <th scope="col">"Later"</th>
                                    </tr>
                                </thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </section>
                    </details>
                }
                    .into_any()
            }
        }}
    }
    .into_any()
}
