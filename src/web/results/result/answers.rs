//! Every answer of a result, folded.

use leptos::prelude::*;

use crate::web::quiz::question::{answer_label, item_line};
use crate::web::results::result::Fold;
use crate::web::results::result::scored::Scored;

#[component]
pub(crate) fn AllAnswers(scored: Scored) -> impl IntoView {
    let quiz = &scored.data.quiz;
    let rows: Vec<AnyView> = scored
        .form
        .items
        .iter()
        .filter_map(|id| {
            let item = quiz.item(id)?;
            let answer = answer_label(quiz, item, scored.attempt.answers.get(id));
            Some(
                view! {
                    <li>
                        <span class="soft">{item_line(item)}</span>
                        " "
                        <span>{answer}</span>
                    </li>
                }
                .into_any(),
            )
        })
        .collect();
    view! {
        <Fold id="answers-head" heading="All your answers" class="open-in-print">
            <ol class="all-answers">{rows}</ol>
        </Fold>
    }
}
