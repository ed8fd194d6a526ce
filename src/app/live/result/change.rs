//! What would change the verdict: the smallest change of answers, to try, and a what-if mode.
//! The saved attempt is never touched: what is moved here is gone with the page.

use leptos::prelude::*;

use super::super::asking::{answer_label, item_line};
use super::Scored;
use crate::app::components::LeanLine;
use crate::app::words;
use crate::quiz::{
    Answer, Answers, Change, Counterfactual, Fit, ItemKind, Response, Scorer, Verdict,
    what_would_change,
};

#[component]
pub(super) fn WhatWouldChange(scored: StoredValue<Scored>) -> impl IntoView {
    let own = scored.with_value(|scored| scored.attempt.answers.clone());
    let tried = RwSignal::new(own.clone());
    let open = RwSignal::new(false);
    let own = StoredValue::new(own);
    let smallest = scored.with_value(|scored| {
        let quiz = &scored.data.quiz;
        let found = what_would_change(quiz, &scored.form, &scored.attempt.answers);
        let sets = match &found {
            Counterfactual::Robust => [].as_slice(),
            Counterfactual::Hangs { sets, .. } => sets.as_slice(),
        };
        let sets: Vec<(String, Answers)> = sets
            .iter()
            .take(SHOWN)
            .map(|set| {
                let mut answers = scored.attempt.answers.clone();
                for step in &set.steps {
                    answers.set(&step.item.id, Answer::Category(step.to));
                }
                (words::counterfactual(quiz, set), answers)
            })
            .collect();
        (words::how_firm(&found), sets)
    });
    let (firm, sets) = smallest;
    let sets = sets
        .into_iter()
        .map(|(sentence, answers)| {
            let try_it = move |_| {
                tried.set(answers.clone());
                open.set(true);
            };
            view! {
                <li>
                    {sentence} " "
                    <button type="button" class="button-text no-print" on:click=try_it>"Try it"</button>
                </li>
            }
        })
        .collect_view();
    let moved = move || own.with_value(|own| tried.with(|tried| tried != own));
    let bench = StoredValue::new_local(scored.with_value(Bench::of));
    let now = Memo::new(move |_| {
        let fit = |answers: &Answers| bench.try_update_value(|bench| bench.fit(answers));
        let own = scored.with_value(|scored| scored.fit);
        tried.with(fit).unwrap_or(own)
    });
    view! {
        <section aria-labelledby="change-head">
            <h2 id="change-head">"What would change it"</h2>
            <p>{firm}</p>
            <ul class="notes">{sets}</ul>
            <details class="what-if no-print" prop:open=move || open.get()>
                <summary>"What if? Move answers and watch the verdict"</summary>
                <p class="soft">"Your saved answers stay as they are. What you move here is gone when you leave."</p>
                <div class="what-if-now" aria-live="polite">
                    <p><strong>{move || words::headline(Verdict::of(&now.get()))}</strong></p>
                    {move || {
                        let fit = now.get();
                        (Verdict::of(&fit) != Verdict::Withheld).then(|| {
                            let words = words::line_words(&fit);
                            view! { <LeanLine lean=fit.lean interval=fit.interval80 words=words /> }
                        })
                    }}
                    <p>
                        <button
                            type="button"
                            class="button"
                            disabled=move || !moved()
                            on:click=move |_| tried.set(own.get_value())
                        >
                            "Back to your answers"
                        </button>
                    </p>
                </div>
                <ol class="what-if-rows plain-list">{rows(scored, tried, own)}</ol>
            </details>
        </section>
    }
}

/// How many of the smallest changes are named.
const SHOWN: usize = 3;

/// The own answers, ready to be scored with some of them moved.
struct Bench {
    scorer: Scorer,
    own: Vec<(String, u8)>,
}

impl Bench {
    fn of(scored: &Scored) -> Self {
        let quiz = &scored.data.quiz;
        let answered = scored.attempt.answers.responses(quiz, &scored.form);
        let responses: Vec<Response> = answered.iter().map(|(_, response)| *response).collect();
        let own = answered.into_iter();
        Self {
            scorer: Scorer::of(&quiz.model, &responses),
            own: own
                .map(|(item, response)| (item.id.clone(), response.category))
                .collect(),
        }
    }

    /// The fit of answers that differ from the own ones in some categories.
    fn fit(&mut self, tried: &Answers) -> Fit {
        let own = self.own.iter().enumerate();
        let changes: Vec<Change> = own
            .filter_map(|(response, (id, from))| {
                let to = tried.get(id).and_then(Answer::category);
                (to != Some(*from)).then_some(Change { response, to })
            })
            .collect();
        self.scorer.with(&changes)
    }
}

/// One row an answered question, with a step to either side.
fn rows(
    scored: StoredValue<Scored>,
    tried: RwSignal<Answers>,
    own: StoredValue<Answers>,
) -> Vec<AnyView> {
    let items: Vec<String> = scored.with_value(|scored| {
        let answered =
            |id: &&String| own.with_value(|own| own.get(id).and_then(Answer::category).is_some());
        scored.form.items.iter().filter(answered).cloned().collect()
    });
    items.into_iter().map(|id| row(scored, tried, id)).collect()
}

fn row(scored: StoredValue<Scored>, tried: RwSignal<Answers>, id: String) -> AnyView {
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
    let id = StoredValue::new(id);
    // Each click moves every row's answers; only the row whose answer is another is drawn again.
    let category = Memo::new(move |_| {
        tried.with(|answers| id.with_value(|id| answers.get(id).and_then(Answer::category)))
    });
    let label = move || {
        let answer = category.get().map(Answer::Category);
        scored.with_value(|scored| {
            let quiz = &scored.data.quiz;
            let item = id.with_value(|id| quiz.item(id))?;
            Some(answer_label(quiz, item, answer))
        })
    };
    let step = move |up: bool| {
        let Some(from) = category.get_untracked() else {
            return;
        };
        let to = if up {
            from.saturating_add(1).min(4)
        } else {
            from.saturating_sub(1)
        };
        tried.update(|answers| id.with_value(|id| answers.set(id, Answer::Category(to))));
    };
    view! {
        <li class="what-if-row">
            <span class="what-if-asked">{asked.clone()}</span>
            <span class="what-if-answer">{label}</span>
            <span class="what-if-steps">
                <button
                    type="button"
                    class="button"
                    aria-label=format!("One step {}: {asked}", down.1)
                    disabled=move || category.get() == Some(0)
                    on:click=move |_| step(false)
                >
                    {down.0}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=format!("One step {}: {asked}", up.1)
                    disabled=move || category.get() == Some(4)
                    on:click=move |_| step(true)
                >
                    {up.0}
                </button>
            </span>
        </li>
    }
    .into_any()
}
