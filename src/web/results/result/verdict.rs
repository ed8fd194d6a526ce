//! The first screen of a result: what it says, how sure it is, and the line.

use leptos::prelude::*;

use crate::quiz::{Finding, Form, PeopleFit, Quiz};
use crate::route::{Route, Topic};
use crate::store::Attempt;
use crate::web::components::LeanLine;
use crate::web::results::result::Whose;
use crate::web::results::result::scored::{Scored, lean_of};
use crate::web::results::result::standing::{Facts, Standing};
use crate::web::words;

#[component]
pub(crate) fn Answer(
    scored: Scored,
    standing: Standing,
    root: String,
    whose: Whose,
) -> impl IntoView {
    let fit = scored.fit;
    let free = standing.look(Facts::free_range);
    let own = whose == Whose::Own;
    let quick = scored
        .side()
        .and_then(|_| scored.data.figures.get(&scored.form.id))
        .and_then(|figures| words::at_random(figures.random_definite, scored.form.items.len()));
    let preference = (scored.only_pairs && scored.side().is_some()).then_some(
        "These are trade-offs only: they show which work you prefer, not which work gives or costs you energy.",
    );
    let is_verdict = matches!(scored.finding, Finding::Verdict(_));
    let again = (own && !is_verdict).then(|| {
        let href = to_quiz(&root, &scored.attempt, "step=review");
        view! {
            <p class="actions no-print">
                <a class="button button-first" href=href>"Look at your answers again"</a>
            </p>
        }
    });
    let people = fit.people.as_ref().is_some_and(PeopleFit::clearly_leads);
    let people = (people && is_verdict).then(|| people_hint(standing));
    let longer = (own && is_verdict).then(|| longer(&scored.data.quiz, &scored.attempt, &root));
    view! {
        <section class="answer">
            <div>
                <h1 id="stage-head" class="verdict">{scored.headline()}</h1>
                <p class="lede">{words::fit_sentence(scored.finding, free)}</p>
                {scored.chance().map(|words| view! { <p class="chance">{words}</p> })}
            </div>
            <div>
                {scored.is_drawn().then(|| view! { <LeanLine lean=lean_of(&fit) /> })}
                {preference.map(|words| view! { <p class="chance">{words}</p> })}
                {quick.map(|words| view! { <p class="chance">{words}</p> })}
                {again}
                {longer}
            </div>
            {people}
        </section>
    }
}

/// What is said where people work clearly leads: neither track is about that.
fn people_hint(standing: Standing) -> AnyView {
    let way = standing.look(|facts| {
        facts
            .has_guide()
            .then(|| format!("{}#topics", facts.href(&Route::Topic(Topic::Managers))))
    });
    view! {
        <p class="notice notice-warning people-hint">
            <strong>"People work gives you the most energy. "</strong>
            "Your ratings of careers, hiring, feedback and coaching are higher than for either kind of work here. Neither deep nor broad is about that: it is the work of an engineering manager. Ask one what a normal week is like before you choose a track."
            {way.map(|href| view! { " " <a href=href>"What a manager does beside each track"</a> "." })}
        </p>
    }
    .into_any()
}

/// The address of an attempt in the quiz.
pub(crate) fn to_quiz(root: &str, attempt: &Attempt, more: &str) -> String {
    format!(
        "{root}{}?attempt={}&{more}",
        Route::Quiz.path(),
        attempt.id.as_str()
    )
}

/// The link to a longer form, which asks only the questions that are still open.
fn longer(quiz: &Quiz, attempt: &Attempt, root: &str) -> Option<AnyView> {
    let here = quiz.forms.iter().position(|form| form.id == attempt.form)?;
    let open = |form: &Form| {
        let items = form.items.iter();
        items.filter(|id| attempt.answers.get(id).is_none()).count()
    };
    let own = quiz.forms.get(here)?;
    let next = match open(own) {
        0 => quiz.forms.get(here + 1)?,
        _ => own,
    };
    let count = open(next);
    let href = to_quiz(root, attempt, &format!("form={}", next.id));
    (count > 0).then(|| {
        let words = match count {
            1 => "Answer 1 more question".to_owned(),
            n => format!("Answer {n} more questions"),
        };
        view! {
            <p class="chance no-print soft">
                <a href=href>{words}</a> " to make the band narrower; nothing is asked twice."
            </p>
        }
        .into_any()
    })
}
