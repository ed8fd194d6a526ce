//! Attempts over time on one scale, and a comparison of any two. Each is recomputed from its answers;
//! nothing is saved.

use leptos::prelude::*;

use crate::quiz::{Fit, Verdict, moved, reliable_change};
use crate::store::Attempt;
use crate::web::components::{HistoryChart, HistoryRow};
use crate::web::island::redrawn::redrawn;
use crate::web::quiz::question::{answer_label, item_line};
use crate::web::state::{ResultData, fit_of};
use crate::web::{dom, words};

/// A finished attempt with its fit.
type ScoredAttempt = (Attempt, Fit);

/// The finished attempts that can be scored, the newest first.
pub(crate) fn scored(data: &ResultData, attempts: &[Attempt]) -> Vec<ScoredAttempt> {
    let finished = attempts.iter().filter(|attempt| attempt.finished.is_some());
    finished
        .filter_map(|attempt| Some((attempt.clone(), fit_of(&data.quiz, attempt)?)))
        .collect()
}

#[component]
pub(crate) fn History(data: ResultData, attempts: Vec<ScoredAttempt>) -> impl IntoView {
    if attempts.len() < 2 {
        return ().into_any();
    }
    let rows = attempts
        .iter()
        .rev()
        .map(|(attempt, fit)| HistoryRow {
            name: label(attempt),
            drawn: (Verdict::of(fit) != Verdict::Withheld).then_some((fit.lean, fit.interval80)),
            words: words::verdict_name(Verdict::of(fit)).to_owned(),
        })
        .collect();
    let attempts = StoredValue::new(attempts);
    let data = StoredValue::new(data);
    let (earlier, later) = (RwSignal::new(1usize), RwSignal::new(0usize));
    let options = move |chosen: usize| {
        attempts.with_value(|attempts| {
            attempts
                .iter()
                .enumerate()
                .map(|(at, (attempt, _))| {
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
            <h2>"Two attempts side by side"</h2>
            <p class="actions no-print">
                <label>"Earlier " <select class="field" on:change=choose(earlier)>{options(1)}</select></label>
                <label>"Later " <select class="field" on:change=choose(later)>{options(0)}</select></label>
            </p>
            {redrawn(move || {
                let (from, to) = (earlier.get(), later.get());
                attempts.with_value(|attempts| {
                    data.with_value(|data| match (attempts.get(from), attempts.get(to)) {
                        (Some(earlier), Some(later)) if from != to => beside(data, earlier, later),
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

/// Whether the lean changed by more than chance would explain, and the answers that changed.
fn beside(data: &ResultData, earlier: &ScoredAttempt, later: &ScoredAttempt) -> AnyView {
    let quiz = &data.quiz;
    let change = reliable_change(&earlier.1, &later.1);
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
        <p>{words::change(&change)}</p>
        {match count {
            0 => view! { <p>"Every answer is the same in both."</p> }.into_any(),
            _ => {
                view! {
                    <details class="open-in-print">
                        <summary>{words::moved(count)}</summary>
                        <section class="scroll" tabindex="0" aria-label="Answers that moved">
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
