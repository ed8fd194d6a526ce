//! What would change the verdict: the smallest change of answers to try out, and a what-if mode. The
//! saved attempt is never changed: trial answers are lost when the page is left.

use leptos::prelude::*;

use crate::quiz::{
    Answer, Change, ChangeSet, Counterfactual, FEWEST_ANSWERS, Finding, Fit, ItemKind, Response,
    Scorer, Verdict, what_would_change,
};
use crate::web::components::LeanLine;
use crate::web::island::redrawn::redrawn;
use crate::web::quiz::question::{answer_label, item_line};
use crate::web::results::result::Fold;
use crate::web::results::result::scored::{Scored, is_drawn, lean_of};
use crate::web::{dom, words};

#[component]
pub(crate) fn WhatWouldChange(scored: StoredValue<Scored>) -> impl IntoView {
    let trial = Trial::new(scored);
    let smallest = scored.with_value(|scored| {
        let quiz = &scored.data.quiz;
        let found = what_would_change(quiz, &scored.form, &scored.attempt.answers);
        let sets = match &found {
            Counterfactual::Robust => [].as_slice(),
            Counterfactual::Hangs { sets, .. } => sets.as_slice(),
        };
        let steps = |set: &ChangeSet| -> Vec<(String, u8)> {
            let steps = set.steps.iter();
            steps.map(|step| (step.item.id.clone(), step.to)).collect()
        };
        let sets: Vec<(String, Vec<(String, u8)>)> = sets
            .iter()
            .take(SHOWN)
            .map(|set| (words::counterfactual(quiz, set), steps(set)))
            .collect();
        (words::how_firm(&found), sets)
    });
    let (firm, sets) = smallest;
    let sets = sets
        .into_iter()
        .map(|(sentence, steps)| {
            let try_it = move |_| {
                trial.put(&steps);
                dom::bring_into_view(VERDICT);
            };
            view! {
                <li>
                    {sentence} " "
                    <button type="button" class="button-text no-print" on:click=try_it>"Try it"</button>
                </li>
            }
        })
        .collect_view();
    view! {
        <Fold id="change-head" heading="What would change this result">
            <p>{firm}</p>
            <ul class="notes">{sets}</ul>
            {trial.view()}
        </Fold>
    }
}

/// The trial answers of an attempt, and whether they are shown. Copies refer to the same signals.
#[derive(Clone, Copy)]
struct Trial {
    scored: StoredValue<Scored>,
    bench: StoredValue<Bench, LocalStorage>,
    open: RwSignal<bool>,
}

impl Trial {
    fn new(scored: StoredValue<Scored>) -> Self {
        Self {
            scored,
            bench: StoredValue::new_local(scored.with_value(Bench::of)),
            open: RwSignal::new(false),
        }
    }

    /// Changes these answers, resets all others, and shows the outcome.
    fn put(self, steps: &[(String, u8)]) {
        self.bench.with_value(|bench| bench.put(steps));
        self.open.set(true);
    }

    /// The verdict on the trial answers, and the answers to change.
    fn view(self) -> AnyView {
        let Self {
            scored,
            bench,
            open,
        } = self;
        let rows = bench.with_value(|bench| bench.rows.clone());
        let moved = Memo::new({
            let rows = rows.clone();
            move |_| rows.iter().any(ChangeRow::is_moved)
        });
        let now = Memo::new(move |_| {
            let own = scored.with_value(|scored| scored.fit);
            bench.try_update_value(Bench::fit).unwrap_or(own)
        });
        let finding = move || {
            let fit = now.get();
            match bench.with_value(Bench::straight) {
                Some(place) => Finding::StraightLine(place),
                None if fit.answers < FEWEST_ANSWERS => Finding::TooFew,
                None => Finding::Verdict(Verdict::of(&fit)),
            }
        };
        let only_pairs = scored.with_value(|scored| scored.only_pairs);
        let drawn = Memo::new(move |_| is_drawn(finding()));
        let rows = rows.into_iter().map(|one| row(scored, one)).collect_view();
        view! {
            <details class="what-if no-print" prop:open=move || open.get()>
                <summary>"What if? Change answers and watch the result"</summary>
                <p class="soft">"Your saved answers stay as they are. What you change here is gone when you leave."</p>
                <div class="what-if-now" id=VERDICT aria-live="polite">
                    <p><strong prop:textContent=move || words::headline(finding(), only_pairs)></strong></p>
                    {redrawn(move || drawn.get().then(|| view! { <LeanLine lean=lean_of(&now.get()) /> }))}
                    <p>
                        <button
                            type="button"
                            class="button"
                            disabled=move || !moved.get()
                            on:click=move |_| bench.with_value(|bench| bench.put(&[]))
                        >
                            "Back to your answers"
                        </button>
                    </p>
                </div>
                <ol class="what-if-rows plain-list">{rows}</ol>
            </details>
        }
        .into_any()
    }
}

/// The id of the verdict on the trial answers.
const VERDICT: &str = "what-if-now";

/// The number of smallest changes listed.
const SHOWN: usize = 3;

/// One answer that counts, with its original and its trial value. Each has its own signal, so that a
/// click updates only its own row.
#[derive(Clone)]
struct ChangeRow {
    item: String,
    own: u8,
    tried: RwSignal<u8>,
    /// Whether the broad side of this trade-off is on the left.
    is_mirrored: bool,
}

impl ChangeRow {
    fn is_moved(&self) -> bool {
        self.tried.get() != self.own
    }
}

/// The visitor's answers, ready to be scored with some of them changed.
struct Bench {
    scorer: Scorer,
    /// In the order of the scorer's responses.
    rows: Vec<ChangeRow>,
}

impl Bench {
    fn of(scored: &Scored) -> Self {
        let quiz = &scored.data.quiz;
        let answered = scored.attempt.answers.responses(quiz, &scored.form);
        let responses: Vec<Response> = answered.iter().map(|(_, response)| *response).collect();
        let rows = answered.into_iter().map(|(item, response)| ChangeRow {
            item: item.id.clone(),
            own: response.category,
            tried: RwSignal::new(response.category),
            is_mirrored: matches!(&item.ask, ItemKind::Pair(pair) if pair.mirror(0) != 0),
        });
        Self {
            scorer: Scorer::of(&quiz.model, &responses),
            rows: rows.collect(),
        }
    }

    /// Changes these answers and resets all others.
    fn put(&self, steps: &[(String, u8)]) {
        for row in &self.rows {
            let step = steps.iter().find(|(item, _)| *item == row.item);
            let to = step.map_or(row.own, |(_, to)| *to);
            if row.tried.get_untracked() != to {
                row.tried.set(to);
            }
        }
    }

    /// The place from the left that all trial answers have in common, if there is one.
    fn straight(&self) -> Option<u8> {
        let place = |row: &ChangeRow| match row.is_mirrored {
            true => 4 - row.tried.get(),
            false => row.tried.get(),
        };
        // Reads every row, so that it is computed again whichever changes.
        let mut places: Vec<u8> = self.rows.iter().map(place).collect();
        places.dedup();
        match places.as_slice() {
            [place] => Some(*place),
            _ => None,
        }
    }

    /// The fit of the trial answers.
    fn fit(&mut self) -> Fit {
        let rows = self.rows.iter().enumerate();
        let changes: Vec<Change> = rows
            .filter(|(_, row)| row.is_moved())
            .map(|(response, row)| Change {
                response,
                to: row.tried.get(),
            })
            .collect();
        self.scorer.with(&changes)
    }
}

/// A row, with one step to either side.
fn row(scored: StoredValue<Scored>, row: ChangeRow) -> AnyView {
    let ChangeRow {
        item: id, tried, ..
    } = row;
    let found = scored.with_value(|scored| {
        let item = scored.data.quiz.item(&id)?;
        let ways = match item.ask {
            ItemKind::Pair(_) => [("deep", "towards deep"), ("broad", "towards broad")],
            ItemKind::Rating(_) => [("−", "down"), ("+", "up")],
        };
        Some((item_line(item), ways))
    });
    let Some((asked, [down, up])) = found else {
        return ().into_any();
    };
    let label = move || {
        let answer = Some(Answer::Category(tried.get()));
        scored
            .with_value(|scored| {
                let quiz = &scored.data.quiz;
                let item = quiz.item(&id)?;
                Some(answer_label(quiz, item, answer))
            })
            .unwrap_or_default()
    };
    let step = move |up: bool| {
        tried.update(|category| {
            *category = if up {
                category.saturating_add(1).min(4)
            } else {
                category.saturating_sub(1)
            };
        });
    };
    view! {
        <li class="what-if-row">
            <span class="what-if-asked">{asked.clone()}</span>
            <span class="what-if-answer" prop:textContent=label></span>
            <span class="what-if-steps">
                <button
                    type="button"
                    class="button"
                    aria-label=format!("One step {}: {asked}", down.1)
                    disabled=move || tried.get() == 0
                    on:click=move |_| step(false)
                >
                    {down.0}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=format!("One step {}: {asked}", up.1)
                    disabled=move || tried.get() == 4
                    on:click=move |_| step(true)
                >
                    {up.0}
                </button>
            </span>
        </li>
    }
    .into_any()
}
