//! The first stage of the quiz: which form, what each buys, and the way back into one under way.
//! Joins the forms to components; asks nothing itself.

use leptos::prelude::*;

use super::quiz_part::{KeptLine, about_whom};
use super::shared_origin::SharedOrigin;
use super::sitting::Sitting;
use crate::app::components::{FormChoice, FormLine, Notice, Tone};
use crate::app::state::QuizData;
use crate::app::words;
use crate::route::Route;

/// The forms as the choice shows them.
pub(super) fn form_lines(data: &QuizData) -> Vec<FormLine> {
    let forms = data.quiz.forms.iter();
    let widest = data
        .figures
        .values()
        .map(|one| one.width80)
        .fold(0.0, f64::max);
    forms
        .map(|form| FormLine {
            id: form.id.clone(),
            name: form.name.clone(),
            size: format!(
                "{} questions, about {} minutes",
                form.items.len(),
                form.minutes
            ),
            buys: words::what_a_form_buys(data.figures.get(&form.id), widest),
        })
        .collect()
}

#[component]
pub(super) fn Start(
    /// None until the program is there.
    sitting: Option<Sitting>,
    forms: Vec<FormLine>,
    chosen: RwSignal<String>,
) -> impl IntoView {
    let begun = sitting.filter(|sitting| sitting.attempt.with_untracked(Option::is_some));
    let asked = sitting.and_then(about_whom);
    let problem = sitting.and_then(|sitting| sitting.problem.get_value());
    if let Some((sitting, problem)) = sitting.zip(problem) {
        return refused(&sitting.root.get_value(), problem).into_any();
    }
    let choice = (begun.is_none() && asked.is_none()).then(|| {
        let first = chosen.get_untracked();
        let on_choose = Callback::new(move |id: String| chosen.set(id));
        view! { <FormChoice forms=forms chosen=first on_choose=on_choose /> }
    });
    let actions = match begun {
        Some(sitting) => {
            let count = sitting.answers().ids().count();
            let all = sitting.items().len();
            view! {
                <Notice tone=Tone::Quiet>
                    {format!("Your earlier answers were restored: {count} of {all}.")}
                </Notice>
                <p class="actions">
                    <button type="button" class="button button-first" on:click=move |_| sitting.resume()>
                        "Continue"
                    </button>
                    <button type="button" class="button" on:click=move |_| sitting.begin_anew()>
                        "Start over"
                    </button>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="actions needs-script">
                <button
                    type="button"
                    class="button button-first"
                    data-start=""
                    on:click=move |_| {
                        if let Some(sitting) = sitting {
                            sitting.begin_anew();
                        }
                    }
                >
                    "Start the quiz"
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <h1 id="stage-head">"Deep or broad: which energises you?"</h1>
        <p class="lede">
            "First 12 trade-offs, then ratings. Skip what you like, go back as you like."
        </p>
        {asked.map(|words| view! {
            <Notice tone=Tone::Warning>
                {words} " They do not see a question differently from you, and you do not see their answers. Nothing is kept in this browser, so go through it in one sitting; at the end you get a link to send back."
            </Notice>
        })}
        {sitting.map(|sitting| view! { <SharedOrigin root=sitting.root.get_value() /> })}
        {choice}
        {actions}
        {sitting.map(|sitting| view! { <KeptLine kept=sitting.kept told=sitting.told /> })}
    }
    .into_any()
}

/// In place of the start, where a link was meant to ask and cannot be read.
fn refused(root: &str, problem: String) -> AnyView {
    let plain = format!("{root}{}", Route::Quiz.path());
    view! {
        <h1 id="stage-head">"This link cannot be used"</h1>
        <Notice tone=Tone::Warning>{problem} " Nothing was started, and nothing is saved."</Notice>
        <p>
            "If a colleague asked you to answer about them, ask for the link again. Answers that you give without it are about yourself, and do not reach them."
        </p>
        <p class="actions">
            <a class="button" href=plain>"Take the quiz about yourself instead"</a>
        </p>
    }
    .into_any()
}
